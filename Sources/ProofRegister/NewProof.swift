import OriginModel

/// What the register keeps of one proof of origin that is about to be drafted.
///
/// The register knows no file format: it keeps values to search by, and bytes to rest on.
public struct NewProof: Sendable, Hashable {
    public var kind: ProofKind
    /// Short name of the exporter's profile.
    public var exporter: String
    public var exporterName: String
    public var exportingParty: CountryCode
    public var importingParty: CountryCode
    public var consignee: String?
    /// Of the approved exporter; nil for a certificate.
    public var authorisationCode: String?
    /// Who is to sign.
    public var signatory: String?
    public var drafted: CalendarDate
    /// Last day of validity if it were completed on `drafted` (Article 3.16).
    public var validUntil: CalendarDate
    /// Last day for which records have to be kept if it were completed on `drafted` (Article 3.27).
    public var keepUntil: CalendarDate
    public var goods: [RegisteredGood]
    /// nil unless it is a back-to-back proof (Article 3.19).
    public var originalProof: OriginalProofDrawing?
    /// Name of the rule set, and digest of what it was read from.
    public var ruleSet: String
    public var ruleDigest: String
    public var programVersion: String
    /// Who drafted it.
    public var by: String
    /// The proof this one corrects and takes the place of, and why.
    public var supersedes: Correction?

    public struct Correction: Sendable, Hashable {
        public var number: String
        public var why: String

        public init(number: String, why: String) {
            self.number = number
            self.why = why
        }
    }

    public init(
        kind: ProofKind, exporter: String, exporterName: String, exportingParty: CountryCode,
        importingParty: CountryCode, consignee: String? = nil, authorisationCode: String? = nil,
        signatory: String? = nil, drafted: CalendarDate, validUntil: CalendarDate, keepUntil: CalendarDate,
        goods: [RegisteredGood], originalProof: OriginalProofDrawing? = nil, ruleSet: String, ruleDigest: String,
        programVersion: String, by: String, supersedes: Correction? = nil
    ) {
        self.kind = kind
        self.exporter = exporter
        self.exporterName = exporterName
        self.exportingParty = exportingParty
        self.importingParty = importingParty
        self.consignee = consignee
        self.authorisationCode = authorisationCode
        self.signatory = signatory
        self.drafted = drafted
        self.validUntil = validUntil
        self.keepUntil = keepUntil
        self.goods = goods
        self.originalProof = originalProof
        self.ruleSet = ruleSet
        self.ruleDigest = ruleDigest
        self.programVersion = programVersion
        self.by = by
        self.supersedes = supersedes
    }
}

/// The two proofs of origin that are drafted (Article 3.16).
public enum ProofKind: String, Sendable, Hashable, CaseIterable {
    case certificateOfOrigin, declarationOfOrigin
}

/// A good as a proof states it.
public struct RegisteredGood: Sendable, Hashable {
    /// From 1.
    public var item: Int
    /// Of the dossier, or of the item of an original proof.
    public var good: String
    public var description: String
    /// Six digits; dots are left out.
    public var hsCode: String
    /// `CTC ACU`, as box 10 states it.
    public var criterion: String
    /// `VN **`, as box 11 states it.
    public var countryOfOrigin: String
    public var quantity: Quantity
    /// Only where the proof states it.
    public var fob: Money?
    /// What the importer pays less under the claim, where it is known.
    public var dutySaved: Money?

    public init(
        item: Int, good: String, description: String, hsCode: String, criterion: String, countryOfOrigin: String,
        quantity: Quantity, fob: Money? = nil, dutySaved: Money? = nil
    ) {
        self.item = item
        self.good = good
        self.description = description
        self.hsCode = hsCode.filter(\.isNumber)
        self.criterion = criterion
        self.countryOfOrigin = countryOfOrigin
        self.quantity = quantity
        self.fob = fob
        self.dutySaved = dutySaved
    }
}

extension RegisteredGood {
    /// `8711.20`
    public var dottedCode: String {
        hsCode.count == 6 ? "\(hsCode.prefix(4)).\(hsCode.suffix(2))" : hsCode
    }
}

/// What a back-to-back proof draws on its original proof (Article 3.19).
public struct OriginalProofDrawing: Sendable, Hashable {
    public struct Item: Sendable, Hashable {
        /// Of the original proof.
        public var item: String
        public var quantity: Quantity
        /// What the original proof covers: all that is drawn on it never exceeds this.
        public var available: Quantity

        public init(item: String, quantity: Quantity, available: Quantity) {
            self.item = item
            self.quantity = quantity
            self.available = available
        }
    }

    public var number: String
    /// Its last day, beyond which no proof that rests on it is valid.
    public var validUntil: CalendarDate
    public var items: [Item]

    public init(number: String, validUntil: CalendarDate, items: [Item]) {
        self.number = number
        self.validUntil = validUntil
        self.items = items
    }
}

/// Bytes a proof rests on or consists of, kept as they were.
public struct Attachment: Sendable, Hashable {
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// As it was when the proof was drafted.
        case profile
        case shipment
        case dossier
        /// `rcep-determination/1`.
        case determination
        /// `rcep-proof/1`.
        case proof
        /// For people: PDF, HTML.
        case document
        case other
    }

    public var role: Role
    /// Name of a file, without folders.
    public var name: String
    /// `application/json`
    public var mediaType: String
    public var bytes: [UInt8]

    public init(role: Role, name: String, mediaType: String, bytes: [UInt8]) {
        self.role = role
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

/// A number that was given, with where it stands in the log.
public struct IssuedProof: Sendable, Hashable {
    public let number: String
    /// Of the log.
    public let sequence: Int
    /// SHA-256 of the entry, the head of the chain at that moment.
    public let head: String
}
