import OriginModel

/// Something made by one producer and judged as one good: the good itself or an intermediate.
struct Product {
    let code: StatedHSCode
    /// FOB value; for an intermediate its own value (decision 10).
    let worth: Fraction
    let weight: ExactDecimal?
    let lines: [Line]
    let operations: [Operation]
    let reaction: ChemicalReaction?
    var category: WhollyObtainedCategory?
    var branch: Int?
    var costs: Costs?

    /// 3.6: something is stated and none of it is more than a minimal operation; nothing stated is not that
    /// (decision 5).
    var onlyMinimalOperations: Bool {
        !operations.isEmpty && operations.allSatisfy { $0.minimal != nil }
    }
}

/// What one alternative of the rule comes to.
struct AlternativeAnswer {
    let criterion: String
    let answer: ThreeWay
    var failing: [Line] = []
    /// The change holds only through Article 3.7.
    var rescued = false
    var deMinimisValue: String?
    var deMinimisWeight: String?
}

/// One alternative at a time, each straight from its article.
extension LiteralEvaluator {
    func ask(_ alternative: PrintedRule.Alternative, of product: Product, as code: String, _ stance: Stance) throws
        -> AlternativeAnswer
    {
        switch alternative {
        case .whollyObtained:
            // Headnote 7: WO is met by WO or PE, and those were asked before the rule was reached (decision 6).
            note(.whollyObtainedRuleFails, stance)
            return AlternativeAnswer(criterion: "WO", answer: .no)
        case .change(let digits, let exceptions, let proviso):
            return change(digits, except: exceptions, proviso, of: product, as: code, stance)
        case .valueContent(let threshold):
            return AlternativeAnswer(criterion: "RVC", answer: try reaches(threshold, product, stance))
        case .reaction:
            return AlternativeAnswer(criterion: "CR", answer: reaction(product, stance))
        }
    }

    // MARK: Change in tariff classification

    /// Headnotes 5 to 7: every non-originating material must come from another chapter, heading or subheading than
    /// the good, and from none of the codes excepted.
    private func change(
        _ digits: Int, except exceptions: [PrintedRule.Exception], _ proviso: Bool, of product: Product,
        as code: String, _ stance: Stance
    ) -> AlternativeAnswer {
        let unchanged: (String) -> Bool = { candidate in
            candidate.prefix(digits) == code.prefix(digits) || exceptions.contains { $0.covers(candidate) }
        }
        let asked = product.lines.filter(\.isAskedToChange)
        let surely = asked.filter { $0.codes.allSatisfy(unchanged) }
        let possibly = asked.filter { $0.codes.contains(where: unchanged) }
        if possibly.count > surely.count { note(.materialUncertain, stance) }
        let excluded = exceptions.contains { exception in
            surely.contains { $0.codes.allSatisfy(exception.covers) }
        }
        if excluded { note(.changeExcluded, stance) }
        // Decision 7: several targets that lead to different answers leave it open.
        let atWorst = tolerated(possibly, in: product, as: code, stance)
        let atBest = tolerated(surely, in: product, as: code, stance)
        var answer = ThreeWay.unanimous([atWorst, atBest])
        if atWorst != atBest { note(.materialUncertaintyDecides, stance) }
        if proviso { answer = answer.and(activeIngredients(product, stance)) }
        if asked.isEmpty == false, possibly.isEmpty { note(.changeClean, stance) }
        if answer == .no { note(.changeBroken, stance) }
        return AlternativeAnswer(
            criterion: "CTC", answer: answer, failing: possibly, rescued: answer == .yes && !possibly.isEmpty,
            deMinimisValue: possibly.map(\.value).total().cutPercent(of: product.worth),
            deMinimisWeight: weightShare(possibly, of: product, as: code))
    }

    /// Article 3.7: materials that did not change are tolerated up to a tenth of the value, their value being that of
    /// 3.5.3 without deductions (decision 9), or, in chapters 50 to 63, up to a tenth of the weight.
    private func tolerated(_ failing: [Line], in product: Product, as code: String, _ stance: Stance) -> ThreeWay {
        if failing.isEmpty { return .yes }
        let value = failing.map(\.value).total() * Fraction(10)
        if value == product.worth { note(.valueExactlyTenPercent, stance) }
        if value <= product.worth {
            note(.rescuedByValue, stance)
            return .yes
        }
        guard isTextile(code) else { return .no }
        guard let whole = product.weight, let weight = weight(of: failing) else {
            // Decision 19: the missing weight is asked for.
            note(.weightMissing, stance)
            return .open
        }
        if weight * Fraction(10) == Fraction(whole) { note(.weightExactlyTenPercent, stance) }
        let holds = weight * Fraction(10) <= Fraction(whole)
        note(holds ? .rescuedByWeight : .weightTestFails, stance)
        return ThreeWay(holds)
    }

