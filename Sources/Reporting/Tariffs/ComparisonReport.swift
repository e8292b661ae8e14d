import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Tariffs

/// What `rcep tariff compare` says: every importing Party side by side, then each with its lines, paths and sources.
public struct ComparisonReport: Sendable {
    private let comparison: TariffComparison
    private let ruleSet: RuleSet
    private let context: ReportContext

    public init(_ comparison: TariffComparison, ruleSet: RuleSet, _ context: ReportContext) {
        self.comparison = comparison
        self.ruleSet = ruleSet
        self.context = context
    }

    private var words: ReportWords { ReportWords(context) }
    private var query: TariffComparison.Query { comparison.query }
    private var standing: StandingWords { StandingWords(comparison, words) }

    public func document() -> ReportDocument {
        let asked = query.line?.printed ?? query.code.printed
        let origin = words.country(query.origin)
        var document = ReportDocument(
            title: asked + (words.label(query.code).map { " \($0)" } ?? ""),
            subtitle: words(.ratesFor(origin, query.date)))
        document.blocks.append(.fields(goodFields()))
        document.blocks += rulesBelow()
        document.blocks.append(.heading(words(.partiesSideBySide)))
        document.blocks.append(.table(overview()))
        document.blocks.append(.list(notes()))
        document.blocks.append(.heading(words(.pathsOverYears)))
        document.blocks.append(.chart(ComparisonChart(comparison, words).chart()))
        document.blocks.append(.table(pathTable()))
        document.blocks += comparison.rows.filter { !$0.groups.isEmpty }.flatMap(details)
        return document
    }

    // MARK: Good and rule

    private func goodFields() -> [ReportDocument.Field] {
        var fields = [
            ReportDocument.Field(words(.tariffCode), query.code.printed + words.bracketed(words(query.edition.label))),
        ]
        if let line = query.line { fields.append(.init(words(.lineAskedAbout), line.printed)) }
        let defaulted = query.originIsDefault ? words.bracketed(words(.originIsDefault)) : ""
        fields.append(.init(words(.countryOfOrigin), words.country(query.origin) + defaulted))
        fields.append(.init(words(.dateOfRates), "\(query.date)"))
        guard let rule = ruleSet.rule(for: query.code) else {
            fields.append(.init(words(.rule), words(.severalRulesBelow)))
            return fields
        }
        let content = RuleContent(rule, in: ruleSet, words)
        fields.append(.init(words(.ruleAsPrinted), content.text + words.bracketed(content.place)))
        fields += content.branches.map { .init(words(.ruleInWords), $0.words) }
        return fields
    }

    private func rulesBelow() -> [ReportDocument.Block] {
        guard ruleSet.rule(for: query.code) == nil else { return [] }
        let rows = ruleSet.rows.filter { $0.code.level > query.code.level && $0.code.prefix(query.code.level) == query.code }
        guard !rows.isEmpty else { return [] }
        return [
            .table(ReportDocument.Table(
                columns: [
                    .init(words(.tariffCode)), .init(words(.itemDescription), isFlexible: true), .init(words(.rule)),
                ],
                rows: rows.map { [$0.code.printed, words.label($0.code) ?? "–", $0.text] })),
        ]
    }

    // MARK: Side by side

    func overview() -> ReportDocument.Table {
        ReportDocument.Table(
            columns: [
                .init(words(.partyColumn)), .init(words(.lineColumn), isFlexible: true), .init(words(.mfnColumn)),
                .init(words(.preferenceColumn)), .init(words(.dueColumn)), .init(words(.savingColumn)),
            ],
            rows: comparison.rows.flatMap(overviewRows))
    }

    /// Lines with the same figures stand together, up to a few kinds of lines; more than that are shown as spans.
    func overviewRows(_ row: TariffComparison.Row) -> [[String]] {
        let name = words.country(row.party.code)
        if let short = standing.short(row) { return [[name, short, "–", "–", "–", "–"]] }
        var kinds: [[LineDuty]] = []
        for line in row.lines {
            if let index = kinds.firstIndex(where: { $0[0].duty.hasFigures(of: line.duty) }) {
                kinds[index].append(line)
            } else {
                kinds.append([line])
            }
        }
        if kinds.count > Self.mostKinds { kinds = [row.lines] }
        return kinds.enumerated().map { index, lines in
            [index == 0 ? name : "", lineNames(lines.map(\.line), most: kinds.count == 1 ? 1 : 2)]
                + figures(lines.map(\.duty))
        }
    }

    private static let mostKinds = 3

