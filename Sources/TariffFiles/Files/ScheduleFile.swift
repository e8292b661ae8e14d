import Bilingual
import HarmonizedSystem
import OriginModel
import RuleFiles
import Tariffs

/// `schedule.xml`: whose rates the lines beside it are, for which origins, of which days, and from where.
struct ScheduleFile {
    let header: TariffSchedule.Header
    let root: XMLElement

    private static let attributes: [StaticString] = [
        "id", "party", "kind", "edition", "effectiveFrom", "effectiveTo", "complete",
    ]
    private static let children: [StaticString] = [
        "source", "note", "mfn", "preference", "path", "free", "split-lines", "stray-codes",
    ]

    init(_ tree: XMLTree) throws(InputProblems) {
        guard let root = tree.root, root.isNamed("tariff-schedule") else {
            throw InputProblems([.wrongRoot(tree, expected: "tariff-schedule")])
        }
        var log = ProblemLog()
        root.allow(Self.attributes, &log)
        root.allow(children: Self.children, &log)
        let id = root.string("id", &log)
        let party = root.party("party", &log)
        let kind = Self.kind(root, &log)
        let edition = root.edition(&log)
        let period = root.validity(&log).flatMap { TariffPeriod(from: $0.first, to: $0.last) }
        let isComplete = root.flag("complete", absent: true, &log)
        let source = root.source(&log)
        let hasNote = root.children.contains { $0.isNamed("note") }
        let note = hasNote ? root.bilingual("note", &log) : nil
        let columns = kind.map { Self.columns(root, $0, &log) }
        let splitLines = Self.splitLines(root, &log)
        let strayCodes = Self.strayCodes(root, &log)
        if let party, let columns, columns.origins.contains(party) { log.add(.ownOrigin(root, party)) }
        try log.check()
        guard let id, let party, let kind, let edition, let period, let source, let columns else {
            throw InputProblems(log.problems)
        }
        header = TariffSchedule.Header(
            id: id, importingParty: party, kind: kind, edition: edition, period: period, isComplete: isComplete,
            origins: columns.origins, columns: columns.all, source: source, note: note, splitLines: splitLines,
            strayCodes: strayCodes)
        self.root = root
    }

    private static func kind(_ root: XMLElement, _ log: inout ProblemLog) -> TariffSchedule.Kind? {
        guard let text = root.string("kind", &log) else { return nil }
        guard let kind = TariffSchedule.Kind(rawValue: text) else {
            log.add(.badValue(root, "kind", found: text, expected: .scheduleKinds))
            return nil
        }
        return kind
    }

    // MARK: Columns

    private typealias Columns = (all: [TariffSchedule.Column], origins: Set<CountryCode>)

    private static func columns(_ root: XMLElement, _ kind: TariffSchedule.Kind, _ log: inout ProblemLog) -> Columns {
        let fitting: [StaticString] = switch kind {
        case .applied: ["mfn", "preference"]
        case .path: ["path"]
        case .dutyFree: ["free"]
        }
        let all: [StaticString] = ["mfn", "preference", "path", "free"]
        for element in root.children where all.contains(where: element.isNamed) {
            if !fitting.contains(where: element.isNamed) { log.add(.unexpectedElement(element, expected: fitting)) }
        }
        switch kind {
        case .applied: return appliedColumns(root, &log)
        case .path: return pathColumns(root, &log)
        case .dutyFree: return ([], free(root, &log))
        }
    }

    private static func appliedColumns(_ root: XMLElement, _ log: inout ProblemLog) -> Columns {
        var columns: [TariffSchedule.Column] = []
        var covered: Set<CountryCode> = []
        if let mfn = root.only("mfn", &log) {
            mfn.allow(["column"], &log)
            if let name = mfn.string("column", &log) { columns.append(.init(name: name, meaning: .mfn)) }
        }
        for element in root.children where element.isNamed("preference") {
            element.allow(["column", "origins", "agreementYear"], &log)
            let year = element.attribute("agreementYear") == nil ? nil : element.number("agreementYear", &log)
            guard let name = element.string("column", &log), let origins = element.parties("origins", &log) else {
                continue
            }
            if columns.contains(where: { $0.name == name }) { log.add(.repeatedColumn(element, name)) }
            let twice = covered.intersection(origins)
            if !twice.isEmpty { log.add(.originTwice(element, twice)) }
            covered.formUnion(origins)
            columns.append(.init(name: name, meaning: .preference(origins: origins, agreementYear: year)))
        }
        if columns.isEmpty { log.add(.missingElement(root, ["mfn", "preference"])) }
        return (columns, covered)
    }

