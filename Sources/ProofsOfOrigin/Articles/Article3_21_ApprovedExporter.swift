import Bilingual
import HarmonizedSystem
import OriginModel

/// Articles 3.18.1(a) and 3.21: who may declare what, and who may sign it.
struct ApprovedExporter {
    let request: ProofRequest

    init(_ request: ProofRequest) {
        self.request = request
    }

    func refusals() -> [Refusal] {
        guard let authorisation = request.profile.authorisation else { return [.notApproved(request.profile.id, isOpenToAll: isOpenToAll)] }
        return period(authorisation) + signatory(authorisation) + goods(authorisation)
            + ProducerDeclarations(request).refusals()
    }

    /// Whether both Parties let any exporter or producer declare, without approval (3.18.1(b)).
    private var isOpenToAll: Bool {
        let acceptance = request.requirements.declarationByExporterOrProducer
        return [request.exportingParty, request.shipment.importingParty].allSatisfy {
            acceptance.answer($0, on: request.date) == .accepted
        }
    }

    /// The person who is to sign, where it is known who may.
    var signatory: ApprovedExporterAuthorisation.Signatory? {
        request.signatory.flatMap { name in request.profile.authorisation?.signatories.first { $0.name == name } }
    }

    private func period(_ authorisation: ApprovedExporterAuthorisation) -> [Refusal] {
        switch authorisation.obstacle(on: request.date) {
        case .notYetValid?: [.notYetValid(authorisation, request.date)]
        case .expired?: [.expired(authorisation, request.date)]
        case .unknownSignatory?, .signatoryNoLonger?, nil: []
        }
    }

    private func signatory(_ authorisation: ApprovedExporterAuthorisation) -> [Refusal] {
        // Nobody is proposed whose authority has ended.
        let known = authorisation.signatories(on: request.date)
        guard let name = request.signatory else { return [.noSignatory(known)] }
        let obstacle = authorisation.obstacle(to: name, on: request.date)
        if obstacle == .unknownSignatory { return [.unknownSignatory(name, known)] }
        var refusals: [Refusal] = name.isInLatinLetters ? [] : [.notEnglish(.signatoryRole, name, item: nil)]
        if case .signatoryNoLonger(let last)? = obstacle { refusals.append(.signatoryNoLonger(name, last)) }
        return refusals
    }

    /// Goods are filed before they are declared, with their codes and the Parties they go to.
    private func goods(_ authorisation: ApprovedExporterAuthorisation) -> [Refusal] {
        request.shipment.items.compactMap { item in
            guard let code = code(of: item), filed(code, authorisation).isEmpty else { return nil }
            return .notOnFile(
                item.good, code, request.shipment.importingParty,
                codeIsFiled: authorisation.goods.contains { $0.hsCode == code })
        }
    }

    /// What was filed of a code for the importing Party.
    private func filed(
        _ code: HSCode, _ authorisation: ApprovedExporterAuthorisation
    ) -> [ApprovedExporterAuthorisation.FiledGood] {
        authorisation.goods.filter { $0.hsCode == code && $0.parties.contains(request.shipment.importingParty) }
    }

    /// Goods share codes: whether one that is filed under another name is the same is for a person to say.
    func otherNames(_ items: [ProofItem]) -> [BilingualText] {
        guard request.kind == .declarationOfOrigin, let authorisation = request.profile.authorisation else { return [] }
        return items.compactMap { item in
            let names = filed(item.hsCode, authorisation).map(\.name)
            let isFiled = names.contains { $0.lowercased() == item.description.lowercased() }
            return isFiled ? nil : .filedUnderOtherName(item, names)
        }
    }

    /// nil where the code is not settled, which is refused elsewhere.
    private func code(of item: Shipment.Item) -> HSCode? {
        if let original = request.shipment.originalProof { return original.items.first { $0.id == item.good }?.hsCode }
        let codes = request.determinations[item.good]?.codesInRuleEdition ?? []
        return codes.count == 1 ? codes[0] : nil
    }
}

extension BilingualText {
    fileprivate static let signatoryRole = BilingualText(en: "the signatory", zh: "签字人")

    fileprivate static func filedUnderOtherName(_ item: ProofItem, _ names: [String]) -> BilingualText {
        BilingualText(
            en: "Item \(item.number) is described as \(item.description), but \(item.hsCode.printed) is on file with customs "
                + "as \(names.joined(separator: "; ")): make sure that it is the same good (Article 3.21).",
            zh: "第\(item.number)项名称为\(item.description)，而\(item.hsCode.printed)向海关备案的名称为\(names.joined(separator: "；"))：请确认为同一货物（第三章第二十一条）。")
    }
}

