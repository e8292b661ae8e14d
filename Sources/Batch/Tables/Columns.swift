/// The columns of `goods.csv`.
enum GoodsColumn: String, CaseIterable {
    case goodID = "good_id"
    case hsCode = "hs_code"
    case exportingParty = "exporting_party"
    case fob, currency
    case hsEdition = "hs_edition"
    case importingParty = "importing_party"
    case netWeight = "net_weight_kg"
    case whollyObtained = "wholly_obtained"
    case minimalOnly = "minimal_only"
    case chemicalReaction = "chemical_reaction"
    case directLabour = "direct_labour"
    case directOverhead = "direct_overhead"
    case profit
    case otherCost = "other_cost"
    case ruleBranch = "rule_branch"
    case date

    static let required: [GoodsColumn] = [.goodID, .hsCode, .exportingParty, .fob, .currency]

    /// Its place in `allCases`, for the hot path.
    @inline(always)
    var place: Int {
        switch self {
        case .goodID: 0
        case .hsCode: 1
        case .exportingParty: 2
        case .fob: 3
        case .currency: 4
        case .hsEdition: 5
        case .importingParty: 6
        case .netWeight: 7
        case .whollyObtained: 8
        case .minimalOnly: 9
        case .chemicalReaction: 10
        case .directLabour: 11
        case .directOverhead: 12
        case .profit: 13
        case .otherCost: 14
        case .ruleBranch: 15
        case .date: 16
        }
    }
}

/// The columns of `materials.csv`.
enum MaterialColumn: String, CaseIterable {
    case goodID = "good_id"
    case materialID = "material_id"
    case hsCode = "hs_code"
    case status, value, country, currency
    case hsEdition = "hs_edition"
    case netWeight = "net_weight_kg"
    case role
    case evidenceType = "evidence_type"
    case evidenceReference = "evidence_reference"
    case evidenceDate = "evidence_date"
    case evidenceValidUntil = "evidence_valid_until"
    case producedGoodID = "produced_good_id"

    static let required: [MaterialColumn] = [.goodID, .materialID, .hsCode, .status, .value]

    /// Its place in `allCases`, for the hot path.
    @inline(always)
    var place: Int {
        switch self {
        case .goodID: 0
        case .materialID: 1
        case .hsCode: 2
        case .status: 3
        case .value: 4
        case .country: 5
        case .currency: 6
        case .hsEdition: 7
        case .netWeight: 8
        case .role: 9
        case .evidenceType: 10
        case .evidenceReference: 11
        case .evidenceDate: 12
        case .evidenceValidUntil: 13
        case .producedGoodID: 14
        }
    }
}

/// The columns of the table of goods judged elsewhere.
enum ProducedColumn: String, CaseIterable {
    case goodID = "good_id"
    case hsCode = "hs_code"
    case exportingParty = "exporting_party"
    case verdict
    case verdictOnEvidence = "verdict_on_evidence"
    case hsEdition = "hs_edition"

    static let required: [ProducedColumn] = [.goodID, .hsCode, .exportingParty, .verdict, .verdictOnEvidence]

    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The columns of the output.
enum AnswerColumn: String, CaseIterable {
    case goodID = "good_id"
    case verdict
    case verdictOnEvidence = "verdict_on_evidence"
    case criterion, supplements, rule
    case rvcIndirect = "rvc_indirect"
    case rvcDirect = "rvc_direct"
    case deMinimisValue = "de_minimis_value"
    case deMinimisWeight = "de_minimis_weight"
    case countryOfOrigin = "country_of_origin"
    case failingMaterials = "failing_materials"

    static let header = allCases.map(\.rawValue).joined(separator: ",")
}
