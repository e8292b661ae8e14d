import Bilingual
import OriginModel
import ProofFiles
import ProofRegister
import ProofsOfOrigin

/// Whether a declaration of an approved exporter may be signed by a person on a day (Articles 3.18.2 and 3.21).
///
/// The newest version of the profile decides, for it knows of renewals and of persons who left. Where it no longer has the
/// authorisation that the declaration states, the version kept with the declaration does: a signature of an earlier day
/// may be recorded after another authorisation has come.
struct SigningCheck {
    private let number: String
    /// nil for a proof that states none: a certificate.
    private let code: String?
    private let authorisation: ApprovedExporterAuthorisation?

    init(_ proof: RegisteredProof, in register: ProofRegister) throws(InputProblems) {
        number = proof.number
        code = proof.kind == .declarationOfOrigin ? proof.authorisationCode : nil
        guard let code else {
            authorisation = nil
            return
        }
        var profiles: [(bytes: [UInt8], name: String)] = []
        if let newest = try register.profiles().last(where: { $0.name == proof.exporter }) {
            profiles.append((newest.bytes, newest.name))
        }
        if let kept = proof.attachments.first(where: { $0.role == .profile }) {
            profiles.append((try register.bytes(of: kept), "\(proof.number)/\(kept.name)"))
        }
        var found: ApprovedExporterAuthorisation?
        for profile in profiles where found == nil {
            found = try ExporterFile.read(profile.bytes, file: profile.name).authorisation.flatMap { $0.code == code ? $0 : nil }
        }
        authorisation = found
    }

    func check(_ person: String, signingOn day: CalendarDate) throws(InputProblems) {
        guard let code else { return }
        guard let authorisation else { throw InputProblems([.noAuthorisation(number, code)]) }
        let problems = authorisation.obstacles(to: person, signingOn: day).map { obstacle in
            problem(obstacle, authorisation, person, day)
        }
        if !problems.isEmpty { throw InputProblems(problems) }
    }

    private func problem(
        _ obstacle: SigningObstacle, _ authorisation: ApprovedExporterAuthorisation, _ person: String, _ day: CalendarDate
    ) -> InputProblem {
        switch obstacle {
        case .notYetValid(let first): .authorisationNotYetValid(authorisation, from: first, day)
        case .expired(let last): .authorisationExpired(authorisation, last: last, day)
        case .unknownSignatory: .unknownSignatory(person, known: authorisation.signatories(on: day))
        case .signatoryNoLonger(let last): .signatoryNoLonger(person, last: last, day)
        }
    }
}

extension InputProblem {
    private init(option: String, _ code: String, _ message: BilingualText, found: String, expected: BilingualText?) {
        self.init(
            file: option, place: .wholeFile, code: "register.\(code)", message: message, found: found, expected: expected)
    }

    private static func period(_ authorisation: ApprovedExporterAuthorisation) -> BilingualText {
        let (first, last) = (authorisation.issued, authorisation.validUntil)
        return BilingualText(en: "a day from \(first) to \(last)", zh: "\(first)至\(last)之间的日期")
    }

    fileprivate static func authorisationNotYetValid(
        _ authorisation: ApprovedExporterAuthorisation, from first: CalendarDate, _ day: CalendarDate
    ) -> InputProblem {
        InputProblem(
            option: "--date", "authorisationNotYetValid",
            BilingualText(
                en: "the authorisation \(authorisation.code) is valid from \(first), after the day of signing \(day) (Article 3.21)",
                zh: "经核准出口商认定\(authorisation.code)自\(first)起有效，晚于签字日期\(day)（第三章第二十一条）"),
            found: "\(day)", expected: period(authorisation))
    }

    fileprivate static func authorisationExpired(
        _ authorisation: ApprovedExporterAuthorisation, last: CalendarDate, _ day: CalendarDate
    ) -> InputProblem {
        InputProblem(
            option: "--date", "authorisationExpired",
            BilingualText(
                en: "the authorisation \(authorisation.code) expired on \(last), before the day of signing \(day) (Article 3.21)",
                zh: "经核准出口商认定\(authorisation.code)已于\(last)到期，早于签字日期\(day)（第三章第二十一条）"),
            found: "\(day)", expected: period(authorisation))
    }

    fileprivate static func unknownSignatory(_ person: String, known: [String]) -> InputProblem {
        InputProblem(
            option: "--by", "unknownSignatory",
            BilingualText(
                en: "\(person) is not among the authorised signatories on file (Article 3.18.2)",
                zh: "\(person)不在备案的授权签字人之列（第三章第十八条第二款）"),
            found: person,
            expected: known.isEmpty ? nil : BilingualText(en: known.joined(separator: ", "), zh: known.joined(separator: "、")))
    }

    fileprivate static func signatoryNoLonger(_ person: String, last: CalendarDate, _ day: CalendarDate) -> InputProblem {
        InputProblem(
            option: "--by", "signatoryNoLonger",
            BilingualText(
                en: "\(person) was authorised to sign until \(last), before the day of signing \(day) (Article 3.18.2)",
                zh: "\(person)的签字授权已于\(last)终止，早于签字日期\(day)（第三章第十八条第二款）"),
            found: "\(day)", expected: BilingualText(en: "\(last) or earlier", zh: "不晚于\(last)"))
    }

    fileprivate static func noAuthorisation(_ number: String, _ code: String) -> InputProblem {
        InputProblem(
            option: number, "noAuthorisation",
            BilingualText(
                en: "neither the register nor the proof keeps the authorisation it states (Article 3.21)",
                zh: "登记簿和该证明均未保存其所载的经核准出口商认定（第三章第二十一条）"),
            found: code,
            expected: BilingualText(
                en: "a profile with this authorisation: rcep register profile authorisation",
                zh: "含有该认定的出口商资料：rcep register profile authorisation"))
    }
}