    /// MFN, RCEP, due and saving of lines, marked where they are of other days.
    private func figures(_ duties: [DutyDue]) -> [String] {
        let caveats = duties.reduce(into: DutyCaveats()) { $0.formUnion($1.caveats) }
        let (mfn, rcep) = (caveats.contains(.mfnOfOtherDate), caveats.contains(.preferenceOfOtherDate))
        func marked(_ text: BilingualText, _ isMarked: Bool) -> String { words(text) + (isMarked ? Self.otherDays : "") }
        return [
            marked(RateSpan.words(duties.map(\.mfn)), mfn), marked(RateSpan.words(duties.map(\.preference)), rcep),
            marked(RateSpan.words(duties.map(\.due)), mfn || rcep),
            marked(RateSpan.words(savings: duties.map(\.saving)), mfn || rcep),
        ]
    }

    private static let otherDays = " †"

    /// More than a few are counted; the tables of the Parties hold them all.
    private func lineNames(_ lines: [TariffLineCode], most: Int) -> String {
        let names = words.list(lines.map(\.printed))
        return lines.count <= most && names.count <= Self.widestNames ? names : words(.lineCount(lines.count))
    }

    private static let widestNames = 24

    /// What holds for the table of `overview`.
    func notes() -> [String] {
        var notes = [words(.lowerIsDue(.article("2.4.2")))]
        notes.append(words(.originDecides(.article("2.6"))))
        if comparison.rows.contains(where: { $0.lines.contains { $0.duty.caveats.contains(.mfnNotLoaded) } }) {
            notes.append(words(.mfnIsMissing))
        }
        if comparison.rows.contains(where: { $0.lines.contains { $0.duty.isOfOtherDays } }) {
            notes.append(words(.ofOtherDays(query.date)))
        }
        notes += comparison.rows.filter { $0.standing == .notInForce }
            .map { words.pair(words.country($0.party.code), standing.statement($0)) }
        if query.line != nil { notes += narrowingNotes() }
        let missing = comparison.rows.filter { [.notLoaded, .preferenceNotLoaded].contains($0.standing) }
        if !missing.isEmpty {
            notes.append(words(.ratesMissing(missing.map { words.country($0.party.code) }, words)))
        }
        return notes
    }

    private func narrowingNotes() -> [String] {
        guard let line = query.line else { return [] }
        let having = comparison.rows.filter { $0.isNarrowed == true && !$0.lines.isEmpty }
        let others = comparison.rows.filter { $0.isNarrowed == false && !$0.lines.isEmpty }
        var notes: [String] = []
        if !having.isEmpty { notes.append(words(.hasLine(line.printed, having.map { words.country($0.party.code) }, words))) }
        if !others.isEmpty {
            notes.append(words(
                .hasNoSuchLine(line.printed, query.code.printed, others.map { words.country($0.party.code) }, words)))
        }
        return notes
    }

    // MARK: Paths

    private func pathTable() -> ReportDocument.Table {
        ReportDocument.Table(
            columns: [
                .init(words(.partyColumn)), .init(words(.lineColumn), isFlexible: true), .init(words(.baseColumn)),
                .init(words(.firstYearColumn)), .init(words(.nowColumn)), .init(words(.nextStepColumn)),
                .init(words(.pathEndColumn)),
            ],
            rows: comparison.rows.flatMap(pathRows))
    }

    private func pathRows(_ row: TariffComparison.Row) -> [[String]] {
        let name = words.country(row.party.code)
        let none = Array(repeating: "–", count: 5)
        if let short = standing.short(row) { return [[name, short] + none] }
        let groups = PathGroup.groups(row, calendar: comparison.calendar)
        guard !groups.isEmpty else { return [[name, words(row.withoutPath)] + none] }
        return groups.enumerated().map { index, group in
            let path = group.path
            return [
                index == 0 ? name : "", lineNames(group.lines, most: 2), words(RateSpan.words([path.base])),
                words(RateSpan.words([path.steps.first?.rate])),
                words(RateSpan.words([path.step(on: row.answer.agreementYear)?.rate])),
                path.step(after: row.answer.agreementYear).map { words(RateSpan.words([$0.rate])) + " · " + $0.label }
                    ?? "–",
                words(path.endWords),
            ]
        }
    }

    // MARK: One Party

