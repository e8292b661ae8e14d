import Bilingual
import HarmonizedSystem
import OriginModel
import Tariffs

/// A catalogue as `rcep-tariff-catalogue/1`. All words stand in both languages.
public struct CatalogueJSON: Sendable {
    private let listing: CatalogueListing
    private let labels: HSLabels

    public init(_ listing: CatalogueListing, labels: HSLabels) {
        self.listing = listing
        self.labels = labels
    }

    /// The whole document, ending in a line break.
    public func text() -> String {
        var json = JSONWriter(.pretty)
        let query = listing.query
        json.object { json in
            json.member("format", "rcep-tariff-catalogue/1")
            json.member("date", query.date.description)
            json.arrayMember("importingParties", query.importingParties.map(\.description))
            json.arrayMember("origins", query.origins.map(\.description))
            json.objectMember("filter") { json in write(query, &json) }
            json.arrayMember("sections", listing.sections) { json, section in write(section, &json) }
        }
        return json.text + "\n"
    }

    private func write(_ query: CatalogueListing.Query, _ json: inout JSONWriter) {
        let filter = query.filter
        if let chapters = filter.chapters {
            json.arrayMember("chapters", chapters.sorted().map { HSCode(number: $0, level: .chapter).digits })
        } else {
            json.nullMember("chapters")
        }
        json.member("words", query.words)
        if let codes = filter.codes {
            json.arrayMember("codes", codes.sorted().map(\.digits))
        } else {
            json.nullMember("codes")
        }
        json.member("leastFall", filter.leastSaving.description)
        json.member("fallsToZero", filter.fallsToZero)
        json.member("includesUndetermined", filter.includesUndetermined)
        json.member("order", query.order.rawValue)
        TariffJSON.number("limit", query.limit, &json)
    }

    private func write(_ section: CatalogueListing.Section, _ json: inout JSONWriter) {
        let catalogue = section.catalogue
        let isAnswered = section.standing == .answered
        json.object { json in
            json.member("importingParty", section.importingParty.code.description)
            TariffJSON.words("name", section.importingParty.name, &json)
            json.arrayMember("origins", section.origins.map(\.description))
            json.member("status", section.standing.rawValue)
            TariffJSON.number("agreementYear", catalogue.agreementYear, &json)
            json.name("schedule")
            TariffJSON.schedule(catalogue.schedule, &json)
            json.member("strayLines", catalogue.strayLines)
            json.name("totals")
            guard isAnswered else {
                json.null()
                json.arrayMember("chapters", [UInt32]()) { _, _ in }
                json.arrayMember("lines", [UInt32]()) { _, _ in }
                return
            }
            json.object { json in write(catalogue.total, &json) }
            json.arrayMember("chapters", catalogue.totals) { json, entry in
                json.object { json in
                    json.member("chapter", HSCode(number: entry.chapter, level: .chapter).digits)
                    write(entry.totals, &json)
                }
            }
            let entries = listing.query.limit.map { section.entries.prefix($0) } ?? section.entries[...]
            json.arrayMember("lines", entries) { json, entry in write(entry, &json) }
        }
    }

    private func write(_ totals: TariffCatalogue.Totals, _ json: inout JSONWriter) {
        json.member("lineCount", totals.lines)
        json.member("falling", totals.falling)
        json.member("toZero", totals.toZero)
        json.member("notKnown", totals.undetermined)
        json.member("largestFall", totals.falling == 0 ? nil : totals.largestFall.description)
    }

    private func write(_ entry: TariffCatalogue.Entry, _ json: inout JSONWriter) {
        json.object { json in
            json.member("line", entry.line.digits)
            let label = labels.label(for: entry.line.subheading)
            json.objectMember("labels") { json in
                json.member("en", label?.english)
                json.member("zh", label?.chinese)
            }
            TariffJSON.duty(entry.duty, &json)
            json.member("fallPoints", entry.fall?.description)
            json.member("fallFrom", entry.fall == nil ? nil : entry.reference.rawValue)
            json.member("fallsToZero", entry.fallsToZero)
        }
    }
}
