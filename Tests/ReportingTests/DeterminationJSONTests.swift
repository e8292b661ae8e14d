import Bilingual
import Foundation
import Reporting
import Testing

@Suite("rcep-determination/1")
struct DeterminationJSONTests {
    private func parsed(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func everything(_ language: Language = .english) throws -> [String: Any] {
        try parsed(ReportFormat.json.render(try Sample.everything(), in: DeterminationReportTests.context(language)))
    }

    @Test(arguments: [
        "format", "good", "ruleSet", "rule", "verdict", "verdictOnEvidence", "criterion", "supplements", "alternatives",
        "rvc", "deMinimis", "countryOfOrigin", "assumptions", "missing", "warnings", "explanation", "inputDigest",
        "ruleSetDigest", "criterionOnEvidence", "supplementsOnEvidence", "exportingParty", "importingParty", "date",
        "directConsignment", "materials", "language",
    ])
    func memberIsThere(_ name: String) throws {
        #expect(try everything()[name] != nil)
    }

    @Test func valuesAreThoseOfTheContract() throws {
        let json = try everything()
        #expect(json["format"] as? String == "rcep-determination/1")
        #expect(json["verdict"] as? String == "originating")
        #expect(json["verdictOnEvidence"] as? String == "undetermined")
        #expect(json["criterion"] as? String == "CTC")
        #expect(json["supplements"] as? [String] == ["ACU", "DMI"])
        #expect(json["criterionOnEvidence"] is NSNull)
        #expect(json["countryOfOrigin"] is NSNull)
        let good = try #require(json["good"] as? [String: Any])
        #expect(good["hsCode"] as? String == "871120")
        #expect(good["hsEdition"] as? String == "2022")
        let rvc = try #require(json["rvc"] as? [String: Any])
        let indirect = try #require(rvc["indirect"] as? [String: Any])
        #expect(indirect["percent"] as? String == "38.79")
        #expect(indirect["vnm"] as? [String: String] == ["amount": "19474.33", "currency": "USD"])
        #expect(indirect["deductions"] as? [String: String] == ["amount": "125.50", "currency": "USD"])
        let deMinimis = try #require(json["deMinimis"] as? [String: Any])
        #expect(deMinimis["valuePercent"] as? String == "9.50")
        #expect(deMinimis["applied"] as? Bool == true)
        let alternatives = try #require(json["alternatives"] as? [[String: Any]])
        #expect(alternatives.map { $0["outcome"] as? String } == ["met", "notMet", "undetermined"])
        #expect(alternatives[0]["failingMaterials"] as? [String] == ["30", "50/1"])
        let missing = try #require(alternatives[2]["missing"] as? [[String: Any]])
        #expect(missing.first?["code"] as? String == "reaction.notStated")
        #expect(missing.first?["place"] == nil)
        let tree = try #require(json["explanation"] as? [String: Any])
        #expect(tree["article"] as? String == "3.2")
        #expect(tree["outcome"] as? String == "met")
        let children = try #require(tree["children"] as? [[String: Any]])
        #expect(children.map { $0["outcome"] as? String } == ["met", "notMet", "undetermined", "information"])
        #expect(children[0]["inputs"] as? [[String: String]] == [["name": "FOB value", "value": "USD 31820.00"]])
    }

    @Test func withoutFindingsTheMembersAreNull() throws {
        let json = try parsed(ReportFormat.json.render(
            try Sample.answer(.undetermined, onEvidence: .undetermined), in: ReportContext()))
        #expect(json["criterion"] is NSNull)
        #expect(json["rule"] is NSNull)
        #expect(json["importingParty"] is NSNull)
        #expect(json["directConsignment"] is NSNull)
        let deMinimis = try #require(json["deMinimis"] as? [String: Any])
        #expect(deMinimis["valuePercent"] is NSNull)
        #expect(deMinimis["applied"] as? Bool == false)
    }

    @Test func languagePicksTheWordsAndNothingElse() throws {
        let english = try everything(.english)
        let chinese = try everything(.chinese)
        #expect(Set(english.keys) == Set(chinese.keys))
        #expect((chinese["explanation"] as? [String: Any])?["statement"] as? String == "该货物具备原产资格。")
        #expect(english["verdict"] as? String == chinese["verdict"] as? String)
    }

    @Test func oneLineForBatches() throws {
        let line = DeterminationJSON(ReportContext()).renderLine(try Sample.everything(description: "a\nb"))
        #expect(!line.contains("\n"))
        #expect((try parsed(line)["good"] as? [String: Any])?["description"] as? String == "a\nb")
    }
}
