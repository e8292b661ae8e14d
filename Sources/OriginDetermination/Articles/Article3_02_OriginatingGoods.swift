import Bilingual

/// Article 3.2: wholly obtained, produced exclusively from originating materials, or satisfying Annex 3A.
enum OriginatingGoods {
    /// The way that decides: WO, then PE, then the product-specific rule, which only a good with non-originating
    /// materials needs.
    /// - Parameters: how many materials that are part of the good are originating, and how many are not.
    static func way(originating: Int, nonOriginating: Int, whollyObtainedNamed: Bool) -> Way {
        if nonOriginating > 0 { return .productSpecificRule }
        if whollyObtainedNamed { return .whollyObtained }
        return originating > 0 ? .producedExclusively : .nothingStated
    }
}

extension OriginatingGoods {
    static func nothingStated(_ prepared: PreparedCase) -> Note {
        Note(
            code: "materials.none",
            message: prepared.lines.isEmpty
                ? BilingualText(
                    en: "No material is listed and no category of Article 3.3 is named: state what the good is made of, or why it is wholly obtained.",
                    zh: "既未列出任何材料，也未指明第三章第三条的任何类别：请列明货物所用材料，或说明其为何属于完全获得。")
                : BilingualText(
                    en: "Only packaging or indirect materials are listed and no category of Article 3.3 is named: state what the good itself is made of, or why it is wholly obtained.",
                    zh: "仅列出包装或间接材料，且未指明第三章第三条的任何类别：请列明货物本身所用材料，或说明其为何属于完全获得。"),
            place: "/materials")
    }
}

extension OriginatingGoods {
    static let isWhollyObtained = BilingualText(
        en: "A category of Article 3.3 is named and no non-originating material is used.",
        zh: "已指明第三章第三条的类别，且未使用非原产材料。")
    static let isProducedExclusively = BilingualText(
        en: "Every material, accessories included, is originating.", zh: "所有材料（包括附件）均为原产材料。")
    static let notWhollyObtained = BilingualText(
        en: "The rule asks for a wholly obtained good, which PE also satisfies; non-originating materials are used.",
        zh: "规则要求完全获得（完全由原产材料生产亦可满足），但使用了非原产材料。")
    static let whollyObtainedContradicted = Note(
        code: "whollyObtained.contradicted",
        message: BilingualText(
            en: "A category of Article 3.3 is named, but non-originating materials are used: the good is not wholly obtained.",
            zh: "指明了第三章第三条的类别，但使用了非原产材料：货物不属于完全获得。"),
        place: "/production/whollyObtained")
    static let whollyObtainedWithOtherParties = Note(
        code: "whollyObtained.otherParties",
        message: BilingualText(
            en: "The good is claimed as wholly obtained in one Party but uses originating materials of another; PE may describe it better.",
            zh: "货物按在一缔约方完全获得申报，但使用了其他缔约方的原产材料；适用PE可能更为恰当。"),
        place: "/production/whollyObtained")
}

extension OriginatingGoods {
    static func verdict(_ verdict: Verdict) -> BilingualText {
        switch verdict {
        case .originating: BilingualText(en: "The good originates.", zh: "货物具备原产资格。")
        case .notOriginating: BilingualText(en: "The good does not originate.", zh: "货物不具备原产资格。")
        case .undetermined:
            BilingualText(
                en: "Whether the good originates cannot be decided: a fact is missing.", zh: "无法确定货物是否具备原产资格：缺少事实。")
        }
    }

    static func verdictOnEvidence(_ verdict: Verdict) -> BilingualText {
        switch verdict {
        case .originating:
            BilingualText(
                en: "It also originates when only materials with valid evidence count as originating.",
                zh: "仅将有有效证明文件的材料视为原产时，货物仍具备原产资格。")
        case .notOriginating:
            BilingualText(
                en: "It does not originate when only materials with valid evidence count as originating.",
                zh: "仅将有有效证明文件的材料视为原产时，货物不具备原产资格。")
        case .undetermined:
            BilingualText(
                en: "Whether it originates when only materials with valid evidence count as originating cannot be decided.",
                zh: "仅将有有效证明文件的材料视为原产时，无法确定货物是否具备原产资格。")
        }
    }
}

