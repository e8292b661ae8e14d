import Bilingual
import HarmonizedSystem
import OriginModel
import RuleFiles
import Tariffs

/// The lines `# key: value` before a table: what the table itself does not say.
struct ImportHeader {
    /// The keys, in the order the documentation lists them.
    enum Key: String, CaseIterable {
        case party, kind, edition, origin, id
        case effectiveFrom = "effective-from"
        case effectiveTo = "effective-to"
        case agreementYear = "agreement-year"
        case complete
        case splitLines = "split-lines"
        case strayCodes = "stray-codes"
        case sourceEnglish = "source-en"
        case sourceChinese = "source-zh"
        case noteEnglish = "note-en"
        case noteChinese = "note-zh"
    }

    struct Value {
        let text: String
        let line: Int
    }

    let file: String
    let party: CountryCode
    let kind: TariffSchedule.Kind
    let edition: HSEdition
    let period: TariffPeriod
    let isComplete: Bool
    /// As stated for the whole table; nil where the columns say it.
    let origins: Set<CountryCode>?
    let id: String?
    let agreementYear: Int?
    let splitLines: Set<TariffLineCode>
    let keepsStrayCodes: Bool
    let source: BilingualText
    let note: BilingualText?
    /// `# column NAME: PARTIES`, by name.
    private(set) var columnOrigins: [String: (origins: Set<CountryCode>, line: Int)] = [:]

    /// - Parameter calendar: its first day is that of every schedule of Annex I.
    init(_ lines: HeaderLines, calendar: TariffCalendar, file: String) throws(InputProblems) {
        var reader = HeaderReader(lines: lines, file: file)
        self.file = file
        let party = reader.party()
        let kind = reader.kind()
        let edition = reader.edition()
        let period = reader.period(kind == .path ? calendar.firstDay : nil)
        isComplete = reader.flag(.complete) ?? true
        origins = reader.optional(.origin).flatMap { reader.origins($0, of: party) }
        id = reader.id()
        agreementYear = reader.agreementYear()
        splitLines = reader.splitLines()
        keepsStrayCodes = reader.keepsStrayCodes()
        let source = reader.pair(.sourceEnglish, .sourceChinese, isRequired: true)
        note = reader.pair(.noteEnglish, .noteChinese, isRequired: false)
        for (name, value) in lines.columns {
            if let origins = reader.origins(value, of: party) { columnOrigins[name] = (origins, value.line) }
        }
        try reader.log.check()
        guard let party, let kind, let edition, let period, let source else { throw InputProblems(reader.log.problems) }
        self.party = party
        self.kind = kind
        self.edition = edition
        self.period = period
        self.source = source
    }
}

/// The lines of a header, told apart from the table under them.
struct HeaderLines {
    private(set) var values: [ImportHeader.Key: ImportHeader.Value] = [:]
    private(set) var columns: [String: ImportHeader.Value] = [:]
    /// The file with the header blanked, so that lines keep their numbers.
    private(set) var table: [UInt8] = []

    init(_ bytes: [UInt8], file: String) throws(InputProblems) {
        guard TextPlace.firstInvalidByte(bytes) == nil else { throw InputProblems([.notUTF8Text(file, bytes)]) }
        var log = ProblemLog()
        var blanked: [UInt8] = []
        var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        var number = 1
        while rest.first == UInt8(ascii: "#") {
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            add(String(decoding: line.dropFirst(), as: UTF8.self), number, file, &log)
            rest = rest[line.endIndex...].dropFirst()
            blanked.append(UInt8(ascii: "\n"))
            number += 1
        }
        table = blanked + rest
        try log.check()
    }