    private static func pathColumns(_ root: XMLElement, _ log: inout ProblemLog) -> Columns {
        guard let element = root.only("path", &log) else {
            log.add(.missingElement(root, ["path"]))
            return ([], [])
        }
        element.allow(["origins", "years"], &log)
        let origins = element.parties("origins", &log) ?? []
        guard let years = element.number("years", &log) else { return ([], origins) }
        guard years <= TariffSchedule.mostYears else {
            log.add(.badValue(element, "years", found: String(years), expected: .years))
            return ([], origins)
        }
        return (TariffSchedule.pathColumns(years: years), origins)
    }

    private static func free(_ root: XMLElement, _ log: inout ProblemLog) -> Set<CountryCode> {
        guard let element = root.only("free", &log) else {
            log.add(.missingElement(root, ["free"]))
            return []
        }
        element.allow(["origins"], &log)
        return element.parties("origins", &log) ?? []
    }

    // MARK: Exceptions

    private static func splitLines(_ root: XMLElement, _ log: inout ProblemLog) -> Set<TariffLineCode> {
        guard let element = root.only("split-lines", &log) else { return [] }
        element.allow([], &log)
        var lines: Set<TariffLineCode> = []
        for word in element.list {
            guard let line = TariffLineCode(word) else {
                log.add(.badCode(element, found: String(word), expected: .lineDigits))
                continue
            }
            lines.insert(line)
        }
        return lines
    }

    private static func strayCodes(_ root: XMLElement, _ log: inout ProblemLog) -> Set<UInt32> {
        guard let element = root.only("stray-codes", &log) else { return [] }
        element.allow([], &log)
        var codes: Set<UInt32> = []
        for word in element.list {
            guard let code = HSCode(word), code.level == .subheading else {
                log.add(.badCode(element, found: String(word), expected: .sixDigits))
                continue
            }
            codes.insert(code.number)
        }
        return codes
    }
}

extension TariffSchedule {
    /// No schedule of Annex I runs longer.
    static let mostYears = 60

    /// `base`, `y1` and on.
    static func pathColumns(years: Int) -> [Column] {
        [Column(name: "base", meaning: .base)] + (0..<years).map { Column(name: "y\($0 + 1)", meaning: .year($0 + 1)) }
    }
}

extension BilingualText {
    static let scheduleKinds = BilingualText(same: TariffSchedule.Kind.allCases.map(\.rawValue).joined(separator: ", "))
    static let lineDigits = BilingualText(en: "6 to 12 digits (`85098010`)", zh: "6 至 12 位数字（如 `85098010`）")
    static let sixDigits = BilingualText(en: "6 digits (`850980`)", zh: "6 位数字（如 `850980`）")
    static let years = BilingualText(
        en: "a whole number from 1 to \(TariffSchedule.mostYears)", zh: "1 至 \(TariffSchedule.mostYears) 的整数")
}

extension InputProblem {
    fileprivate static func ownOrigin(_ root: XMLElement, _ party: CountryCode) -> InputProblem {
        InputProblem(
            root, code: "tariff.ownOrigin",
            message: BilingualText(
                en: "the importing Party stands among the origins of its own schedule", zh: "进口缔约方列于其自身税率表的原产地之中"),
            found: party.description)
    }

    fileprivate static func repeatedColumn(_ element: XMLElement, _ name: String) -> InputProblem {
        InputProblem(
            element, code: "tariff.repeatedColumn",
            message: BilingualText(en: "the column stands here twice", zh: "该列重复出现"), found: name)
    }

    fileprivate static func originTwice(_ element: XMLElement, _ origins: Set<CountryCode>) -> InputProblem {
        InputProblem(
            element, code: "tariff.originTwice",
            message: BilingualText(en: "two columns are for goods of the same origin", zh: "两列适用于同一原产地的货物"),
            found: origins.sorted().map(\.description).joined(separator: " "))
    }

    fileprivate static func badCode(_ element: XMLElement, found: String, expected: BilingualText) -> InputProblem {
        InputProblem(
            element, code: "tariff.badCode", message: BilingualText(en: "the code cannot be read", zh: "编码无法识别"),
            found: found, expected: expected)
    }
}
