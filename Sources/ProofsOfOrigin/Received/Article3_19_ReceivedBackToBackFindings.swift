import Bilingual
import OriginModel

extension BilingualText {
    static let originalNumber = BilingualText(en: "the number of the original proof", zh: "原始原产地证明的编号")
    static let originalDate = BilingualText(en: "the day of issue of the original proof", zh: "原始原产地证明的签发日期")
    static let firstParty = BilingualText(en: "the first exporting Party", zh: "首个出口缔约方")
    static let originalCountry = BilingualText(
        en: "the RCEP country of origin of the original proof", zh: "原始原产地证明的RCEP原产国")
    static let originalCode = BilingualText(
        en: "the authorisation code of the original declaration", zh: "原始原产地声明的经核准出口商编码")
}

extension ProofFinding {
    /// Of Article 3.19, as every finding below.
    private static func backToBack(
        _ code: String, _ grade: Grade, at place: ProofPlace, _ message: BilingualText, found: String? = nil,
        expected: BilingualText? = nil
    ) -> ProofFinding {
        ProofFinding(
            code, grade, article: "3.19, overleaf note 11", at: place, message, found: found, expected: expected)
    }

    static let noOriginal = backToBack(
        "original.missing", .doubt, at: .whole("/originalProof"),
        BilingualText(
            en: "It is said to be a back-to-back proof, but carries no data of an original proof.",
            zh: "称为背对背原产地证明，但未载明原始原产地证明的信息。"),
        expected: BilingualText(
            en: "number, day of issue, RCEP country of origin and authorisation code of the original",
            zh: "原始证明的编号、签发日期、RCEP原产国和经核准出口商编码"))

    static let originalNotTicked = backToBack(
        "backToBack.notTicked", .minorDiscrepancy, at: .whole("/ticks"),
        BilingualText(
            en: "The proof carries the data of an original, but back-to-back is not ticked in box 17.",
            zh: "载有原始证明信息，但第17栏未勾选背对背原产地证明。"),
        expected: BilingualText(same: "backToBack"))

    static func notInRemarks(_ number: String) -> ProofFinding {
        backToBack(
            "backToBack.notInRemarks", .minorDiscrepancy, at: .whole("/remarks"),
            BilingualText(
                en: "The remarks (box 14) do not name the original proof.", zh: "备注（第14栏）未载明原始原产地证明。"),
            expected: BilingualText(same: number))
    }

    static func originalOfNoParty(_ written: String) -> ProofFinding {
        backToBack(
            "original.notAParty", .invalid, at: .whole("/originalProof/exportingParty"),
            BilingualText(en: "The first exporting country is no Party to the Agreement.", zh: "首个出口国不是协定缔约方。"),
            found: written, expected: BilingualText(en: "a Party to the Agreement", zh: "协定缔约方"))
    }

    static func sameParty(_ written: String) -> ProofFinding {
        backToBack(
            "original.sameParty", .doubt, at: .whole("/originalProof/exportingParty"),
            BilingualText(
                en: "The original proof is of the exporting Party itself; a back-to-back proof is issued in an intermediate Party.",
                zh: "原始证明即由出口缔约方出具；背对背原产地证明应由中间缔约方出具。"),
            found: written, expected: BilingualText(en: "another Party", zh: "其他缔约方"))
    }

    static func beforeOriginal(_ completed: CalendarDate, _ issued: CalendarDate) -> ProofFinding {
        backToBack(
            "original.inFuture", .invalid, at: .whole("/issued"),
            BilingualText(
                en: "The proof is older than the original on which it rests.", zh: "背对背原产地证明的日期早于其依据的原始证明。"),
            found: "\(completed)", expected: BilingualText(en: "\(issued) or later", zh: "不早于\(issued)"))
    }

    static func originalExpired(_ completed: CalendarDate, _ last: CalendarDate) -> ProofFinding {
        backToBack(
            "original.expired", .invalid, at: .whole("/issued"),
            BilingualText(
                en: "The original proof was no longer valid when this one was issued on it.", zh: "出具背对背原产地证明时，原始证明已失效。"),
            found: "\(completed)", expected: BilingualText(en: "\(last) at the latest", zh: "不晚于\(last)"))
    }

