import Bilingual
import OriginModel
import ProofsOfOrigin
import Reporting

/// A review of the register for people: what follows from each finding stands before the findings.
struct ReviewReport {
    private let review: RegisterReview
    private let context: ReportContext
    private let words: RegisterWords

    init(_ review: RegisterReview, _ context: ReportContext) {
        self.review = review
        self.context = context
        words = RegisterWords(context.language)
    }

    func document() -> ReportDocument {
        var blocks: [ReportDocument.Block] = []
        var number = 0
        for grade in ReviewFinding.Grade.allCases {
            let findings = review.findings(grade)
            guard !findings.isEmpty else { continue }
            blocks += [
                .heading(words(.titleWithCount(grade.title, findings.count))), .paragraph(words(grade.consequence)),
            ]
            for finding in findings {
                number += 1
                blocks.append(.paragraph("\(number). \(words(finding.subject))\(words(finding.why))"))
                blocks.append(.fields(fields(of: finding)))
            }
        }
        if blocks.isEmpty { blocks.append(.paragraph(words(.nothingToDo))) }
        blocks.append(.paragraph(words(.nothingIsChanged)))
        return ReportDocument(
            title: words(.title(review)), subtitle: words(.subtitle(review)), blocks: blocks)
    }

    private func fields(of finding: ReviewFinding) -> [ReportDocument.Field] {
        var fields: [ReportDocument.Field] = []
        func add(_ name: BilingualText, _ value: String?) {
            if let value { fields.append(.init(words(name), value)) }
        }
        // One alone stands before the sentence.
        if finding.proofs.count > 1 { add(.proofs, finding.proofs.joined(separator: ", ")) }
        if let lastDay = finding.lastDay { add(.lastDay, words(.lastDay(lastDay, from: review.day))) }
        add(.was, finding.was.map { words($0) })
        add(.wouldBe, finding.wouldBe.map { words($0) })
        add(.cure, finding.cure.map { words($0) })
        add(.cause, finding.cause.map { words($0.words) })
        add(.legalBasis, words(.article(finding.article)))
        add(.code, finding.code)
        return fields
    }
}

extension ReviewFinding {
    /// Of what it speaks, before the sentence.
    fileprivate var subject: BilingualText {
        let names = [proofs.count == 1 ? proofs[0] : nil, proofs.isEmpty && good == nil ? exporter : nil, good]
            .compactMap { $0 }
        return names.isEmpty
            ? BilingualText(same: "")
            : BilingualText(en: names.joined(separator: ", ") + ": ", zh: names.joined(separator: "，") + "：")
    }
}

extension ReviewFinding.Grade {
    fileprivate var title: BilingualText {
        switch self {
        case .wrongOnItsDay: BilingualText(en: "Wrong on its own day", zh: "按证明当日即有误")
        case .notReviewed: BilingualText(en: "Could not be reviewed", zh: "无法复核")
        case .otherwise: BilingualText(en: "Would come out otherwise today", zh: "现在拟制结果会有所不同")
        case .ranOut: BilingualText(en: "Has run out", zh: "已经到期")
        case .runsOut: BilingualText(en: "Runs out soon", zh: "即将到期")
        case .noted: BilingualText(en: "Noted", zh: "备注")
        }
    }

    /// What it means and what is to be done.
    fileprivate var consequence: BilingualText {
        switch self {
        case .wrongOnItsDay:
            BilingualText(
                en: "On the day the proof answers for, the same facts give another answer than it states. Do not sign such a draft; of a proof that was "
                    + "sent, inform customs and the importer (Articles 3.21 and 3.25).",
                zh: "按证明当日，相同事实得出的结果与证明所载不同。此类草稿不得签字；已发出的证明应告知海关和进口商（第三章第二十一条、第二十五条）。")
        case .notReviewed:
            BilingualText(
                en: "Nothing is known of these proofs until what is missing is there again.", zh: "补齐所缺内容之前，无法判断这些证明。")
        case .otherwise:
            BilingualText(
                en: "Draft again what is not signed. A signed proof answers for its own day and the goods it was made for; "
                    + "do not make another like it.",
                zh: "未签字的应重新拟制。已签字的证明以其签字当日及所涉货物为准，但不得再按此出具。")
        case .ranOut:
            BilingualText(en: "Renew it before anything further is drafted.", zh: "在继续拟制之前应予更新。")
        case .runsOut:
            BilingualText(en: "The last day itself still counts.", zh: "截止当日仍然有效。")
        case .noted:
            BilingualText(en: "Nothing has to be done.", zh: "无须处理。")
        }
    }
}

