import HarmonizedSystem
import OriginModel
import OriginRules

/// A second opinion: Chapter 3 followed article by article, slowly, from the printed words of the rules. It shares
/// nothing with the engine but the dossier and the tables.
struct LiteralEvaluator {
    let law: LawInForce
    let dossier: Dossier
    let date: CalendarDate
    private let reached = Reached()

    private final class Reached {
        var points: Set<LawPoint> = []
    }

    init(law: LawInForce, dossier: Dossier, on date: CalendarDate) {
        self.law = law
        self.dossier = dossier
        self.date = date
    }

    /// Remembers that the claimed determination went through a part of the law.
    func note(_ point: LawPoint, _ stance: Stance = .claimed) {
        if stance == .claimed { reached.points.insert(point) }
    }

    /// Which of the three ways of Article 3.2 answered.
    enum Way {
        case whollyObtained, producedExclusively, productSpecificRule
        /// No material and no category: nothing to go by.
        case none
    }

    /// One possible code of the good together with one branch of its rule, and what each alternative comes to.
    struct Reading {
        let code: String
        let branch: Int?
        let answer: ThreeWay
        let alternatives: [AlternativeAnswer]
    }

    struct Judgement {
        let way: Way
        let answer: ThreeWay
        let readings: [Reading]
    }

    // MARK: The three ways

    /// Article 3.2 in the order of decision 6.
    func judge(_ product: Product, _ stance: Stance) throws -> Judgement {
        let counted = product.lines.filter(\.isPartOfTheGood)
        let allOriginate = counted.allSatisfy(\.originates)
        if product.category != nil && allOriginate {
            return Judgement(way: .whollyObtained, answer: .yes, readings: [])
        }
        if product.category != nil { note(.whollyObtainedSpoilt, stance) }
        if counted.isEmpty { return Judgement(way: .none, answer: .open, readings: []) }
        if allOriginate { return Judgement(way: .producedExclusively, answer: .yes, readings: []) }
        let readings = try readings(of: product, stance)
        return Judgement(
            way: .productSpecificRule, answer: .unanimous(readings.map(\.answer)), readings: readings)
    }

    /// Decisions 7 and 13: every code the good may have, and every branch unless one is named.
    private func readings(of product: Product, _ stance: Stance) throws -> [Reading] {
        var readings: [Reading] = []
        for code in law.candidates(for: product.code) {
            guard let row = law.ruleSet.rule(for: code) else { continue }
            for branch in PrintedRule(row.text).branches
            where branch.number == nil || product.branch == nil || branch.number == product.branch {
                let answers = try branch.alternatives.map { try ask($0, of: product, as: code.digits, stance) }
                // 3.6: minimal operations on non-originating materials override everything.
                let answer = product.onlyMinimalOperations ? ThreeWay.no : ThreeWay.any(answers.map(\.answer))
                readings.append(
                    Reading(code: code.digits, branch: branch.number, answer: answer, alternatives: answers))
            }
        }
        return readings
    }

    private func good(_ stance: Stance) throws -> (product: Product, standings: [String]) {
        let bill = try bill(of: dossier.materials, stance)
        let good = dossier.good
        let product = Product(
            code: good.hsCode, worth: Fraction(good.fob.amount), weight: good.netWeightKg, lines: bill.lines,
            operations: dossier.production.operations, reaction: dossier.production.chemicalReaction,
            category: dossier.production.whollyObtained, branch: good.ruleBranch, costs: dossier.costs)
        return (product, bill.standings)
    }

    /// What counts when the good is judged on the claimed origins, for whoever wants to place a value on a threshold.
    func claimedGood() throws -> Product {
        try good(.claimed).product
    }

    // MARK: The answer

