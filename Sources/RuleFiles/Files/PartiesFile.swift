import Bilingual
import OriginModel
import OriginRules

/// `parties.xml`: the Parties with their names and the first day the Agreement is in force for each.
struct PartiesFile {
    static let name = "parties.xml"

    let parties: [Party]

    init(_ tree: XMLTree) throws(InputProblems) {
        guard let root = tree.root, root.isNamed("parties") else {
            throw InputProblems([.wrongRoot(tree, expected: "parties")])
        }
        var log = ProblemLog()
        root.allow(["article"], &log)
        _ = root.string("article", &log)
        root.allow(children: ["source", "party"], &log)
        _ = root.source(&log)
        var parties: [Party] = []
        for element in root.children where element.isNamed("party") {
            guard let party = Self.party(element, &log) else { continue }
            if parties.contains(where: { $0.code == party.code }) { log.add(.repeatedParty(element, party.code)) }
            parties.append(party)
        }
        if parties.isEmpty { log.add(.missingElement(root, ["party"])) }
        try log.check()
        self.parties = parties
    }

    private static func party(_ element: XMLElement, _ log: inout ProblemLog) -> Party? {
        element.allow(["code", "inForce", "schedule"], &log)
        element.allow(children: ["name", "note"], &log)
        let hasNote = element.children.contains { $0.isNamed("note") }
        let note = hasNote ? element.bilingual("note", &log) : nil
        let name = element.bilingual("name", &log)
        let date = element.date("inForce", &log)
        guard let text = element.string("code", &log) else { return nil }
        guard let code = CountryCode(text) else {
            log.add(.badValue(element, "code", found: text, expected: .countryCode))
            return nil
        }
        guard let name, let date, let schedule = schedule(element, &log) else { return nil }
        return Party(code: code, name: name, inForce: date, note: note, schedule: schedule)
    }

    private static func schedule(_ element: XMLElement, _ log: inout ProblemLog) -> Party.ScheduleKind? {
        guard element.attribute("schedule") != nil else { return .byOrigin }
        guard let text = element.string("schedule", &log) else { return nil }
        guard let kind = Party.ScheduleKind(rawValue: text) else {
            log.add(.badValue(element, "schedule", found: text, expected: .scheduleKind))
            return nil
        }
        return kind
    }
}

extension BilingualText {
    fileprivate static let scheduleKind = BilingualText(
        same: Party.ScheduleKind.allCases.map(\.rawValue).joined(separator: ", "))
    static let countryCode = BilingualText(
        en: "two capital letters (ISO 3166-1 alpha-2)", zh: "两位大写字母（ISO 3166-1 二位代码）")
}

extension InputProblem {
    fileprivate static func repeatedParty(_ element: XMLElement, _ code: CountryCode) -> InputProblem {
        InputProblem(
            element, code: "agreement.repeatedParty",
            message: BilingualText(en: "the Party stands here twice", zh: "该缔约方重复出现"), found: code.description)
    }
}