extension ReviewFinding.Cause {
    fileprivate var words: BilingualText {
        switch self {
        case .correctedRules:
            BilingualText(
                en: "rules, rates or the program differ from those of the time", zh: "规则、税率数据或程序与当时不同")
        case .signedLater:
            BilingualText(
                en: "it was signed on another day than it was drafted for", zh: "签字日期与拟稿日期不同")
        case .laterDay:
            BilingualText(
                en: "time has passed: with the same facts, the rules, rates and evidence of today decide",
                zh: "时间推移：事实未变，但适用现行规则、税率及证明文件的效力")
        case .newerFacts:
            BilingualText(en: "the newer dossier or profile", zh: "较新的资料文件或者出口商档案")
        }
    }
}

extension BilingualText {
    fileprivate static let proofs = BilingualText(en: "Proofs", zh: "证明")
    fileprivate static let lastDay = BilingualText(en: "Last day", zh: "截止日期")
    fileprivate static let was = BilingualText(en: "Was", zh: "原为")
    fileprivate static let wouldBe = BilingualText(en: "Would be", zh: "现为")
    fileprivate static let cure = BilingualText(en: "Cure", zh: "补救办法")
    fileprivate static let cause = BilingualText(en: "Because of", zh: "起因")
    fileprivate static let legalBasis = BilingualText(en: "Legal basis", zh: "法律依据")
    fileprivate static let code = BilingualText(en: "Code", zh: "代码")
    fileprivate static let nothingToDo = BilingualText(en: "Nothing to do.", zh: "无须处理。")
    fileprivate static let nothingIsChanged = BilingualText(
        en: "Nothing in the register was changed.", zh: "登记簿未作任何改动。")

    fileprivate static func titleWithCount(_ title: BilingualText, _ count: Int) -> BilingualText {
        BilingualText(en: "\(title.english) (\(count))", zh: "\(title.chinese)（\(count)项）")
    }

    fileprivate static func title(_ review: RegisterReview) -> BilingualText {
        let count = review.proofCount
        return BilingualText(
            en: "Review of \(count == 1 ? "1 proof" : "\(count) proofs") of origin on \(review.day)",
            zh: "\(review.day)复核原产地证明\(count)份")
    }

    fileprivate static func subtitle(_ review: RegisterReview) -> BilingualText {
        func count(_ grades: ReviewFinding.Grade...) -> Int { grades.map { review.findings($0).count }.reduce(0, +) }
        let (other, out, soon) = (count(.wrongOnItsDay, .notReviewed, .otherwise), count(.ranOut), count(.runsOut))
        return BilingualText(
            en: "\(other) \(other == 1 ? "finding" : "findings") on how they would come out, \(out) run out, \(soon) running "
                + "out within \(review.within) days",
            zh: "结果不同或无法复核\(other)项，已到期\(out)项，\(review.within)日内到期\(soon)项")
    }

    fileprivate static func lastDay(_ last: CalendarDate, from day: CalendarDate) -> BilingualText {
        let days = day.days(until: last)
        let distance = switch days {
        case 0: BilingualText(en: "today", zh: "当日")
        case 1...: BilingualText(en: "in \(days) \(days == 1 ? "day" : "days")", zh: "还有\(days)日")
        default: BilingualText(en: "\(-days) \(days == -1 ? "day" : "days") ago", zh: "已过\(-days)日")
        }
        return BilingualText(en: "\(last) (\(distance.english))", zh: "\(last)（\(distance.chinese)）")
    }
}
