import Bilingual
import OriginModel

extension BilingualText {
    // MARK: What came out

    static let drafted = BilingualText(en: "drafted", zh: "可以拟制")
    static let refused = BilingualText(en: "refused", zh: "不能拟制")
    static let notStated = BilingualText(en: "not stated", zh: "未填写")

    static let otherCode = BilingualText(
        en: "Box 9 would state another code.", zh: "第9栏的编码将有所不同。")
    static let otherCriterion = BilingualText(
        en: "Another origin criterion would be stated.", zh: "填写的原产地标准将有所不同。")
    static let otherSupplements = BilingualText(
        en: "Cumulation (ACU) or de minimis (DMI) would be stated otherwise beside the criterion.",
        zh: "原产地标准之外注明的累积（ACU）或者微小含量（DMI）将有所不同。")
    static let otherOrigin = BilingualText(
        en: "Another RCEP country of origin would be stated.", zh: "填写的RCEP原产国将有所不同。")
    static let otherFOB = BilingualText(
        en: "Another FOB value would be stated.", zh: "填写的离岸价格将有所不同。")
    static let otherDuty = BilingualText(
        en: "The importing Party takes another duty under this claim, or another amount is saved.",
        zh: "按此主张，进口缔约方的应缴税率或者节省的关税将有所不同。")
    static let otherSaving = BilingualText(
        en: "By the rates now loaded for the day of the proof another amount was saved than the register says.",
        zh: "按现已载入的证明当日税率，节省的关税与登记簿所记不同。")
    static let otherRules = BilingualText(
        en: "The rule set is not the one the proof was drafted under; by itself this changes nothing in the proof.",
        zh: "规则集与拟制该证明时不同；仅此一项并不影响该证明。")

    /// Line by line.
    static func duties(_ duties: [ProofOutcome.Duty]) -> BilingualText {
        guard !duties.isEmpty else { return BilingualText(en: "no rate known", zh: "税率未知") }
        let lines = duties.map { duty in
            let due = duty.percent.map { percent in
                duty.isAtMost
                    ? BilingualText(en: "at most \(percent)%", zh: "至多\(percent)%") : BilingualText(same: "\(percent)%")
            } ?? BilingualText(en: "rate not known", zh: "税率未知")
            let saved = duty.saved.map { BilingualText(en: "saves \($0)", zh: "节省\($0)") }
                ?? BilingualText(en: "saving not known", zh: "节省额未知")
            return BilingualText(
                en: "\(duty.line): \(due.english), \(saved.english)", zh: "\(duty.line)：\(due.chinese)，\(saved.chinese)")
        }
        return BilingualText(
            en: lines.map(\.english).joined(separator: "; "), zh: lines.map(\.chinese).joined(separator: "；"))
    }

    // MARK: What runs out

    static func validityEnds(isSent: Bool) -> BilingualText {
        isSent
            ? BilingualText(
                en: "The validity of the proof ends: the importer has to claim by then.", zh: "证明有效期届满：进口商须在此之前申报享惠。")
            : BilingualText(
                en: "The validity of the proof ends before it was sent.", zh: "证明有效期届满，而该证明尚未发出。")
    }

    static let originalEnds = BilingualText(
        en: "The original proof ends; no back-to-back proof may rest on it after that.", zh: "原始原产地证明有效期届满，此后不得据以出具背对背原产地证明。")
    static let keepingEnds = BilingualText(
        en: "The time for which records have to be kept ends, as far as the Agreement asks for it.",
        zh: "协定规定的记录保存期限届满。")

    static func authorisationEnds(_ code: String) -> BilingualText {
        BilingualText(
            en: "The authorisation \(code) of the approved exporter ends; nothing may be declared after that.",
            zh: "经核准出口商资格（编码\(code)）有效期届满，此后不得出具原产地声明。")
    }

    static func signatoryEnds(_ name: String) -> BilingualText {
        BilingualText(
            en: "\(name) may sign no longer.", zh: "\(name)的签字授权届满。")
    }

    static func evidenceEnds(_ reference: String, material: String) -> BilingualText {
        BilingualText(
            en: "Evidence \(reference) of material \(material) ends; without newer evidence the material counts as undetermined.",
            zh: "材料\(material)的证明文件\(reference)有效期届满；如无新的证明文件，该材料视为原产资格无法确定。")
    }

    /// The proof could not be drafted again.
    public static func cannotBeReviewed(_ problem: InputProblem) -> BilingualText {
        BilingualText(
            en: "It cannot be drafted again: \(problem.message.english)\(problem.found.map { " (\($0))" } ?? "").",
            zh: "无法重新拟制：\(problem.message.chinese)\(problem.found.map { "（\($0)）" } ?? "")。")
    }
}
