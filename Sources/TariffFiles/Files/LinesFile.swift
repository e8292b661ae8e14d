import Bilingual
import Glibc
import RuleFiles
import Tariffs

/// `lines.csv`: the code of each line and a rate for each column, one line a line, nothing quoted.
struct LinesFile {
    let keys: [UInt64]
    /// Of each line one for every column.
    let cells: [PackedRate]

    /// More problems than this in one file help nobody.
    static let mostProblems = 100

    /// - Parameters:
    ///   - columns: after the code, in the order the first row must name them.
    ///   - subheadings: whose lines are wanted; those of others are passed over. nil for all.
    init(
        _ source: SourceFile, columns: [TariffSchedule.Column], subheadings: Set<UInt32>? = nil
    ) throws(InputProblems) {
        let bytes = source.bytes
        // Only to say what is wrong: what stands in a cell is read byte by byte in any case.
        guard subheadings != nil || TextPlace.firstInvalidByte(bytes) == nil else {
            throw InputProblems([.notUTF8Text(source.path, bytes)])
        }
        var reader = LinesReader(columns: columns, subheadings: subheadings)
        bytes.withUnsafeBufferPointer { reader.read($0) }
        guard reader.faults.isEmpty else {
            throw InputProblems(reader.faults.map { $0.problem(source, columns) })
        }
        keys = reader.keys
        cells = reader.cells
    }

    /// The line of the file a row stands in, from 1.
    static func lineNumber(ofRow row: Int) -> Int { row + 2 }

    /// The text of a file with these rows, by code.
    static func text(of schedule: TariffSchedule) -> String {
        var text = (["line"] + schedule.header.columns.map(\.name)).joined(separator: ",") + "\n"
        for row in 0..<schedule.rowCount {
            text += schedule.line(ofRow: row).digits
            for column in schedule.header.columns.indices {
                text += ","
                text += schedule.rate(row: row, column: column).cell
            }
            text += "\n"
        }
        return text
    }
}

private struct LinesReader {
    enum Fault {
        case firstRow
        case code(Int, Int)
        case cell(Int, Int, column: Int)
        case fieldCount(Int, Int, found: Int)

        func problem(_ source: SourceFile, _ columns: [TariffSchedule.Column]) -> InputProblem {
            switch self {
            case .firstRow: .wrongFirstRow(source, columns)
            case .code(let start, let end): .badLineCode(source, start..<end)
            case .cell(let start, let end, let column): .badCell(source, start..<end, columns[column])
            case .fieldCount(let start, let end, let found):
                .wrongFieldCount(source, start..<end, found: found, expected: columns.count + 1)
            }
        }
    }

    private let columns: [TariffSchedule.Column]
    /// nil: all are wanted.
    private let subheadings: Set<UInt32>?
    private(set) var keys: [UInt64] = []
    private(set) var cells: [PackedRate] = []
    private(set) var faults: [Fault] = []

    private static let comma = UInt8(ascii: ",")
    private static let newline = UInt8(ascii: "\n")

    init(columns: [TariffSchedule.Column], subheadings: Set<UInt32>?) {
        self.columns = columns
        self.subheadings = subheadings
    }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        let first = (["line"] + columns.map(\.name)).joined(separator: ",")
        let firstEnd = bytes.firstIndex(of: Self.newline) ?? bytes.endIndex
        guard bytes[..<firstEnd].elementsEqual(first.utf8) else {
            faults.append(.firstRow)
            return
        }
        if subheadings == nil {
            keys.reserveCapacity(bytes.count / 8)
            cells.reserveCapacity(bytes.count / 3)
        }
        var index = firstEnd + 1
        while index < bytes.count, faults.count < LinesFile.mostProblems {
            index = isWanted(bytes, from: index) ? row(bytes, from: index) : endOfRow(bytes, from: index) + 1
        }
    }

    /// By the first six digits; a row without them is read, so that its fault is found.
    private func isWanted(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        guard let subheadings, start + 6 <= bytes.count else { return true }
        var number: UInt32 = 0
        for index in start..<start + 6 {
            guard UInt8(ascii: "0") <= bytes[index], bytes[index] <= UInt8(ascii: "9") else { return true }
            number = number * 10 + UInt32(bytes[index] - UInt8(ascii: "0"))
        }
        return subheadings.contains(number)
    }

    private func endOfRow(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(Self.newline), bytes.count - start)
        else { return bytes.count }
        return UnsafeRawPointer(base).distance(to: found)
    }

    /// - Returns: where the next row begins.
    private mutating func row(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        var number: UInt64 = 0
        while index < bytes.count, UInt8(ascii: "0") <= bytes[index], bytes[index] <= UInt8(ascii: "9"),
            index - start < 13 {
            number = number * 10 + UInt64(bytes[index] - UInt8(ascii: "0"))
            index += 1
        }
        let count = index - start
        let endsField = index == bytes.count || bytes[index] == Self.comma || bytes[index] == Self.newline
        if endsField, TariffLineCode.digitCounts.contains(count) {
            keys.append(TariffLineCode(number: number, count: count).key)
        } else {
            while index < bytes.count, bytes[index] != Self.comma, bytes[index] != Self.newline { index += 1 }
            faults.append(.code(start, index))
        }
        var fields = 0
        while index < bytes.count, bytes[index] == Self.comma {
            let field = index + 1
            index = field
            while index < bytes.count, bytes[index] != Self.comma, bytes[index] != Self.newline { index += 1 }
            if fields < columns.count { cell(bytes, field, index, column: fields) }
            fields += 1
        }
        if fields != columns.count { faults.append(.fieldCount(start, index, found: fields + 1)) }
        return index + 1
    }

    private mutating func cell(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, column: Int) {
        guard let rate = PackedRate(cell: UnsafeBufferPointer(rebasing: bytes[start..<end])),
            columns[column].meaning != .mfn || rate.mayBeMFN
        else { return faults.append(.cell(start, end, column: column)) }
        cells.append(rate)
    }
}