    private mutating func add(_ text: String, _ line: Int, _ file: String, _ log: inout ProblemLog) {
        let trimmed = text.trimmed
        if trimmed.isEmpty { return }
        guard let colon = trimmed.firstIndex(of: ":") else {
            return log.add(
                .header(file, line, "import.badHeader", .badHeaderLine, found: trimmed, expected: .headerForm))
        }
        let name = String(trimmed[..<colon]).trimmed
        let value = ImportHeader.Value(text: String(trimmed[trimmed.index(after: colon)...]).trimmed, line: line)
        if name.hasPrefix("column ") {
            let column = String(name.dropFirst("column ".count)).trimmed
            if columns.updateValue(value, forKey: column) != nil {
                log.add(.header(file, line, "import.repeatedHeader", .repeatedHeader, found: name))
            }
            return
        }
        guard let key = ImportHeader.Key(rawValue: name) else {
            return log.add(.header(file, line, "import.badHeader", .unknownHeader, found: name, expected: .headerKeys))
        }
        if values.updateValue(value, forKey: key) != nil {
            log.add(.header(file, line, "import.repeatedHeader", .repeatedHeader, found: name))
        }
    }
}

/// Reads the values of a header and collects what is wrong with them.
private struct HeaderReader {
    let lines: HeaderLines
    let file: String
    var log = ProblemLog()

    init(lines: HeaderLines, file: String) {
        self.lines = lines
        self.file = file
    }

    func optional(_ key: ImportHeader.Key) -> ImportHeader.Value? { lines.values[key] }

    private mutating func required(_ key: ImportHeader.Key) -> ImportHeader.Value? {
        if let value = lines.values[key], !value.text.isEmpty { return value }
        log.add(.missingHeader(file, lines.values[key]?.line, key))
        return nil
    }

    private mutating func refuse(
        _ value: ImportHeader.Value, _ expected: BilingualText, code: String = "import.badHeader"
    ) {
        log.add(.header(file, value.line, code, .badHeaderValue, found: value.text, expected: expected))
    }

    mutating func party() -> CountryCode? {
        guard let value = required(.party) else { return nil }
        guard let code = CountryCode(value.text), OriginGroup.everyParty.contains(code) else {
            refuse(value, .partyCodes, code: "tariff.unknownParty")
            return nil
        }
        return code
    }

    mutating func kind() -> TariffSchedule.Kind? {
        guard let value = required(.kind) else { return nil }
        guard let kind = TariffSchedule.Kind(rawValue: value.text) else {
            refuse(value, .scheduleKinds)
            return nil
        }
        return kind
    }

    mutating func edition() -> HSEdition? {
        guard let value = required(.edition) else { return nil }
        guard let edition = HSEdition(rawValue: value.text) else {
            refuse(value, .editions)
            return nil
        }
        return edition
    }

    private mutating func day(_ value: ImportHeader.Value) -> CalendarDate? {
        guard let date = CalendarDate(value.text) else {
            refuse(value, .day, code: "rules.badDate")
            return nil
        }
        return date
    }

    /// - Parameter usual: first day where none is stated; nil where one must be.
    mutating func period(_ usual: CalendarDate?) -> TariffPeriod? {
        let stated = usual == nil ? required(.effectiveFrom) : optional(.effectiveFrom)
        let first = stated.flatMap { day($0) } ?? (stated == nil ? usual : nil)
        let end = optional(.effectiveTo)
        let last = end.flatMap { day($0) }
        guard let first else { return nil }
        guard let period = TariffPeriod(from: first, to: last) else {
            if let end {
                log.add(.header(file, end.line, "rules.invertedDates", .invertedDates, found: "\(first) - \(end.text)"))
            }
            return nil
        }
        return period
    }

    mutating func flag(_ key: ImportHeader.Key) -> Bool? {
        guard let value = optional(key) else { return nil }
        if value.text != "true", value.text != "false" { refuse(value, BilingualText(same: "true, false")) }
        return value.text == "true"
    }

    /// `CN`, `AU, NZ`, `ASEAN AU NZ`; a group never holds the importing Party, which must not be named either.
    mutating func origins(_ value: ImportHeader.Value, of party: CountryCode?) -> Set<CountryCode>? {
        var origins: Set<CountryCode> = []
        let words = value.text.split { $0 == " " || $0 == "," }
        if words.isEmpty { refuse(value, .originWords, code: "tariff.unknownParty") }
        for word in words {
            guard var parties = OriginGroup.parties(named: word) else {
                refuse(value, .originWords, code: "tariff.unknownParty")
                return nil
            }
            if let party, parties.count > 1 { parties.remove(party) }
            if let party, parties.contains(party) {
                log.add(.header(file, value.line, "tariff.ownOrigin", .ownOrigin, found: value.text))
            }
            origins.formUnion(parties)
        }
        return origins
    }

