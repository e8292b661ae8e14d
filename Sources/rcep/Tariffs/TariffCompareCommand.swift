import ArgumentParser
import Bilingual
import Glibc
import HarmonizedSystem
import OriginModel
import OriginRules
import Reporting
import RuleFiles
import TariffFiles
import Tariffs

extension TariffComparison.Order: ExpressibleByArgument {}

/// `rcep tariff compare`: what a good pays in every importing Party, side by side.
struct TariffCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Shows what a good pays in every importing Party, side by side. / 比较某一货物在各进口缔约方的税率。",
        discussion: "Exit status: 0 shown, 64 wrong usage, 65 a code or Party that does not exist.")

    @Argument(help: "Chapter, heading, subheading or national line (8509.80.10). / 章、品目、子目或国别税目编码。")
    var code: String

    @Option(name: .customLong("from"), help: "RCEP country of origin of the good; default CN. / RCEP原产国，默认CN。")
    var origin: CountryCode?

    @Option(
        name: .customLong("to"), help: "Only these importing Parties: JP,VN, ASEAN. / 仅比较这些进口缔约方。",
        transform: PartyList.init(parsing:))
    var importingParties: PartyList?

    @Option(help: "Day of the rates, YYYY-MM-DD; default today. / 日期，默认当日。")
    var date: CalendarDate?

    @Option(help: "party, or saving: largest first. / 排序：party或saving（优惠幅度由大到小）。")
    var sort: TariffComparison.Order = .party

    @Option(help: "text, json, csv, html, markdown or pdf. / 格式。")
    var format: TariffFormat = .text

    @Option(help: "Folder to write the report to. / 报告输出文件夹。")
    var output: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        try format.checkIsNotForATerminal(output: output)
    }

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let directory = try shared.ruleDirectory()
            guard let day = date ?? .today else { throw InputProblems([.noDate("--date")]) }
            let law = try directory.law(on: day)
            let agreement = law.agreement
            let parties = try importingParties?.parties(option: "--to", in: agreement)
            try PartyOptions.check([("--from", origin)], in: agreement)
            let query = try self.query(day, law)
            let book = try TariffLibrary(rules: directory).book(
                parties: parties, origins: [query.origin], editions: [query.edition])
            let comparison = TariffComparison(
                query, importingParties: agreement.parties.filter { parties?.contains($0.code) ?? true },
                agreement: agreement, book: book, order: sort)
            let report = try report(comparison, law, try directory.labels())
            let name = "compare-\(query.line?.digits ?? query.code.digits)-from-\(query.origin)"
            try ReportOutput(folder: output, fileExtension: format.fileExtension).write(report, named: name)
        }
    }

    /// - Returns: with the national line where more than six digits are given.
    private func query(_ day: CalendarDate, _ law: LawInForce) throws(InputProblems) -> TariffComparison.Query {
        let edition = law.ruleSet.edition
        let known = try CodeQuery.code(code, in: law.nomenclatures[edition], of: edition)
        let line = HSCode(code) == nil ? TariffLineCode(code.filter { $0 != " " && $0 != "-" }) : nil
        let china = CountryCode("CN")
        guard let from = origin ?? china else { throw InputProblems([.noDate("--from")]) }
        return TariffComparison.Query(
            code: known, line: line, edition: edition, origin: from, originIsDefault: origin == nil, date: day)
    }

    private func report(
        _ comparison: TariffComparison, _ law: LawInForce, _ labels: HSLabels
    ) throws(InputProblems) -> RenderedReport {
        let code = comparison.query.code
        let own = CodeQuery.own(code, in: law.ruleSet)
        let context = context(law, labels)
        func document() -> ReportDocument { ComparisonReport(comparison, ruleSet: law.ruleSet, context).document() }
        switch (format, format.layout) {
        case (_, let layout?):
            return .text(document().render(as: layout, in: context))
        case (.pdf, _):
            return try RenderedReport(printing: document(), in: context, created: comparison.query.date)
        case (.csv, _):
            return .text(ComparisonCSV(comparison, rule: own?.rule).text())
        case (_, nil):
            let rules = own.map { [$0] } ?? CodeQuery.below(code, in: law.ruleSet)
            return .text(ComparisonJSON(comparison, rules: rules, ruleSet: law.ruleSet, labels: labels).text())
        }
    }

    private func context(_ law: LawInForce, _ labels: HSLabels) -> ReportContext {
        let agreement = law.agreement
        return ReportContext(
            language: shared.language, labels: labels, programVersion: Program.version,
            partyName: { agreement.party($0)?.name }, color: output == nil && Terminal.usesColor(STDOUT_FILENO),
            width: output == nil ? Terminal.width : 100)
    }
}
