import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Tariffs

/// What `rcep tariff catalogue` says: totals by importing Party, then each Party with its chapters and lines.
public struct CatalogueReport: Sendable {
    private let listing: CatalogueListing
    private let words: ReportWords

    public init(_ listing: CatalogueListing, _ context: ReportContext) {
        self.listing = listing
        words = ReportWords(context)
    }

    private var query: CatalogueListing.Query { listing.query }

    public func document() -> ReportDocument {
        var document = ReportDocument(
            title: words(.goodsWhoseDutyFalls),
            subtitle: words(.importsOf(group(query.importingParties), group(query.origins), query.date)))
        document.blocks.append(.fields(filterFields()))
        document.blocks.append(.heading(words(.totalsByParty)))
        document.blocks.append(.table(overview()))
        document.blocks.append(.list(notes()))
        document.blocks += listing.sections.filter { $0.standing == .answered }.flatMap(blocks)
        return document
    }

    private func countries(_ codes: [CountryCode]) -> String { words.list(codes.map(words.country)) }

    /// The Parties by name, or by the name of their group where it stands for all of them.
    /// - Parameter absent: a Party that need not be among them.
    private func group(_ codes: [CountryCode], besides absent: CountryCode? = nil, short: Bool = false) -> String {
        let all = Set(codes).union(absent.map { [$0] } ?? [])
        if all == OriginGroup.everyParty { return words(.everyParty) }
        if all.subtracting(absent.map { [$0] } ?? []) == OriginGroup.asean.subtracting(absent.map { [$0] } ?? []) {
            return words(.aseanParties)
        }
        return short ? words.list(codes.map(\.description)) : countries(codes)
    }

    private func origins(of section: CatalogueListing.Section, short: Bool = false) -> String {
        group(section.origins, besides: section.importingParty.code, short: short)
    }

    // MARK: What was asked

    private func filterFields() -> [ReportDocument.Field] {
        let filter = query.filter
        var fields: [ReportDocument.Field] = []
        if let chapters = filter.chapters {
            fields.append(.init(words(.chaptersAsked), words.list(chapters.sorted().map(Self.twoDigits))))
        }
        if let typed = query.words {
            let codes = (filter.codes ?? []).sorted().map(\.printed)
            let found = codes.isEmpty ? words(.nothingFound) : words.list(codes)
            fields.append(.init(words(.wordsAsked), words.pair(typed, found)))
        }
        if !filter.leastSaving.isZero {
            fields.append(.init(words(.leastFall), words(.points(filter.leastSaving))))
        }
        if filter.fallsToZero { fields.append(.init(words(.onlyLines), words(.thatFallToZero))) }
        fields.append(.init(words(.orderOfLines), words(query.order.name)))
        return fields
    }

    // MARK: Totals

    private func overview() -> ReportDocument.Table {
        ReportDocument.Table(
            columns: [
                .init(words(.partyColumn), isFlexible: true), .init(words(.countryOfOrigin)),
                .init(words(.linesColumn), alignsRight: true), .init(words(.fallsColumn), alignsRight: true),
                .init(words(.toZeroColumn), alignsRight: true), .init(words(.notKnownColumn), alignsRight: true),
                .init(words(.largestFallColumn), alignsRight: true),
            ],
            rows: listing.sections.map { section in
                let head = [words.country(section.importingParty.code), origins(of: section, short: true)]
                guard section.standing == .answered else {
                    return head + [words(section.standing.short)] + Array(repeating: "–", count: 4)
                }
                return head + figures(section.catalogue.total)
            })
    }

    private func figures(_ totals: TariffCatalogue.Totals) -> [String] {
        [
            "\(totals.lines)", "\(totals.falling)", "\(totals.toZero)", "\(totals.undetermined)",
            totals.falling == 0 ? "–" : "\(totals.largestFall)",
        ]
    }

    private func notes() -> [String] {
        var notes = [words(.lowerIsDue(.article("2.4.2"))), words(.whatFalls)]
        for section in listing.sections where section.standing != .answered {
            let party = words.country(section.importingParty.code)
            notes.append(words.pair(party, statement(section)))
        }
        if listing.sections.contains(where: { $0.catalogue.total.undetermined > 0 && $0.standing == .answered }) {
            notes.append(words(query.filter.includesUndetermined ? .notKnownIsListed : .notKnownIsCounted))
        }
        if listing.sections.contains(where: \.isOfOtherDays) { notes.append(words(.marksOtherDays(query.date))) }
        if listing.sections.contains(where: \.isMeasuredFromBase) { notes.append(words(.measuredFromBase)) }
        let extracts = listing.sections.filter { $0.standing == .answered && $0.catalogue.schedule?.isComplete == false }
        if !extracts.isEmpty { notes.append(words(.onlyExtracts(countries(extracts.map(\.importingParty.code))))) }
        let own = query.importingParties.filter { query.origins.contains($0) }
        if !own.isEmpty { notes.append(words(.notFromItself(countries(own)))) }
        notes.append(words(.onlyIfItOriginates(.article("2.6"))))
        return notes
    }

