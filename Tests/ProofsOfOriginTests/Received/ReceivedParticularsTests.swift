import Testing

@testable import ProofsOfOrigin

/// Annex 3B, Articles 3.16 to 3.18 and 3.20: what a proof holds, when it is valid, who certifies it.
struct ReceivedParticularsTests {
    static let good = [
        ReceivedProofCase("certificate", []) { _ in },
        ReceivedProofCase("declaration", [], ReceivedProofs.declaration) { _ in },
        ReceivedProofCase("original", [], ReceivedProofs.original) { _ in },
        ReceivedProofCase("gross weight is a quantity", []) {
            $0.items[0].quantity = nil
            $0.items[0].grossWeightKg = try ReceivedProofs.amount("16800", "kg").amount
        },
        ReceivedProofCase("producers in box 8", []) {
            $0.producer = .words("SEE BOX 8")
            $0.items[0].producer = .words("CONFIDENTIAL")
            $0.items[1].producer = .named(.init(name: "B", address: "C", country: "CN"))
        },
        ReceivedProofCase("producers with the items alone", []) {
            $0.producer = nil
            $0.items[0].producer = .words("CONFIDENTIAL")
        },
        ReceivedProofCase("the day of certification stands for that of issue", []) { $0.issued = nil },
    ]

    static let elements = [
        ReceivedProofCase("no kind", ["kind.missing invalid"]) { $0.kind = nil },
        ReceivedProofCase("draft", ["proof.draft invalid"]) { $0.isDraft = true },
        ReceivedProofCase(
            "draft without what nobody has done", ["proof.draft invalid", "number.missing invalid", "issued.missing invalid"]
        ) {
            $0.isDraft = true
            $0.number = nil
            $0.issued = nil
            $0.signature = nil
            $0.certification = nil
        },
        ReceivedProofCase("no number", ["number.missing invalid"]) { $0.number = nil },
        ReceivedProofCase("no exporter", ["exporter.missing invalid"]) { $0.exporter = nil },
        ReceivedProofCase("exporter without name", ["exporter.missing invalid"]) { $0.exporter?.name = nil },
        ReceivedProofCase("exporter without address", ["exporter.addressMissing minorDiscrepancy"]) {
            $0.exporter?.address = nil
        },
        ReceivedProofCase("exporter in Chinese", ["exporter.notEnglish minorDiscrepancy"]) { $0.exporter?.name = "嘉陵" },
        ReceivedProofCase("exporter's address in Chinese", ["exporter.notEnglish minorDiscrepancy"]) {
            $0.exporter?.address = "重庆"
        },
        ReceivedProofCase("no consignee", ["consignee.missing doubt"]) { $0.consignee = nil },
        ReceivedProofCase("consignee without address", ["consignee.addressMissing minorDiscrepancy"]) {
            $0.consignee?.address = nil
        },
        ReceivedProofCase("no producer", ["producer.missing minorDiscrepancy"]) { $0.producer = nil },
        ReceivedProofCase("no producer on a declaration", [], ReceivedProofs.declaration) { $0.producer = nil },
        ReceivedProofCase("producer without name", ["producer.missing minorDiscrepancy"]) {
            $0.producer = .named(.init(address: "A"))
        },
        ReceivedProofCase("other words for the producer", ["producer.words minorDiscrepancy"]) {
            $0.producer = .words("SECRET")
        },
        ReceivedProofCase("not in box 8", ["producer.notInBox8 minorDiscrepancy"]) {
            $0.producer = .words("See box 8")
            $0.items[0].producer = .words("CONFIDENTIAL")
        },
        ReceivedProofCase("no items", ["items.missing invalid"]) { $0.items = [] },
        ReceivedProofCase("no description", ["description.missing doubt"]) { $0.items[1].description = nil },
        ReceivedProofCase("description in Chinese", ["description.notEnglish doubt"]) { $0.items[1].description = "线束" },
        ReceivedProofCase("no quantity", ["quantity.missing doubt"]) { $0.items[1].quantity = nil },
        ReceivedProofCase("quantity of nothing", ["quantity.notPositive doubt"]) {
            $0.items[1].quantity = try ReceivedProofs.amount("0", "pcs")
        },
        ReceivedProofCase("quantity below zero", ["quantity.notPositive doubt"]) {
            $0.items[1].quantity = try ReceivedProofs.amount("-1", "pcs")
        },
        ReceivedProofCase("quantity without unit", ["quantity.unitMissing doubt"]) { $0.items[1].quantity?.unit = nil },
        ReceivedProofCase("item without number", ["item.noNumber minorDiscrepancy"]) { $0.items[1].number = nil },
        ReceivedProofCase("number repeated", ["item.repeatedNumber minorDiscrepancy"]) { $0.items[1].number = 1 },
    ]

