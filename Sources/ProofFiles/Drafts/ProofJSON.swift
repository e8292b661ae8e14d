import Bilingual
import HarmonizedSystem
import OriginModel
import ProofsOfOrigin
import Reporting

/// Writes a draft as `rcep-proof/1`, in the order of its boxes, so that the same draft always has the same bytes.
public struct ProofJSON {
    public static let format = "rcep-proof/1"

    private let draft: ProofDraft
    private let language: Language

    /// - Parameter language: of the notes; everything else is of the proof, which is in English.
    public init(_ draft: ProofDraft, language: Language = .english) {
        self.draft = draft
        self.language = language
    }

    public func text() -> String {
        var json = JSONWriter(.pretty)
        write(to: &json)
        return json.text + "\n"
    }

    public func write(to json: inout JSONWriter) {
        json.object { json in
            head(&json)
            firms(&json)
            papers(&json)
            json.arrayMember("items", draft.items) { json, item in self.item(item, &json) }
            if let original = draft.shipment.originalProof { self.original(original, &json) }
            json.arrayMember("ticks", ProofDraft.Tick.allCases.filter(draft.ticks.contains).map(\.rawValue))
            json.arrayMember("remarks", draft.remarks)
            json.arrayMember("notes", draft.notes.map { $0[language] })
            guard let copied = draft.shipment.trueCopyOf else { return }
            json.objectMember("trueCopyOf") { json in
                json.member("number", copied.number)
                json.member("issued", copied.issued.description)
            }
        }
    }

    private func head(_ json: inout JSONWriter) {
        json.member("format", Self.format)
        json.member("kind", draft.kind.rawValue)
        json.member("state", "draft")
        json.member("number", draft.number)
        json.member("drafted", draft.drafted.description)
        json.member("validUntil", draft.validUntil.description)
        json.member("keepUntil", draft.keepUntil.description)
    }

    // MARK: Firms

    private func firms(_ json: inout JSONWriter) {
        json.objectMember("exporter") { json in members(of: draft.exporter, &json) }
        json.optionalMember("authorisationCode", draft.authorisationCode)
        if let signatory = draft.signatory {
            json.objectMember("signatory") { json in
                json.member("name", signatory.name)
                json.optionalMember("position", signatory.position)
            }
        }
        if let consignee = draft.shipment.consignee {
            json.objectMember("consignee") { json in members(of: consignee, &json) }
        }
        switch draft.producerBox {
        case .named(let producer): json.objectMember("producer") { json in members(of: producer, &json) }
        case .seeBox8, .confidential, .notAvailable: json.optionalMember("producer", draft.producerBox.words)
        }
        json.member("exportingParty", draft.exportingParty.description)
        json.member("importingParty", draft.importingParty.description)
    }

    private func members(of firm: TradingParty, _ json: inout JSONWriter) {
        json.member("name", firm.name)
        json.optionalMember("chineseName", firm.chineseName)
        json.member("address", firm.address)
        json.member("country", firm.country.description)
        json.optionalMember("registration", firm.registration)
    }

    // MARK: Papers

    private func papers(_ json: inout JSONWriter) {
        let transport = draft.shipment.transport
        json.objectMember("transport") { json in
            json.optionalMember("departure", transport.departure?.description)
            json.optionalMember("vesselOrFlight", transport.vesselOrFlight)
            json.optionalMember("portOfLoading", transport.portOfLoading)
            json.optionalMember("portOfDischarge", transport.portOfDischarge)
        }
        json.arrayMember("invoices", draft.shipment.invoices) { json, invoice in
            json.object { json in
                json.member("number", invoice.number)
                json.member("date", invoice.date.description)
            }
        }
        guard let company = draft.shipment.invoicingCompany else { return }
        json.objectMember("invoicingCompany") { json in
            json.member("name", company.name)
            json.member("country", company.country.description)
        }
    }

    private func original(_ original: OriginalProof, _ json: inout JSONWriter) {
        json.objectMember("originalProof") { json in
            json.member("kind", original.kind.rawValue)
            json.member("number", original.number)
            json.member("issued", original.issued.description)
            json.optionalMember("validUntil", original.validUntil?.description)
            json.member("exportingParty", original.exportingParty.description)
            // Several goods of the original may have several; then each item states its own.
            let origins = Set(original.items.map(\.countryOfOrigin))
            if origins.count == 1 { json.optionalMember("countryOfOrigin", origins.first?.description) }
            json.optionalMember("authorisationCode", original.authorisationCode)
        }
    }

    // MARK: Items

    private func item(_ item: ProofItem, _ json: inout JSONWriter) {
        json.object { json in
            json.member("number", item.number)
            json.member("good", item.good)
            json.optionalMember("marks", item.marks)
            json.optionalMember("packages", item.packages)
            json.member("description", item.description)
            json.member("hsCode", item.hsCode.printed)
            json.member("hsEdition", item.edition.rawValue)
            json.member("criterion", item.criterion.rawValue)
            json.arrayMember("supplements", item.supplements.map(\.rawValue))
            json.objectMember("countryOfOrigin") { json in
                json.member("party", item.countryOfOrigin.party.description)
                if item.countryOfOrigin.mark != .none { json.member("mark", item.countryOfOrigin.mark.rawValue) }
            }
            json.objectMember("quantity") { json in
                json.member("amount", item.quantity.amount.description)
                json.member("unit", item.quantity.unit)
            }
            json.optionalMember("grossWeightKg", item.grossWeightKg?.description)
            if let fob = item.fob {
                json.objectMember("fob") { json in
                    json.member("amount", fob.amount.description)
                    json.member("currency", fob.currency.description)
                }
            }
            producer(item.producer ?? .notAvailable, &json)
        }
    }

    private func producer(_ statement: ProducerStatement, _ json: inout JSONWriter) {
        switch statement {
        case .named(let producer): json.objectMember("producer") { json in members(of: producer, &json) }
        case .confidential, .notAvailable: json.member("producer", statement.words)
        }
    }
}