    private func isTextile(_ code: String) -> Bool {
        guard let chapter = Int(code.prefix(2)) else { return false }
        return (50...63).contains(chapter)
    }

    /// nil where one is not known.
    private func weight(of lines: [Line]) -> Fraction? {
        var sum = Fraction.zero
        for line in lines {
            guard let weight = line.material.netWeightKg else { return nil }
            sum = sum + Fraction(weight)
        }
        return sum
    }

    private func weightShare(_ failing: [Line], of product: Product, as code: String) -> String? {
        guard isTextile(code), let whole = product.weight, let weight = weight(of: failing) else { return nil }
        return weight.cutPercent(of: Fraction(whole))
    }

    /// Decision 21: of the materials marked as active ingredients, at least half by weight originates; one of them
    /// without a weight, or none marked at all, leaves it open.
    private func activeIngredients(_ product: Product, _ stance: Stance) -> ThreeWay {
        let answer: ThreeWay
        let asked = product.lines.filter { $0.part == .ordinary }
        let active = asked.filter { $0.material.activeIngredient == true }
        if active.isEmpty {
            answer = .open
        } else if let all = weight(of: active), let own = weight(of: active.filter(\.originates)) {
            answer = ThreeWay(own * Fraction(100) >= all * Fraction(50))
        } else {
            answer = .open
        }
        switch answer {
        case .yes: note(.provisoMet, stance)
        case .no: note(.provisoFails, stance)
        case .open: note(.provisoUnknown, stance)
        }
        return answer
    }

    // MARK: Regional value content

    /// Article 3.5.1 and decision 15: either formula may be used.
    private func reaches(_ threshold: Int128, _ product: Product, _ stance: Stance) throws -> ThreeWay {
        let needed = product.worth * Fraction(threshold, over: 100)
        let down = product.worth - valueOfNonOriginating(product)
        let up = try buildUp(product, stance)
        if down == needed { note(.contentExactlyFortyIndirect, stance) }
        if up == needed { note(.contentExactlyFortyDirect, stance) }
        if down < .zero { note(.contentBelowZero, stance) }
        if let up, up > product.worth { note(.contentAboveHundred, stance) }
        if down >= needed {
            note(.contentIndirect, stance)
            return .yes
        }
        if let up, up >= needed {
            note(.contentDirectOnly, stance)
            return .yes
        }
        note(.contentFails, stance)
        return .no
    }

    /// VNM: every non-originating line but packing for transport, less what 3.5.5 takes off (3.5.3, 3.8.3, 3.9).
    func valueOfNonOriginating(_ product: Product) -> Fraction {
        product.lines.filter(\.countsInVNM).map { $0.value - $0.deduction }.total()
    }

    /// VOM, accessories, retail packaging and indirect materials included, and the costs; nil where none are given.
    func buildUp(_ product: Product, _ stance: Stance) throws -> Fraction? {
        guard let costs = product.costs else { return nil }
        let stated = try [costs.directLabour, costs.directOverhead, costs.profit, costs.other].compactMap { $0 }
            .map { try inFOBCurrency($0, stance) }
        return product.lines.filter(\.originates).map(\.value).total() + stated.total()
    }

    // MARK: Chemical reaction

    /// Headnote 7 and decision 20: it must have been in a Party; saying nothing leaves it open.
    private func reaction(_ product: Product, _ stance: Stance) -> ThreeWay {
        switch product.reaction {
        case nil:
            note(.reactionUnknown, stance)
            return .open
        case .absent:
            note(.reactionAbsent, stance)
            return .no
        case .stated(let place, _):
            let inside = law.agreement.parties.contains { $0.code == place && !(date < $0.inForce) }
            note(inside ? .reactionMet : .reactionElsewhere, stance)
            return ThreeWay(inside)
        }
    }
}