    func details(_ row: TariffComparison.Row) -> [ReportDocument.Block] {
        var blocks: [ReportDocument.Block] = [.heading(words.country(row.party.code))]
        var remarks: [String] = []
        if row.standing == .preferenceNotLoaded { remarks.append(standing.statement(row).capitalizedFirst) }
        if let note = row.party.note { remarks.append(words(note).capitalizedFirst) }
        if row.isNarrowed == false, let line = query.line {
            remarks.append(words(.hasNoSuchLine(line.printed, query.code.printed, [words.country(row.party.code)], words)))
        }
        if !remarks.isEmpty { blocks.append(.list(remarks)) }
        for (index, group) in row.groups.enumerated() { blocks += details(group, row, isFirst: index == 0) }
        return blocks
    }

    private func details(
        _ group: TariffAnswer.Group, _ row: TariffComparison.Row, isFirst: Bool
    ) -> [ReportDocument.Block] {
        [
            .paragraph(source(group, row, isFirst: isFirst)), .table(lineTable(group)),
            .list(remarks(group, row)),
        ]
    }

    private func source(_ group: TariffAnswer.Group, _ row: TariffComparison.Row, isFirst: Bool) -> String {
        let header = group.schedule
        var facts = [words(header.kindWords), words(header.edition.label)]
        let years = Set(group.lines.map(\.agreementYear))
        if years.count == 1, let year = years.first ?? nil { facts.append(words(.agreementYear(year))) }
        let name = "\(header.id)" + words.bracketed(words.clauses(facts))
        return words.pair(words(isFirst ? .reliedOn : .alsoLoaded), name)
    }

    private func lineTable(_ group: TariffAnswer.Group) -> ReportDocument.Table {
        let hasBase = group.lines.contains { $0.duty.base != nil }
        var columns: [ReportDocument.Table.Column] = [.init(words(.lineColumn), isFlexible: true)]
        if hasBase { columns.append(.init(words(.baseColumn), alignsRight: true)) }
        columns += [BilingualText.mfnColumn, .preferenceColumn, .dueColumn, .savingColumn].map {
            .init(words($0), alignsRight: true)
        }
        let rows = group.lines.map { line -> [String] in
            var cells = [line.line.printed]
            if hasBase { cells.append(words(RateSpan.words([line.duty.base]))) }
            return cells + figures([line.duty])
        }
        return ReportDocument.Table(columns: columns, rows: rows)
    }

    /// Why each rate is due, what is unknown, how the code was carried over, the path, and who says so.
    private func remarks(_ group: TariffAnswer.Group, _ row: TariffComparison.Row) -> [String] {
        var remarks = said(group.lines.map { ($0.line, [words($0.duty.explanation)]) })
        remarks += said(group.lines.map { ($0.line, $0.duty.caveats.words.map { words($0) }) })
        if let mapping = group.mapping { remarks.append(words(mapping.words)) }
        for path in PathGroup.groups(group, importingParty: row.party.code, calendar: comparison.calendar) {
            let lines = words.list(path.lines.map(\.printed))
            remarks.append(words.pair(words.clauses([words(.pathColumn), lines]), words(path.path.words)))
        }
        let header = group.schedule
        remarks.append(words.pair(words(.source), words(header.source)))
        if let note = header.note { remarks.append(words(note).capitalizedFirst) }
        return remarks
    }

    /// Sentences, each once with the lines it is true of; without them where it is true of all.
    private func said(_ lines: [(line: TariffLineCode, sentences: [String])]) -> [String] {
        var said: [(sentence: String, lines: [TariffLineCode])] = []
        for (line, sentences) in lines {
            for sentence in sentences {
                if let index = said.firstIndex(where: { $0.sentence == sentence }) {
                    said[index].lines.append(line)
                } else {
                    said.append((sentence, [line]))
                }
            }
        }
        return said.map { entry in
            entry.lines.count == lines.count
                ? entry.sentence.capitalizedFirst
                : words.introducing(words.list(entry.lines.map(\.printed))) + entry.sentence
        }
    }
}

extension DutyDue {
    /// Whether both show the same rates and saving.
    fileprivate func hasFigures(of other: DutyDue) -> Bool {
        (mfn, preference, due, saving) == (other.mfn, other.preference, other.due, other.saving)
    }

    /// Whether a rate was taken for other days than the date.
    var isOfOtherDays: Bool { !caveats.isDisjoint(with: [.mfnOfOtherDate, .preferenceOfOtherDate]) }
}

extension DutyPath {
    /// The step whose rate holds in a year of Annex I; nil before year 1.
    fileprivate func step(on year: Int?) -> Step? {
        guard let year else { return nil }
        return steps.last { $0.year <= year }
    }

