import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// The root of the tree and the facts it starts from.
extension Findings {
    func explanation(_ alternatives: [AlternativeFinding]) -> Explanation {
        let explainer = Explainer(prepared: prepared, findings: self)
        // One after the other: lists that are joined would be copied, step by step.
        var children: [Explanation] = []
        children.reserveCapacity(16)
        children.append(explainer.good)
        children.append(explainer.ruleSet)
        for rate in prepared.rates { children.append(explainer.exchangeRate(rate)) }
        if let method = dossier.inventoryMethod { children.append(FungibleMaterials.explanation(method)) }
        explainer.addMaterialGroups(to: &children)
        explainer.addWays(prepared.unit, assessment, to: &children)
        if claimed.verdict == .originating, let chosen {
            children.append(explainer.choice(chosen))
            if let cumulation = explainer.cumulation { children.append(cumulation) }
        }
        if let route { children.append(explainer.directConsignment(route)) }
        if let finding = countryOfOrigin, let party = dossier.importingParty {
            children.append(explainer.countryOfOrigin(finding, importing: party))
        }
        children.append(explainer.evidence)
        return Explanation(
            article: "3.2", statement: OriginatingGoods.verdict(claimed.verdict), outcome: claimed.outcome,
            children: children)
    }
}

extension Explainer {
    /// The facts of the good itself (3.13).
    var good: Explanation {
        let good = prepared.dossier.good
        let codes = prepared.goodCodes.printed
        let edition = prepared.law.ruleSet.edition.rawValue
        var inputs = [
            Explanation.Input(.hsCodeName, good.hsCode.text), Explanation.Input(.fobValue, good.fob.description),
        ]
        if let quantity = good.quantity {
            inputs.append(Explanation.Input(BilingualText(en: "quantity", zh: "数量"), "\(quantity.amount) \(quantity.unit)"))
        }
        return Explanation(
            article: "3.13",
            statement: BilingualText(
                in: languages,
                en: "The good judged is \(good.id), \(codes) in HS \(edition), produced in and exported from \(prepared.dossier.exportingParty).",
                zh: "判定对象为货物\(good.id)，HS \(edition)编码\(codes)，在\(prepared.dossier.exportingParty)生产并出口。"),
            result: .information, inputs: inputs)
    }

    /// Which rule set and which row apply.
    var ruleSet: Explanation {
        let rules = prepared.goodCodes.compactMap { code in prepared.consulted.rule(for: code).map { (code, $0) } }
        return Explanation(
            article: "3A; D17",
            statement: BilingualText(
                in: languages,
                en: "On \(prepared.date) rule set \(prepared.law.ruleSet.id) is applied, in force from \(prepared.law.ruleSet.effectiveFrom).",
                zh: "\(prepared.date)适用规则集\(prepared.law.ruleSet.id)，自\(prepared.law.ruleSet.effectiveFrom)起生效。"),
            result: .information, inputs: [Explanation.Input(.dateName, "\(prepared.date)")],
            children: rules.map { code, rule in
                Explanation(
                    article: "3A", statement: statement(of: rule, for: code), result: .information,
                    inputs: [Explanation.Input(.ruleText, rule.text)])
            })
    }

    private func statement(of rule: ProductSpecificRule, for code: HSCode) -> BilingualText {
        let page = rule.page > 0 ? BilingualText(en: ", page \(rule.page)", zh: "（第\(rule.page)页）") : BilingualText(same: "")
        return BilingualText(
            in: languages,
            en: "The rule of \(code) stands at \(rule.code)\(page.english): \(rule.text)",
            zh: "\(code)适用\(rule.code)项下规则\(page.chinese)：\(rule.text)")
    }

    func exchangeRate(_ rate: ExchangeRate) -> Explanation {
        Explanation(
            article: "3.5.2; D16",
            statement: BilingualText(
                en: "1 \(rate.from) is \(rate.rate) \(rate.to).", zh: "1 \(rate.from)折合\(rate.rate) \(rate.to)。"),
            result: .information,
            inputs: [Explanation.Input(.dateName, "\(rate.date)"), Explanation.Input(.sourceName, rate.source)])
    }

    /// How the kinds of lines are treated, each kind that occurs.
    func addMaterialGroups(to groups: inout [Explanation]) {
        let lines = findings.materialFindings
        func group(_ article: String, _ statement: BilingualText, _ chosen: (Int) -> Bool) {
            guard let paths = prepared.listedPaths(of: chosen) else { return }
            groups.append(Explanation(
                article: article, statement: statement, result: .information,
                inputs: [Explanation.Input(.materialsList, paths)]))
        }
        group("3.1", Self.nonOriginatingGroup) { lines[$0].standing == .nonOriginating }
        group("3.5.4; D3", RegionalValueContent.undeterminedGroup) { lines[$0].standing == .undetermined }
        group("3.2", Self.originatingGroup) {
            lines[$0].standing == .originating && prepared.compact.lines[$0].unit < 0
        }
        group("3.10", IndirectMaterials.group) { lines[$0].standing == .indirect }
        group("3.8.1", Packaging.shippingGroup) { lines[$0].standing == .ignored }
        group("3.8.2, 3.8.3", Packaging.retailGroup) { lines[$0].material.role == .retailPackaging }
        group("3.9", Accessories.group) { prepared.compact.lines[$0].role == .accessory }
        group("3.9; D14", Accessories.ordinaryGroup) {
            prepared.compact.lines[$0].role == .material && lines[$0].material.role == .accessory
        }
    }

    private static let nonOriginatingGroup = BilingualText(
        en: "These materials are stated as non-originating.", zh: "以下材料申明为非原产材料。")
    private static let originatingGroup = BilingualText(
        en: "These materials are claimed as originating.", zh: "以下材料申明为原产材料。")

    /// The verdict on evidence (D4), on which a declaration rests (3.21).
    var evidence: Explanation {
        let lacking = prepared.listedPaths { findings.materialFindings[$0].lacksEvidence }
        let onEvidence = findings.onEvidence
        let inputs = lacking.map {
            [Explanation.Input(BilingualText(en: "without valid evidence", zh: "缺少有效证明文件"), $0)]
        }
        return Explanation(
            article: "3.21; D4", statement: OriginatingGoods.verdictOnEvidence(onEvidence.verdict),
            outcome: onEvidence.outcome, inputs: inputs ?? [])
    }
}
