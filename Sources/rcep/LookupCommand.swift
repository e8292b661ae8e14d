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

    @Option(name: .customLong("to"), help: "Importing Party. / 进口缔约方。")
    var importingParty: CountryCode?

    @Option(name: .customLong("from"), help: "Exporting Party. / 出口缔约方。")
    var exportingParty: CountryCode?

    @OptionGroup var shared: SharedOptions

    /// More codes than a person would read through are only counted.
    private static let mostShown = 40

    func run() throws {
        var found = true
        try shared.reportingProblems { () throws(InputProblems) in
            let directory = try shared.ruleDirectory()
            guard let day = date ?? .today else { throw InputProblems([.noDate("--date")]) }
            let law = try directory.law(on: day)
            try PartyOptions.check([("--to", importingParty), ("--from", exportingParty)], in: law.agreement)
            if day < law.ruleSet.effectiveFrom { complain(.early(law.ruleSet, day)) }
            found = try show(law, directory, on: day)
        }
        if !found { throw ExitCode(1) }
    }

    /// False when nothing was found.
    private func show(
        _ law: LawInForce, _ directory: RuleDirectory, on day: CalendarDate
    ) throws(InputProblems) -> Bool {
        let labels = try directory.labels()
        let words = query.joined(separator: " ")
        guard words.contains(where: \.isNumber), !words.contains(where: \.isLetter) else {
            let search = LabelSearch(labels: labels, synonyms: try directory.synonyms())
            let codes = search.codes(describedBy: words)
            print(codes, asked: words, isSearch: true, law, labels, nil)
            if importingParty != nil || exportingParty != nil { complain(.ratesOfOneCode) }
            return !codes.isEmpty
        }
        let edition = law.ruleSet.edition
        let code = try CodeQuery.code(words, in: law.nomenclatures[edition], of: edition)
        let asksForRates = importingParty != nil || exportingParty != nil
        let rates = asksForRates
            ? try LookupRates(directory, law, to: importingParty, from: exportingParty, on: day) : nil
        print([code], asked: words, isSearch: false, law, labels, rates)
        return true
    }

    private func print(
        _ codes: [HSCode], asked: String, isSearch: Bool, _ law: LawInForce, _ labels: HSLabels, _ rates: LookupRates?
    ) {
        guard let layout = format.layout else {
            Terminal.print(json(codes, isSearch: isSearch, law, labels, rates))
            return
        }
        let agreement = law.agreement
        let context = ReportContext(
            language: shared.language, labels: labels, programVersion: Program.version,
            partyName: { agreement.party($0)?.name }, color: Terminal.usesColor(STDOUT_FILENO), width: Terminal.width)
        let report = LookupReport(law.ruleSet, context)
        let shown = Array(codes.prefix(Self.mostShown))
        var document = isSearch ? report.list(shown, query: asked, total: codes.count) : report.document(for: codes[0])
        if let rates {
            document.blocks += RatesSection(rates.comparisons(of: codes[0]), ruleSet: law.ruleSet, context).blocks()
        }
        Terminal.print(document.render(as: layout, in: context))
        if shown.count < codes.count { complain(.more(codes.count - shown.count)) }
    }

    /// One `rcep-rule/1` for a subheading; an array of them, one for each row that applies, for anything wider.
    private func json(
        _ codes: [HSCode], isSearch: Bool, _ law: LawInForce, _ labels: HSLabels, _ rates: LookupRates?
    ) -> String {
        let answers = codes.flatMap { code in
            CodeQuery.own(code, in: law.ruleSet).map { [$0] } ?? CodeQuery.below(code, in: law.ruleSet)
        }
        let render = RuleJSON(ruleSet: law.ruleSet, labels: labels)
        return CodeQuery.json(answers, asArray: isSearch || answers.count != 1, render) {
            rates?.comparisons(of: $0) ?? []
        }
    }

    private func complain(_ text: BilingualText) {
        Terminal.complain(text[shared.language] + "\n")
    }
}

extension BilingualText {
    fileprivate static func early(_ ruleSet: RuleSet, _ day: CalendarDate) -> BilingualText {
        BilingualText(
            en: "rule set \(ruleSet.id) applies from \(ruleSet.effectiveFrom), after \(day); the annex of that day is not loaded",
            zh: "规则集\(ruleSet.id)自\(ruleSet.effectiveFrom)起适用，晚于\(day)；当日适用的附件未载入")
    }

    fileprivate static let ratesOfOneCode = BilingualText(
        en: "rates are shown for one code at a time; look one of these up with --to and --from",
        zh: "税率须按单个编码查询，请对其中一个编码使用--to和--from")

    fileprivate static func more(_ count: Int) -> BilingualText {
        BilingualText(en: "... and \(count) more", zh: "……另有\(count)个")
    }
}
