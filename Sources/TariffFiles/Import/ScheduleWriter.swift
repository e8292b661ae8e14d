import HarmonizedSystem
import OriginModel
import RuleFiles
import Tariffs

/// Writes `schedule.xml` in the form the reader takes.
enum ScheduleWriter {
    static func text(_ header: TariffSchedule.Header) -> String {
        var xml = XMLWriter(schema: "../../schema/tariff-schedule.xsd")
        xml.root("tariff-schedule", attributes(header)) { xml in
            xml.element("source") { xml in
                xml.element("name", [("lang", "en")], text: header.source.english)
                xml.element("name", [("lang", "zh")], text: header.source.chinese)
            }
            if let note = header.note {
                xml.element("note", [("lang", "en")], text: note.english)
                xml.element("note", [("lang", "zh")], text: note.chinese)
            }
            writeColumns(header, to: &xml)
            if !header.splitLines.isEmpty {
                xml.element("split-lines", text: header.splitLines.sorted().map(\.digits).joined(separator: " "))
            }
            if !header.strayCodes.isEmpty {
                let codes = header.strayCodes.sorted().map { HSCode(number: $0, level: .subheading).digits }
                xml.element("stray-codes", text: codes.joined(separator: " "))
            }
        }
        return xml.text
    }

    private static func attributes(_ header: TariffSchedule.Header) -> [(String, String)] {
        var attributes = [
            ("id", header.id), ("party", header.importingParty.description), ("kind", header.kind.rawValue),
            ("edition", header.edition.rawValue), ("effectiveFrom", header.period.first.description),
        ]
        if let last = header.period.last { attributes.append(("effectiveTo", last.description)) }
        if !header.isComplete { attributes.append(("complete", "false")) }
        return attributes
    }

    private static func writeColumns(_ header: TariffSchedule.Header, to xml: inout XMLWriter) {
        switch header.kind {
        case .path: xml.element("path", [("origins", codes(header.origins)), ("years", String(header.lastYear))])
        case .dutyFree: xml.element("free", [("origins", codes(header.origins))])
        case .applied:
            for column in header.columns {
                switch column.meaning {
                case .mfn: xml.element("mfn", [("column", column.name)])
                case .preference(let origins, let year):
                    let stated = year.map { [("agreementYear", String($0))] } ?? []
                    xml.element("preference", [("column", column.name), ("origins", codes(origins))] + stated)
                case .base, .year: break
                }
            }
        }
    }

    private static func codes(_ parties: Set<CountryCode>) -> String {
        parties.sorted().map(\.description).joined(separator: " ")
    }
}
