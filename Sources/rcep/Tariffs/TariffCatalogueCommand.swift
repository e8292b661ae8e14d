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

/// `rcep tariff catalogue`: all lines whose duty falls, by importing Party.
struct TariffCatalogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "Lists all goods whose duty falls, with totals by chapter. / 列出RCEP项下全部降税商品，按章汇总。",
        discussion: "Exit status: 0 shown, 64 wrong usage, 65 a Party or chapter that does not exist.")

    @Option(
        name: .customLong("from"), help: "RCEP countries of origin: CN, or ASEAN; default CN. / RCEP原产国，默认CN。",
        transform: PartyList.init(parsing:))
    var origins: PartyList?

    @Option(
        name: .customLong("to"), help: "Importing Parties: JP,VN,AU, or ALL. / 进口缔约方。",
        transform: PartyList.init(parsing:))
    var importingParties: PartyList

    @Option(help: "Day of the rates, YYYY-MM-DD; default today. / 日期，默认当日。")
    var date: CalendarDate?

    @Option(
        name: .customLong("chapter"), help: "Only these chapters: 87,84. / 仅列这些章。",
        transform: ChapterList.init(parsing:))
    var chapters: ChapterList?

    @Option(help: "Only goods whose names hold these words, English or Chinese. / 仅列名称含这些词的商品。")
    var words: String?

    @Option(
        name: .customLong("min-saving"), help: "Least fall in percentage points. / 最低降幅（百分点）。",
        transform: LeastSaving.init(parsing:))
    var leastSaving: LeastSaving?

    @Flag(help: "Only lines that fall to zero. / 仅列降至零关税的税目。")
    var fallsToZero = false

    @Flag(name: .customLong("unknown"), help: "Also lines of which it is not known whether they fall. / 一并列出降幅不详的税目。")
    var includesUndetermined = false

    @Option(help: "code, fall (largest first) or due (lowest first). / 排序：code、fall（降幅）或due（适用税率）。")
    var sort: TariffCatalogue.Order = .code

    @Option(help: "Show at most so many lines of each Party. / 每一缔约方最多列出的税目数。")
    var limit: Int?

    @Option(help: "text, json, csv, html, markdown or pdf. / 格式。")
    var format: TariffFormat = .text

    @Option(help: "Folder to write the report to. / 报告输出文件夹。")
    var output: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        try format.checkIsNotForATerminal(output: output)
        guard let limit, limit < 1 else { return }
        throw ValidationError("expected a --limit of at least 1, found \(limit) / --limit应不小于1，实际为\(limit)")
    }

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let directory = try shared.ruleDirectory()
            guard let day = date ?? .today else { throw InputProblems([.noDate("--date")]) }
            let law = try directory.law(on: day)
            let labels = try directory.labels()
            let query = try self.query(day, law, labels, directory)
            let book = try TariffLibrary(rules: directory).book(
                parties: Set(query.importingParties), origins: Set(query.origins), editions: [law.ruleSet.edition])
            let listing = CatalogueListing(query, agreement: law.agreement, book: book)
            let names = [query.importingParties, query.origins].map { $0.map(\.description).joined(separator: "-") }
            try ReportOutput(folder: output, fileExtension: format.fileExtension)
                .write(report(listing, law, labels), named: "catalogue-\(names[0])-from-\(names[1])")
        }
    }

    private func query(
        _ day: CalendarDate, _ law: LawInForce, _ labels: HSLabels, _ directory: RuleDirectory
    ) throws(InputProblems) -> CatalogueListing.Query {
        let agreement = law.agreement
        let china = CountryCode("CN").map { [$0] } ?? []
        let from = try origins?.parties(option: "--from", in: agreement) ?? Set(china)
        let to = try importingParties.parties(option: "--to", in: agreement)
        guard from != to || from.count > 1 else { throw InputProblems([.sameParty(from)]) }
        let wanted = try chapters?.chapters(in: law.nomenclatures[law.ruleSet.edition])
        let codes: Set<HSCode>?
        if let words {
            codes = Set(LabelSearch(labels: labels, synonyms: try directory.synonyms()).codes(describedBy: words))
        } else {
            codes = nil
        }
        return CatalogueListing.Query(
            importingParties: to.sorted(), origins: from.sorted(), date: day,
            filter: .init(
                chapters: wanted, codes: codes, leastSaving: leastSaving?.points ?? .zero, fallsToZero: fallsToZero,
                includesUndetermined: includesUndetermined),
            order: sort, words: words, limit: limit)
    }

    private func report(
        _ listing: CatalogueListing, _ law: LawInForce, _ labels: HSLabels
    ) throws(InputProblems) -> RenderedReport {
        let agreement = law.agreement
        let context = ReportContext(
            language: shared.language, labels: labels, programVersion: Program.version,
            partyName: { agreement.party($0)?.name }, color: output == nil && Terminal.usesColor(STDOUT_FILENO),
            width: output == nil ? Terminal.width : 100)
        func document() -> ReportDocument { CatalogueReport(listing, context).document() }
        switch (format, format.layout) {
        case (_, let layout?): return .text(document().render(as: layout, in: context))
        case (.pdf, _): return try RenderedReport(printing: document(), in: context, created: listing.query.date)
        case (.csv, _): return .text(CatalogueCSV(listing, labels: labels).text())
        case (_, nil): return .text(CatalogueJSON(listing, labels: labels).text())
        }
    }
}