extension PackedRate {
    /// Whether the word makes sense for what everybody pays.
    var mayBeMFN: Bool {
        switch rate {
        case .free, .percent, .complex, .unconfirmed, .notStated: true
        case .unbound, .excluded, .mfnOnly, .statedNotApplied: false
        }
    }
}

extension BilingualText {
    /// What a cell may say.
    static func cellWords(_ meaning: TariffSchedule.Column.Meaning) -> BilingualText {
        let most = DutyRate.mostPercent
        guard meaning != .mfn else {
            return BilingualText(
                en: "a percentage from 0 to \(most) with at most four decimals, free, complex, unconfirmed, or nothing",
                zh: "0 至 \(most)、最多四位小数的百分比，free、complex、unconfirmed，或空白")
        }
        return BilingualText(
            en: "a percentage from 0 to \(most) with at most four decimals, one in brackets, free, complex, U, "
                + "excluded, unconfirmed, MFN, or nothing",
            zh: "0 至 \(most)、最多四位小数的百分比，带括号的百分比，free、complex、U、excluded、unconfirmed、MFN，或空白")
    }

    static let badCell = BilingualText(en: "the rate cannot be read", zh: "税率无法识别")
    static let badLineCode = BilingualText(en: "the code of the line cannot be read", zh: "税目编码无法识别")
}

extension InputProblem {
    fileprivate static func wrongFirstRow(
        _ source: SourceFile, _ columns: [TariffSchedule.Column]
    ) -> InputProblem {
        let first = source.bytes.prefix { $0 != UInt8(ascii: "\n") }
        return InputProblem(
            file: source.path, place: .line(1, column: 1), code: "tariff.wrongFirstRow",
            message: BilingualText(
                en: "the first row does not name the columns of the schedule", zh: "首行与税率表的各列不一致"),
            found: String(decoding: first.prefix(120), as: UTF8.self),
            expected: BilingualText(same: (["line"] + columns.map(\.name)).joined(separator: ",")))
    }

    fileprivate static func badLineCode(_ source: SourceFile, _ range: Range<Int>) -> InputProblem {
        InputProblem(
            file: source.path, place: TextPlace.place(ofByte: range.lowerBound, in: source.bytes),
            code: "tariff.badCode", message: .badLineCode, found: source.text(range), expected: .lineDigits)
    }

    fileprivate static func badCell(
        _ source: SourceFile, _ range: Range<Int>, _ column: TariffSchedule.Column
    ) -> InputProblem {
        InputProblem(
            file: source.path, place: TextPlace.place(ofByte: range.lowerBound, in: source.bytes),
            code: "tariff.badRate", message: .badCell, found: source.text(range), expected: .cellWords(column.meaning))
    }

    fileprivate static func wrongFieldCount(
        _ source: SourceFile, _ range: Range<Int>, found: Int, expected: Int
    ) -> InputProblem {
        InputProblem(
            file: source.path, place: TextPlace.place(ofByte: range.lowerBound, in: source.bytes),
            code: "tariff.wrongFieldCount",
            message: BilingualText(en: "the row has another number of fields than the first row", zh: "该行字段数与首行不一致"),
            found: String(found), expected: BilingualText(same: String(expected)))
    }
}

extension SourceFile {
    fileprivate func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range].prefix(60), as: UTF8.self)
    }
}
