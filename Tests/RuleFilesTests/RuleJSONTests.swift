import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Reporting
import Testing

/// `rcep-rule/1`, member by member.
@Suite struct RuleJSONTests {
    static func text(_ text: String, code: String, row: String, page: Int) throws -> String {
        let (code, row) = (try #require(HSCode(code)), try #require(HSCode(row)))
        let rule = ProductSpecificRule(code: row, text: text, page: page, branches: try RuleText.parse(text))
        let ruleSet = try RuleSet(
            id: "test", edition: .hs2022, effectiveFrom: Fixtures.date("2023-01-01"),
            source: BilingualText(en: "Annex", zh: "附件"), digest: "", rules: [rule])
        let labels = try HSLabels(tabSeparated: "01\tAnimals\t活动物\n")
        return RuleJSON(ruleSet: ruleSet, labels: labels).text(code, rule, layout: .compact)
    }

    static func object(
        _ text: String, code: String, row: String, level: String, branches: String, labels: String, page: String
    ) -> String {
        """
        {"format":"rcep-rule/1","code":"\(code)","ruleCode":"\(row)","level":"\(level)","text":"\(text)",\
        "branches":[\(branches)],"labels":\(labels),"source":{"document":"Annex","page":\(page)}}
        """
    }

    static let animals = #"{"en":"Animals","zh":"活动物"}"#
    static let none = #"{"en":null,"zh":null}"#

    @Test func `a rule that is not split`() throws {
        let branch = """
            {"number":null,"condition":null,"alternatives":[\
            {"criterion":"CTC","level":"CTH","exceptions":[{"from":"7208","to":"7211"},{"from":"7213","to":"7213"}]},\
            {"criterion":"RVC","threshold":"40"},{"criterion":"CR"},{"criterion":"WO"}]}
            """
        let words = "CTH except from headings 72.08 to 72.11 or 72.13, or RVC40, or CR, or WO"
        let expected = Self.object(
            words, code: "010121", row: "01", level: "chapter", branches: branch, labels: Self.animals, page: "7")
        #expect(try Self.text(words, code: "010121", row: "01", page: 7) == expected)
    }

    @Test func `a split rule, a proviso, no page, no label`() throws {
        let branches = """
            {"number":1,"condition":"eggs","alternatives":[{"criterion":"CTC","level":"CC"}]},\
            {"number":2,"condition":"milk","alternatives":[\
            {"criterion":"CTC","level":"CTSH","proviso":{"activeIngredientShare":"50"}}]}
            """
        let share = "provided that at least 50 % by weight of the active ingredient or ingredients is originating"
        let words = "1. CC for eggs 2. CTSH \(share) for milk"
        let expected = Self.object(
            words, code: "380891", row: "380891", level: "subheading", branches: branches, labels: Self.none,
            page: "null")
        #expect(try Self.text(words, code: "380891", row: "380891", page: 0) == expected)
    }

    static let strings: [(text: String, json: String)] = [
        ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t\u{1}\u{1F}", #""\n\r\t\u0001\u001f""#),
        ("活动物 é 😀/", #""活动物 é 😀/""#),
    ]

    @Test(arguments: strings)
    func `a string is escaped`(text: String, json: String) {
        var writer = JSONWriter()
        writer.value(text)
        #expect(writer.text == json)
    }

    @Test func `the pretty layout has one member a line`() {
        var writer = JSONWriter(.pretty)
        writer.object { json in
            json.member("a", 1)
            json.member("b", true)
            json.optionalMember("left out", nil)
            json.arrayMember("c", ["x", "y"])
            json.arrayMember("d", [String]())
            json.objectMember("e") { json in json.nullMember("f") }
            json.objectMember("g") { _ in }
        }
        let expected = """
            {
              "a": 1,
              "b": true,
              "c": [
                "x",
                "y"
              ],
              "d": [],
              "e": {
                "f": null
              },
              "g": {}
            }
            """
        #expect(writer.text == expected)
    }
}
