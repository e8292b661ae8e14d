import Bilingual
import OriginDetermination
import OriginModel

/// Article 3.16: the kind of proof, and its validity on the day of importation.
struct ReceivedValidity {
    let request: ProofCheckRequest

    init(_ request: ProofCheckRequest) {
        self.request = request
    }

    private var proof: ReceivedProof { request.proof }

    /// One year from issue, or from that of the certificate a true copy is of; never beyond an original proof (3.19), nor
    /// beyond what the proof itself says.
    var lastDay: CalendarDate? {
        guard proof.completed != nil else { return nil }
        return [legalLastDay, proof.validUntil, ReceivedBackToBackProof(request).lastDayOfOriginal].compactMap { $0 }.min()
    }

    private var legalLastDay: CalendarDate? {
        let begun = [proof.completed, proof.trueCopyOf?.date].compactMap { $0 }.min()
        return begun.map(request.requirements.validity.lastDay)
    }

    func findings() -> [ProofFinding] {
        kind() + dates()
    }

    func notes() -> [Note] {
        guard let completed = proof.completed, request.date < completed else { return [] }
        return [.later(completed, request.date)]
    }

    private func kind() -> [ProofFinding] {
        switch proof.kind {
        case .certificateOfOrigin?, .declarationOfOrigin?, nil: []
        case .declarationByExporterOrProducer?: byExporterOrProducer()
        case .declarationByImporter?: byImporter()
        }
    }

    /// The day the proof was completed on; that of importation where it states none.
    private var day: CalendarDate { proof.completed ?? request.date }

    /// Both Parties must have put Article 3.18.1(b) into effect.
    private func byExporterOrProducer() -> [ProofFinding] {
        let acceptance = request.requirements.declarationByExporterOrProducer
        let answers = [proof.exporting, proof.importing].map { party in
            (party: party, answer: party.map { acceptance.answer($0, on: day) } ?? .unknown)
        }
        if let closed = answers.first(where: { $0.answer == .notAccepted })?.party {
            return [.notByEveryoneYet(closed, day, opens: acceptance.firstDay(of: closed))]
        }
        let unknown = answers.filter { $0.answer == .unknown }
        return unknown.isEmpty ? [] : [.notByEveryone(unknown.compactMap(\.party))]
    }

    private func byImporter() -> [ProofFinding] {
        let acceptance = request.requirements.declarationByImporter
        let answer = proof.importing.map { acceptance.answer($0, on: day) }
        return answer == .accepted ? [] : [.notByImporter(proof.importing, accepting: acceptance.parties(on: day))]
    }

    private func dates() -> [ProofFinding] {
        guard let completed = proof.completed else {
            return [.missing("issued.missing", .invalid, article: "3.16", at: .whole("/issued"), .dayOfIssue)]
        }
        var findings: [ProofFinding] = []
        if let stated = proof.validUntil {
            let allowed = request.requirements.validity.lastDay(from: completed)
            if stated < completed { findings.append(.endsBeforeItBegins(stated, completed)) }
            if allowed < stated { findings.append(.tooLong(stated, allowed)) }
        }
        if let last = lastDay, last < request.date { findings.append(.expired(last, request.date)) }
        return findings
    }
}

extension BilingualText {
    fileprivate static let certificateOrApproved = BilingualText(
        en: "a certificate, or a declaration by an approved exporter", zh: "原产地证书或者经核准出口商的原产地声明")
    fileprivate static let dayOfIssue = BilingualText(en: "the day of issue or completion", zh: "签发或者填制日期")
}

extension ProofFinding {
    /// - Parameter parties: of which it is not known.
    fileprivate static func notByEveryone(_ parties: [CountryCode]) -> ProofFinding {
        let names = parties.map(\.description)
        return ProofFinding(
            "kind.notByEveryone", .doubt, article: "3.18.1(b)", at: .whole("/kind"),
            BilingualText(
                en: "A declaration by an exporter or producer without approval counts only where both Parties have put "
                    + "Article 3.18.1(b) into effect; see that they have"
                    + (names.isEmpty ? "." : ", for it is not known of \(names.joined(separator: ", "))."),
                zh: "未经核准的出口商或者生产商出具的原产地声明，仅在双方缔约方均已实施第三章第十八条第一款(b)项时有效，须予核实"
                    + (names.isEmpty ? "。" : "（\(names.joined(separator: "、"))是否实施不详）。")),
            found: ReceivedProof.Kind.declarationByExporterOrProducer.rawValue, expected: .certificateOrApproved)
    }