    func answer(preferring preferred: Criterion? = nil) throws -> ReferenceAnswer {
        let claimed = try conclude(.claimed, preferred)
        let onEvidence = try conclude(Stance(evidenceNeeded: true), preferred)
        let product = claimed.product
        let change = claimed.judgement.readings.flatMap(\.alternatives).first { $0.criterion == "CTC" }
        noteAnswer(claimed, onEvidence)
        return ReferenceAnswer(
            verdict: claimed.verdict.verdict, verdictOnEvidence: onEvidence.verdict.verdict,
            criterion: claimed.heading?.criterion, supplements: claimed.heading?.supplements ?? [],
            criterionOnEvidence: onEvidence.heading?.criterion,
            supplementsOnEvidence: onEvidence.heading?.supplements ?? [], alternatives: claimed.alternatives,
            rvcIndirect: (product.worth - valueOfNonOriginating(product)).cutPercent(of: product.worth),
            rvcDirect: try buildUp(product, .claimed)?.cutPercent(of: product.worth),
            deMinimisValue: change?.deMinimisValue, deMinimisWeight: change?.deMinimisWeight,
            failing: change?.failing.map(\.path) ?? [], inVNM: product.lines.filter(\.countsInVNM).map(\.path),
            standings: claimed.standings, standingsOnEvidence: onEvidence.standings, reached: reached.points)
    }

    /// The whole determination from one point of view.
    private struct Conclusion {
        let product: Product
        let standings: [String]
        let judgement: Judgement
        let verdict: ThreeWay
        let alternatives: [ReferenceAnswer.Alternative]
        /// nil unless originating.
        let heading: Heading?
    }

    private func conclude(_ stance: Stance, _ preferred: Criterion?) throws -> Conclusion {
        let (product, standings) = try good(stance)
        let judgement = try judge(product, stance)
        let verdict = keptOnTheWay(judgement.answer, stance)
        let alternatives = try shown(judgement, stance)
        return Conclusion(
            product: product, standings: standings, judgement: judgement, verdict: verdict,
            alternatives: alternatives.flatMap { $0 },
            heading: verdict == .yes ? heading(judgement, alternatives, preferred?.rawValue) : nil)
    }

    /// Article 3.15, where a route is stated: anything but logistics, or leaving customs control, loses the status,
    /// whatever it was; not knowing leaves it open.
    private func keptOnTheWay(_ answer: ThreeWay, _ stance: Stance) -> ThreeWay {
        if dossier.route.isEmpty { return answer }
        let handlings = dossier.route.flatMap(\.operations)
        let leftControl = dossier.route.contains { $0.customsControl == false }
        let unknown = handlings.contains { $0.kind == nil } || dossier.route.contains { $0.customsControl == nil }
        let kept: ThreeWay =
            leftControl || handlings.contains { $0.kind == .other } ? .no : unknown ? .open : .yes
        switch kept {
        case .yes: note(.routeKept, stance)
        case .no: note(.routeBroken, stance)
        case .open: note(.routeUnknown, stance)
        }
        return answer.and(kept)
    }

    /// The alternatives of each reading with what would stand beside each, or the one of the three ways that answered.
    private func shown(_ judgement: Judgement, _ stance: Stance) throws -> [[ReferenceAnswer.Alternative]] {
        // Decision 11: everything once more with the other Parties' materials non-originating.
        let alone = Stance(evidenceNeeded: stance.evidenceNeeded, withoutCumulation: true)
        switch judgement.way {
        case .none: return []
        case .whollyObtained: return [[try wholly(alone)]]
        case .producedExclusively: return [[exclusively(stance)]]
        case .productSpecificRule: break
        }
        let redone = try readings(of: try good(alone).product, alone)
        return zip(judgement.readings, redone).map { reading, alone in
            zip(reading.alternatives, alone.alternatives).map { own, without in
                var supplements: [String] = []
                if own.answer == .yes && without.answer != .yes { supplements.append("ACU") }
                if own.rescued { supplements.append("DMI") }
                return ReferenceAnswer.Alternative(
                    criterion: own.criterion, branch: reading.branch, outcome: own.answer.outcome,
                    supplements: supplements, failing: own.failing.map(\.path))
            }
        }
    }

    /// WO with ACU where a material that keeps it wholly obtained is another Party's.
    private func wholly(_ alone: Stance) throws -> ReferenceAnswer.Alternative {
        let holds = try judge(try good(alone).product, alone).way == .whollyObtained
        return .init(criterion: "WO", branch: nil, outcome: "met", supplements: holds ? [] : ["ACU"], failing: [])
    }

    /// PE with ACU where any material or accessory of another Party was used, at any depth.
    private func exclusively(_ stance: Stance) -> ReferenceAnswer.Alternative {
        let cumulated = usesOtherParties(dossier.materials, stance)
        return .init(criterion: "PE", branch: nil, outcome: "met", supplements: cumulated ? ["ACU"] : [], failing: [])
    }