    static let days = [
        ReceivedProofCase("last day", on: "2027-03-02", []) { _ in },
        ReceivedProofCase("the day after", on: "2027-03-03", ["validity.expired invalid"]) { _ in },
        ReceivedProofCase("issued on 29 February, last day", on: "2029-02-28", []) {
            $0.issued = try ReceivedProofs.day("2028-02-29")
            $0.certification?.date = $0.issued
            $0.transport.departure = $0.issued
            $0.validUntil = nil
        },
        ReceivedProofCase("issued on 29 February, the day after", on: "2029-03-01", ["validity.expired invalid"]) {
            $0.issued = try ReceivedProofs.day("2028-02-29")
            $0.certification?.date = $0.issued
            $0.transport.departure = $0.issued
            $0.validUntil = nil
        },
        ReceivedProofCase("expired by its own words", on: "2026-06-01", ["validity.expired invalid"]) {
            $0.validUntil = try ReceivedProofs.day("2026-05-31")
        },
        ReceivedProofCase("a day too long", ["validity.tooLong minorDiscrepancy"]) {
            $0.validUntil = try ReceivedProofs.day("2027-03-03")
        },
        ReceivedProofCase("over before it begins", ["validity.endsBeforeIssue doubt", "validity.expired invalid"]) {
            $0.validUntil = try ReceivedProofs.day("2026-03-01")
        },
        ReceivedProofCase("no day at all", ["issued.missing invalid"]) {
            $0.issued = nil
            $0.certification?.date = nil
        },
    ]

    static let kinds = [
        ReceivedProofCase("by any exporter", ["kind.notByEveryone doubt"], ReceivedProofs.declaration) {
            $0.kind = .declarationByExporterOrProducer
            $0.authorisationCode = nil
        },
        ReceivedProofCase("by any exporter, between Parties open to it", [], ReceivedProofs.declaration) {
            $0 = try Self.byAnyone($0, from: "AU", to: "JP")
        },
        ReceivedProofCase("by any exporter, of one Party it is not known", ["kind.notByEveryone doubt"], ReceivedProofs.declaration) {
            $0 = try Self.byAnyone($0, from: "AU", to: "TH")
        },
        // What was completed so long ago is over as well.
        ReceivedProofCase(
            "by any exporter, on the day before one opens", ["kind.notByEveryoneYet invalid", "validity.expired invalid"],
            ReceivedProofs.declaration
        ) {
            $0 = try Self.byAnyone($0, from: "JP", to: "KR", on: "2024-12-31")
        },
        ReceivedProofCase("by any exporter, on the day one opens", ["validity.expired invalid"], ReceivedProofs.declaration) {
            $0 = try Self.byAnyone($0, from: "JP", to: "KR", on: "2025-01-01")
        },
        ReceivedProofCase("by the importer", ["kind.notByImporter invalid"], ReceivedProofs.declaration) {
            $0.kind = .declarationByImporter
        },
        ReceivedProofCase("by the importer in Japan", [], ReceivedProofs.declaration) {
            $0.kind = .declarationByImporter
            $0.importingParty = "JP"
            $0.consignee?.country = "JP"
        },
    ]

    /// A declaration by an exporter without approval, of goods of the exporting Party.
    private static func byAnyone(
        _ proof: ReceivedProof, from exporting: String, to importing: String, on day: String? = nil
    ) throws -> ReceivedProof {
        var proof = proof
        proof.kind = .declarationByExporterOrProducer
        proof.authorisationCode = nil
        proof.exportingParty = exporting
        proof.exporter?.country = exporting
        proof.importingParty = importing
        proof.consignee?.country = importing
        for index in proof.items.indices { proof.items[index].countryOfOrigin = .init(party: exporting) }
        if let day {
            proof.issued = try ReceivedProofs.day(day)
            proof.signature?.date = try ReceivedProofs.day(day)
            proof.validUntil = nil
        }
        return proof
    }

