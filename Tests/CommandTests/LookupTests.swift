import Foundation
import Testing

/// `rcep lookup`.
struct LookupTests {
    // MARK: Codes

    /// What is asked, the code that answers, and the row whose rule holds; nil where several rows lie below.
    static let codes: [(query: [String], code: String, row: String?)] = [
        (["97"], "97", "chapter 97"),
        (["87"], "87", nil),
        (["8711"], "87.11", "heading 87.11"),
        (["87.11"], "87.11", "heading 87.11"),
        (["871120"], "8711.20", "heading 87.11"),
        (["8711.20"], "8711.20", "heading 87.11"),
        (["8711", "20"], "8711.20", "heading 87.11"),
        (["87112010"], "8711.20", "heading 87.11"),
        (["8711.20.00.90"], "8711.20", "heading 87.11"),
        (["1601.00"], "1601.00", "subheading 1601.00"),
        (["1601"], "16.01", nil),
        (["970121"], "9701.21", "chapter 97"),
    ]

    @Test(arguments: codes)
    func ruleOfCode(query: [String], code: String, row: String?) throws {
        let run = try rcep(["lookup", "--lang", "en"] + query)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.hasPrefix("\(code) "))
        if let row {
            #expect(run.output.contains("(\(row))"))
        } else {
            #expect(run.output.contains("no single rule; see the rows below"))
        }
    }

    /// What is no code of HS 2022, the message, and a code that is suggested.
    static let mistakes: [(query: String, message: String, near: String?)] = [
        ("8711.99", "this code does not exist in HS 2022", "8711.90"),
        ("8799", "this code does not exist in HS 2022", nil),
        ("77", "this code does not exist in HS 2022", nil),
        ("99", "this code does not exist in HS 2022", nil),
        ("00", "this code does not exist in HS 2022", nil),
        ("8", "this is not an HS code", nil),
        ("871", "this is not an HS code", nil),
        ("87112", "this is not an HS code", nil),
        ("8711200000000", "this is not an HS code", nil),
    ]

    @Test(arguments: mistakes)
    func noCode(query: String, message: String, near: String?) throws {
        let run = try rcep("lookup", "--lang", "en", query)
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(message))
        #expect(run.errors.contains(query))
        if let near { #expect(run.errors.contains("near: ") && run.errors.contains(near)) }
        let chinese = try rcep("lookup", "--lang", "zh", query)
        #expect(chinese.status == 65)
        #expect(chinese.errors.contains("HS") && !chinese.errors.contains(message))
    }

    // MARK: Words

    static let words: [(query: [String], codes: [String])] = [
        (["motorcycle"], ["87.11", "87.14"]),
        (["MOTORCYCLES"], ["87.11", "87.14"]),
        (["motorcycle", "bicycle"], ["87.14"]),
        (["bicycle", "motorcycle"], ["87.14"]),
        (["motorcycle bicycle"], ["87.14"]),
        (["摩托车"], ["87.11", "87.14"]),
        (["摩托车", "零附件"], ["87.14"]),
        (["motorcycle", "零附件"], ["87.14"]),
    ]

    @Test(arguments: words, ["en", "zh"])
    func codesByWords(_ row: (query: [String], codes: [String]), language: String) throws {
        let run = try rcep(["lookup", "--lang", language] + row.query)
        #expect(run.status == 0)
        let found = run.output.split(separator: "\n").compactMap { line in
            line.first?.isNumber == true && line.contains(".") ? String(line.prefix(5)) : nil
        }
        #expect(found.filter { $0.contains(".") } == row.codes)
    }

    @Test(arguments: [("en", "Nothing found for “xyzzy plugh”\n"), ("zh", "未找到“xyzzy plugh”\n")])
    func nothingFound(language: String, words: String) throws {
        let run = try rcep("lookup", "--lang", language, "xyzzy", "plugh")
        #expect(run.status == 1)
        #expect(run.output.contains(words.trimmingCharacters(in: .newlines)))
        #expect(run.errors.isEmpty)
    }

    @Test func nothingFoundForPrograms() throws {
        let run = try rcep("lookup", "--format", "json", "xyzzy")
        #expect(run.status == 1)
        #expect(run.output == "[]\n")
    }

    // MARK: Formats

    struct Rule: Decodable {
        struct Labels: Decodable {
            let en: String
            let zh: String
        }
        let format: String
        let code: String
        let ruleCode: String
        let level: String
        let text: String
        let labels: Labels
    }

    @Test(arguments: ["en", "zh"])
    func jsonOfOneCode(language: String) throws {
        let run = try rcep("lookup", "--lang", language, "--format", "json", "8711.20")
        let rule = try JSONDecoder().decode(Rule.self, from: Data(run.output.utf8))
        #expect(rule.format == "rcep-rule/1")
        #expect([rule.code, rule.ruleCode, rule.level, rule.text] == ["871120", "8711", "heading", "RVC40"])
        #expect([rule.labels.en, rule.labels.zh] == ["Motorcycles and mopeds", "摩托车及机动脚踏车"])
    }

    @Test(arguments: [("87", 28), ("motorcycle", 10), ("8711 ", 1)])
    func jsonOfSeveral(query: String, count: Int) throws {
        let run = try rcep("lookup", "--format", "json", query)
        if count == 1 {
            #expect(try JSONDecoder().decode(Rule.self, from: Data(run.output.utf8)).code == "8711")
        } else {
            let rules = try JSONDecoder().decode([Rule].self, from: Data(run.output.utf8))
            #expect(rules.count == count)
            #expect(rules.allSatisfy { $0.format == "rcep-rule/1" && $0.code.hasPrefix("87") })
        }
    }

    @Test(arguments: [("en", "Rule as printed", "en"), ("zh", "规则原文", "zh-Hans")])
    func markdownAndHTML(language: String, words: String, attribute: String) throws {
        let markdown = try rcep("lookup", "--lang", language, "--format", "markdown", "8711.20")
        #expect(markdown.status == 0)
        #expect(markdown.output.hasPrefix("# 8711.20 ") && markdown.output.contains("| \(words) | RVC40"))
        let page = try rcep("lookup", "--lang", language, "--format", "html", "8711.20")
        #expect(page.status == 0)
        #expect(page.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(attribute)\">"))
        #expect(page.output.contains(words) && page.output.hasSuffix("</html>\n"))
    }

    // MARK: Dates

    @Test(arguments: [("2022-06-01", true), ("2022-12-31", true), ("2023-01-01", false), ("2026-01-01", false)])
    func aDayBeforeTheRuleSetIsWarnedOf(day: String, warns: Bool) throws {
        for language in ["en", "zh"] {
            let run = try rcep("lookup", "--lang", language, "--date", day, "8711.20")
            #expect(run.status == 0)
            #expect(run.output.contains("2023-01-01"))
            #expect(run.errors.contains(day) == warns)
            #expect(run.errors.isEmpty == !warns)
        }
    }
}
