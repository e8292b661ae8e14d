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
    /// In force on the day, with the nomenclature of Annex 3A.
    public var law: LawInForce
    /// Where the goods are sent from under a back-to-back proof; otherwise the dossiers say it.
    public var intermediateParty: CountryCode?

    public init(
        kind: ProofDraft.Kind, profile: ExporterProfile, shipment: Shipment,
        determinations: [String: Determination] = [:], signatory: String? = nil, date: CalendarDate,
        requirements: ProofRequirements, law: LawInForce, intermediateParty: CountryCode? = nil
    ) {
        self.kind = kind
        self.profile = profile
        self.shipment = shipment
        self.determinations = determinations
        self.signatory = signatory
        self.date = date
        self.requirements = requirements
        self.law = law
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
        let (items, refusals) = attempt()
        guard refusals.isEmpty else { throw Refusals(refusals) }
        return proof(items)
    }

    /// Every good that can be stated, and every reason against the others and against the proof as a whole.
    public func attempt() -> (items: [ProofItem], refusals: [Refusal]) {
        var refusals: [Refusal] = []
        refusals += MinimumInformation(request).refusals() + PartiesOfProof(request).refusals()
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
        return (items, refusals)
    }

    private func proofItem(_ item: Shipment.Item, number: Int) throws(Refusals) -> ProofItem {
        if let original = request.shipment.originalProof {
            return try BackToBackProof(original, request).item(item, number: number)
        }
        return try DeterminedItem(item, request).item(number: number)
    }

    private func proof(_ items: [ProofItem]) -> ProofDraft {
        let requirements = request.requirements
        let certificate = CertificateOfOrigin(request)
        // A copy is as long valid as what it is a copy of.
        let ownValidity = requirements.validity.lastDay(from: request.shipment.trueCopyOf?.issued ?? request.date)
        let original = request.shipment.originalProof.map { BackToBackProof($0, request).lastDay }
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
        notes.append(.keepRecords(request.requirements.exporterRecords.lastDay(from: request.date)))
        if let waiver = Waiver(request).note { notes.append(waiver) }
        let withoutRoute = items.filter { request.determinations[$0.good].map { $0.directConsignment == nil } ?? false }
        if !withoutRoute.isEmpty { notes.append(.noRoute(withoutRoute, to: request.shipment.importingParty)) }
        notes += items.filter { $0.countryOfOrigin.mark != .none }.map { .highestRate($0) }
        notes += items.filter { $0.countryOfOrigin.party == request.shipment.importingParty }.map { .ownOrigin($0) }
        notes += ApprovedExporter(request).otherNames(items)
        notes += items.flatMap { item in
            (request.determinations[item.good]?.warnings ?? []).map { .warning($0, item) }
        }
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
    /// Of Annex 3A on the day.
    var edition: HSEdition { law.ruleSet.edition }

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

    fileprivate static func keepRecords(_ day: CalendarDate) -> BilingualText {
        BilingualText(
            en: "All records have to be kept until \(day) at least, if it is completed on the day of drafting "
                + "(Article 3.27); evidence that was good enough for the draft has to be at hand on the day of signing.",
            zh: "若在拟稿当日填制完成，全部记录至少应保存至\(day)（第三章第二十七条）；签字当日须持有拟稿所依据的证明文件。")
    }

    /// Direct transport is taken as meant where no route is stated; the exporter should know that nothing was judged.
    fileprivate static func noRoute(_ items: [ProofItem], to party: CountryCode) -> BilingualText {
        let numbers = items.map { "\($0.number)" }
        return BilingualText(
            en: "No route is stated for item \(numbers.joined(separator: ", ")): the proof supposes that the goods go to "
                + "\(party) directly (Article 3.15). If they pass another country, state route in the dossier.",
            zh: "第\(numbers.joined(separator: "、"))项未填写运输路线：本证明以货物直接运往\(party)为前提（第三章第十五条）；如途经其他国家（地区），应在资料中填写route。")
    }

    /// Rates are not looked at here.
    fileprivate static func highestRate(_ item: ProofItem) -> BilingualText {
        BilingualText(
            en: "Item \(item.number) claims the highest rate with \(item.countryOfOrigin): that no Party it is compared "
                + "with has a higher one is for the exporter to establish (Article 2.6.6; rcep check shows the rates).",
            zh: "第\(item.number)项以\(item.countryOfOrigin)主张最高税率：出口商应自行确认所比较的缔约方中没有更高的税率（第二章第六条第六款；税率见rcep check）。")
    }

    /// By Article 2.6.4, or of goods that go home: the importing Party has no rate for goods of its own.
    fileprivate static func ownOrigin(_ item: ProofItem) -> BilingualText {
        BilingualText(
            en: "The RCEP country of origin of item \(item.number) is \(item.countryOfOrigin.party), the importing Party itself, "
                + "which has no rate for goods of its own: ask its customs, or claim the highest rate (Article 2.6.6).",
            zh: "第\(item.number)项的RCEP原产国为进口缔约方\(item.countryOfOrigin.party)，该方对本方货物没有协定税率：请咨询其海关，或者主张最高税率（第二章第六条第六款）。")
    }

    fileprivate static func warning(_ note: Note, _ item: ProofItem) -> BilingualText {
        BilingualText(
            en: "Item \(item.number): \(note.message.english)", zh: "第\(item.number)项：\(note.message.chinese)")
    }

    fileprivate static func codeConverted(_ item: ProofItem, from code: StatedHSCode) -> BilingualText {
        BilingualText(
            en: "Item \(item.number): \(code.subheading.printed) of HS \(code.edition.rawValue) is stated as "
                + "\(item.hsCode.printed), its code in the edition of Annex 3A (HS \(item.edition.rawValue)).",
            zh: "第\(item.number)项：协调制度\(code.edition.rawValue)年版\(code.subheading.printed)按附件3A所用的\(item.edition.rawValue)年版填为\(item.hsCode.printed)。")
    }
}