    static let parties = [
        ReceivedProofCase("not stated, but known", ["exportingParty.missing minorDiscrepancy"]) { $0.exportingParty = nil },
        ReceivedProofCase("not known", ["importingParty.missing doubt"]) {
            $0.importingParty = nil
            $0.consignee?.country = nil
        },
        ReceivedProofCase("no Party", ["importingParty.notAParty invalid", "consignee.elsewhere minorDiscrepancy"]) {
            $0.importingParty = "US"
        },
        ReceivedProofCase("no code", ["exportingParty.notAParty invalid"]) { $0.exportingParty = "China" },
        ReceivedProofCase("the same", [
            "importingParty.same invalid", "consignee.elsewhere minorDiscrepancy", "countryOfOrigin.importingParty doubt",
            "countryOfOrigin.importingParty doubt",
        ]) { $0.importingParty = "CN" },
        ReceivedProofCase("exporter elsewhere", ["exporter.elsewhere doubt"]) { $0.exporter?.country = "SG" },
        ReceivedProofCase("consignee elsewhere", ["consignee.elsewhere minorDiscrepancy"]) { $0.consignee?.country = "SG" },
        ReceivedProofCase("the day before the Agreement", on: "2023-06-01", ["importingParty.notInForce invalid"]) {
            $0.importingParty = "PH"
            $0.consignee?.country = "PH"
        },
        ReceivedProofCase("the first day of the Agreement", on: "2023-06-02", []) {
            $0.importingParty = "PH"
            $0.consignee?.country = "PH"
        },
    ]

