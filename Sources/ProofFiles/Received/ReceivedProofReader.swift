import Bilingual
import DossierFiles
import OriginModel
import ProofsOfOrigin

/// Reads the objects of `rcep-proof/1` out of a JSON tree, whatever they lack.
struct ReceivedProofReader {
    private let json: JSONText
    private let faults: ReceivedProofFaults

    init(_ json: JSONText, _ faults: ReceivedProofFaults) {
        self.json = json
        self.faults = faults
    }

    private static let members = [
        "format", "kind", "state", "number", "drafted", "issued", "validUntil", "keepUntil", "exporter",
        "authorisationCode", "signatory", "signature", "certification", "consignee", "producer", "exportingParty",
        "importingParty", "transport", "invoices", "invoicingCompany", "items", "originalProof", "ticks", "remarks",
        "notes", "trueCopyOf",
    ]

    /// nil where the root is no object.
    func proof(_ root: JSONNode) -> ReceivedProof? {
        guard let members = faults.members(root, Self.members) else {
            if root.kind == .null { faults.add(root, "proof.wrongType", .nothing, expected: .format) }
            return nil
        }
        checkFormat(members["format"], root)
        var proof = ReceivedProof()
        proof.kind = kind(members["kind"])
        proof.isDraft = faults.text(members["state"]) == "draft"
        proof.number = faults.text(members["number"])
        _ = date(members["drafted"])
        proof.issued = date(members["issued"])
        proof.validUntil = date(members["validUntil"])
        proof.authorisationCode = faults.text(members["authorisationCode"])
        proof.exportingParty = faults.text(members["exportingParty"])
        proof.importingParty = faults.text(members["importingParty"])
        readFirms(members, &proof)
        readPapers(members, &proof)
        proof.items = faults.list(members["items"], item)
        proof.originalProof = members["originalProof"].flatMap(original)
        proof.ticks = faults.list(members["ticks"]) { faults.text($0) }
        proof.remarks = faults.list(members["remarks"]) { faults.text($0) }
        return proof
    }

    private func checkFormat(_ node: JSONNode?, _ root: JSONNode) {
        guard let node, node.kind == .string, json.string(node) == ReceivedProofFile.format else {
            return faults.add(node ?? root, "proof.unsupportedFormat", .otherFormat, expected: .format)
        }
    }

    private func kind(_ node: JSONNode?) -> ReceivedProof.Kind? {
        faults.value(node, ("proof.unknownKind", .unknownKind, .kinds), ReceivedProof.Kind.init)
    }

    // MARK: Firms

    private func readFirms(_ members: [String: JSONNode], _ proof: inout ReceivedProof) {
        proof.exporter = members["exporter"].flatMap(firm)
        proof.consignee = members["consignee"].flatMap(firm)
        proof.producer = members["producer"].flatMap(producer)
        proof.invoicingCompany = members["invoicingCompany"].flatMap(firm)
    }

    private func firm(_ node: JSONNode) -> ReceivedProof.Firm? {
        guard let members = faults.members(node, ["name", "chineseName", "address", "country", "registration"]) else {
            return nil
        }
        return ReceivedProof.Firm(
            name: faults.text(members["name"]), address: faults.text(members["address"]),
            country: faults.text(members["country"]))
    }

    /// A firm, or the words that stand in its place.
    private func producer(_ node: JSONNode) -> ReceivedProof.Producer? {
        node.kind == .string ? faults.text(node).map { .words($0) } : firm(node).map { .named($0) }
    }

    // MARK: Papers

    private func readPapers(_ members: [String: JSONNode], _ proof: inout ReceivedProof) {
        if let signatory = faults.members(members["signatory"], ["name", "position", "until"]) {
            proof.signatory = faults.text(signatory["name"])
        }
        if let signature = faults.members(members["signature"], ["name", "date"]) {
            proof.signature = .init(name: faults.text(signature["name"]), date: date(signature["date"]))
        }
        if let box16 = faults.members(members["certification"], ["body", "date", "seal"]) {
            proof.certification = .init(
                body: faults.text(box16["body"]), date: date(box16["date"]), isSealed: faults.flag(box16["seal"]))
        }
        let box4 = ["departure", "vesselOrFlight", "portOfLoading", "portOfDischarge"]
        if let transport = faults.members(members["transport"], box4) {
            proof.transport = .init(
                departure: date(transport["departure"]), vesselOrFlight: faults.text(transport["vesselOrFlight"]),
                portOfDischarge: faults.text(transport["portOfDischarge"]))
        }
        proof.invoices = faults.list(members["invoices"]) { node in
            faults.members(node, ["number", "date"]).map {
                .init(number: faults.text($0["number"]), date: date($0["date"]))
            }
        }
        if let copied = faults.members(members["trueCopyOf"], ["number", "issued"]) {
            proof.trueCopyOf = .init(number: faults.text(copied["number"]), date: date(copied["issued"]))
        }
    }