extension Explainer {
    /// 3.2(b)
    func producedExclusively(_ unit: CompactUnit, _ assessment: UnitAssessment) -> Explanation {
        var others: [String] = []
        others.reserveCapacity(assessment.counted.count)
        for line in assessment.counted where line.isPartOfGood && line.nonOriginating { others.append(path(line)) }
        guard !others.isEmpty else {
            return Explanation(
                article: "3.2(b)", statement: OriginatingGoods.isProducedExclusively, result: .met)
        }
        let subject = self.subject(unit)
        return Explanation(
            article: "3.2(b)",
            statement: BilingualText(
                in: languages,
                en: "Not every material of \(subject.english) is originating: it is not produced exclusively from such materials.",
                zh: "\(subject.chinese)并非完全由原产材料生产。"),
            result: .notMet,
            inputs: [Explanation.Input(.materialsList, others.listed(", "))])
    }

    /// 3.2(c)
    func productSpecificRule(_ unit: CompactUnit, _ assessment: UnitAssessment) -> Explanation {
        let readings = prepared.readings(of: unit)
        var steps = [minimalOperations(unit)]
        for (place, reading) in readings.enumerated() {
            // A rule with one reading needs no level of its own.
            guard readings.count > 1 else {
                addAlternatives(reading, place, unit, assessment, to: &steps)
                break
            }
            var alternatives: [Explanation] = []
            addAlternatives(reading, place, unit, assessment, to: &alternatives)
            steps.append(Explanation(
                article: "3A; D13", statement: reading.statement, outcome: assessment.readings[place].outcome,
                children: alternatives))
        }
        return Explanation(
            article: "3.2(c)", statement: OriginatingGoods.ruleStatement(assessment),
            outcome: assessment.outcome, children: steps)
    }

    private func addAlternatives(
        _ reading: RuleReadingCase, _ place: Int, _ unit: CompactUnit, _ assessment: UnitAssessment,
        to steps: inout [Explanation]
    ) {
        steps.reserveCapacity(steps.count + reading.alternatives.count)
        for (position, alternative) in reading.alternatives.enumerated() {
            let found = assessment.readings[place].alternatives[position]
            let step =
                switch alternative {
                case .whollyObtained:
                    Explanation(article: "3A.7", statement: OriginatingGoods.notWhollyObtained, outcome: found.outcome)
                case .changeInTariffClassification(let change):
                    changeInTariffClassification(
                        change, prepared.alternative(position, ofReading: place, unit), found, reading, unit,
                        assessment)
                case .regionalValueContent(let threshold):
                    regionalValueContent(threshold, found.outcome, unit, assessment.values)
                case .chemicalReaction:
                    Explanation(
                        article: "3A.7", statement: ChemicalReactionRule.reason(unit.reaction), outcome: found.outcome)
                }
            steps.append(step)
        }
    }
}

extension OriginatingGoods {
    static func ruleStatement(_ assessment: UnitAssessment) -> BilingualText {
        if assessment.onlyMinimalOperations {
            return BilingualText(
                en: "Produced with non-originating materials by minimal operations only, which never confer origin, whatever the rule says (3.6).",
                zh: "使用非原产材料且仅经微小加工和处理生产，无论是否满足规则均不赋予原产资格（3.6）。")
        }
        return ruleStatement(assessment.outcome)
    }

    private static func ruleStatement(_ outcome: Outcome) -> BilingualText {
        switch outcome {
        case .met:
            BilingualText(
                en: "Produced with non-originating materials, satisfying the product-specific rule.",
                zh: "使用非原产材料生产，满足产品特定原产地规则。")
        case .notMet:
            BilingualText(
                en: "Produced with non-originating materials, not satisfying the product-specific rule.",
                zh: "使用非原产材料生产，不满足产品特定原产地规则。")
        case .undetermined:
            BilingualText(
                en: "Produced with non-originating materials; whether the product-specific rule is satisfied cannot be decided.",
                zh: "使用非原产材料生产；无法确定是否满足产品特定原产地规则。")
        }
    }
}

extension RuleReadingCase {
    var statement: BilingualText {
        guard let branch else {
            return BilingualText(en: "If the good is \(code.printed):", zh: "若货物为\(code.printed)：")
        }
        return BilingualText(
            en: "If branch \(branch) of the rule of \(code.printed) applies:", zh: "若适用\(code.printed)规则第\(branch)分支：")
    }
}
