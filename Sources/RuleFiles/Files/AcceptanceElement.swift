import Bilingual
import OriginModel
import OriginRules

/// `<acceptance>`: the Parties that take a kind of proof which not every Party takes, each with its days.
struct AcceptanceElement {
    /// The kinds the law has; their raw values are the ids in the file.
    enum Kind: String, CaseIterable {
        case declarationByExporterOrProducer = "declaration-by-exporter-or-producer"
        case declarationByImporter = "declaration-by-importer"
    }

    /// A Party with the element that names it first.
    struct Named {
        let party: CountryCode
        let spans: DatedVersions<CountryCode>
    }

    let kind: Kind
    let article: String
    let others: ProofAcceptance.Answer
    let parties: [Named]

    init?(_ element: XMLElement, _ log: inout ProblemLog) {
        element.allow(["id", "article", "others"], &log)
        element.allow(children: ["name", "source", "party"], &log)
        _ = element.bilingual("name", &log)
        _ = element.source(&log)
        let article = element.string("article", &log)
        let others = Self.others(element, &log)
        parties = Self.parties(element, &log)
        guard let id = element.string("id", &log) else { return nil }
        guard let kind = Kind(rawValue: id) else {
            log.add(.badValue(element, "id", found: id, expected: .acceptanceIDs))
            return nil
        }
        guard let article, let others else { return nil }
        self.kind = kind
        self.article = article
        self.others = others
    }

    var acceptance: ProofAcceptance {
        let spans = parties.map { named in
            (named.party, named.spans.versions.map { ProofAcceptance.Span(first: $0.validity.first, last: $0.validity.last) })
        }
        return ProofAcceptance(
            article: article, spans: Dictionary(spans, uniquingKeysWith: { first, _ in first }), others: others)
    }

    private static func others(_ element: XMLElement, _ log: inout ProblemLog) -> ProofAcceptance.Answer? {
        let words: [String: ProofAcceptance.Answer] = ["not": .notAccepted, "unknown": .unknown]
        guard let text = element.string("others", &log) else { return nil }
        if words[text] == nil {
            log.add(.badValue(element, "others", found: text, expected: BilingualText(same: words.keys.sorted().joined(separator: ", "))))
        }
        return words[text]
    }

    /// A Party may take up, give up and take up again, never twice on one day.
    private static func parties(_ element: XMLElement, _ log: inout ProblemLog) -> [Named] {
        var order: [CountryCode] = []
        var versions: [CountryCode: [DatedVersions<CountryCode>.Version]] = [:]
        for child in element.children where child.isNamed("party") {
            child.allow(["code", "effectiveFrom", "effectiveTo"], &log)
            child.allow(children: [], &log)
            let validity = child.validity(&log)
            guard let text = child.string("code", &log) else { continue }
            guard let code = CountryCode(text) else {
                log.add(.badValue(child, "code", found: text, expected: .countryCode))
                continue
            }
            guard let validity else { continue }
            if versions[code] == nil { order.append(code) }
            versions[code, default: []].append(.init(validity: validity, value: code, element: child))
        }
        return order.map { Named(party: $0, spans: DatedVersions(versions[$0] ?? [], &log)) }
    }
}

extension BilingualText {
    fileprivate static let acceptanceIDs = BilingualText(
        same: AcceptanceElement.Kind.allCases.map(\.rawValue).joined(separator: ", "))
}

// MARK: - Against the Parties

extension AcceptanceElement {
    /// A Party that is none, and one that would take a proof before the Agreement binds it.
    func check(against known: [Party], _ log: inout ProblemLog) {
        for version in parties.flatMap(\.spans.versions) {
            guard let party = known.first(where: { $0.code == version.value }) else {
                log.add(.acceptanceOfNoParty(version.element, version.value))
                continue
            }
            if version.validity.first < party.inForce { log.add(.acceptedTooEarly(version.element, version.validity.first, party)) }
        }
    }
}

extension InputProblem {
    fileprivate static func acceptanceOfNoParty(_ element: XMLElement, _ code: CountryCode) -> InputProblem {
        InputProblem(
            element, code: "lint.acceptanceOfNoParty",
            message: BilingualText(en: "\(PartiesFile.name) has no such Party", zh: "\(PartiesFile.name) 中没有该缔约方"),
            found: code.description)
    }

    fileprivate static func acceptedTooEarly(
        _ element: XMLElement, _ date: CalendarDate, _ party: Party
    ) -> InputProblem {
        InputProblem(
            element, code: "lint.acceptedTooEarly",
            message: BilingualText(
                en: "the Agreement does not bind the Party on that day yet", zh: "协定在该日尚未对该缔约方生效"),
            found: date.description,
            expected: BilingualText(en: "\(party.inForce) or later", zh: "不早于\(party.inForce)"))
    }
}
