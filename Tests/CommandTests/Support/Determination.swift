/// What these tests look at in a `rcep-determination/1`.
struct Determination: Decodable {
    struct Good: Decodable { let id: String }
    struct Alternative: Decodable {
        let criterion: String
        let failingMaterials: [String]
    }
    struct Formula: Decodable { let percent: String }
    struct ValueContent: Decodable {
        let indirect: Formula?
        let direct: Formula?
    }
    struct DeMinimis: Decodable {
        let valuePercent: String?
        let weightPercent: String?
    }
    struct Note: Decodable {
        let code: String
        let message: String
    }
    struct Explanation: Decodable {
        let statement: String
        let children: [Explanation]
    }

    let format: String
    let good: Good
    let importingParty: String?
    let date: String
    let verdict: String
    let verdictOnEvidence: String
    let criterion: String?
    let supplements: [String]
    let alternatives: [Alternative]
    let rvc: ValueContent?
    let deMinimis: DeMinimis?
    let warnings: [Note]
    let explanation: Explanation

    /// Materials that fail the first tariff change there is.
    var failingMaterials: [String] {
        alternatives.first { $0.criterion == "CTC" }?.failingMaterials ?? []
    }
}