    static let certificates = [
        ReceivedProofCase("not signed", ["signature.missing minorDiscrepancy"]) { $0.signature = nil },
        ReceivedProofCase("not certified", ["certification.missing invalid"]) { $0.certification = nil },
        ReceivedProofCase("by nobody", ["certification.noBody doubt"]) { $0.certification?.body = nil },
        ReceivedProofCase("without seal", ["certification.noSeal invalid"]) { $0.certification?.isSealed = false },
        ReceivedProofCase("seal not spoken of", ["certification.seal doubt"]) { $0.certification?.isSealed = nil },
        ReceivedProofCase("two days", ["issued.twoDates minorDiscrepancy"]) {
            $0.certification?.date = try ReceivedProofs.day("2026-03-01")
        },
        ReceivedProofCase("no invoice", ["invoice.missing minorDiscrepancy"]) { $0.invoices = [] },
        ReceivedProofCase("invoice without date", ["invoice.incomplete minorDiscrepancy"]) { $0.invoices[0].date = nil },
        ReceivedProofCase("invoice without number", ["invoice.incomplete minorDiscrepancy"]) { $0.invoices[0].number = nil },
        ReceivedProofCase("no departure", ["departure.missing minorDiscrepancy"]) { $0.transport.departure = nil },
        ReceivedProofCase("no vessel", ["vessel.missing minorDiscrepancy"]) { $0.transport.vesselOrFlight = nil },
        ReceivedProofCase("no port", ["portOfDischarge.missing minorDiscrepancy"]) { $0.transport.portOfDischarge = nil },
        ReceivedProofCase("a day after shipment", ["retroactive.notMarked doubt"]) {
            $0.transport.departure = try ReceivedProofs.day("2026-03-01")
        },
        ReceivedProofCase("a day after shipment, ticked", []) {
            $0.transport.departure = try ReceivedProofs.day("2026-03-01")
            $0.ticks = ["issuedRetroactively"]
        },
        ReceivedProofCase("a day after shipment, in the remarks", []) {
            $0.transport.departure = try ReceivedProofs.day("2026-03-01")
            $0.remarks = ["Issued retroactively"]
        },
        ReceivedProofCase("ticked on the day of shipment", ["retroactive.needless minorDiscrepancy"]) {
            $0.ticks = ["issuedRetroactively"]
        },
        ReceivedProofCase("one year after shipment", []) {
            $0.transport.departure = try ReceivedProofs.day("2025-03-02")
            $0.ticks = ["issuedRetroactively"]
        },
        ReceivedProofCase("one year and a day after shipment", ["retroactive.tooLate invalid"]) {
            $0.transport.departure = try ReceivedProofs.day("2025-03-01")
            $0.ticks = ["issuedRetroactively"]
        },
        ReceivedProofCase("true copy", []) {
            $0.trueCopyOf = .init(number: "CN26-0", date: try ReceivedProofs.day("2026-02-01"))
            $0.remarks = ["CERTIFIED TRUE COPY of CN26-0, issued on 2026-02-01"]
        },
        ReceivedProofCase("true copy without the words", ["trueCopy.notMarked minorDiscrepancy"]) {
            $0.trueCopyOf = .init(number: "CN26-0", date: try ReceivedProofs.day("2026-02-01"))
        },
        ReceivedProofCase("true copy of what", ["trueCopy.incomplete doubt"]) {
            $0.trueCopyOf = .init(number: "CN26-0")
            $0.remarks = ["CERTIFIED TRUE COPY"]
        },
        ReceivedProofCase("true copy of a later certificate", ["trueCopy.beforeOriginal doubt"]) {
            $0.trueCopyOf = .init(number: "CN26-0", date: try ReceivedProofs.day("2026-03-03"))
            $0.remarks = ["CERTIFIED TRUE COPY"]
        },
        ReceivedProofCase("true copy after one year", on: "2026-03-02", []) {
            $0.trueCopyOf = .init(number: "CN26-0", date: try ReceivedProofs.day("2025-03-02"))
            $0.remarks = ["CERTIFIED TRUE COPY"]
        },
        ReceivedProofCase("a true copy ends with its original", on: "2026-03-03", ["validity.expired invalid"]) {
            $0.trueCopyOf = .init(number: "CN26-0", date: try ReceivedProofs.day("2025-03-02"))
            $0.remarks = ["CERTIFIED TRUE COPY"]
        },
        ReceivedProofCase(
            "true copy after one year and a day", on: "2026-03-01", ["trueCopy.tooLate invalid"]
        ) {
            $0.trueCopyOf = .init(number: "CN26-0", date: try ReceivedProofs.day("2025-03-01"))
            $0.remarks = ["CERTIFIED TRUE COPY"]
        },
    ]

    static let declarations = [
        ReceivedProofCase("no authorisation code", ["authorisationCode.missing invalid"], ReceivedProofs.declaration) {
            $0.authorisationCode = nil
        },
        ReceivedProofCase("not signed", ["signature.missing invalid"], ReceivedProofs.declaration) { $0.signature = nil },
        ReceivedProofCase("signed by nobody", ["signature.missing invalid"], ReceivedProofs.declaration) {
            $0.signature?.name = nil
        },
        ReceivedProofCase("signed by another", ["signature.otherPerson minorDiscrepancy"], ReceivedProofs.declaration) {
            $0.signature?.name = "Wang Fang"
        },
        ReceivedProofCase("signed without date", ["signature.noDate minorDiscrepancy"], ReceivedProofs.declaration) {
            $0.signature?.date = nil
        },
        ReceivedProofCase("signed on another day", ["signature.otherDate minorDiscrepancy"], ReceivedProofs.declaration) {
            $0.signature?.date = try ReceivedProofs.day("2026-03-01")
        },
        ReceivedProofCase("true copy", ["trueCopy.declaration doubt"], ReceivedProofs.declaration) {
            $0.trueCopyOf = .init(number: "1", date: try ReceivedProofs.day("2026-03-01"))
        },
        ReceivedProofCase("retroactive", ["retroactive.declaration minorDiscrepancy"], ReceivedProofs.declaration) {
            $0.ticks = ["issuedRetroactively"]
        },
        ReceivedProofCase("after shipment", [], ReceivedProofs.declaration) {
            $0.transport.departure = try ReceivedProofs.day("2026-02-01")
        },
    ]

