import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules

/// What a proof of origin is to be drafted from.
public struct ProofRequest: Sendable {
    public var kind: ProofDraft.Kind
    public var profile: ExporterProfile
    public var shipment: Shipment
    /// By the id of the good; none where the proof rests on an original proof.
    public var determinations: [String: Determination]
    /// Who is to sign a declaration.
    public var signatory: String?
    /// The day of drafting.
    public var date: CalendarDate
    public var requirements: ProofRequirements
    /// Of Annex 3A on the day.
    public var edition: HSEdition
    /// Where the goods are sent from under a back-to-back proof; otherwise the dossiers say it.
    public var intermediateParty: CountryCode?

    public init(
        kind: ProofDraft.Kind, profile: ExporterProfile, shipment: Shipment,
        determinations: [String: Determination] = [:], signatory: String? = nil, date: CalendarDate,
        requirements: ProofRequirements, edition: HSEdition, intermediateParty: CountryCode? = nil
    ) {
        self.kind = kind
        self.profile = profile
        self.shipment = shipment
        self.determinations = determinations
        self.signatory = signatory
        self.date = date
        self.requirements = requirements
        self.edition = edition
        self.intermediateParty = intermediateParty
    }
}

/// Drafts a proof of origin, or says everything that stands against it.
public struct ProofDrafting: Sendable {
    private let request: ProofRequest

    public init(_ request: ProofRequest) {
        self.request = request
    }

    /// The draft, without a number.
    /// - Throws: every reason why there can be none.
    public func draft() throws(Refusals) -> ProofDraft {
        var refusals: [Refusal] = []
        refusals += MinimumInformation(request).refusals()
        refusals += request.kind == .declarationOfOrigin ? ApprovedExporter(request).refusals() : []
        refusals += CertificateOfOrigin(request).refusals()
        if let original = request.shipment.originalProof {
            refusals += BackToBackProof(original, request).refusals()
        }
        var items: [ProofItem] = []
        for (index, item) in request.shipment.items.enumerated() {
            do throws(Refusals) {
                items.append(try proofItem(item, number: index + 1))
            } catch {
                refusals += error.reasons
            }
        }
        guard refusals.isEmpty else { throw Refusals(refusals) }
        return proof(items)
    }

    private func proofItem(_ item: Shipment.Item, number: Int) throws(Refusals) -> ProofItem {
        if let original = request.shipment.originalProof {
            return try BackToBackProof(original, request).item(item, number: number)
        }
        return try DeterminedItem(item, request).item(number: number)
    }

    private func proof(_ items: [ProofItem]) -> ProofDraft {
        let requirements = request.requirements
        let ownValidity = requirements.validity.lastDay(from: request.date)
        let original = request.shipment.originalProof.map { BackToBackProof($0, request).lastDay }
        let certificate = CertificateOfOrigin(request)
        return ProofDraft(
            kind: request.kind, number: nil, drafted: request.date, validUntil: min(ownValidity, original ?? ownValidity),
            keepUntil: requirements.exporterRecords.lastDay(from: request.date), exporter: request.profile.exporter,
            authorisationCode: request.kind == .declarationOfOrigin ? request.profile.authorisation?.code : nil,
            signatory: request.kind == .declarationOfOrigin ? ApprovedExporter(request).signatory : nil,
            exportingParty: request.exportingParty, shipment: request.shipment, items: items,
            remarks: certificate.remarks, ticks: certificate.ticks, notes: notes(items))
    }

    private func notes(_ items: [ProofItem]) -> [BilingualText] {
        var notes: [BilingualText] = []
        if request.kind == .declarationOfOrigin { notes.append(.signatureIsAPersons) }
        let records = request.requirements.exporterRecords
        notes.append(.keepRecords(records.lastDay(from: request.date), article: records.article))
        if let waiver = Waiver(request).note { notes.append(waiver) }
        notes += items.compactMap { item in
            guard let determination = request.determinations[item.good],
                determination.good.hsCode.edition != item.edition
            else { return nil }
            return .codeConverted(item, from: determination.good.hsCode)
        }
        return notes
    }
}

extension ProofRequest {
    /// Where the goods are sent from.
    var exportingParty: CountryCode {
        if shipment.originalProof != nil { return intermediateParty ?? profile.exporter.country }
        return shipment.items.lazy.compactMap { determinations[$0.good]?.exportingParty }.first ?? profile.exporter.country
    }
}

extension BilingualText {
    fileprivate static let signatureIsAPersons = BilingualText(
        en: "This is a draft. It becomes a declaration when an authorised signatory has signed and dated it; the exporter "
            + "is fully responsible for it (Article 3.21).",
        zh: "本件为草稿，经授权签字人签字并注明日期后方为原产地声明；出口商对其负全部责任（第三章第二十一条）。")

    fileprivate static func keepRecords(_ day: CalendarDate, article: String) -> BilingualText {
        BilingualText(
            en: "All records have to be kept until \(day) at least, if it is completed on the day of drafting (Article "
                + "\(article)); evidence that was good enough for the draft has to be at hand on the day of signing.",
            zh: "若在拟稿当日填制完成，全部记录至少应保存至\(day)（第\(article)条）；签字当日须持有拟稿所依据的证明文件。")
    }

    fileprivate static func codeConverted(_ item: ProofItem, from code: StatedHSCode) -> BilingualText {
        BilingualText(
            en: "Item \(item.number): \(code.subheading.printed) of HS \(code.edition.rawValue) is stated as "
                + "\(item.hsCode.printed), its code in the edition of Annex 3A (HS \(item.edition.rawValue)).",
            zh: "第\(item.number)项：协调制度\(code.edition.rawValue)年版\(code.subheading.printed)按附件3A所用的\(item.edition.rawValue)年版填为\(item.hsCode.printed)。")
    }
}
