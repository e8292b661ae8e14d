import Bilingual
import OriginModel
import PDFInspection
import PrintedReports
import ProofsOfOrigin
import Testing

@Suite("Drafts of proofs on paper")
struct PrintedProofTests {
    private static func bytes(_ draft: ProofDraft) throws -> [UInt8] {
        try PrintedProof.pdf(draft, created: try #require(SampleProof.date), countryName: SampleProof.names)
    }

    private static func pdf(_ draft: ProofDraft) throws -> InspectedPDF { InspectedPDF(try bytes(draft)) }

    private static func twoItems() throws -> [ProofItem] {
        [try SampleProof.item(1), try SampleProof.item(2, fob: try SampleProof.money("31200.00"))]
    }

    @Test("states every field, sound and with embedded fonts", arguments: ProofDraft.Kind.allCases)
    func everyField(_ kind: ProofDraft.Kind) throws {
        let pdf = try Self.pdf(try SampleProof.draft(kind, items: Self.twoItems(), remarks: ["A remark of the exporter"]))
        let letters = try pdf.letters()
        for text in [
            "Chongqing Jialing Motorcycle Parts Co., Ltd.", "重庆嘉陵摩托车配件有限公司", "91500107MA5U6XK83T",
            "No. 88 Jianshe Road, Jiulongpo District, Chongqing 400050", "Saigon Two-Wheeler Trading Company Limited",
            "DO-2026-000017", "COSCO HARMONY V.026S", "2026-06-05", "Ho Chi Minh City (Cat Lai)", "JL-2026-0611",
            "2026-05-29", "8711.20", "CTC ACU", "RVC ACU", "China **", "40 pieces", "4880.5 kg", "USD 31,200.00",
            "40 wooden crates", "JL/VN N/M 1-40", "A remark of the exporter", "Viet Nam", "Page 1 of 1", "DRAFT:",
            "End of goods: 2 items",
        ] {
            #expect(letters.contains(text.letters), "\(text)")
        }
        #expect(try pdf.isSound())
        #expect(try pdf.fonts().allSatisfy(\.isEmbedded))
        #expect(try pdf.pageCount() == 1)
        #expect(try pdf.language() == "en" && pdf.info("Author") == "Chongqing Jialing Motorcycle Parts Co., Ltd.")
        #expect(try pdf.wordsOutside(margin: 20).isEmpty)
    }

    @Test("a declaration names the approved exporter, who is to sign, and how long it is valid")
    func declaration() throws {
        let letters = try Self.pdf(try SampleProof.draft(.declarationOfOrigin, items: Self.twoItems())).letters()
        for text in ["CN5001AE2026000031", "Li Na", "Compliance Manager", "2027-05-31", "2029-06-01", "Seal of the exporter"] {
            #expect(letters.contains(text.letters), "\(text)")
        }
    }

    @Test("Form RCEP has its 17 boxes")
    func boxes() throws {
        let letters = try Self.pdf(try SampleProof.draft(.certificateOfOrigin, items: Self.twoItems())).letters()
        for box in [
            "1. Goods consigned from", "2. Goods consigned to", "3. Producer's name", "4. Means of transport",
            "5. For official use", "6. Item", "7. Marks", "8. Number and kind", "9. HS code", "10. Origin",
            "11. RCEP country", "12. Quantity", "13. Invoice", "14. Remarks", "15. Declaration", "16. Certification", "17.",
            "Form RCEP", "Certificate No. DO-2026-000017",
        ] {
            #expect(letters.contains(box.letters), "\(box)")
        }
    }

    @Test("a tick of box 17 is drawn", arguments: ProofDraft.Tick.allCases)
    func tick(_ tick: ProofDraft.Tick) throws {
        let without = try Self.bytes(try SampleProof.draft(.certificateOfOrigin, items: Self.twoItems()))
        let with = try Self.bytes(try SampleProof.draft(.certificateOfOrigin, items: Self.twoItems(), ticks: [tick]))
        #expect(without != with)
    }

    @Test("a hundred items go on over pages that repeat the heads and are numbered", arguments: ProofDraft.Kind.allCases)
    func manyItems(_ kind: ProofDraft.Kind) throws {
        let items = try (1...100).map { number in
            try SampleProof.item(
                number, description: "Frame of type F\(number)X " + String(repeating: "welded ", count: number == 50 ? 900 : 3),
                producer: number.isMultiple(of: 2) ? .confidential : .named(SampleProof.producer))
        }
        let pdf = try Self.pdf(try SampleProof.draft(kind, items: items))
        let count = try pdf.pageCount()
        #expect(count > 5)
        let letters = try pdf.letters()
        #expect((1...100).allSatisfy { letters.contains("FrameoftypeF\($0)X") })
        #expect(letters.contains("璧山精密铸造有限公司") && letters.contains("Producer:CONFIDENTIAL"))
        #expect(try pdf.wordsOutside(margin: 20).isEmpty)
        let head = kind == .certificateOfOrigin ? "11. RCEP" : "Reference No."
        for page in 1...count {
            let text = try pdf.text(page: page)
            #expect(text.letters.contains("Page\(page)of\(count)"))
            #expect(page == 1 || text.contains(head))
        }
    }

    @Test("a continuation sheet repeats boxes 6 to 13 and no other")
    func continuationSheet() throws {
        let items = try (1...40).map { try SampleProof.item($0) }
        let pdf = try Self.pdf(try SampleProof.draft(.certificateOfOrigin, items: items))
        let sheet = try pdf.text(page: 2)
        for box in 6...13 { #expect(sheet.contains("\(box). ")) }
        for box in ["1. Goods", "14. Remarks", "15. Declaration", "16. Certification"] { #expect(!sheet.contains(box)) }
        #expect(sheet.contains("CONTINUATION SHEET") && sheet.contains("DO-2026-000017"))
    }

    @Test("optional fields may be empty", arguments: ProofDraft.Kind.allCases)
    func emptyFields(_ kind: ProofDraft.Kind) throws {
        let items = [try SampleProof.item(1, marks: nil, packages: nil, producer: nil)]
        let draft = try SampleProof.draft(kind, items: items, number: nil) {
            $0.consignee = nil
            $0.transport = Shipment.Transport()
            $0.invoices = []
        }
        let pdf = try Self.pdf(draft)
        #expect(try pdf.letters().contains("notyetassigned"))
        #expect(try pdf.letters().contains("NOTAVAILABLE"))
        #expect(try pdf.pageCount() == 1)
    }

    @Test("a back-to-back declaration states the original proof")
    func backToBack() throws {
        let draft = try SampleProof.draft(.declarationOfOrigin, items: Self.twoItems()) {
            $0.originalProof = OriginalProof(
                kind: .declarationOfOrigin, number: "TH-2026-000123", issued: $0.invoices[0].date,
                exportingParty: SampleProof.party("TH"), authorisationCode: "TH-AE-99", items: [])
        }
        let letters = try Self.pdf(draft).letters()
        for text in ["TH-2026-000123", "issued on 2026-05-29", "First exporting Party: Thailand", "TH-AE-99"] {
            #expect(letters.contains(text.letters), "\(text)")
        }
    }

    @Test("long names and addresses on Form RCEP are set smaller, all of them")
    func longAddress() throws {
        var exporter = SampleProof.exporter
        exporter.address = (1...90).map { "Part\($0)" }.joined(separator: " ")
        let pdf = try Self.pdf(try SampleProof.draft(.certificateOfOrigin, items: Self.twoItems(), exporter: exporter))
        #expect(try pdf.letters().contains(exporter.address.letters))
        #expect(try pdf.wordsOutside(margin: 20).isEmpty)
    }

    @Test("what cannot have room on Form RCEP is refused, not cut")
    func doesNotFit() throws {
        var exporter = SampleProof.exporter
        exporter.address = String(repeating: "Part ", count: 3000)
        let draft = try SampleProof.draft(.certificateOfOrigin, items: Self.twoItems(), exporter: exporter)
        let problem = #expect(throws: InputProblem.self) { try Self.bytes(draft) }
        #expect(problem?.code == "print.doesNotFit")
    }

    @Test("the same draft gives the same bytes", arguments: ProofDraft.Kind.allCases)
    func deterministic(_ kind: ProofDraft.Kind) throws {
        let draft = try SampleProof.draft(kind, items: Self.twoItems())
        #expect(try Self.bytes(draft) == Self.bytes(draft))
    }
}