    static let invoicing = [
        ReceivedProofCase("third party", []) {
            $0.invoicingCompany = .init(name: "Lion Trading Pte", country: "SG")
            $0.ticks = ["thirdPartyInvoicing"]
        },
        ReceivedProofCase("third party not ticked", ["invoicing.notTicked minorDiscrepancy"]) {
            $0.invoicingCompany = .init(name: "Lion Trading Pte", country: "SG")
        },
        ReceivedProofCase("ticked, no company", ["invoicing.noCompany minorDiscrepancy"]) {
            $0.ticks = ["thirdPartyInvoicing"]
        },
        ReceivedProofCase("no name", ["invoicing.noName minorDiscrepancy"]) {
            $0.invoicingCompany = .init(country: "SG")
            $0.ticks = ["thirdPartyInvoicing"]
        },
        ReceivedProofCase("no country", ["invoicing.noCountry minorDiscrepancy"]) {
            $0.invoicingCompany = .init(name: "Lion Trading Pte")
            $0.ticks = ["thirdPartyInvoicing"]
        },
        ReceivedProofCase("the exporter itself", ["invoicing.exporterItself minorDiscrepancy"]) {
            $0.invoicingCompany = .init(name: "JIALING MOTOR CO., LTD.", country: "CN")
            $0.ticks = ["thirdPartyInvoicing"]
        },
    ]

    @Test(arguments: good) func nothingIsFound(_ row: ReceivedProofCase) throws { try row.verify() }
    @Test(arguments: elements) func element(_ row: ReceivedProofCase) throws { try row.verify() }
    @Test(arguments: days) func validity(_ row: ReceivedProofCase) throws { try row.verify() }
    @Test(arguments: kinds) func kind(_ row: ReceivedProofCase) throws { try row.verify() }
    @Test(arguments: parties) func party(_ row: ReceivedProofCase) throws { try row.verify() }
    @Test(arguments: certificates) func certificate(_ row: ReceivedProofCase) throws { try row.verify() }
    @Test(arguments: declarations) func declaration(_ row: ReceivedProofCase) throws { try row.verify() }
    @Test(arguments: invoicing) func thirdPartyInvoice(_ row: ReceivedProofCase) throws { try row.verify() }

    @Test func standing() throws {
        var proof = try ReceivedProofs.certificate()
        #expect(try ReceivedProofs.check(proof).standing == nil)
        proof.exporter?.address = nil
        #expect(try ReceivedProofs.check(proof).standing == .minorDiscrepancy)
        proof.consignee = nil
        #expect(try ReceivedProofs.check(proof).standing == .doubt)
        proof.number = nil
        #expect(try ReceivedProofs.check(proof).standing == .invalid)
    }

    @Test func lastDay() throws {
        var proof = try ReceivedProofs.certificate()
        proof.validUntil = nil
        #expect(try ReceivedProofs.check(proof).validUntil?.description == "2027-03-02")
        proof.issued = nil
        proof.certification = nil
        #expect(try ReceivedProofs.check(proof).validUntil == nil)
    }

    @Test func notes() throws {
        var proof = try ReceivedProofs.certificate()
        #expect(try ReceivedProofs.check(proof).notes.isEmpty)
        #expect(try ReceivedProofs.check(proof, on: "2026-03-01").notes.map(\.code) == ["issued.afterImportation"])
        proof.importingParty = "MM"
        proof.consignee?.country = "MM"
        #expect(try ReceivedProofs.check(proof).notes.map(\.code) == ["party.note"])
    }

    /// Value of the one item, its currency, and whether Article 3.22 is spoken of.
    static let values = [("200.00", "USD", true), ("200.01", "USD", false), ("100", "CNY", false), ("-5", "USD", false)]

    @Test(arguments: values)
    func waiver(value: String, currency: String, isSaid: Bool) throws {
        var proof = try ReceivedProofs.certificate()
        proof.items = [proof.items[0]]
        proof.items[0].fob = try ReceivedProofs.amount(value, currency)
        #expect(try ReceivedProofs.check(proof).notes.contains { $0.code == "proof.waived" } == isSaid)
        proof.items.append(try ReceivedProofs.item(2, "More", "8544.30", "CTC"))
        #expect(try !ReceivedProofs.check(proof).notes.contains { $0.code == "proof.waived" })
    }
}