    private func original(_ node: JSONNode) -> ReceivedProof.Original? {
        let names = [
            "kind", "number", "issued", "validUntil", "exportingParty", "countryOfOrigin", "authorisationCode", "items",
            "uses", "operations",
        ]
        guard let members = faults.members(node, names) else { return nil }
        var original = ReceivedProof.Original()
        original.kind = kind(members["kind"])
        original.number = faults.text(members["number"])
        original.issued = date(members["issued"])
        original.validUntil = date(members["validUntil"])
        original.exportingParty = faults.text(members["exportingParty"])
        original.countryOfOrigin = members["countryOfOrigin"].flatMap(countryOfOrigin)?.party
        original.authorisationCode = faults.text(members["authorisationCode"])
        original.items = faults.list(members["items"], item)
        return original
    }

    // MARK: Items

    private func item(_ node: JSONNode) -> ReceivedProof.Item? {
        let names = [
            "number", "good", "id", "marks", "packages", "description", "hsCode", "hsEdition", "criterion", "supplements",
            "countryOfOrigin", "quantity", "grossWeightKg", "fob", "producer",
        ]
        guard let members = faults.members(node, names) else { return nil }
        var item = ReceivedProof.Item()
        item.number = faults.value(members["number"], ("proof.badNumber", .badNumber, .wholeNumber)) { Int($0) }
        item.good = faults.text(members["good"] ?? members["id"])
        item.description = faults.text(members["description"])
        item.hsCode = faults.text(members["hsCode"])
        item.hsEdition = faults.text(members["hsEdition"])
        item.criterion = faults.text(members["criterion"])
        item.supplements = faults.list(members["supplements"]) { faults.text($0) }
        item.countryOfOrigin = members["countryOfOrigin"].flatMap(countryOfOrigin)
        item.quantity = amount(members["quantity"], unit: "unit")
        item.grossWeightKg = decimal(members["grossWeightKg"])
        item.fob = amount(members["fob"], unit: "currency")
        item.producer = members["producer"].flatMap(producer)
        return item
    }

    /// `{"party": "CN", "mark": "*"}`, or the Party alone.
    private func countryOfOrigin(_ node: JSONNode) -> ReceivedProof.CountryOfOrigin? {
        if node.kind == .string { return faults.text(node).map { .init(party: $0) } }
        guard let members = faults.members(node, ["party", "mark"]) else { return nil }
        return .init(party: faults.text(members["party"]), mark: faults.text(members["mark"]))
    }

    private func amount(_ node: JSONNode?, unit: String) -> ReceivedProof.Amount? {
        guard let members = faults.members(node, ["amount", unit]) else { return nil }
        return .init(amount: decimal(members["amount"]), unit: faults.text(members[unit]))
    }

    private func decimal(_ node: JSONNode?) -> ExactDecimal? {
        faults.value(node, ("proof.badNumber", .badNumber, .decimal)) { try? ExactDecimal(parsing: $0) }
    }

    private func date(_ node: JSONNode?) -> CalendarDate? {
        // A year of the far future is a slip, and the law adds years to it.
        faults.value(node, ("proof.badDate", .badDate, .date)) { text in
            CalendarDate(text).flatMap { $0.year <= 2100 ? $0 : nil }
        }
    }
}

extension BilingualText {
    fileprivate static let nothing = BilingualText(en: "null cannot stand here", zh: "此处不能是 null")
    fileprivate static let otherFormat = BilingualText(
        en: "this is not the format of a proof of origin that can be read", zh: "不是可以读取的原产地证明格式")
    fileprivate static let format = BilingualText(same: "\"format\": \"\(ReceivedProofFile.format)\"")
    fileprivate static let unknownKind = BilingualText(
        en: "this is no kind of proof of origin", zh: "没有这种原产地证明")
    fileprivate static let kinds = BilingualText(
        same: ReceivedProof.Kind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))
    fileprivate static let badDate = BilingualText(en: "this is not a day of the calendar", zh: "这不是有效日期")
    fileprivate static let date = BilingualText(
        en: "a date such as \"2026-11-01\", not after 2100", zh: "日期，例如 \"2026-11-01\"，不晚于 2100 年")
    fileprivate static let badNumber = BilingualText(en: "this is not a number", zh: "这不是数字")
    fileprivate static let decimal = BilingualText(
        en: "a decimal number such as \"820.00\", without thousands separators", zh: "十进制数，例如 \"820.00\"，不含千位分隔符")
    fileprivate static let wholeNumber = BilingualText(en: "a whole number: 1, 2 ...", zh: "整数：1、2……")
}
