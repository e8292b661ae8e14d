import Bilingual
import HarmonizedSystem
import OriginModel
import RuleFiles
import Tariffs

/// The rows under the header of an import, checked.
struct ImportTable {
    let header: TariffSchedule.Header
    let keys: [UInt64]
    let cells: [PackedRate]

    init(_ table: CSVTable, _ stated: ImportHeader, nomenclature: HSNomenclature) throws(InputProblems) {
        var log = ProblemLog()
        guard let first = table.rows.first else { throw InputProblems([.emptySchedule(table.file)]) }
        var columns = ImportColumns(table, first, stated).columns(&log)
        try log.check()
        let rows = table.rows.dropFirst()
        if rows.isEmpty, stated.kind != .dutyFree { log.add(.emptySchedule(table.file)) }
        var reader = RowReader(table: table, columns: columns)
        for row in rows where log.problems.count < LinesFile.mostProblems { reader.read(row, &log) }
        (columns, reader.cells) = Self.withoutBlankYears(columns, reader.cells)
        keys = reader.keys
        cells = reader.cells
        let strayCodes = stated.keepsStrayCodes ? Self.strayCodes(keys, nomenclature) : []
        header = stated.header(columns, strayCodes: strayCodes)
        let rowsByKey = reader.rows
        let checks = LineChecks(header: header, nomenclature: nomenclature, file: table.file) { row in
            table.place(of: rowsByKey[row])
        }
        for problem in checks.problems(keys) { log.add(problem) }
        try log.check()
    }

    /// A file for several Parties has years that no line of this one uses.
    private static func withoutBlankYears(
        _ columns: [TariffSchedule.Column], _ cells: [PackedRate]
    ) -> ([TariffSchedule.Column], [PackedRate]) {
        let width = columns.count
        var kept = width
        while kept > 2, case .year = columns[kept - 1].meaning,
            stride(from: kept - 1, to: cells.count, by: width).allSatisfy({ cells[$0] == .notStated }) {
            kept -= 1
        }
        guard kept < width else { return (columns, cells) }
        let rows = stride(from: 0, to: cells.count, by: width)
        return (Array(columns.prefix(kept)), rows.flatMap { cells[$0..<$0 + kept] })
    }

    private static func strayCodes(_ keys: [UInt64], _ nomenclature: HSNomenclature) -> Set<UInt32> {
        Set(keys.map { TariffLineCode(key: $0).subheadingNumber })
            .filter { !LineChecks.exists($0, in: nomenclature) }
    }

    private struct RowReader {
        let table: CSVTable
        let columns: [TariffSchedule.Column]
        var keys: [UInt64] = []
        var cells: [PackedRate] = []
        /// The row of each key.
        var rows: [CSVTable.Row] = []

        init(table: CSVTable, columns: [TariffSchedule.Column]) {
            self.table = table
            self.columns = columns
        }

        mutating func read(_ row: CSVTable.Row, _ log: inout ProblemLog) {
            guard row.fields.count == columns.count + 1 else {
                return log.add(.wrongFieldCount(table, row, expected: columns.count + 1))
            }
            let line = TariffLineCode(row.fields[0].text.trimmed)
            if line == nil {
                log.add(.field(table, row.fields[0], "tariff.badCode", .badLineCode, expected: .lineDigits))
            }
            var rates: [PackedRate] = []
            for (column, field) in zip(columns, row.fields.dropFirst()) {
                let rate = Array(field.text.trimmed.utf8).withUnsafeBufferPointer { PackedRate(cell: $0) }
                guard let rate, column.meaning != .mfn || rate.mayBeMFN else {
                    log.add(.field(table, field, "tariff.badRate", .badCell, expected: .cellWords(column.meaning)))
                    continue
                }
                rates.append(rate)
            }
            guard let line, rates.count == columns.count else { return }
            keys.append(line.key)
            cells += rates
            rows.append(row)
        }
    }
}

/// What the columns of a table are for.
private struct ImportColumns {
    let table: CSVTable
    let first: CSVTable.Row
    let stated: ImportHeader

