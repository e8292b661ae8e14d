import Bilingual
import OriginModel
import OriginRules

/// `proofs-of-origin.xml`: periods and amounts of Chapter 3, Section B, each with the days on which it stands, and the
/// Parties that take kinds of proof which not every Party takes.
struct ProofRequirementsFile {
    /// The periods the law has; their raw values are the ids in the file.
    enum Kind: String, CaseIterable {
        case validity
        case retroactiveIssue = "retroactive-issue"
        case certifiedTrueCopy = "certified-true-copy"
        case exporterRecords = "exporter-records"
        case importerRecords = "importer-records"
    }

    static let name = "proofs-of-origin.xml"
    private static let waiver = "waiver"

    private let periods: [Kind: DatedVersions<ProofRequirements.Period>]
    private let waiver: DatedVersions<Money>
    let acceptances: [AcceptanceElement]
    private let root: XMLElement

    init(_ tree: XMLTree) throws(InputProblems) {
        guard let root = tree.root, root.isNamed("proofs-of-origin") else {
            throw InputProblems([.wrongRoot(tree, expected: "proofs-of-origin")])
        }
        var log = ProblemLog()
        root.allow([], &log)
        root.allow(children: ["source", "period", "amount", "acceptance"], &log)
        _ = root.source(&log)
        var periods: [Kind: DatedVersions<ProofRequirements.Period>] = [:]
        for element in root.children where element.isNamed("period") {
            guard let kind = Self.kind(element, &log) else { continue }
            if periods[kind] != nil { log.add(.repeatedPeriod(element, kind)) }
            periods[kind] = Self.versions(element, &log)
        }
        for kind in Kind.allCases where periods[kind] == nil { log.add(.missingPeriod(root, kind.rawValue)) }
        let amounts = root.children.filter { $0.isNamed("amount") }
        if amounts.count != 1 { log.add(.missingPeriod(root, Self.waiver)) }
        waiver = amounts.first.map { Self.amounts($0, &log) } ?? DatedVersions([], &log)
        acceptances = Self.acceptances(root, &log)
        try log.check()
        self.periods = periods
        self.root = root
    }

    /// The requirements in force on a day; a problem where one has no version.
    func requirements(on date: CalendarDate) throws(InputProblem) -> ProofRequirements {
        guard let waiver = waiver.value(on: date) else { throw .noVersionInForce(root, Self.waiver, date) }
        return ProofRequirements(
            validity: try period(.validity, date), retroactiveIssue: try period(.retroactiveIssue, date),
            certifiedTrueCopy: try period(.certifiedTrueCopy, date), exporterRecords: try period(.exporterRecords, date),
            importerRecords: try period(.importerRecords, date), waiver: waiver,
            declarationByExporterOrProducer: try acceptance(.declarationByExporterOrProducer),
            declarationByImporter: try acceptance(.declarationByImporter))
    }

    private func acceptance(_ kind: AcceptanceElement.Kind) throws(InputProblem) -> ProofAcceptance {
        guard let element = acceptances.first(where: { $0.kind == kind }) else { throw .missingAcceptance(root, kind) }
        return element.acceptance
    }

    /// Each kind once.
    private static func acceptances(_ root: XMLElement, _ log: inout ProblemLog) -> [AcceptanceElement] {
        var read: [AcceptanceElement] = []
        let elements = root.children.filter { $0.isNamed("acceptance") }
        for element in elements {
            guard let acceptance = AcceptanceElement(element, &log) else { continue }
            if read.contains(where: { $0.kind == acceptance.kind }) { log.add(.repeatedAcceptance(element, acceptance.kind)) }
            read.append(acceptance)
        }
        // One that is there and cannot be read was reported.
        if read.count == elements.count {
            for kind in AcceptanceElement.Kind.allCases where !read.contains(where: { $0.kind == kind }) {
                log.add(.missingAcceptance(root, kind))
            }
        }
        return read
    }

    private func period(_ kind: Kind, _ date: CalendarDate) throws(InputProblem) -> ProofRequirements.Period {
        guard let period = periods[kind]?.value(on: date) else { throw .noVersionInForce(root, kind.rawValue, date) }
        return period
    }

    private static func kind(_ element: XMLElement, _ log: inout ProblemLog) -> Kind? {
        element.allow(["id", "article"], &log)
        element.allow(children: ["name", "version"], &log)
        _ = element.bilingual("name", &log)
        guard let id = element.string("id", &log) else { return nil }
        guard let kind = Kind(rawValue: id) else {
            log.add(.badValue(element, "id", found: id, expected: .periodIDs))
            return nil
        }
        return kind
    }