    static func beyondOriginal(_ stated: CalendarDate, _ last: CalendarDate) -> ProofFinding {
        backToBack(
            "backToBack.tooLong", .doubt, at: .whole("/validUntil"),
            BilingualText(
                en: "The stated validity reaches beyond that of the original proof.", zh: "所填有效期超过原始原产地证明的有效期。"),
            found: "\(stated)", expected: BilingualText(en: "\(last) at the latest", zh: "不晚于\(last)"))
    }

    static func otherNumber(_ number: String, _ own: String) -> ProofFinding {
        backToBack(
            "original.otherNumber", .doubt, at: .whole("/originalProof/number"),
            BilingualText(
                en: "The number of the original is not that of the proof given with --original.",
                zh: "所填原始证明编号与--original提供的证明不符。"),
            found: number, expected: BilingualText(same: own))
    }

    static func otherDate(_ issued: CalendarDate, _ own: CalendarDate) -> ProofFinding {
        backToBack(
            "original.otherDate", .minorDiscrepancy, at: .whole("/originalProof/issued"),
            BilingualText(
                en: "The day of the original is not that of the proof given with --original.",
                zh: "所填原始证明日期与--original提供的证明不符。"),
            found: "\(issued)", expected: BilingualText(same: "\(own)"))
    }

    static func otherParty(_ party: String, _ own: CountryCode) -> ProofFinding {
        backToBack(
            "original.otherParty", .doubt, at: .whole("/originalProof/exportingParty"),
            BilingualText(
                en: "The first exporting Party is not that of the proof given with --original.",
                zh: "所填首个出口缔约方与--original提供的证明不符。"),
            found: party, expected: BilingualText(same: own.description))
    }

    static func otherCountry(_ party: String, _ origins: [String], at place: ProofPlace) -> ProofFinding {
        backToBack(
            "backToBack.otherCountryOfOrigin", .doubt, at: place,
            BilingualText(
                en: "The RCEP country of origin is not that of the original proof.", zh: "RCEP原产国与原始原产地证明不一致。"),
            found: party,
            expected: BilingualText(en: origins.joined(separator: " or "), zh: origins.joined(separator: "或")))
    }

    static func notInOriginal(_ item: ReceivedProof.Item, at place: ProofPlace) -> ProofFinding {
        backToBack(
            "backToBack.notInOriginal", .doubt, at: place,
            BilingualText(en: "The original proof covers no such good.", zh: "原始原产地证明不含该货物。"),
            found: item.hsCode ?? item.good,
            expected: BilingualText(en: "a good of the original proof", zh: "原始证明所列货物"))
    }

    static func otherCriterion(_ criterion: String, _ own: String, at place: ProofPlace) -> ProofFinding {
        backToBack(
            "backToBack.otherCriterion", .doubt, at: place,
            BilingualText(
                en: "The criterion is not that of the original proof.", zh: "原产地标准与原始原产地证明不一致。"),
            found: criterion, expected: BilingualText(same: own))
    }

    static func otherUnit(_ found: String, _ unit: String, at place: ProofPlace) -> ProofFinding {
        backToBack(
            "backToBack.otherUnit", .doubt, at: place,
            BilingualText(
                en: "The original counts in another unit, so that the quantities cannot be compared.",
                zh: "与原始证明的计量单位不同，无法比较数量。"),
            found: found, expected: BilingualText(same: unit))
    }

    static func tooMuch(
        _ sum: ExactDecimal, _ covered: ExactDecimal, _ unit: String, earlier: Int, at place: ProofPlace
    ) -> ProofFinding {
        backToBack(
            "backToBack.tooMuch", .invalid, at: place,
            BilingualText(
                en: earlier == 0
                    ? "The quantity exceeds that of the original proof."
                    : "Together with \(earlier == 1 ? "an earlier proof" : "\(earlier) earlier proofs") on the same original, the "
                        + "quantity exceeds that of the original.",
                zh: earlier == 0 ? "数量超过原始原产地证明的数量。" : "与此前依据同一原始证明出具的\(earlier)份证明合计，数量超过原始证明的数量。"),
            found: "\(sum) \(unit)",
            expected: BilingualText(en: "\(covered) \(unit) at most", zh: "不超过\(covered) \(unit)"))
    }
}