    /// - Parameter opens: the first day on which the Party takes such declarations.
    fileprivate static func notByEveryoneYet(
        _ party: CountryCode, _ day: CalendarDate, opens: CalendarDate?
    ) -> ProofFinding {
        ProofFinding(
            "kind.notByEveryoneYet", .invalid, article: "3.18.1(b)", at: .whole("/kind"),
            BilingualText(
                en: "On \(day), \(party) had no declarations by an exporter or producer without approval (Article 3.18.1(b)).",
                zh: "\(party)在\(day)未实施未经核准的出口商或者生产商出具的原产地声明（第三章第十八条第一款(b)项）。"),
            found: "\(ReceivedProof.Kind.declarationByExporterOrProducer.rawValue), \(day)",
            expected: opens.map { first in
                BilingualText(
                    en: "\(BilingualText.certificateOrApproved.english); such declarations from \(first) on",
                    zh: "\(BilingualText.certificateOrApproved.chinese)；自\(first)起方可出具此类声明")
            } ?? .certificateOrApproved)
    }

    fileprivate static func notByImporter(_ party: CountryCode?, accepting: [CountryCode]) -> ProofFinding {
        let names = accepting.map(\.description)
        return ProofFinding(
            "kind.notByImporter", .invalid, article: "3.16", at: .whole("/kind"),
            BilingualText(
                en: "The importing Party does not accept an importer's declaration; only these do: \(names.joined(separator: ", ")).",
                zh: "进口缔约方不接受进口商出具的原产地声明，仅下列缔约方接受：\(names.joined(separator: "、"))。"),
            found: ["declarationByImporter", party?.description].compactMap { $0 }.joined(separator: ", "),
            expected: .certificateOrApproved)
    }

    fileprivate static func endsBeforeItBegins(_ stated: CalendarDate, _ completed: CalendarDate) -> ProofFinding {
        ProofFinding(
            "validity.endsBeforeIssue", .doubt, article: "3.16", at: .whole("/validUntil"),
            BilingualText(en: "The last day of validity comes before the day of issue.", zh: "有效期届满日早于签发日期。"),
            found: "\(stated)", expected: BilingualText(en: "\(completed) or later", zh: "不早于\(completed)"))
    }

    fileprivate static func tooLong(_ stated: CalendarDate, _ allowed: CalendarDate) -> ProofFinding {
        ProofFinding(
            "validity.tooLong", .minorDiscrepancy, article: "3.16", at: .whole("/validUntil"),
            BilingualText(
                en: "The proof states a longer validity than one year from its issue; one year counts.",
                zh: "所填有效期超过自签发之日起一年，以一年为准。"),
            found: "\(stated)", expected: BilingualText(en: "\(allowed) at the latest", zh: "不晚于\(allowed)"))
    }

    fileprivate static func expired(_ last: CalendarDate, _ date: CalendarDate) -> ProofFinding {
        ProofFinding(
            "validity.expired", .invalid, article: "3.16", at: .whole("/issued"),
            BilingualText(
                en: "The proof was valid until \(last), before the day of importation.", zh: "原产地证明的有效期至\(last)，早于进口日期。"),
            found: "\(date)",
            expected: BilingualText(en: "importation on \(last) or before", zh: "不晚于\(last)进口"))
    }
}

extension Note {
    fileprivate static func later(_ completed: CalendarDate, _ date: CalendarDate) -> Note {
        Note(
            code: "issued.afterImportation",
            message: BilingualText(
                en: "The proof is of \(completed), after the importation on \(date): preference can only be claimed afterwards, where "
                    + "the importing Party's law lets it be (Article 3.23).",
                zh: "原产地证明的日期为\(completed)，晚于进口日期\(date)：仅可依进口缔约方的规定在进口后申请享惠（第三章第二十三条）。"),
            place: "/issued")
    }
}