    private static func versions(
        _ element: XMLElement, _ log: inout ProblemLog
    ) -> DatedVersions<ProofRequirements.Period> {
        let article = element.string("article", &log) ?? ""
        return versions(element, ["years"], &log) { version, log in
            guard let text = version.string("years", &log) else { return nil }
            guard let years = Int(text), (1...30).contains(years) else {
                log.add(.badValue(version, "years", found: text, expected: .wholeYears))
                return nil
            }
            return .init(years: years, article: article)
        }
    }

    private static func amounts(_ element: XMLElement, _ log: inout ProblemLog) -> DatedVersions<Money> {
        element.allow(["id", "article"], &log)
        element.allow(children: ["name", "version"], &log)
        _ = element.bilingual("name", &log)
        _ = element.string("article", &log)
        if let id = element.string("id", &log), id != waiver {
            log.add(.badValue(element, "id", found: id, expected: BilingualText(same: waiver)))
        }
        return versions(element, ["amount", "currency"], &log) { version, log in
            guard let text = version.string("amount", &log), let code = version.string("currency", &log) else { return nil }
            guard let amount = try? ExactDecimal(parsing: text), !amount.isNegative else {
                log.add(.badValue(version, "amount", found: text, expected: .anAmount))
                return nil
            }
            guard let currency = CurrencyCode(code) else {
                log.add(.badValue(version, "currency", found: code, expected: BilingualText(same: "USD")))
                return nil
            }
            return Money(amount, currency)
        }
    }

    private static func versions<Value>(
        _ element: XMLElement, _ attributes: [StaticString], _ log: inout ProblemLog,
        _ read: (XMLElement, inout ProblemLog) -> Value?
    ) -> DatedVersions<Value> {
        var versions: [DatedVersions<Value>.Version] = []
        for version in element.children where version.isNamed("version") {
            version.allow(attributes + ["effectiveFrom", "effectiveTo"], &log)
            version.allow(children: [], &log)
            guard let value = read(version, &log), let validity = version.validity(&log) else { continue }
            versions.append(.init(validity: validity, value: value, element: version))
        }
        if versions.isEmpty { log.add(.missingElement(element, ["version"])) }
        return DatedVersions(versions, &log)
    }
}

extension RuleDirectory {
    /// What the law asks of proofs of origin on a day.
    public func proofRequirements(on date: CalendarDate) throws(InputProblems) -> ProofRequirements {
        let parser = try XMLParser.make()
        let name = "\(AgreementFiles.folder)/\(ProofRequirementsFile.name)"
        var log = ProblemLog()
        let tree = log.collect { () throws(InputProblem) in try parser.parse(try SourceFile(root: path, name: name)) }
        let file = tree.flatMap { tree in
            log.collectAll { () throws(InputProblems) in try ProofRequirementsFile(tree) }
        }
        let requirements = file.flatMap { file in
            log.collect { () throws(InputProblem) in try file.requirements(on: date) }
        }
        guard let requirements else { throw InputProblems(log.problems) }
        return requirements
    }
}

extension BilingualText {
    fileprivate static let periodIDs = BilingualText(
        same: ProofRequirementsFile.Kind.allCases.map(\.rawValue).joined(separator: ", "))
    fileprivate static let wholeYears = BilingualText(en: "whole years from 1 to 30", zh: "1至30的整年数")
    fileprivate static let anAmount = BilingualText(en: "an amount such as 200", zh: "金额，例如200")
}

extension InputProblem {
    fileprivate static func repeatedPeriod(
        _ element: XMLElement, _ kind: ProofRequirementsFile.Kind
    ) -> InputProblem {
        InputProblem(
            element, code: "agreement.repeatedPeriod",
            message: BilingualText(
                en: "the period stands here twice; a change of the law is a new <version>",
                zh: "该期限重复出现；法律变更应写为新的 <version>"),
            found: kind.rawValue)
    }

    fileprivate static func repeatedAcceptance(
        _ element: XMLElement, _ kind: AcceptanceElement.Kind
    ) -> InputProblem {
        InputProblem(
            element, code: "agreement.repeatedAcceptance",
            message: BilingualText(
                en: "the kind of proof stands here twice; a change is another <party> with its days",
                zh: "该种证明重复出现；变更应写为另一个带日期的 <party>"),
            found: kind.rawValue)
    }

    fileprivate static func missingAcceptance(_ root: XMLElement, _ kind: AcceptanceElement.Kind) -> InputProblem {
        InputProblem(
            root, code: "agreement.missingAcceptance",
            message: BilingualText(
                en: "it is not said which Parties take this kind of proof", zh: "缺少接受该种证明的缔约方"),
            expected: BilingualText(same: kind.rawValue))
    }

    fileprivate static func missingPeriod(_ root: XMLElement, _ id: String) -> InputProblem {
        InputProblem(
            root, code: "agreement.missingPeriod",
            message: BilingualText(en: "a period or amount of the agreement is missing", zh: "缺少协定规定的期限或者金额"),
            expected: BilingualText(same: id))
    }
}
