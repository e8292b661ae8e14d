import Bilingual
import OriginDetermination
import OriginModel
import OriginRules

/// Article 2.6 and box 11: the RCEP country of origin of each good, with the marks of 2.6.6.
struct ReceivedCountryOfOrigin {
    let request: ProofCheckRequest

    init(_ request: ProofCheckRequest) {
        self.request = request
    }

    private var proof: ReceivedProof { request.proof }

    func findings() -> [ProofFinding] {
        proof.items.enumerated().flatMap { index, item in country(item, index) }
    }

    func notes() -> [Note] {
        proof.items.enumerated().compactMap { index, item in
            guard let party = party(item), isElsewhere(party, item), mayBeListed(item) else { return nil }
            return .onlyWhereListed(party, index, item)
        }
    }

    /// The Party an item names, where it is one.
    private func party(_ item: ReceivedProof.Item) -> CountryCode? {
        item.countryOfOrigin?.party.flatMap { CountryCode($0) }.flatMap { request.law.agreement.party($0)?.code }
    }

    private func country(_ item: ReceivedProof.Item, _ index: Int) -> [ProofFinding] {
        let place = ProofPlace.item(index, item, "countryOfOrigin")
        guard let written = item.countryOfOrigin?.party else {
            return [.missing("countryOfOrigin.missing", .doubt, at: place, .countryOfOrigin)]
        }
        guard let party = party(item) else { return [.notAParty(written, at: place)] }
        var findings: [ProofFinding] = []
        let mark = item.countryOfOrigin?.mark ?? ""
        let known = StatedCountryOfOrigin.Mark(rawValue: mark)
        if known == nil { findings.append(.unknownMark(mark, at: place)) }
        if party == proof.importing { findings.append(.importingParty(party, at: place)) }
        if known == .highestOfContributors, item.criterion == Criterion.whollyObtained.rawValue, party != proof.exporting {
            findings.append(.noContributor(party, at: place))
        }
        if isElsewhere(party, item), !mayBeListed(item) {
            findings.append(.elsewhere(party, proof.exporting, item.criterion, at: place))
        }
        return findings
    }

    // MARK: Another Party than the exporting one

    /// Whether another Party stands there, without a mark, on a proof of the first exporting Party, and its criterion does
    /// not explain it. PE does, for only minimal operations may have been done (box 11).
    private func isElsewhere(_ party: CountryCode, _ item: ReceivedProof.Item) -> Bool {
        guard let exporting = proof.exporting, party != exporting, party != proof.importing, !proof.isBackToBack,
            (item.countryOfOrigin?.mark ?? "").isEmpty
        else { return false }
        return item.criterion != Criterion.producedExclusively.rawValue
    }

    /// Whether the good may stand on the importing Party's Appendix list, domestic value addition not reached (2.6.3).
    /// What is wholly obtained has all its value from one Party.
    private func mayBeListed(_ item: ReceivedProof.Item) -> Bool {
        guard item.criterion != Criterion.whollyObtained.rawValue, let importing = proof.importing,
            request.law.agreement.party(importing)?.schedule == .byOrigin
        else { return false }
        guard let list = request.law.appendixLists[importing] else { return true }
        let codes = request.annexCodes(item).flatMap { code in
            request.law.candidates(
                for: StatedHSCode(text: code.digits, subheading: code, edition: request.annexEdition), in: list.edition)
        }
        return list.membership(of: codes, line: nil) != .notListed
    }
}

extension BilingualText {
    fileprivate static let countryOfOrigin = BilingualText(en: "the RCEP country of origin", zh: "RCEP原产国")
    fileprivate static let aParty = BilingualText(en: "a Party to the Agreement", zh: "协定缔约方")
}

extension ProofFinding {
    fileprivate static func notAParty(_ written: String, at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "countryOfOrigin.notAParty", .invalid, article: "2.6", at: place,
            BilingualText(
                en: "The RCEP country of origin is no Party to the Agreement.", zh: "所填RCEP原产国不是协定缔约方。"),
            found: written, expected: .aParty)
    }

    fileprivate static func unknownMark(_ mark: String, at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "countryOfOrigin.unknownMark", .minorDiscrepancy, article: "2.6.6", at: place,
            BilingualText(
                en: "The mark beside the RCEP country of origin is not one of Article 2.6.6.",
                zh: "RCEP原产国旁的标注不属于第二章第六条第六款规定的标注。"),
            found: mark, expected: BilingualText(en: "none, * or **", zh: "无标注、*或**"))
    }

    fileprivate static func importingParty(_ party: CountryCode, at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "countryOfOrigin.importingParty", .doubt, article: "2.6", at: place,
            BilingualText(
                en: "The RCEP country of origin is the importing Party, which has no rate for goods of its own.",
                zh: "RCEP原产国为进口缔约方，而该方对本方货物没有协定税率。"),
            found: "\(party)", expected: .aParty)
    }

    fileprivate static func noContributor(_ party: CountryCode, at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "countryOfOrigin.noContributor", .doubt, article: "2.6.6(a)", at: place,
            BilingualText(
                en: "A good wholly obtained in the exporting Party holds no materials of another Party, which * asks for.",
                zh: "在出口缔约方完全获得的货物不含其他缔约方的材料，不符合*的条件。"),
            found: "\(party) *", expected: BilingualText(en: "the exporting Party, or **", zh: "出口缔约方，或者**"))
    }

    fileprivate static func elsewhere(
        _ party: CountryCode, _ exporting: CountryCode?, _ criterion: String?, at place: ProofPlace
    ) -> ProofFinding {
        ProofFinding(
            "countryOfOrigin.elsewhere", .doubt, article: "2.6.2, 2.6.4", at: place,
            BilingualText(
                en: "The RCEP country of origin is another Party than the exporting one, though neither the criterion nor a "
                    + "list of the importing Party nor a mark gives a reason.",
                zh: "RCEP原产国不是出口缔约方，而原产地标准、进口缔约方的附录清单和标注均不构成其理由。"),
            found: [party.description, criterion].compactMap { $0 }.joined(separator: ", "),
            expected: exporting.map { BilingualText(same: $0.description) } ?? .aParty)
    }
}

extension Note {
    fileprivate static func onlyWhereListed(_ party: CountryCode, _ index: Int, _ item: ReceivedProof.Item) -> Note {
        let place = ProofPlace.item(index, item, "countryOfOrigin")
        return Note(
            code: "countryOfOrigin.onlyWhereListed",
            message: BilingualText(
                en: "Item \(place.item ?? ""): \(party) can be the RCEP country of origin only if the good is on the importing Party's "
                    + "Appendix list and the value added in the exporting Party is below 20 % (Articles 2.6.3 and 2.6.4).",
                zh: "第\(place.item ?? "")项：仅当货物列入进口缔约方附录清单且出口缔约方的增值低于20%时，RCEP原产国才可能为\(party)（第二章第六条第三款、第四款）。"),
            place: place.pointer)
    }
}
