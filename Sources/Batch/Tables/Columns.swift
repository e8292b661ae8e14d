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
