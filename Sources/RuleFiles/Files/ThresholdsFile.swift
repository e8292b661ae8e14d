import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// `thresholds.xml`: the percentages of the agreement, each with its article and the days on which it stands.
struct ThresholdsFile {
    /// The thresholds the agreement has; their raw values are the ids in the file.
    enum Kind: String, CaseIterable {
        case regionalValueContent = "regional-value-content"
        case deMinimisValue = "de-minimis-value"
        case deMinimisWeight = "de-minimis-weight"
        case domesticValueAddition = "domestic-value-addition"
    }

    struct Value {
        let threshold: Agreement.Threshold
        /// Chapters whose goods it is for; nil for all.
        let chapters: ClosedRange<UInt32>?
    }

    static let name = "thresholds.xml"

    let versions: [Kind: DatedVersions<Value>]
    let root: XMLElement

    init(_ tree: XMLTree) throws(InputProblems) {
        guard let root = tree.root, root.isNamed("thresholds") else {
            throw InputProblems([.wrongRoot(tree, expected: "thresholds")])
        }
        var log = ProblemLog()
        root.allow([], &log)
        root.allow(children: ["source", "threshold"], &log)
        _ = root.source(&log)
        var versions: [Kind: DatedVersions<Value>] = [:]
        for element in root.children where element.isNamed("threshold") {
            guard let kind = Self.kind(element, &log) else { continue }
            if versions[kind] != nil { log.add(.repeatedThreshold(element, kind)) }
            versions[kind] = Self.versions(element, kind, &log)
        }
        for kind in Kind.allCases where versions[kind] == nil { log.add(.missingThreshold(root, kind)) }
        try log.check()
        self.versions = versions
        self.root = root
    }

    /// The value in force on a day; a problem where there is none.
    func value(_ kind: Kind, on date: CalendarDate) throws(InputProblem) -> Value {
        guard let value = versions[kind]?.value(on: date) else { throw .noVersionInForce(root, kind.rawValue, date) }
        return value
    }

    private static func kind(_ element: XMLElement, _ log: inout ProblemLog) -> Kind? {
        element.allow(["id", "article"], &log)
        element.allow(children: ["name", "version"], &log)
        _ = element.bilingual("name", &log)
        guard let id = element.string("id", &log) else { return nil }
        guard let kind = Kind(rawValue: id) else {
            log.add(.badValue(element, "id", found: id, expected: .thresholdIDs))
            return nil
        }
        return kind
    }

    private static func versions(_ element: XMLElement, _ kind: Kind, _ log: inout ProblemLog) -> DatedVersions<Value> {
        let article = element.string("article", &log) ?? ""
        var versions: [DatedVersions<Value>.Version] = []
        for version in element.children where version.isNamed("version") {
            version.allow(["percent", "effectiveFrom", "effectiveTo", "firstChapter", "lastChapter"], &log)
            version.allow(children: [], &log)
            guard let percent = version.percentage("percent", &log), let validity = version.validity(&log) else {
                continue
            }
            let threshold = Agreement.Threshold(id: kind.rawValue, article: article, percent: percent)
            let value = Value(threshold: threshold, chapters: chapters(version, kind, &log))
            versions.append(.init(validity: validity, value: value, element: version))
        }
        if versions.isEmpty { log.add(.missingElement(element, ["version"])) }
        return DatedVersions(versions, &log)
    }

    /// Only the weight test is bound to chapters (3.7.1(b)).
    private static func chapters(
        _ version: XMLElement, _ kind: Kind, _ log: inout ProblemLog
    ) -> ClosedRange<UInt32>? {
        guard kind == .deMinimisWeight else {
            for name in version.attributeNames where name.hasSuffix("Chapter") {
                log.add(.unexpectedAttribute(version, name, allowed: ["percent", "effectiveFrom", "effectiveTo"]))
            }
            return nil
        }
        guard let first = version.code("firstChapter", &log), let last = version.code("lastChapter", &log) else {
            return nil
        }
        guard first.level == .chapter, last.level == .chapter, first <= last else {
            log.add(.badValue(version, "firstChapter", found: "\(first) - \(last)", expected: .twoChapters))
            return nil
        }
        return first.number...last.number
    }
}

extension BilingualText {
    fileprivate static let thresholdIDs = BilingualText(
        same: ThresholdsFile.Kind.allCases.map(\.rawValue).joined(separator: ", "))
    fileprivate static let twoChapters = BilingualText(
        en: "two chapters of two digits, the first not after the last", zh: "两个两位数的章号，且前者不在后者之后")
}

extension InputProblem {
    fileprivate static func repeatedThreshold(_ element: XMLElement, _ kind: ThresholdsFile.Kind) -> InputProblem {
        InputProblem(
            element, code: "agreement.repeatedThreshold",
            message: BilingualText(
                en: "the threshold stands here twice; a change of the law is a new <version>",
                zh: "该门槛重复出现；法律变更应写为新的 <version>"),
            found: kind.rawValue)
    }

    fileprivate static func missingThreshold(_ root: XMLElement, _ kind: ThresholdsFile.Kind) -> InputProblem {
        InputProblem(
            root, code: "agreement.missingThreshold",
            message: BilingualText(en: "a threshold of the agreement is missing", zh: "缺少协定规定的门槛"),
            expected: BilingualText(same: kind.rawValue))
    }

    static func noVersionInForce(_ root: XMLElement, _ what: String, _ date: CalendarDate) -> InputProblem {
        InputProblem(
            root, code: "agreement.noVersionInForce",
            message: BilingualText(en: "no version of \(what) is in force on the date", zh: "\(what) 在该日期没有有效版本"),
            found: date.description)
    }
}
