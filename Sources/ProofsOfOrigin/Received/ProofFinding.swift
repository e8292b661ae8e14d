import Bilingual

/// Something that stands against a proof of origin, or at least against one of its particulars.
public struct ProofFinding: Sendable, Hashable {
    /// What follows from it.
    public enum Grade: String, Sendable, Hashable, CaseIterable, Comparable {
        /// An error or omission that does not defeat the proof (Article 3.26).
        case minorDiscrepancy
        /// It casts doubt on the proof or on the origin of a good: to be verified (Article 3.24).
        case doubt
        /// The document is no proof on which preference could be granted.
        case invalid

        public static func < (left: Grade, right: Grade) -> Bool {
            left.weight < right.weight
        }

        private var weight: Int {
            switch self {
            case .minorDiscrepancy: 0
            case .doubt: 1
            case .invalid: 2
            }
        }
    }

    /// Stable name for programs: `validity.expired`.
    public let code: String
    public let grade: Grade
    /// `3.16`; the numbers alone.
    public let article: String
    /// Number of the item it is about, as the proof gives it; nil for the whole proof.
    public let item: String?
    /// JSON pointer into the proof.
    public let place: String
    public let message: BilingualText
    /// nil where something is absent.
    public let found: String?
    public let expected: BilingualText?

    init(
        _ code: String, _ grade: Grade, article: String, at place: ProofPlace, _ message: BilingualText,
        found: String? = nil, expected: BilingualText? = nil
    ) {
        self.code = code
        self.grade = grade
        self.article = article
        item = place.item
        self.place = place.pointer
        self.message = message
        self.found = found
        self.expected = expected
    }
}

/// Where in a proof something stands.
struct ProofPlace {
    let pointer: String
    let item: String?

    static func whole(_ pointer: String) -> ProofPlace {
        ProofPlace(pointer: pointer, item: nil)
    }

    /// - Parameter index: from 0, in the list of items.
    static func item(_ index: Int, _ item: ReceivedProof.Item, _ member: String = "") -> ProofPlace {
        ProofPlace(
            pointer: "/items/\(index)" + (member.isEmpty ? "" : "/" + member), item: String(item.number ?? index + 1))
    }
}

extension ProofFinding {
    /// An element that is not stated.
    static func missing(
        _ code: String, _ grade: Grade, article: String = "Annex 3B", at place: ProofPlace, _ element: BilingualText,
        expected: BilingualText? = nil
    ) -> ProofFinding {
        ProofFinding(
            code, grade, article: article, at: place,
            BilingualText(
                en: "\(element.english.capitalizedFirst) is not stated.", zh: "未填写\(element.chinese)。"),
            expected: expected ?? element)
    }
}

extension String {
    /// With a capital at its beginning.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
