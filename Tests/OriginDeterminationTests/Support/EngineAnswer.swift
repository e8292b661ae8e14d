import OriginDetermination
import OriginModel
import OriginRules

extension ReferenceAnswer {
    /// The engine's determination in the terms of the reference, `reached` left empty.
    init(_ determination: Determination) {
        let change = determination.alternatives.first { $0.criterion == .changeInTariffClassification }
        let deMinimis = change == nil ? nil : determination.deMinimis
        self.init(
            verdict: determination.verdict.rawValue, verdictOnEvidence: determination.verdictOnEvidence.rawValue,
            criterion: determination.criterion?.rawValue,
            supplements: determination.supplements.map(\.rawValue).sorted(),
            criterionOnEvidence: determination.criterionOnEvidence?.rawValue,
            supplementsOnEvidence: determination.supplementsOnEvidence.map(\.rawValue).sorted(),
            alternatives: determination.alternatives.map(Alternative.init),
            rvcIndirect: determination.regionalValueContent.indirect.percent.description,
            rvcDirect: determination.regionalValueContent.direct?.percent.description,
            deMinimisValue: deMinimis?.valuePercent.description, deMinimisWeight: deMinimis?.weightPercent?.description,
            failing: change?.failingMaterials ?? [],
            inVNM: determination.materials.filter(\.countsInVNM).map(\.path),
            standings: determination.materials.map { "\($0.path) \($0.standing.rawValue)" },
            standingsOnEvidence: determination.materials.map { "\($0.path) \($0.standingOnEvidence.rawValue)" },
            reached: [])
    }

    /// What differs between the two, part by part; empty where they agree.
    func differences(from engine: ReferenceAnswer) -> [String] {
        var found: [String] = []
        func compare<Part: Equatable>(_ name: String, _ part: KeyPath<ReferenceAnswer, Part>) {
            if self[keyPath: part] != engine[keyPath: part] {
                found.append("\(name): reference \(self[keyPath: part]), engine \(engine[keyPath: part])")
            }
        }
        compare("verdict", \.verdict)
        compare("verdictOnEvidence", \.verdictOnEvidence)
        compare("criterion", \.criterion)
        compare("supplements", \.supplements)
        compare("criterionOnEvidence", \.criterionOnEvidence)
        compare("supplementsOnEvidence", \.supplementsOnEvidence)
        compare("alternatives", \.alternatives)
        compare("rvcIndirect", \.rvcIndirect)
        compare("rvcDirect", \.rvcDirect)
        compare("deMinimisValue", \.deMinimisValue)
        compare("deMinimisWeight", \.deMinimisWeight)
        compare("failing", \.failing)
        compare("inVNM", \.inVNM)
        compare("standings", \.standings)
        compare("standingsOnEvidence", \.standingsOnEvidence)
        return found
    }
}

extension ReferenceAnswer.Alternative {
    init(_ finding: AlternativeFinding) {
        let met = finding.outcome == .met
        self.init(
            criterion: finding.criterion.rawValue, branch: finding.branch, outcome: finding.outcome.rawValue,
            supplements: met ? finding.supplements.map(\.rawValue).sorted() : [],
            failing: finding.criterion == .changeInTariffClassification ? finding.failingMaterials : [])
    }
}
