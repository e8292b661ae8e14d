import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules

/// What a received proof of origin is checked against.
public struct ProofCheckRequest: Sendable {
    public var proof: ReceivedProof
    public var law: LawInForce
    public var requirements: ProofRequirements
    /// The day of importation, on which preference is claimed.
    public var date: CalendarDate
    /// The original proof itself, where it is at hand beside a back-to-back proof.
    public var original: ReceivedProof?
    /// Other back-to-back proofs that may rest on the same original, whose quantities count with this one's.
    public var others: [ReceivedProof]

    public init(
        proof: ReceivedProof, law: LawInForce, requirements: ProofRequirements, date: CalendarDate,
        original: ReceivedProof? = nil, others: [ReceivedProof] = []
    ) {
        self.proof = proof
        self.law = law
        self.requirements = requirements
        self.date = date
        self.original = original
        self.others = others
    }
}

/// The answer to a check of a received proof.
public struct ProofCheck: Sendable, Hashable {
    /// The gravest first; those of one grade in the order of the articles that were looked at.
    public let findings: [ProofFinding]
    /// What the reader should know and what counts against nobody.
    public let notes: [Note]
    /// Last day on which preference may be claimed on it; nil where its day of issue is not known.
    public let validUntil: CalendarDate?
    public let date: CalendarDate

    /// The gravest grade found; nil where nothing was.
    public var standing: ProofFinding.Grade? { findings.map(\.grade).max() }
}

/// Checks the data of a proof of origin that an importer or a customs officer received. It sees what the proof says,
/// never whether that is true.
public struct ProofChecking: Sendable {
    private let request: ProofCheckRequest

    public init(_ request: ProofCheckRequest) {
        self.request = request
    }

    public func check() -> ProofCheck {
        let validity = ReceivedValidity(request)
        let country = ReceivedCountryOfOrigin(request)
        let criterion = ReceivedCriterion(request)
        var findings = ReceivedElements(request).findings()
        findings += validity.findings() + ReceivedParties(request).findings()
        findings += ReceivedCertificate(request).findings() + ReceivedDeclaration(request).findings()
        findings += ReceivedCode(request).findings() + criterion.findings() + country.findings()
        findings += ReceivedBackToBackProof(request).findings() + ReceivedInvoicing(request).findings()
        let ordered = findings.enumerated().sorted {
            ($1.element.grade, $0.offset) < ($0.element.grade, $1.offset)
        }.map(\.element)
        let notes = validity.notes() + ReceivedParties(request).notes() + criterion.notes() + country.notes()
            + ReceivedWaiver(request).notes()
        return ProofCheck(findings: ordered, notes: notes, validUntil: validity.lastDay, date: request.date)
    }
}

extension ProofCheckRequest {
    var annexEdition: HSEdition { law.ruleSet.edition }

    /// The code of an item in the edition of Annex 3A, where it is settled.
    func annexCode(_ item: ReceivedProof.Item) -> HSCode? {
        let codes = annexCodes(item)
        return codes.count == 1 ? codes[0] : nil
    }

    /// Every code an item may have in the edition of Annex 3A; empty where its code exists in no edition at hand.
    func annexCodes(_ item: ReceivedProof.Item) -> [HSCode] {
        guard let written = item.subheading, let code = HSCode(firstSixOf: written),
            let edition = statedEdition(item)
        else { return [] }
        guard law.nomenclatures[edition]?.contains(code) ?? false else { return [] }
        return law.candidates(for: StatedHSCode(text: written, subheading: code, edition: edition))
    }

    /// The annex's where the proof states none; nil where it states one that there is not.
    func statedEdition(_ item: ReceivedProof.Item) -> HSEdition? {
        guard let written = item.hsEdition else { return annexEdition }
        return HSEdition(rawValue: written)
    }
}

extension ExactDecimal {
    /// The exact sum; nil where the numbers are too large to add.
    static func sum(_ amounts: [ExactDecimal]) -> ExactDecimal? {
        let scale = amounts.map(\.scale).max() ?? 0
        var total: Int128 = 0
        for amount in amounts {
            guard let units = amount.significand(atScale: scale) else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(units)
            guard !overflow else { return nil }
            total = sum
        }
        return ExactDecimal(significand: total, scale: scale)
    }
}
