import OriginModel

/// Where a proof stands.
public enum ProofState: String, Sendable, Hashable, CaseIterable {
    case draft, signed, sent, withdrawn, superseded

    /// What may become of it. Nothing becomes of a proof that is withdrawn or superseded.
    public var next: Set<ProofState> {
        switch self {
        case .draft: [.signed, .withdrawn, .superseded]
        case .signed: [.sent, .withdrawn, .superseded]
        case .sent: [.withdrawn, .superseded]
        case .withdrawn, .superseded: []
        }
    }

    /// Whether somebody may still rely on it, or is about to.
    public var isLive: Bool { !next.isEmpty }
}

/// A proof as the register has it now.
public struct RegisteredProof: Sendable, Hashable {
    public let number: String
    public let kind: ProofKind
    public let state: ProofState
    public let exporter: String
    public let exporterName: String
    public let exportingParty: String
    public let importingParty: String
    public let consignee: String?
    public let authorisationCode: String?
    public let signatory: String?
    public let drafted: CalendarDate
    /// nil while it is not signed.
    public let signed: CalendarDate?
    public let sent: CalendarDate?
    public let validUntil: CalendarDate
    public let keepUntil: CalendarDate
    public let originalProof: String?
    /// Beyond which it is never valid: the last day of the original proof.
    public let notBeyond: CalendarDate?
    public let ruleSet: String
    public let ruleDigest: String
    public let programVersion: String
    public let supersedes: String?
    public let supersededBy: String?
    public let goods: [RegisteredGood]
    public let attachments: [Kept]
    public let history: [Change]

    /// An attachment without its bytes.
    public struct Kept: Sendable, Hashable {
        public let role: Attachment.Role
        public let name: String
        public let mediaType: String
        public let byteCount: Int
        public let sha256: String
    }

    /// A state it came to: when, by whom, for which day, why.
    public struct Change: Sendable, Hashable {
        /// Of the log.
        public let sequence: Int
        public let state: ProofState
        /// UTC: `2026-05-04T08:15:30Z`.
        public let at: String
        public let by: String
        public let date: CalendarDate
        public let why: String?
        /// The proof that took its place.
        public let other: String?
    }
}

/// A version of an exporter's profile.
public struct RegisteredProfile: Sendable, Hashable {
    public let name: String
    /// From 1.
    public let version: Int
    public let title: String
    public let at: String
    public let by: String
    public let sha256: String
    public let bytes: [UInt8]
}

/// A quantity drawn on an original proof by a proof that counts.
public struct OriginalProofUse: Sendable, Hashable {
    public let proof: String
    public let item: String
    public let quantity: Quantity
}

/// A draft that was refused, with every reason.
public struct RefusedDraft: Sendable, Hashable {
    public struct Reason: Sendable, Hashable {
        /// `authorisation.expired`
        public var code: String
        /// `3.21`
        public var article: String
        /// The good it is about; nil for the whole proof.
        public var good: String?

        public init(code: String, article: String, good: String? = nil) {
            self.code = code
            self.article = article
            self.good = good
        }
    }

    public var kind: ProofKind
    public var exporter: String
    public var importingParty: CountryCode
    public var date: CalendarDate
    public var by: String
    public var goods: [String]
    public var reasons: [Reason]

    public init(
        kind: ProofKind, exporter: String, importingParty: CountryCode, date: CalendarDate, by: String,
        goods: [String], reasons: [Reason]
    ) {
        self.kind = kind
        self.exporter = exporter
        self.importingParty = importingParty
        self.date = date
        self.by = by
        self.goods = goods
        self.reasons = reasons
    }
}