    init(_ table: CSVTable, _ first: CSVTable.Row, _ stated: ImportHeader) {
        self.table = table
        self.first = first
        self.stated = stated
    }

    private var named: ArraySlice<CSVTable.Field> { first.fields.dropFirst() }

    func columns(_ log: inout ProblemLog) -> [TariffSchedule.Column] {
        if first.fields[0].text.trimmed != "line" {
            log.add(.field(table, first.fields[0], "import.missingColumn", .wrongColumn, expected: .init(same: "line")))
        }
        for (name, value) in stated.columnOrigins where !named.contains(where: { $0.text.trimmed == name }) {
            log.add(.header(table.file, value.line, "import.missingColumn", .noSuchColumn, found: name))
        }
        return switch stated.kind {
        case .applied: applied(&log)
        case .path: path(&log)
        case .dutyFree: free(&log)
        }
    }

    private func path(_ log: inout ProblemLog) -> [TariffSchedule.Column] {
        let columns = TariffSchedule.pathColumns(years: max(1, min(named.count - 1, TariffSchedule.mostYears)))
        let names = columns.map(\.name)
        if named.map(\.text.trimmed) != names {
            let field = zip(named, names).first { $0.text.trimmed != $1 }?.0 ?? first.fields[first.fields.count - 1]
            log.add(.field(table, field, "import.missingColumn", .wrongColumn, expected: .pathColumns))
        }
        if stated.origins == nil { log.add(.noOrigin(table, first.fields[0])) }
        return columns
    }

    private func free(_ log: inout ProblemLog) -> [TariffSchedule.Column] {
        for field in named { log.add(.field(table, field, "import.unknownColumn", .noColumnsWhereFree)) }
        if stated.origins == nil { log.add(.noOrigin(table, first.fields[0])) }
        return []
    }

    private func applied(_ log: inout ProblemLog) -> [TariffSchedule.Column] {
        var columns: [TariffSchedule.Column] = []
        var covered: Set<CountryCode> = []
        if named.isEmpty { log.add(.noOrigin(table, first.fields[0])) }
        for field in named {
            let name = field.text.trimmed
            if columns.contains(where: { $0.name == name }) {
                log.add(.field(table, field, "import.repeatedColumn", .repeatedColumn))
                continue
            }
            guard name != "mfn" else {
                columns.append(.init(name: name, meaning: .mfn))
                continue
            }
            guard let origins = origins(of: name), !origins.isEmpty, isPlain(name) else {
                log.add(.field(table, field, "tariff.unknownParty", .whoseColumn, expected: .columnWords))
                continue
            }
            if !covered.isDisjoint(with: origins) { log.add(.field(table, field, "tariff.originTwice", .originTwice)) }
            covered.formUnion(origins)
            let year = stated.agreementYear
            columns.append(.init(name: name, meaning: .preference(origins: origins, agreementYear: year)))
        }
        return columns
    }

    /// Whose goods a column is for: as the header says, else the origin of the whole table where there is one such
    /// column, else as the name says (`cn`, `asean_au_nz`).
    private func origins(of name: String) -> Set<CountryCode>? {
        if let said = stated.columnOrigins[name] { return said.origins }
        if let said = stated.origins { return named.count { $0.text.trimmed != "mfn" } == 1 ? said : nil }
        var origins: Set<CountryCode> = []
        for word in name.split(separator: "_") {
            guard let parties = OriginGroup.parties(named: word) else { return nil }
            origins.formUnion(parties)
        }
        if origins.count > 1 { origins.remove(stated.party) }
        return origins.contains(stated.party) ? nil : origins
    }

    /// A name that needs no quoting anywhere.
    private func isPlain(_ name: String) -> Bool {
        name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
        }
    }
}

extension ImportHeader {
    /// What the schedule will say of itself.
    func header(_ columns: [TariffSchedule.Column], strayCodes: Set<UInt32>) -> TariffSchedule.Header {
        let covered = columns.reduce(into: origins ?? []) { all, column in
            if case .preference(let origins, _) = column.meaning { all.formUnion(origins) }
        }
        return TariffSchedule.Header(
            id: id ?? usualID(covered), importingParty: party, kind: kind, edition: edition, period: period,
            isComplete: isComplete, origins: kind == .applied && !hasPreference(columns) ? [] : covered,
            columns: columns, source: source, note: note, splitLines: splitLines, strayCodes: strayCodes)
    }

