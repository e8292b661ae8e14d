import ArgumentParser
import Bilingual
import Glibc
import HarmonizedSystem
import OriginModel
import OriginRules
import Reporting
import RuleFiles

/// `rcep lookup`: the rule of a code, or the codes that words describe.
struct LookupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Shows the rule of a code, or finds codes by words. / 查询编码的规则，或按词语查找编码。",
        discussion: "Exit status: 0 found, 1 nothing found, 64 wrong usage, 65 a code that does not exist.")

    @Argument(help: "A chapter, heading or subheading (87, 8711, 8711.20), or words in English or Chinese. / 编码或词语。")
    var query: [String]

    @Option(help: "text, json, html or markdown. / 格式。")
    var format: ReportFormat = .text

    @Option(help: "Day whose rule set is asked, YYYY-MM-DD; default today. / 日期。")
    var date: CalendarDate?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        var found = true
        try shared.reportingProblems { () throws(InputProblems) in
            let directory = try shared.ruleDirectory()
            guard let day = date ?? .today else { throw InputProblems([.noDate("--date")]) }
            let law = try directory.law(on: day)
            if day < law.ruleSet.effectiveFrom { Terminal.complain(BilingualText.early(law.ruleSet, day)[shared.language] + "\n") }
            found = try show(law, try directory.labels())
        }
        if !found { throw ExitCode(1) }
    }

    /// False when nothing was found.
    private func show(_ law: LawInForce, _ labels: HSLabels) throws(InputProblems) -> Bool {
        let words = query.joined(separator: " ")
        guard words.contains(where: \.isNumber), !words.contains(where: \.isLetter) else {
            let codes = labels.codes(describedBy: words)
            print(codes, asked: words, isSearch: true, law, labels)
            return !codes.isEmpty
        }
        print([try code(words, law)], asked: words, isSearch: false, law, labels)
        return true
    }

    /// The code that was asked for, of the rule set's edition.
    private func code(_ text: String, _ law: LawInForce) throws(InputProblems) -> HSCode {
        let edition = law.ruleSet.edition
        guard let code = HSCode(text) ?? HSCode(firstSixOf: text) else { throw InputProblems([.notACode(text)]) }
        guard let nomenclature = law.nomenclatures[edition], nomenclature.contains(code) else {
            throw InputProblems([.noSuchCode(text, edition, near: law.nomenclatures[edition]?.near(code) ?? [])])
        }
        return code
    }

    private func print(_ codes: [HSCode], asked: String, isSearch: Bool, _ law: LawInForce, _ labels: HSLabels) {
        guard let layout = format.layout else {
            Terminal.print(json(codes, isSearch: isSearch, law, labels))
            return
        }
        let context = ReportContext(
            language: shared.language, labels: labels, programVersion: Program.version,
            color: Terminal.usesColor(STDOUT_FILENO), width: Terminal.width)
        let report = LookupReport(law.ruleSet, context)
        let document = isSearch ? report.list(codes, query: asked) : report.document(for: codes[0])
        Terminal.print(document.render(as: layout, in: context))
    }

    /// One `rcep-rule/1` for a subheading; an array of them, one for each row that applies, for anything wider.
    private func json(_ codes: [HSCode], isSearch: Bool, _ law: LawInForce, _ labels: HSLabels) -> String {
        let writer = RuleJSON(ruleSet: law.ruleSet, labels: labels)
        let rules = codes.flatMap { code -> [(HSCode, ProductSpecificRule)] in
            if let rule = law.ruleSet.rule(for: code) { return [(code, rule)] }
            return law.ruleSet.rows.filter { $0.code.level > code.level && $0.code.prefix(code.level) == code }
                .map { ($0.code, $0) }
        }
        let texts = rules.map { writer.text($0.0, $0.1, layout: .pretty) }
        if !isSearch, texts.count == 1 { return texts[0] + "\n" }
        return texts.isEmpty ? "[]\n" : "[\n" + texts.joined(separator: ",\n") + "\n]\n"
    }
}

extension BilingualText {
    fileprivate static func early(_ ruleSet: RuleSet, _ day: CalendarDate) -> BilingualText {
        BilingualText(
            en: "rule set \(ruleSet.id) applies from \(ruleSet.effectiveFrom), after \(day); the annex of that day is not loaded",
            zh: "规则集\(ruleSet.id)自\(ruleSet.effectiveFrom)起适用，晚于\(day)；当日适用的附件未载入")
    }
}

extension HSLabels {
    /// Codes whose label holds every word of the query, in either language, letters' case aside.
    fileprivate func codes(describedBy query: String) -> [HSCode] {
        let words = query.lowercased().split(separator: " ")
        guard !words.isEmpty else { return [] }
        return codes.filter { code in
            guard let label = self[code] else { return false }
            let english = label.english.lowercased()
            return words.allSatisfy { english.contains($0) || label.chinese.contains($0) }
        }
    }
}

extension InputProblem {
    fileprivate static func notACode(_ text: String) -> InputProblem {
        InputProblem(
            file: "rcep lookup", place: .wholeFile, code: "hs.notACode",
            message: BilingualText(en: "this is not an HS code", zh: "这不是HS编码"), found: text,
            expected: BilingualText(en: "2, 4 or 6 to 12 digits", zh: "2位、4位或6至12位数字"))
    }

    fileprivate static func noSuchCode(_ text: String, _ edition: HSEdition, near: [HSCode]) -> InputProblem {
        let codes = near.map(\.printed).joined(separator: ", ")
        return InputProblem(
            file: "rcep lookup", place: .wholeFile, code: "hs.unknownCode",
            message: BilingualText(
                en: "this code does not exist in HS \(edition.rawValue)", zh: "HS \(edition.rawValue)中没有该编码"),
            found: text,
            expected: near.isEmpty
                ? nil : BilingualText(en: "a code that exists; near: \(codes)", zh: "存在的编码；相近编码：\(codes)"))
    }
}