extension Refusal {
    /// - Parameter isOpenToAll: whether a declaration without approval, which is not drafted here, would do.
    fileprivate static func notApproved(_ profile: String, isOpenToAll: Bool) -> Refusal {
        Refusal(
            "authorisation.none", article: "3.18.1(a)",
            reason: BilingualText(
                en: "Only an approved exporter completes a declaration, and \(profile) has no authorisation on file.",
                zh: "仅经核准出口商可以出具原产地声明，而\(profile)没有备案的核准资格。"),
            cure: BilingualText(
                en: "Apply for a certificate instead (rcep certificate), or add the authorisation to the profile."
                    + (isOpenToAll
                        ? " Between these Parties any exporter or producer may also declare without approval "
                            + "(Article 3.18.1(b)); such a declaration is not drafted here." : ""),
                zh: "改为申领原产地证书（rcep certificate），或者在档案中补充核准信息。"
                    + (isOpenToAll ? "上述缔约方之间，任何出口商或者生产商也可未经核准自行声明（第三章第十八条第一款(b)项），本程序不拟制此类声明。" : "")))
    }

    fileprivate static func notYetValid(
        _ authorisation: ApprovedExporterAuthorisation, _ date: CalendarDate
    ) -> Refusal {
        Refusal(
            "authorisation.notYetValid", article: "3.21",
            reason: BilingualText(
                en: "The authorisation \(authorisation.code) is valid from \(authorisation.issued), after \(date).",
                zh: "经核准出口商认定\(authorisation.code)自\(authorisation.issued)起有效，晚于\(date)。"),
            cure: BilingualText(en: "Declare from that day on.", zh: "自该日起方可声明。"))
    }

    fileprivate static func expired(_ authorisation: ApprovedExporterAuthorisation, _ date: CalendarDate) -> Refusal {
        Refusal(
            "authorisation.expired", article: "3.21",
            reason: BilingualText(
                en: "The authorisation \(authorisation.code) expired on \(authorisation.validUntil), before \(date).",
                zh: "经核准出口商认定\(authorisation.code)已于\(authorisation.validUntil)到期，早于\(date)。"),
            cure: BilingualText(en: "Have it renewed by customs, and update the profile.", zh: "向海关申请续期后更新档案。"))
    }

    fileprivate static func noSignatory(_ known: [String]) -> Refusal {
        Refusal(
            "signatory.missing", article: "3.18.2",
            reason: BilingualText(
                en: "It is not said who is to sign the declaration.", zh: "未指明由谁签署原产地声明。"),
            cure: BilingualText(
                en: "Name one of: \(known.joined(separator: ", ")).", zh: "指明下列人员之一：\(known.joined(separator: "、"))。"))
    }

    fileprivate static func unknownSignatory(_ name: String, _ known: [String]) -> Refusal {
        Refusal(
            "signatory.unknown", article: "3.18.2",
            reason: BilingualText(
                en: "\(name) is not among the authorised signatories on file.", zh: "\(name)不在备案的授权签字人之列。"),
            cure: BilingualText(
                en: "Name one of: \(known.joined(separator: ", ")); or file the person first.",
                zh: "指明下列人员之一：\(known.joined(separator: "、"))；或者先行备案。"))
    }

    fileprivate static func signatoryNoLonger(_ name: String, _ until: CalendarDate) -> Refusal {
        Refusal(
            "signatory.noLonger", article: "3.18.2",
            reason: BilingualText(
                en: "\(name) was authorised to sign until \(until).", zh: "\(name)的签字授权已于\(until)终止。"),
            cure: BilingualText(en: "Name another signatory.", zh: "指明其他签字人。"))
    }

    fileprivate static func notOnFile(
        _ item: String, _ code: HSCode, _ party: CountryCode, codeIsFiled: Bool
    ) -> Refusal {
        Refusal(
            "good.notOnFile", article: "3.21", item: item,
            reason: codeIsFiled
                ? BilingualText(
                    en: "\(code.printed) is on file with customs, but not for \(party).",
                    zh: "\(code.printed)已向海关备案，但未备案出口至\(party)。")
                : BilingualText(
                    en: "\(code.printed) is not among the goods on file with customs.", zh: "\(code.printed)不在已向海关备案的货物之列。"),
            cure: BilingualText(
                en: "File the good with its names, code and Parties, then update the profile.",
                zh: "向海关备案货物的中英文名称、编码和适用缔约方后更新档案。"))
    }
}