    private func hasPreference(_ columns: [TariffSchedule.Column]) -> Bool {
        columns.contains { column in
            if case .preference = column.meaning { true } else { false }
        }
    }

    /// `jp-2026`, `kr-annex1-cn`, `sg-duty-free`
    private func usualID(_ covered: Set<CountryCode>) -> String {
        let party = self.party.description.lowercased()
        let others = OriginGroup.everyParty.subtracting([self.party])
        let words: [String]
        switch covered {
        case others: words = []
        case OriginGroup.asean.subtracting([self.party]): words = ["asean"]
        default: words = covered.count > 3 ? [] : covered.sorted().map { $0.description.lowercased() }
        }
        let extract = isComplete ? [] : ["extract"]
        let parts = switch kind {
        case .applied: [party, String(period.first.year)] + (words.count == 1 ? words : [])
        case .path: [party, "annex1"] + words
        case .dutyFree: [party, "duty-free"]
        }
        return (parts + extract).joined(separator: "-")
    }
}

extension BilingualText {
    fileprivate static let wrongColumn = BilingualText(en: "another column is expected here", zh: "此处应为其他列")
    fileprivate static let noSuchColumn = BilingualText(
        en: "the header speaks of a column that the table does not have", zh: "表头信息提及表中没有的列")
    fileprivate static let pathColumns = BilingualText(same: "line,base,y1,y2,...")
    fileprivate static let noColumnsWhereFree = BilingualText(
        en: "a schedule that frees every line has no rates", zh: "全部免税的税率表不含税率列")
    fileprivate static let repeatedColumn = BilingualText(en: "the column stands here twice", zh: "该列重复出现")
    fileprivate static let whoseColumn = BilingualText(
        en: "it is not said for goods of which origin the column is", zh: "未说明该列适用于哪一原产地的货物")
    fileprivate static let columnWords = BilingualText(
        en: "mfn, or Parties joined with underscores (`asean_au_nz`), or a line `# column NAME: CN` in the header",
        zh: "mfn，或以下划线连接的缔约方（如 `asean_au_nz`），或在表头信息中写明 `# column 列名: CN`")
    fileprivate static let originTwice = BilingualText(
        en: "two columns are for goods of the same origin", zh: "两列适用于同一原产地的货物")
}

extension InputProblem {
    fileprivate static func field(
        _ table: CSVTable, _ field: CSVTable.Field, _ code: String, _ message: BilingualText,
        expected: BilingualText? = nil
    ) -> InputProblem {
        InputProblem(
            file: table.file, place: table.place(of: field), code: code, message: message, found: field.text,
            expected: expected)
    }

    fileprivate static func emptySchedule(_ file: String) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "import.empty",
            message: BilingualText(en: "the table holds no row", zh: "表中没有数据行"),
            expected: BilingualText(
                en: "a first row `line,mfn,...` or `line,base,y1,...`, and rows under it",
                zh: "首行 `line,mfn,...` 或 `line,base,y1,...` 及其下的数据行"))
    }

    fileprivate static func wrongFieldCount(_ table: CSVTable, _ row: CSVTable.Row, expected: Int) -> InputProblem {
        InputProblem(
            file: table.file, place: table.place(of: row), code: "import.wrongFieldCount",
            message: BilingualText(
                en: "the row has another number of fields than the header", zh: "该行字段数与表头不一致"),
            found: String(row.fields.count), expected: BilingualText(same: String(expected)))
    }

    fileprivate static func noOrigin(_ table: CSVTable, _ field: CSVTable.Field) -> InputProblem {
        InputProblem(
            file: table.file, place: table.place(of: field), code: "import.missingHeader",
            message: BilingualText(
                en: "it is not said for goods of which origin the rates are", zh: "未说明税率适用于哪一原产地的货物"),
            expected: BilingualText(same: "# origin: CN"))
    }
}
