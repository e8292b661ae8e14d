import Bilingual
import DossierFiles
import HarmonizedSystem
import OriginModel
import OriginRules
import ProofsOfOrigin

/// The data of a shipment in a file of the format `rcep-shipment/1`.
public enum ShipmentFile {
    public static let format = "rcep-shipment/1"

    /// - Parameter profile: whose short names of producers and consignees the file may use.
    /// - Throws: one problem where the file is not JSON (`json.*`), else all problems of the shape, in the order of the
    ///   file (`shipment.*`).
    public static func read(
        _ bytes: [UInt8], file: String, profile: ExporterProfile
    ) throws(InputProblems) -> Shipment {
        try ParticularsReader.read(bytes, file: file, family: "shipment") { reader, root in
            ShipmentReader(reader, profile).shipment(root)
        }
    }
}

/// Reads a shipment out of a JSON tree.
struct ShipmentReader {
    let firms: ParticularsReader
    let values: DossierReader
    private let profile: ExporterProfile

    init(_ reader: ParticularsReader, _ profile: ExporterProfile) {
        firms = reader
        values = reader.values
        self.profile = profile
    }

    func shipment(_ node: JSONNode) -> Shipment? {
        guard let fields = values.fields(of: node, .shipment) else { return nil }
        if let format = fields["format"] { values.check(format, is: ShipmentFile.format) }
        let party = fields["importingParty"].flatMap(values.country)
        let consignee = fields["consignee"].flatMap { firms.firm($0, of: profile.consignees) }
        let transport = fields["transport"].flatMap(self.transport)
        let invoices = fields["invoices"].flatMap { values.list($0, .invoices, of: invoice) }
        let company = fields["invoicingCompany"].flatMap(invoicingCompany)
        let items = fields["items"].flatMap { values.list($0, .items, of: item) }
        let original = fields["originalProof"].flatMap(originalProof)
        let late = fields["lateBecause"].flatMap(values.text)
        let copied = fields["trueCopyOf"].flatMap(originalCertificate)
        let remarks = fields["remarks"].flatMap { values.list($0, .remarks, of: values.text) }
        guard let party, let items else { return nil }
        return Shipment(
            importingParty: party, consignee: consignee, transport: transport ?? .init(), invoices: invoices ?? [],
            invoicingCompany: company, items: items, originalProof: original, lateBecause: late, trueCopyOf: copied,
            remarks: remarks ?? [])
    }

    // MARK: Papers

    private func transport(_ node: JSONNode) -> Shipment.Transport? {
        values.fields(of: node, .transport).map { fields in
            Shipment.Transport(
                departure: fields["departure"].flatMap(values.date),
                vesselOrFlight: fields["vesselOrFlight"].flatMap(values.text),
                portOfLoading: fields["portOfLoading"].flatMap(values.text),
                portOfDischarge: fields["portOfDischarge"].flatMap(values.text))
        }
    }

    private func invoice(_ node: JSONNode) -> Shipment.Invoice? {
        guard let fields = values.fields(of: node, .invoice) else { return nil }
        let number = fields["number"].flatMap(values.text)
        let date = fields["date"].flatMap(values.date)
        guard let number, let date else { return nil }
        return .init(number: number, date: date)
    }

    private func invoicingCompany(_ node: JSONNode) -> Shipment.InvoicingCompany? {
        guard let fields = values.fields(of: node, .invoicingCompany) else { return nil }
        let name = fields["name"].flatMap(values.text)
        let country = fields["country"].flatMap(values.country)
        guard let name, let country else { return nil }
        return .init(name: name, country: country)
    }

    private func originalCertificate(_ node: JSONNode) -> Shipment.OriginalCertificate? {
        guard let fields = values.fields(of: node, .originalCertificate) else { return nil }
        let number = fields["number"].flatMap(values.text)
        let issued = fields["issued"].flatMap(values.date)
        guard let number, let issued else { return nil }
        return .init(number: number, issued: issued)
    }

    // MARK: Items

    private func item(_ node: JSONNode) -> Shipment.Item? {
        guard let fields = values.fields(of: node, .item) else { return nil }
        let good = fields["good"].flatMap(values.text)
        let claim = fields["claim"].flatMap(self.claim)
        guard let good else { return nil }
        return Shipment.Item(
            good: good, marks: fields["marks"].flatMap(values.text), packages: fields["packages"].flatMap(values.text),
            description: fields["description"].flatMap(values.text), quantity: fields["quantity"].flatMap(values.quantity),
            grossWeightKg: fields["grossWeightKg"].flatMap { values.number($0, .positive) },
            fob: fields["fob"].flatMap { values.money($0, .positive) }, producer: fields["producer"].flatMap(producer),
            producerDeclaration: fields["producerDeclaration"].flatMap(producerDeclaration),
            claim: claim ?? .countryOfOrigin)
    }

    private func producerDeclaration(_ node: JSONNode) -> ProducerDeclaration? {
        guard let fields = values.fields(of: node, .producerDeclaration) else { return nil }
        let reference = fields["reference"].flatMap(values.text)
        let date = fields["date"].flatMap(values.date)
        guard let reference, let date else { return nil }
        return ProducerDeclaration(reference: reference, date: date)
    }

    /// A firm, the short name of one, or one of the words of overleaf note 3.
    private func producer(_ node: JSONNode) -> ProducerStatement? {
        let words: [String: ProducerStatement] = ["CONFIDENTIAL": .confidential, "NOT AVAILABLE": .notAvailable]
        if node.kind == .string, let statement = words[values.json.string(node)] { return statement }
        return firms.firm(node, of: profile.producers, orWords: words.keys.sorted()).map { .named($0) }
    }

    private enum Mark: String, CaseIterable {
        case contributors = "*"
        case all = "**"
    }

    private func claim(_ node: JSONNode) -> OriginClaim? {
        guard let fields = values.fields(of: node, .claim) else { return nil }
        let mark = fields["mark"].flatMap { values.choice($0, of: Mark.self) }
        let party = fields["party"].flatMap(values.country)
        guard let mark, let party else { return nil }
        return mark == .contributors ? .highestOfContributors(party) : .highestOfAll(party)
    }
}

extension BilingualText {
    fileprivate static let invoices = BilingualText(en: "a list of invoices", zh: "发票的数组")
    fileprivate static let items = BilingualText(en: "a list of goods", zh: "货物的数组")
    fileprivate static let remarks = BilingualText(en: "a list of texts", zh: "字符串的数组")
}
