import Bilingual
import HarmonizedSystem

/// Annex 3B and box 9: the code of each good, six digits, in the edition of Annex 3A.
struct ReceivedCode {
    let request: ProofCheckRequest

    init(_ request: ProofCheckRequest) {
        self.request = request
    }

    func findings() -> [ProofFinding] {
        request.proof.items.enumerated().flatMap { index, item in code(item, index) }
    }

    private func code(_ item: ReceivedProof.Item, _ index: Int) -> [ProofFinding] {
        let place = ProofPlace.item(index, item, "hsCode")
        guard let written = item.hsCode else { return [.missing("hsCode.missing", .doubt, at: place, .hsCode)] }
        let digits = written.filter { ("0"..."9").contains($0) }
        guard (6...12).contains(digits.count), let code = HSCode(firstSixOf: written) else {
            return [.notSixDigits(written, at: place)]
        }
        guard let edition = request.statedEdition(item) else { return [.unknownEdition(item, index, request.annexEdition)] }
        var findings = digits.count > 6 ? [ProofFinding.nationalDigits(written, code, at: place)] : []
        if edition == request.annexEdition {
            if !exists(code, edition) { findings.append(unknown(code, written, at: place)) }
        } else {
            findings.append(otherEdition(item, code, edition, index))
        }
        return findings
    }

    private func exists(_ code: HSCode, _ edition: HSEdition) -> Bool {
        request.law.nomenclatures[edition]?.contains(code) ?? false
    }

    private func unknown(_ code: HSCode, _ written: String, at place: ProofPlace) -> ProofFinding {
        let near = request.law.nomenclatures[request.annexEdition]?.near(code).map(\.printed) ?? []
        let others = HSEdition.allCases.filter { $0 != request.annexEdition && exists(code, $0) }
        return .notInAnnex(written, request.annexEdition, near: near, others: others, at: place)
    }

    private func otherEdition(
        _ item: ReceivedProof.Item, _ code: HSCode, _ edition: HSEdition, _ index: Int
    ) -> ProofFinding {
        let codes = request.annexCodes(item)
        let place = ProofPlace.item(index, item, "hsEdition")
        return .otherEdition(code, edition, request.annexEdition, codes, at: place)
    }
}

extension BilingualText {
    fileprivate static let hsCode = BilingualText(en: "the HS code", zh: "HS编码")
}

extension ProofFinding {
    fileprivate static func notSixDigits(_ written: String, at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "hsCode.notSixDigits", .doubt, article: "Annex 3B, box 9", at: place,
            BilingualText(en: "The HS code has not six digits.", zh: "HS编码不是六位数字。"), found: written,
            expected: BilingualText(en: "six digits, such as 8711.20", zh: "六位数字，例如8711.20"))
    }

    fileprivate static func nationalDigits(_ written: String, _ code: HSCode, at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "hsCode.moreDigits", .minorDiscrepancy, article: "Annex 3B, box 9", at: place,
            BilingualText(
                en: "The HS code has more than six digits; its first six are read.", zh: "HS编码超过六位，按前六位处理。"),
            found: written, expected: BilingualText(same: code.printed))
    }

    fileprivate static func unknownEdition(
        _ item: ReceivedProof.Item, _ index: Int, _ wanted: HSEdition
    ) -> ProofFinding {
        ProofFinding(
            "hsCode.unknownEdition", .doubt, article: "Annex 3B, box 9", at: .item(index, item, "hsEdition"),
            BilingualText(en: "There is no such edition of the Harmonized System at hand.", zh: "没有该协调制度版本。"),
            found: item.hsEdition, expected: BilingualText(same: wanted.rawValue))
    }

    fileprivate static func notInAnnex(
        _ written: String, _ edition: HSEdition, near: [String], others: [HSEdition], at place: ProofPlace
    ) -> ProofFinding {
        let years = others.map(\.rawValue)
        let also = years.isEmpty
            ? BilingualText(same: "")
            : BilingualText(
                en: "; it is a code of HS \(years.joined(separator: " and HS "))",
                zh: "，但属于协调制度\(years.joined(separator: "年版和"))年版的编码")
        return ProofFinding(
            "hsCode.notInAnnex", .doubt, article: "Annex 3B, box 9", at: place,
            BilingualText(
                en: "The code does not exist in HS \(edition.rawValue), the edition of Annex 3A\(also.english).",
                zh: "附件3A所用的协调制度\(edition.rawValue)年版中没有该编码\(also.chinese)。"),
            found: written,
            expected: near.isEmpty
                ? BilingualText(en: "a code of HS \(edition.rawValue)", zh: "协调制度\(edition.rawValue)年版的编码")
                : BilingualText(
                    en: "such as \(near.joined(separator: ", "))", zh: "例如\(near.joined(separator: "、"))"))
    }

    /// Minor where the code means one code of the annex and no other.
    fileprivate static func otherEdition(
        _ code: HSCode, _ edition: HSEdition, _ wanted: HSEdition, _ codes: [HSCode], at place: ProofPlace
    ) -> ProofFinding {
        let list = codes.map(\.printed)
        return ProofFinding(
            "hsCode.otherEdition", codes.count == 1 ? .minorDiscrepancy : .doubt, article: "Annex 3B, box 9",
            at: place,
            BilingualText(
                en: "The code is of another edition of the Harmonized System than Annex 3A.",
                zh: "编码所属的协调制度版本与附件3A不同。"),
            found: "\(code.printed), HS \(edition.rawValue)",
            expected: list.isEmpty
                ? BilingualText(en: "a code of HS \(wanted.rawValue)", zh: "协调制度\(wanted.rawValue)年版的编码")
                : BilingualText(
                    en: "HS \(wanted.rawValue): \(list.joined(separator: " or "))",
                    zh: "协调制度\(wanted.rawValue)年版：\(list.joined(separator: "或"))"))
    }
}
