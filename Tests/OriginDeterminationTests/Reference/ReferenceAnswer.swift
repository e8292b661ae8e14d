/// Decision 2: a question has three answers.
enum ThreeWay: String {
    case yes, no, open

    init(_ holds: Bool) { self = holds ? .yes : .no }

    /// Both are asked.
    func and(_ other: ThreeWay) -> ThreeWay {
        if self == .no || other == .no { return .no }
        return self == .yes && other == .yes ? .yes : .open
    }

    /// Any one is enough.
    static func any(_ answers: [ThreeWay]) -> ThreeWay {
        if answers.contains(.yes) { return .yes }
        return answers.contains(.open) ? .open : .no
    }

    /// All of several readings must agree, or nobody knows.
    static func unanimous(_ answers: [ThreeWay]) -> ThreeWay {
        guard let first = answers.first, answers.allSatisfy({ $0 == first }) else { return .open }
        return first
    }

    var verdict: String {
        switch self {
        case .yes: "originating"
        case .no: "notOriginating"
        case .open: "undetermined"
        }
    }

    var outcome: String {
        switch self {
        case .yes: "met"
        case .no: "notMet"
        case .open: "undetermined"
        }
    }
}

/// What the literal evaluator finds, in the words of `rcep-determination/1`, to be held against the engine.
struct ReferenceAnswer: Equatable {
    struct Alternative: Equatable {
        var criterion: String
        var branch: Int?
        var outcome: String
        /// Only where the outcome is met.
        var supplements: [String]
        /// Only for a tariff change.
        var failing: [String]
    }

    var verdict: String
    var verdictOnEvidence: String
    var criterion: String?
    var supplements: [String]
    var criterionOnEvidence: String?
    var supplementsOnEvidence: [String]
    var alternatives: [Alternative]
    var rvcIndirect: String
    var rvcDirect: String?
    /// For the first tariff-change alternative.
    var deMinimisValue: String?
    var deMinimisWeight: String?
    var failing: [String]
    /// Paths of the lines counted in VNM.
    var inVNM: [String]
    /// What became of each line, by path in the order of the bill of materials.
    var standings: [String]
    var standingsOnEvidence: [String]
    /// Which parts of the law the claimed determination went through.
    var reached: Set<LawPoint>
}

/// Everything a run of random dossiers must have gone through often enough.
enum LawPoint: String, CaseIterable {
    case verdictOriginating, verdictNotOriginating, verdictUndetermined
    case evidenceLowersToUndetermined, evidenceLowersToNotOriginating
    case criterionWO, criterionPE, criterionCTC, criterionRVC, criterionCR, criterionDiffersByReading
    case supplementNone, supplementACU, supplementDMI, supplementBoth
    case acuWithWO, acuWithPE, acuWithCTC, acuWithRVC
    case whollyObtainedSpoilt, nothingStated, minimalOperations, minimalOperationsOfIntermediate
    case changeClean, changeBroken, changeExcluded, rescuedByValue, rescuedByWeight, weightTestFails, weightMissing
    case valueExactlyTenPercent, weightExactlyTenPercent, contentExactlyFortyIndirect, contentExactlyFortyDirect
    case contentIndirect, contentDirectOnly, contentFails, contentBelowZero, contentAboveHundred
    case deductionTaken, deductionWithoutEvidence
    case reactionMet, reactionElsewhere, reactionAbsent, reactionUnknown
    case intermediateWhole, intermediateRolledOut, intermediateUndecided, intermediateAtDepthThree
    case provisoMet, provisoFails, provisoUnknown
    case splitByName, splitAgreeing, splitDisagreeing
    case goodOlderEdition, goodSeveralCandidates, goodCandidatesDisagree
    case materialOlderEdition, materialUncertain, materialUncertaintyDecides
    case routeKept, routeBroken, routeUnknown
    case roleMaterial, roleRetailPackaging, roleShippingPackaging, roleIndirect
    case roleAccessoryProper, roleAccessoryOrdinary
    case rateForwards, rateInverted
    case whollyObtainedRuleFails
}