    mutating func id() -> String? {
        guard let value = optional(.id) else { return nil }
        guard TariffImport.isPlain(value.text) else {
            refuse(value, .plainID)
            return nil
        }
        return value.text
    }

    mutating func agreementYear() -> Int? {
        guard let value = optional(.agreementYear) else { return nil }
        guard let year = Int(value.text), (1...TariffSchedule.mostYears).contains(year) else {
            refuse(value, .years)
            return nil
        }
        return year
    }

    mutating func splitLines() -> Set<TariffLineCode> {
        guard let value = optional(.splitLines) else { return [] }
        var lines: Set<TariffLineCode> = []
        for word in value.text.split(whereSeparator: { $0 == " " || $0 == "," }) {
            guard let line = TariffLineCode(word) else {
                refuse(value, .lineDigits, code: "tariff.badCode")
                return []
            }
            lines.insert(line)
        }
        return lines
    }

    mutating func keepsStrayCodes() -> Bool {
        guard let value = optional(.strayCodes) else { return false }
        if value.text != "keep" { refuse(value, BilingualText(same: "keep")) }
        return true
    }

    /// A text in both languages.
    mutating func pair(
        _ english: ImportHeader.Key, _ chinese: ImportHeader.Key, isRequired: Bool
    ) -> BilingualText? {
        guard isRequired || optional(english) != nil || optional(chinese) != nil else { return nil }
        guard let one = required(english), let other = required(chinese) else { return nil }
        return BilingualText(en: one.text, zh: other.text)
    }
}

extension String {
    /// Without blanks at either end, nor the carriage return of a line.
    var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
        var text = self[...].drop(while: isBlank)
        while let last = text.last, isBlank(last) { text.removeLast() }
        return String(text)
    }
}

extension BilingualText {
    fileprivate static let badHeaderLine = BilingualText(en: "the line of the header cannot be read", zh: "表头信息行无法识别")
    fileprivate static let headerForm = BilingualText(same: "# party: JP")
    fileprivate static let unknownHeader = BilingualText(en: "the header has no such key", zh: "表头信息没有该项目")
    fileprivate static let headerKeys = BilingualText(
        same: (ImportHeader.Key.allCases.map(\.rawValue) + ["column NAME"]).joined(separator: ", "))
    fileprivate static let repeatedHeader = BilingualText(en: "the key stands in the header twice", zh: "表头信息项目重复")
    fileprivate static let badHeaderValue = BilingualText(
        en: "the value of the header cannot be read", zh: "表头信息的值无法识别")
    fileprivate static let invertedDates = BilingualText(
        en: "the last day comes before the first", zh: "截止日期早于起始日期")
    fileprivate static let ownOrigin = BilingualText(
        en: "the importing Party stands among the origins of its own schedule", zh: "进口缔约方列于其自身税率表的原产地之中")
    static let originWords = BilingualText(
        en: "codes of Parties, ASEAN or ALL, with blanks between them", zh: "缔约方代码、ASEAN 或 ALL，以空格分隔")
    static let plainID = BilingualText(
        en: "small letters, digits and hyphens (`jp-2026`)", zh: "小写字母、数字和连字符（如 `jp-2026`）")
}

extension InputProblem {
    static func header(
        _ file: String, _ line: Int, _ code: String, _ message: BilingualText, found: String,
        expected: BilingualText? = nil
    ) -> InputProblem {
        InputProblem(
            file: file, place: .line(line, column: 1), code: code, message: message, found: found, expected: expected)
    }

    fileprivate static func missingHeader(_ file: String, _ line: Int?, _ key: ImportHeader.Key) -> InputProblem {
        InputProblem(
            file: file, place: line.map { .line($0, column: 1) } ?? .wholeFile, code: "import.missingHeader",
            message: BilingualText(en: "the header lacks a line", zh: "表头信息缺少一行"),
            expected: BilingualText(same: "# \(key.rawValue): ..."))
    }
}
