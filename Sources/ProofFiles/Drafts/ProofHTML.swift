import OriginModel
import ProofsOfOrigin
import Reporting

/// A draft as one page that needs nothing else, for screen and A4: the boxes of a declaration, or those of Form RCEP. In
/// English, the language of a proof (Article 3.16.4).
public struct ProofHTML {
    private let draft: ProofDraft
    private let countryName: (CountryCode) -> String?

    /// - Parameter countryName: English name of a country; nil leaves its code alone.
    public init(_ draft: ProofDraft, countryName: @escaping (CountryCode) -> String? = { _ in nil }) {
        self.draft = draft
        self.countryName = countryName
    }

    private var isCertificate: Bool { draft.kind == .certificateOfOrigin }

    public func text() -> String {
        let name = isCertificate ? "Certificate of Origin, Form RCEP" : "Declaration of Origin"
        let head = [
            HTML.element("p.draft", "DRAFT: not a proof of origin until it has been completed, signed and dated."),
            HTML.element("p.agreement", "Regional Comprehensive Economic Partnership Agreement"),
            HTML.element("h1", isCertificate ? "CERTIFICATE OF ORIGIN" : "DECLARATION OF ORIGIN"),
            HTML.element("p.agreement", isCertificate ? "Form RCEP" : "by an approved exporter (Article 3.18)"),
        ]
        let foot = HTML.element(
            "p.agreement", "Drafted on \(draft.drafted). If completed on that day, it is valid until \(draft.validUntil) (Article "
                + "3.16), and the exporter keeps its records until \(draft.keepUntil) at least (Article 3.27).")
        return HTML.document(
            language: "en", title: "\(name) (draft) \(number)", style: ProofStyle.sheet,
            body: head + (isCertificate ? certificate : declaration) + [foot])
    }

    private var number: String { draft.number ?? "not yet assigned" }

    // MARK: Layouts

    private var certificate: [HTML] {
        [
            boxes([
                ("1. Exporter (name, address, country)", lines(draft.exporter)),
                ("Certificate No.", [number]),
            ]),
            boxes([
                ("2. Importer or consignee (name, address, country)", draft.shipment.consignee.map(lines) ?? []),
                ("3. Producer, if known (name, address, country)", producer(seeBox: "SEE BOX 8")),
            ]),
            boxes([("4. Means of transport and route, as far as known", transport), ("5. For official use", [])]),
            goods(columns: [
                "6. Item", "7. Marks and numbers", "8. Number and kind of packages; description of goods", "9. HS code (six digits)",
                "10. Origin conferring criterion", "11. RCEP country of origin",
                "12. Quantity (gross weight or other), and FOB value where RVC is applied", "13. Invoice numbers and dates",
            ]) { item in
                [
                    ["\(item.number)"], [item.marks ?? ""], [item.packages ?? "", item.description] + named(item),
                    [item.hsCode.printed], [item.criterionCode], [origin(item)], quantity(item) + fob(item),
                    item.number == 1 ? invoices : [],
                ]
            },
            boxes([("14. Remarks", draft.remarks)]),
            boxes([
                ("15. Declaration by the exporter or producer", [
                    "The goods described meet the requirements of origin of the Agreement, and are exported to "
                        + "\(country(draft.importingParty)).", "", "Place, date and signature:",
                ]),
                ("16. Certification", ["", "", "Place, date, signature and seal of the issuing body:"]),
            ]),
            boxes([("17.", ProofDraft.Tick.allCases.map { tick in (draft.ticks.contains(tick) ? "\u{2612} " : "\u{2610} ") + tick.words })]),
        ]
    }

    private var declaration: [HTML] {
        let statesFOB = draft.items.contains { $0.fob != nil }
        let columns = [
            "Item", "Description of goods; packages, marks and numbers", "HS code (six digits)", "Origin conferring criterion",
            "RCEP country of origin", "Quantity",
        ] + (statesFOB ? ["FOB value (where RVC)"] : [])
        let signatory = [draft.signatory?.name, draft.signatory?.position].compactMap { $0 }
        var signature = [
            ("Name and position of the certifying person", signatory), ("Signature (empty in a draft)", []),
            ("Date of completion (empty in a draft)", []),
        ]
        if "\(draft.exportingParty)" == "CN" { signature.append(("Seal of the exporter (empty in a draft)", [])) }
        return [
            boxes([
                ("1. Unique reference number", [number]),
                ("2. Approved exporter's authorisation code", [draft.authorisationCode ?? ""]),
            ]),
            boxes([
                ("3. Exporter (name and address)", lines(draft.exporter)),
                ("4. Importer or consignee (name and address)", draft.shipment.consignee.map(lines) ?? []),
            ]),
            boxes([
                ("5. Producer (name and address), if known", producer(seeBox: "Named with each item of box 10")),
                ("6. Transport, as far as known", transport),
            ]),
            boxes([
                ("7. Exporting Party", [country(draft.exportingParty)]), ("8. Importing Party", [country(draft.importingParty)]),
                ("9. Invoices (number and date)", invoices),
            ]),
            HTML.element("h2", "10. Goods covered by this declaration"),
            goods(columns: columns) { item in
                let description = [item.description] + [item.packages, item.marks].compactMap { $0 } + named(item)
                return [
                    ["\(item.number)"], description, [item.hsCode.printed], [item.criterionCode], [origin(item)], quantity(item),
                ] + (statesFOB ? [fob(item)] : [])
            },
            boxes([("Remarks", draft.remarks)]),
            boxes([("Certification", [
                "The undersigned, authorised to sign for the exporter named above, certifies that the goods described in this "
                    + "declaration qualify as originating goods under Chapter 3 of the Agreement, and that their RCEP country "
                    + "of origin is as stated.",
            ])]),
            boxes(signature),
        ]
    }