    /// The next change after a year; nil where nothing changes any more.
    fileprivate func step(after year: Int?) -> Step? {
        steps.first { $0.year > (year ?? 0) }
    }
}

extension TariffComparison.Row {
    /// What is said instead of a path.
    var withoutPath: BilingualText {
        groups.first?.schedule.kind == .dutyFree ? .freeThroughout : .pathNotLoaded
    }
}

extension BilingualText {
    fileprivate static let partiesSideBySide = BilingualText(en: "Importing Parties side by side", zh: "各进口缔约方比较")
    fileprivate static let pathsOverYears = BilingualText(en: "The paths to their end", zh: "逐年降税路径")
    fileprivate static let pathColumn = BilingualText(en: "Path of Annex I", zh: "附件一降税路径")
    fileprivate static let pathEndColumn = BilingualText(en: "In the end", zh: "最终税率")
    fileprivate static let alsoLoaded = BilingualText(en: "Also loaded", zh: "另已载入")
    fileprivate static let dateOfRates = BilingualText(en: "Date of the rates", zh: "税率日期")
    fileprivate static let lineAskedAbout = BilingualText(en: "National line asked about", zh: "所查国别税目")
    fileprivate static let originIsDefault = BilingualText(
        en: "taken because --from is not given", zh: "未指定--from，按此处理")
    fileprivate static let severalRulesBelow = BilingualText(
        en: "no single rule; see the rows below", zh: "没有统一规则，见下列各行")
    fileprivate static let firstYearColumn = BilingualText(en: "Year 1", zh: "第1年")
    fileprivate static let nowColumn = BilingualText(en: "Now", zh: "现行")
    fileprivate static let nextStepColumn = BilingualText(en: "Next change", zh: "下次变动")
    fileprivate static let mfnIsMissing = BilingualText(
        en: "Where the MFN rate is not loaded the saving is not known. The base rate, from which the path of Annex I "
            + "starts, is not the MFN rate of today.",
        zh: "未载入最惠国税率的，优惠幅度不详。附件一降税路径的基准税率并非现行最惠国税率。")
    fileprivate static let freeThroughout = BilingualText(en: "free from the start", zh: "始终零关税")

    fileprivate static func ratesFor(_ origin: String, _ date: CalendarDate) -> BilingualText {
        BilingualText(
            en: "Rates on \(date) for goods whose RCEP country of origin is \(origin)",
            zh: "\(date)适用于RCEP原产国为\(origin)的货物的税率")
    }

    fileprivate static func ofOtherDays(_ date: CalendarDate) -> BilingualText {
        BilingualText(
            en: "† rests on a rate taken for other days than \(date); the days stand beside the schedule below.",
            zh: "†所依据的税率并非\(date)当日税率，适用日期见下文各税率表。")
    }

    fileprivate static func originDecides(_ article: BilingualText) -> BilingualText {
        BilingualText(
            en: "The rates are those for the RCEP country of origin (\(article.english)), which may be another Party than "
                + "the exporting one; they are due only if the good originates.",
            zh: "所列税率按RCEP原产国（\(article.chinese)）确定，RCEP原产国可能不同于出口缔约方；货物须具备原产资格方可适用。")
    }

    fileprivate static func lineCount(_ count: Int) -> BilingualText {
        BilingualText(en: "\(count) lines", zh: "\(count)个税目")
    }

    fileprivate static func ratesMissing(_ parties: [String], _ words: ReportWords) -> BilingualText {
        let list = words.list(parties)
        return BilingualText(
            en: "RCEP rates for goods of this origin are not loaded for: \(list). They can be added with rcep tariff import.",
            zh: "未载入下列缔约方适用于该原产地货物的RCEP税率：\(list)。可用rcep tariff import导入。")
    }

    fileprivate static func hasLine(_ line: String, _ parties: [String], _ words: ReportWords) -> BilingualText {
        let list = words.list(parties)
        return BilingualText(
            en: "Narrowed to the line \(line) in: \(list). The same digits may mean other goods in another Party.",
            zh: "下列缔约方有税目\(line)，仅显示该税目：\(list)。相同编码在不同缔约方所指货物可能不同。")
    }

    fileprivate static func hasNoSuchLine(
        _ line: String, _ code: String, _ parties: [String], _ words: ReportWords
    ) -> BilingualText {
        let list = words.list(parties)
        return BilingualText(
            en: "No line \(line), so every line under \(code) is shown: \(list)",
            zh: "下列缔约方没有税目\(line)，显示\(code)项下全部税目：\(list)")
    }
}