    private func usesOtherParties(_ materials: [Material], _ stance: Stance) -> Bool {
        materials.contains { material in
            guard material.role == .material || material.role == .accessory else { return false }
            if let made = material.selfProduced { return usesOtherParties(made.materials, stance) }
            return origin(of: material, stance) == .originating && originatesElsewhere(material)
        }
    }

    private struct Heading {
        let criterion: String?
        let supplements: [String]
    }

    /// Decision 12: among the criteria met in every reading, the exporter's own choice, else the one with the fewest
    /// supplements, then CTC, CR, RVC.
    private func heading(
        _ judgement: Judgement, _ alternatives: [[ReferenceAnswer.Alternative]], _ preferred: String?
    ) -> Heading? {
        if judgement.way != .productSpecificRule {
            return alternatives.first?.first.map { Heading(criterion: $0.criterion, supplements: $0.supplements) }
        }
        let possible = ["CTC", "CR", "RVC"].compactMap { headed(by: $0, alternatives) }
        if let own = possible.first(where: { $0.criterion == preferred }) { return own }
        let fewest = possible.map(\.supplements.count).min()
        return possible.first { $0.supplements.count == fewest } ?? Heading(criterion: nil, supplements: [])
    }

    private func headed(by criterion: String, _ alternatives: [[ReferenceAnswer.Alternative]]) -> Heading? {
        var supplements: Set<String> = []
        for reading in alternatives {
            let met = reading.first { $0.criterion == criterion && $0.outcome == "met" }
            guard let met else { return nil }
            supplements.formUnion(met.supplements)
        }
        return Heading(criterion: criterion, supplements: supplements.sorted())
    }

    // MARK: What was gone through

    private func noteAnswer(_ claimed: Conclusion, _ onEvidence: Conclusion) {
        noteVerdict(claimed.verdict, onEvidence.verdict)
        noteReadings(claimed.product, claimed.judgement)
        if claimed.judgement.way == .none { note(.nothingStated) }
        if claimed.judgement.way == .productSpecificRule && claimed.product.onlyMinimalOperations {
            note(.minimalOperations)
        }
        if let heading = claimed.heading { noteHeading(heading) }
    }

    private func noteVerdict(_ verdict: ThreeWay, _ onEvidence: ThreeWay) {
        switch verdict {
        case .yes: note(.verdictOriginating)
        case .no: note(.verdictNotOriginating)
        case .open: note(.verdictUndetermined)
        }
        if verdict == .yes && onEvidence == .open { note(.evidenceLowersToUndetermined) }
        if verdict == .yes && onEvidence == .no { note(.evidenceLowersToNotOriginating) }
    }

    private func noteReadings(_ product: Product, _ judgement: Judgement) {
        if product.code.edition != law.ruleSet.edition { note(.goodOlderEdition) }
        guard judgement.way == .productSpecificRule else { return }
        let answers = Set(judgement.readings.map(\.answer))
        if Set(judgement.readings.map(\.code)).count > 1 {
            note(.goodSeveralCandidates)
            if answers.count > 1 { note(.goodCandidatesDisagree) }
        }
        guard judgement.readings.contains(where: { $0.branch != nil }) else { return }
        if product.branch != nil {
            note(.splitByName)
        } else {
            note(answers.count > 1 ? .splitDisagreeing : .splitAgreeing)
        }
    }

    private func noteHeading(_ heading: Heading) {
        let points: [String?: LawPoint] = [
            "WO": .criterionWO, "PE": .criterionPE, "CTC": .criterionCTC, "RVC": .criterionRVC, "CR": .criterionCR,
        ]
        note(points[heading.criterion] ?? .criterionDiffersByReading)
        switch heading.supplements {
        case []: note(.supplementNone)
        case ["ACU"]: note(.supplementACU)
        case ["DMI"]: note(.supplementDMI)
        default: note(.supplementBoth)
        }
        guard heading.supplements.contains("ACU") else { return }
        let cumulated: [String?: LawPoint] = [
            "WO": .acuWithWO, "PE": .acuWithPE, "CTC": .acuWithCTC, "RVC": .acuWithRVC,
        ]
        if let point = cumulated[heading.criterion] { note(point) }
    }
}
