import Bilingual
import OriginModel
import ProofsOfOrigin

/// Writes a draft in XML (namespace `urn:rcep:proof:1`, docs/schemas/proof.xsd): the same content as ``ProofJSON``.
public struct ProofXML {
    public static let namespace = "urn:rcep:proof:1"

    private let draft: ProofDraft
    private let language: Language

    /// - Parameter language: of the notes; everything else is of the proof, which is in English.
    public init(_ draft: ProofDraft, language: Language = .english) {
        self.draft = draft
        self.language = language
    }

    public func text() -> String {
        var xml = XMLWriter()
        var attributes = [("xmlns", Self.namespace), ("kind", draft.kind.rawValue), ("state", "draft")]
        if let number = draft.number { attributes.append(("number", number)) }
        attributes += [
            ("drafted", "\(draft.drafted)"), ("validUntil", "\(draft.validUntil)"), ("keepUntil", "\(draft.keepUntil)"),
        ]
        xml.element("proof", attributes) { xml in
            firms(&xml)
            papers(&xml)
            xml.element("items") { xml in draft.items.forEach { item($0, &xml) } }
            if let original = draft.shipment.originalProof { self.original(original, &xml) }
            for tick in ProofDraft.Tick.allCases where draft.ticks.contains(tick) { xml.text("tick", tick.rawValue) }
            for remark in draft.remarks { xml.text("remark", remark) }
            for note in draft.notes { xml.text("note", note[language], [("xml:lang", language == .english ? "en" : "zh-Hans")]) }
            if let copied = draft.shipment.trueCopyOf {
                xml.empty("trueCopyOf", [("number", copied.number), ("issued", "\(copied.issued)")])
            }
        }
        return xml.text
    }

    // MARK: Firms

    private func firms(_ xml: inout XMLWriter) {
        firm("exporter", draft.exporter, &xml)
        if let code = draft.authorisationCode { xml.text("authorisationCode", code) }
        if let signatory = draft.signatory {
            xml.element("signatory") { xml in
                xml.text("name", signatory.name)
                if let position = signatory.position { xml.text("position", position) }
            }
        }
        if let consignee = draft.shipment.consignee { firm("consignee", consignee, &xml) }
        switch draft.producerBox {
        case .named(let producer): firm("producer", producer, &xml)
        case .seeBox8, .confidential, .notAvailable: xml.text("producerWords", draft.producerBox.words ?? "")
        }
        xml.text("exportingParty", "\(draft.exportingParty)")
        xml.text("importingParty", "\(draft.importingParty)")
    }

    private func firm(_ name: String, _ firm: TradingParty, _ xml: inout XMLWriter) {
        xml.element(name) { xml in
            xml.text("name", firm.name)
            if let chineseName = firm.chineseName { xml.text("chineseName", chineseName) }
            xml.text("address", firm.address)
            xml.text("country", "\(firm.country)")
            if let registration = firm.registration { xml.text("registration", registration) }
        }
    }

    // MARK: Papers

    private func papers(_ xml: inout XMLWriter) {
        let transport = draft.shipment.transport
        xml.element("transport") { xml in
            if let departure = transport.departure { xml.text("departure", "\(departure)") }
            if let vessel = transport.vesselOrFlight { xml.text("vesselOrFlight", vessel) }
            if let port = transport.portOfLoading { xml.text("portOfLoading", port) }
            if let port = transport.portOfDischarge { xml.text("portOfDischarge", port) }
        }
        for invoice in draft.shipment.invoices {
            xml.empty("invoice", [("number", invoice.number), ("date", "\(invoice.date)")])
        }
        if let company = draft.shipment.invoicingCompany {
            xml.empty("invoicingCompany", [("name", company.name), ("country", "\(company.country)")])
        }
    }

    private func original(_ original: OriginalProof, _ xml: inout XMLWriter) {
        var attributes = [("kind", original.kind.rawValue), ("number", original.number), ("issued", "\(original.issued)")]
        if let last = original.validUntil { attributes.append(("validUntil", "\(last)")) }
        attributes.append(("exportingParty", "\(original.exportingParty)"))
        let origins = Set(original.items.map(\.countryOfOrigin))
        if origins.count == 1, let origin = origins.first { attributes.append(("countryOfOrigin", "\(origin)")) }
        if let code = original.authorisationCode { attributes.append(("authorisationCode", code)) }
        xml.empty("originalProof", attributes)
    }

    // MARK: Items

    private func item(_ item: ProofItem, _ xml: inout XMLWriter) {
        xml.element("item", [("number", "\(item.number)"), ("good", item.good)]) { xml in
            if let marks = item.marks { xml.text("marks", marks) }
            if let packages = item.packages { xml.text("packages", packages) }
            xml.text("description", item.description)
            xml.text("hsCode", item.hsCode.printed, [("edition", item.edition.rawValue)])
            xml.text("criterion", item.criterion.rawValue)
            for supplement in item.supplements { xml.text("supplement", supplement.rawValue) }
            let mark = item.countryOfOrigin.mark
            xml.text("countryOfOrigin", "\(item.countryOfOrigin.party)", mark == .none ? [] : [("mark", mark.rawValue)])
            xml.text("quantity", item.quantity.amount.description, [("unit", item.quantity.unit)])
            if let weight = item.grossWeightKg { xml.text("grossWeightKg", weight.description) }
            if let fob = item.fob { xml.text("fob", fob.amount.description, [("currency", "\(fob.currency)")]) }
            switch item.producer ?? .notAvailable {
            case .named(let producer): firm("producer", producer, &xml)
            case .confidential: xml.text("producerWords", "CONFIDENTIAL")
            case .notAvailable: xml.text("producerWords", "NOT AVAILABLE")
            }
        }
    }
}
