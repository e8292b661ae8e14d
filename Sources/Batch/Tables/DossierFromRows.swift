import Bilingual
import HarmonizedSystem
import OriginModel

/// Reads the rows of a good as the dossier they stand for. Everything unusual goes this way, and every message of a
/// field that is wrong comes from here.
struct DossierFromRows {
    private let goodsHeader: TableHeader
    private let materialsHeader: TableHeader
    private(set) var problems: [InputProblem] = []
    private static let goodsNames = GoodsColumn.allCases.map(\.rawValue)
    private static let materialNames = MaterialColumn.allCases.map(\.rawValue)
    /// More are only counted.
    private static let mostProblems = 20
    private(set) var problemCount = 0
    private var materials: [Material] = []

    init(goods: TableHeader, materials: TableHeader) {
        goodsHeader = goods
        materialsHeader = materials
    }

    // MARK: Reading

    /// nil after problems.
    mutating func read(
        _ good: borrowing Fields, _ goodRow: Chunk.Row, goodsBytes: [UInt8], materialRows: [Chunk.Row],
        materialBytes: [UInt8], fields: inout Fields, produced: ProducedGoods?, date: CalendarDate
    ) -> Dossier? {
        problems = []
        problemCount = 0
        var faults: [RowFault] = []
        let reader = RowReader(names: Self.goodsNames)
        var dossier = reader.good(good, &faults)
        report(faults, goodRow, goodsBytes, goodsHeader)
        // Room that the good before has left.
        materials.removeAll(keepingCapacity: true)
        materials.reserveCapacity(materialRows.count)
        var seen = SeenMaterials(most: materialRows.count)
        for row in materialRows {
            var faults: [RowFault] = []
            let place = materials.count
            appendMaterial(row, materialBytes, &fields, dossier, produced, dossier?.date ?? date, &faults)
            if place < materials.count {
                let key = fields.column(MaterialColumn.materialID.place)[0].shortPlainID
                if let line = seen.line(of: materials[place].id, key, at: row.line, after: materials[..<place]) {
                    faults.append(.repeatedMaterial(MaterialColumn.materialID.place, materials[place].id, line: line))
                }
            }
            report(faults, row, materialBytes, materialsHeader)
        }
        guard problemCount == 0 else { return nil }
        dossier?.materials = materials
        return dossier
    }

    /// Appends nothing after faults.
    private mutating func appendMaterial(
        _ row: Chunk.Row, _ bytes: [UInt8], _ fields: inout Fields, _ dossier: Dossier?, _ produced: ProducedGoods?,
        _ date: CalendarDate, _ faults: inout [RowFault]
    ) {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            do throws(Fields.Fault) {
                try fields.read(base + row.start, row.count, isQuoted: row.isQuoted)
            } catch {
                return add(Self.problem(error, materialsHeader.file, row.line))
            }
            RowReader(names: Self.materialNames).appendMaterial(
                fields, currency: dossier?.good.fob.currency, produced, date, to: &materials, &faults)
        }
    }

    // MARK: Problems

    private mutating func add(_ problem: InputProblem) {
        problemCount += 1
        if problems.count < Self.mostProblems { problems.append(problem) }
    }

    private mutating func report(_ faults: [RowFault], _ row: Chunk.Row, _ bytes: [UInt8], _ header: TableHeader) {
        for fault in faults { add(fault.problem(in: row, bytes, header)) }
    }

    static func problem(_ fault: Fields.Fault, _ file: String, _ line: Int) -> InputProblem {
        switch fault {
        case .fieldCount(let found, let expected):
            InputProblem(
                file: file, place: .line(line, column: 0), code: "batch.fieldCount",
                message: BilingualText(en: "the row has \(found) field\(found == 1 ? "" : "s")", zh: "该行有\(found)个字段"), found: "\(found)",
                expected: BilingualText(
                    en: "\(expected) fields, as many as the header names", zh: "与表头相同的\(expected)个字段"))
        case .quotes:
            .unreadableRow(file, line)
        }
    }

    /// The places a problem of the facts has in the tables, instead of its JSON pointer.
    func located(
        _ stated: InputProblem, _ goodRow: Chunk.Row, goodsBytes: [UInt8], materialRows: [Chunk.Row],
        materialBytes: [UInt8]
    ) -> InputProblem {
        guard case .pointer(let pointer, _, _) = stated.place else { return stated }
        let isOfCurrency = stated.code == "exchangeRate.missing"
        var problem = isOfCurrency ? stated.expecting(.noRates) : stated
        let parts = pointer.split(separator: "/")
        if parts.first == "materials", parts.count > 1, let index = Int(parts[1]), index < materialRows.count {
            let row = materialRows[index]
            let column = MaterialColumn(pointer: parts.dropFirst(2).first ?? "", isOfCurrency: isOfCurrency)?.place ?? 1
            problem.file = materialsHeader.file
            problem.place = row.place(of: column, materialBytes, materialsHeader)
        } else {
            let column = GoodsColumn(pointer: parts.first == "good" || parts.first == "costs" ? parts.dropFirst().first ?? "" : parts.first ?? "")
            problem.file = goodsHeader.file
            problem.place = goodRow.place(of: (column ?? .goodID).place, goodsBytes, goodsHeader)
        }
        return problem
    }
}

extension InputProblem {
    /// The same with advice that can be followed in a table.
    fileprivate func expecting(_ expected: BilingualText) -> InputProblem {
        InputProblem(file: file, place: place, code: code, message: message, found: found, expected: expected)
    }
}

extension BilingualText {
    fileprivate static let noRates = BilingualText(
        en: "one currency for a good and its materials; with exchange rates a dossier (--dossiers)",
        zh: "货物与其材料使用同一币种；如有汇率，请用原产地资料（--dossiers）")
}

extension GoodsColumn {
    /// The column a member of a dossier is read from.
    init?(pointer: Substring) {
        switch pointer {
        case "hsCode": self = .hsCode
        case "exportingParty": self = .exportingParty
        case "importingParty": self = .importingParty
        case "fob": self = .fob
        case "netWeightKg": self = .netWeight
        case "ruleBranch": self = .ruleBranch
        case "directLabour": self = .directLabour
        case "directOverhead": self = .directOverhead
        case "profit": self = .profit
        case "other": self = .otherCost
        case "date": self = .date
        default: return nil
        }
    }
}

extension MaterialColumn {
    /// The column a member of a dossier is read from.
    init?(pointer: Substring, isOfCurrency: Bool) {
        switch pointer {
        case "hsCode": self = .hsCode
        case "value": self = isOfCurrency ? .currency : .value
        case "country": self = .country
        case "netWeightKg": self = .netWeight
        case "status": self = .status
        default: return nil
        }
    }
}

/// Where the materials of a good stand. As long as their ids are short and ascend, none can stand twice, and no table is
/// made.
private struct SeenMaterials {
    private var rows: [Int] = []
    private var last: UInt64 = 0
    /// By id, once one did not ascend.
    private var lines: [String: Int]?

    init(most count: Int) { rows.reserveCapacity(count) }

    /// Takes a material for seen.
    ///
    /// - Parameters:
    ///   - key: `shortPlainID` of its id.
    ///   - before: those seen before.
    /// - Returns: the line one of the same id stood in before.
    mutating func line(of id: String, _ key: UInt64, at line: Int, after before: ArraySlice<Material>) -> Int? {
        if lines == nil, key > last {
            last = key
            rows.append(line)
            return nil
        }
        if lines == nil { lines = Dictionary(uniqueKeysWithValues: zip(before.map(\.id), rows)) }
        return lines?.updateValue(line, forKey: id)
    }
}