    // MARK: Parts

    private func boxes(_ boxes: [(caption: String, lines: [String])]) -> HTML {
        HTML.element("div.row", boxes.map { box in
            HTML.element("section", [HTML.element("h3", box.caption)] + box.lines.map { HTML.element("p", $0) })
        })
    }

    private func goods(columns: [String], _ cells: (ProofItem) -> [[String]]) -> HTML {
        let head = HTML.element("thead", [HTML.element("tr", columns.map { HTML.element("th", [("scope", "col")], $0) })])
        let rows = draft.items.map { item in
            HTML.element("tr", cells(item).map { lines in
                HTML.element("td", lines.filter { !$0.isEmpty }.map { HTML.element("p", $0) })
            })
        }
        return HTML.element("table", [head, HTML.element("tbody", rows)])
    }

    private func country(_ code: CountryCode) -> String { countryName(code) ?? "\(code)" }

    private func lines(_ firm: TradingParty) -> [String] {
        [firm.name, firm.chineseName, firm.address, country(firm.country), firm.registration.map { "Reg. No. \($0)" }]
            .compactMap { $0 }
    }

    private func producer(seeBox words: String) -> [String] {
        switch draft.producerBox {
        case .named(let producer): lines(producer)
        case .seeBox8: [words]
        case .confidential, .notAvailable: [draft.producerBox.words ?? ""]
        }
    }

    private func named(_ item: ProofItem) -> [String] {
        draft.producerBox == .seeBox8 ? ["Producer: \((item.producer ?? .notAvailable).words)"] : []
    }

    private var transport: [String] {
        let transport = draft.shipment.transport
        return [
            transport.departure.map { "Departure date: \($0)" },
            transport.vesselOrFlight.map { "Vessel, flight or vehicle: \($0)" },
            transport.portOfLoading.map { "Port of loading: \($0)" },
            transport.portOfDischarge.map { "Port of discharge: \($0)" },
        ].compactMap { $0 }
    }

    private var invoices: [String] { draft.shipment.invoices.map { "\($0.number), \($0.date)" } }

    private func origin(_ item: ProofItem) -> String {
        let mark = item.countryOfOrigin.mark
        return country(item.countryOfOrigin.party) + (mark == .none ? "" : " \(mark.rawValue)")
    }

    private func quantity(_ item: ProofItem) -> [String] {
        ["\(item.quantity.amount.description) \(item.quantity.unit)"]
            + (item.grossWeightKg.map { ["Gross weight: \($0.description) kg"] } ?? [])
    }

    private func fob(_ item: ProofItem) -> [String] { item.fob.map { ["FOB \($0)"] } ?? [] }
}

extension ProofDraft.Tick {
    fileprivate var words: String {
        switch self {
        case .backToBack: "Back-to-back Certificate of Origin"
        case .thirdPartyInvoicing: "Third-party invoicing"
        case .issuedRetroactively: "ISSUED RETROACTIVELY"
        }
    }
}

/// The style sheet of drafts: boxes as on paper.
private enum ProofStyle {
    static let sheet: StaticString = """
        @page { size: A4; margin: 12mm; }
        * { box-sizing: border-box; }
        body { margin: 1rem auto; max-width: 190mm; padding: 0 .5rem; color: #000; background: #fff;
          font: 10pt/1.35 "Liberation Sans", Arial, "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
        h1 { margin: .1rem 0; font-size: 1.3rem; text-align: center; }
        h2 { margin: .8rem 0 .3rem; font-size: 1rem; }
        h3 { margin: 0 0 .15rem; font-size: .72rem; font-weight: normal; color: #444; }
        p { margin: .1rem 0; overflow-wrap: break-word; min-height: 1em; }
        .draft { padding: .3rem; border: 2px solid #a4161a; color: #a4161a; font-weight: bold; text-align: center; }
        .agreement { text-align: center; font-size: .8rem; }
        .row { display: flex; border: solid #000; border-width: 1px 0 0 1px; break-inside: avoid; }
        .row + .row { border-top: 0; }
        section { flex: 1 1 0; min-width: 0; min-height: 3.2rem; padding: .25rem .4rem; border: solid #000; border-width: 0 1px 1px 0; }
        .row + .row section { border-top: 0; }
        table { width: 100%; border-collapse: collapse; }
        thead { display: table-header-group; }
        th, td { padding: .25rem .35rem; border: 1px solid #000; vertical-align: top; text-align: left; overflow-wrap: break-word; }
        th { font-size: .68rem; font-weight: normal; color: #444; }
        tr { break-inside: avoid; }
        """
}