    private func statement(_ section: CatalogueListing.Section) -> String {
        let origins = origins(of: section)
        switch section.standing {
        case .answered, .preferenceNotLoaded: return words(.preferenceMissing(origins))
        case .notLoaded: return words(.scheduleMissing)
        case .notInForce: return words(.notInForceFor(origins, query.date))
        }
    }

    // MARK: One Party

    private func blocks(_ section: CatalogueListing.Section) -> [ReportDocument.Block] {
        let party = words.country(section.importingParty.code)
        var blocks: [ReportDocument.Block] = [
            .heading(words(.partyFrom(party, origins(of: section)))), .list(sources(section)),
        ]
        let chapters = section.catalogue.totals.filter { $0.totals.falling > 0 || $0.totals.undetermined > 0 }
        if !chapters.isEmpty { blocks.append(.table(chapterTable(chapters))) }
        let shown = query.limit.map { Array(section.entries.prefix($0)) } ?? section.entries
        if shown.isEmpty {
            blocks.append(.paragraph(words(.noLineFalls)))
        } else {
            blocks.append(.table(lineTable(shown)))
        }
        if shown.count < section.entries.count {
            blocks.append(.paragraph(words(.moreLines(section.entries.count - shown.count))))
        }
        return blocks
    }

    private func sources(_ section: CatalogueListing.Section) -> [String] {
        guard let header = section.catalogue.schedule else { return [] }
        var facts = [words(header.kindWords), words(header.edition.label)]
        if header.kind == .path, let year = section.catalogue.agreementYear { facts.append(words(.agreementYear(year))) }
        var lines = [words.pair(words(.reliedOn), header.id + words.bracketed(words.clauses(facts)))]
        if !header.isComplete { lines.append(words(.isAnExtract)) }
        if section.catalogue.strayLines > 0 { lines.append(words(.strayLines(section.catalogue.strayLines))) }
        lines.append(words.pair(words(.source), words(header.source)))
        if let note = header.note { lines.append(words(note).capitalizedFirst) }
        return lines
    }

    private func chapterTable(
        _ chapters: [(chapter: UInt32, totals: TariffCatalogue.Totals)]
    ) -> ReportDocument.Table {
        ReportDocument.Table(
            columns: [
                .init(words(.chapterColumn)), .init(words(.itemDescription), isFlexible: true),
                .init(words(.linesColumn), alignsRight: true), .init(words(.fallsColumn), alignsRight: true),
                .init(words(.toZeroColumn), alignsRight: true), .init(words(.notKnownColumn), alignsRight: true),
                .init(words(.largestFallColumn), alignsRight: true),
            ],
            rows: chapters.map { chapter, totals in
                let code = HSCode(number: chapter, level: .chapter)
                return [Self.twoDigits(chapter), words.label(code) ?? "–"] + figures(totals)
            }, isSortable: true)
    }

    private func lineTable(_ entries: [TariffCatalogue.Entry]) -> ReportDocument.Table {
        let hasBase = entries.contains { $0.reference == .base }
        var columns: [ReportDocument.Table.Column] = [
            .init(words(.lineColumn)), .init(words(.itemDescription), isFlexible: true),
            .init(words(hasBase ? .baseColumn : .mfnColumn), alignsRight: true),
        ]
        columns += [BilingualText.preferenceColumn, .dueColumn, hasBase ? .fallColumn : .savingColumn]
            .map { .init(words($0), alignsRight: true) }
        return ReportDocument.Table(
            columns: columns, rows: entries.map { row($0, hasBase: hasBase) }, isSortable: true)
    }

    private func row(_ entry: TariffCatalogue.Entry, hasBase: Bool) -> [String] {
        let duty = entry.duty
        let mark = duty.isOfOtherDays ? Self.otherDays : ""
        let reference = hasBase && entry.reference == .base ? duty.base : duty.mfn
        return [
            entry.line.printed, words.label(entry.line.subheading) ?? "–", words(RateSpan.words([reference])),
            words(RateSpan.words([duty.preference])), words(RateSpan.words([duty.due])),
            words(RateSpan.words(savings: [entry.fall])) + mark,
        ]
    }

    private static let otherDays = " †"

    private static func twoDigits(_ chapter: UInt32) -> String { chapter < 10 ? "0\(chapter)" : "\(chapter)" }
}

extension CatalogueListing.Standing {
    /// For a cell of a table.
    fileprivate var short: BilingualText {
        switch self {
        case .answered: .noSaving
        case .preferenceNotLoaded, .notLoaded: .rateNotLoaded
        case .notInForce: BilingualText(en: "not in force", zh: "未生效")
        }
    }
}

extension TariffCatalogue.Order {
    fileprivate var name: BilingualText {
        switch self {
        case .code: BilingualText(en: "by code", zh: "按编码")
        case .fall: BilingualText(en: "largest fall first", zh: "降幅由大到小")
        case .due: BilingualText(en: "lowest duty first", zh: "适用税率由低到高")
        }
    }
}
