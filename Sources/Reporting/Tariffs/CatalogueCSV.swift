import Bilingual
import HarmonizedSystem
import OriginModel
import Tariffs

/// A catalogue as CSV: a row for each line that is listed, and one for a Party of which nothing can be listed.
public struct CatalogueCSV: Sendable {
    public static let columns = [
        "importing_party", "status", "origins", "date", "line", "chapter", "name_en", "name_zh", "mfn", "base", "rcep",
        "due_kind", "due", "due_basis", "fall_points", "fall_from", "falls_to_zero", "agreement_year", "schedule",
        "edition", "caveats",
    ]

    private let listing: CatalogueListing
    private let labels: HSLabels

    public init(_ listing: CatalogueListing, labels: HSLabels) {
        self.listing = listing
        self.labels = labels
    }

    /// The whole table.
    public func text() -> String {
        var csv = CSVWriter(header: Self.columns)
        for section in listing.sections {
            if section.standing != .answered { begin(section, &csv, rest: Self.columns.count - 4) }
            let entries = listing.query.limit.map { section.entries.prefix($0) } ?? section.entries[...]
            for entry in entries { write(entry, section, &csv) }
        }
        return csv.take()
    }

    /// - Parameter rest: fields that stay empty behind these; the row is then ended.
    private func begin(_ section: CatalogueListing.Section, _ csv: inout CSVWriter, rest: Int = 0) {
        csv.field(section.importingParty.code.description)
        csv.field(section.standing.rawValue)
        csv.field(section.origins.map(\.description).joined(separator: ";"))
        csv.field(listing.query.date.description)
        guard rest > 0 else { return }
        for _ in 0..<rest { csv.field("") }
        csv.endRow()
    }

    private func write(
        _ entry: TariffCatalogue.Entry, _ section: CatalogueListing.Section, _ csv: inout CSVWriter
    ) {
        begin(section, &csv)
        let label = labels.label(for: entry.line.subheading)
        let due = DueFields(entry.duty.due)
        csv.field(entry.line.printed)
        csv.field(entry.line.subheading.prefix(.chapter).printed)
        csv.words(label?.english ?? "")
        csv.words(label?.chinese ?? "")
        csv.field(entry.duty.mfn?.cell)
        csv.field(entry.duty.base?.cell)
        csv.field(entry.duty.preference?.cell)
        csv.field(due.kind)
        csv.field(due.rate)
        csv.field(due.basis)
        csv.field(entry.fall?.description)
        csv.field(entry.fall == nil ? "" : entry.reference.rawValue)
        csv.field(entry.fallsToZero ? "true" : "false")
        csv.field(section.catalogue.agreementYear.map { "\($0)" })
        csv.words(section.catalogue.schedule?.id ?? "")
        csv.field(section.catalogue.schedule?.edition.rawValue)
        csv.field(entry.duty.caveats.codes.joined(separator: ";"))
        csv.endRow()
    }
}