extension TariffCatalogue.Order: ExpressibleByArgument {}

/// What `--min-saving` names: percentage points, exactly.
struct LeastSaving: Sendable, Equatable {
    let points: ExactDecimal

    init(parsing text: String) throws(ValidationError) {
        guard let points = try? ExactDecimal(parsing: text), !points.isNegative else {
            throw ValidationError(
                "expected percentage points such as 2 or 2.5; found \(text) / 应为百分点数，例如2或2.5；实际为\(text)")
        }
        self.points = points
    }
}

/// What `--chapter` names: numbers of chapters with commas between them.
struct ChapterList: Sendable, Equatable {
    private let codes: [HSCode]

    init(parsing text: String) throws(ValidationError) {
        let words = text.split(separator: ",", omittingEmptySubsequences: false)
        codes = words.compactMap { word in
            let digits = word.filter { $0 != " " }
            return HSCode(digits.count == 1 ? "0" + digits : String(digits))
        }.filter { $0.level == .chapter }
        guard codes.count == words.count else {
            throw ValidationError(
                "expected numbers of chapters with commas between them, such as 84,87; found \(text)"
                    + " / 应为以逗号分隔的章号，例如84,87；实际为\(text)")
        }
    }

    /// The chapters, each of which has to exist.
    func chapters(in nomenclature: HSNomenclature?) throws(InputProblems) -> Set<UInt32> {
        let unknown = codes.filter { !(nomenclature?.contains($0) ?? true) }
        guard unknown.isEmpty else { throw InputProblems(unknown.map(InputProblem.noSuchChapter)) }
        return Set(codes.map(\.number))
    }
}

extension InputProblem {
    fileprivate static func noSuchChapter(_ code: HSCode) -> InputProblem {
        InputProblem(
            file: "--chapter", place: .wholeFile, code: "hs.unknownCode",
            message: BilingualText(en: "this chapter does not exist", zh: "没有该章"), found: code.printed,
            expected: BilingualText(en: "a chapter from 01 to 97 other than 77", zh: "01至97章（77章除外）"))
    }

    fileprivate static func sameParty(_ party: Set<CountryCode>) -> InputProblem {
        let code = party.sorted().map(\.description).joined()
        return InputProblem(
            file: "--to", place: .wholeFile, code: "party.same",
            message: BilingualText(
                en: "a Party imports nothing from itself", zh: "缔约方不从本方进口"), found: code,
            expected: BilingualText(en: "another Party than --from names", zh: "与--from不同的缔约方"))
    }
}
