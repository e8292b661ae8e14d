import Bilingual
import HarmonizedSystem
import LocalFiles
import OriginModel
import RuleFiles
import Tariffs

/// Where things stand in the folder of all rules.
enum TariffFolder {
    static let name = "tariffs"
    static let appendixLists = "appendix-lists"
    static let calendar = "calendar.xml"
    static let schedule = "schedule.xml"
    static let lines = "lines.csv"

    /// Names of the folders of schedules, in order.
    /// - Parameter parties: whose schedules are wanted; folders named after another Party are left out. nil for all.
    static func schedules(root: String, of parties: Set<CountryCode>? = nil) throws(InputProblem) -> [String] {
        let path = "\(root)/\(name)"
        return try FileSystem.entries(of: path).filter { entry in
            if let parties, let party = party(named: entry), !parties.contains(party) { return false }
            return entry != appendixLists && FileSystem.isFolder("\(path)/\(entry)")
        }
    }

    /// The Party whose code a folder begins with: `jp-2026`; nil where it begins with none.
    static func party(named folder: String) -> CountryCode? {
        guard let end = folder.firstIndex(of: "-"), let code = CountryCode(folder[..<end].uppercased()),
            OriginGroup.everyParty.contains(code)
        else { return nil }
        return code
    }
}

extension XMLElement {
    /// A required code of a Party.
    func party(_ name: StaticString, _ log: inout ProblemLog) -> CountryCode? {
        guard let text = string(name, &log) else { return nil }
        guard let code = CountryCode(text), OriginGroup.everyParty.contains(code) else {
            log.add(.badValue(self, name, code: "tariff.unknownParty", found: text, expected: .partyCodes))
            return nil
        }
        return code
    }

    /// A required list of codes of Parties, each once.
    func parties(_ name: StaticString, _ log: inout ProblemLog) -> Set<CountryCode>? {
        guard let text = string(name, &log) else { return nil }
        var parties: Set<CountryCode> = []
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            guard let code = CountryCode(word), OriginGroup.everyParty.contains(code) else {
                log.add(.badValue(self, name, code: "tariff.unknownParty", found: String(word), expected: .partyCodes))
                return nil
            }
            if !parties.insert(code).inserted {
                log.add(.badValue(self, name, code: "tariff.repeatedParty", found: text, expected: .partyCodes))
            }
        }
        return parties
    }

    /// A required edition of the Harmonized System.
    func edition(_ log: inout ProblemLog) -> HSEdition? {
        guard let text = string("edition", &log) else { return nil }
        guard let edition = HSEdition(rawValue: text) else {
            log.add(.badValue(self, "edition", found: text, expected: .editions))
            return nil
        }
        return edition
    }

    /// `true` or `false`; `absent` where the attribute is missing.
    func flag(_ name: StaticString, absent: Bool, _ log: inout ProblemLog) -> Bool {
        guard attribute(name) != nil, let text = string(name, &log) else { return absent }
        if text != "true", text != "false" {
            log.add(.badValue(self, name, found: text, expected: BilingualText(same: "true, false")))
        }
        return text == "true"
    }

    /// The element with this name inside, at most one.
    func only(_ name: StaticString, _ log: inout ProblemLog) -> XMLElement? {
        var found = children.filter { $0.isNamed(name) }[...]
        let first = found.popFirst()
        for other in found { log.add(.repeatedElement(other)) }
        return first
    }

    /// The words of the text, with blanks between them.
    var list: [Substring] {
        text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
    }
}

extension BilingualText {
    static let partyCodes = BilingualText(
        en: "codes of Parties, each once: \(allParties)", zh: "缔约方代码，各一次：\(allParties)")

    private static let allParties = OriginGroup.everyParty.sorted().map(\.description).joined(separator: " ")
}
