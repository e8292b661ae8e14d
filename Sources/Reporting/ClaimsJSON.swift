import Bilingual
import OriginModel
import Tariffs

/// The member `claims` of `rcep-determination/1`.
struct ClaimsJSON {
    private let language: Language

    init(_ context: ReportContext) {
        language = context.language
    }

    /// Writes the members of the object.
    func write(_ claims: ClaimsForPreference, to json: inout JSONWriter) {
        json.member("importingParty", claims.importingParty.description)
        json.name("customsValue")
        money(claims.customsValue, &json)
        json.member("standsOnFOB", claims.standsOnFOB)
        json.arrayMember("claims", claims.claims) { claim($1, &$0) }
        best(claims.best, &json)
    }

    private func best(_ best: ClaimsForPreference.Best, _ json: inout JSONWriter) {
        json.objectMember("best") { json in
            switch best {
            case .claim(let index):
                json.member("outcome", "claim")
                json.member("claim", index)
            case .noneSaves: json.member("outcome", "noneSaves")
            case .dependsOnLine: json.member("outcome", "dependsOnLine")
            case .unknown: json.member("outcome", "unknown")
            }
        }
    }

    private func claim(_ claim: ClaimsForPreference.Claim, _ json: inout JSONWriter) {
        json.object { json in
            json.member("basis", claim.basis.rawValue)
            json.member("stated", claim.stated)
            json.arrayMember("parties", claim.parties.map(\.description))
            json.arrayMember("conditions", claim.conditions.map(\.name))
            json.arrayMember("duties", claim.duties) { duty($1, &$0) }
            json.arrayMember("proof", claim.proof.map { $0[language] })
        }
    }

    private func duty(_ duty: ClaimsForPreference.Duty, _ json: inout JSONWriter) {
        json.object { json in
            json.member("line", duty.line.digits)
            json.member("mfn", duty.mfn?.cell)
            json.member("preference", duty.preference?.cell)
            DutyJSON.due(duty.due, &json)
            json.member("savingPoints", duty.saving?.description)
            amount("duty", duty.amount, &json)
            amount("saved", duty.saved, &json)
            json.arrayMember("parties", duty.parties.map(\.description))
            json.arrayMember("unknownParties", duty.unknown.map(\.description))
            json.arrayMember("caveats", duty.caveats.words.map { $0[language] })
        }
    }

    private func amount(_ name: StaticString, _ amount: Money?, _ json: inout JSONWriter) {
        guard let amount else { return json.nullMember(name) }
        json.name(name)
        money(amount, &json)
    }

    /// Exact: a rate times a value has as many digits as it has.
    private func money(_ money: Money, _ json: inout JSONWriter) {
        json.object { json in
            json.member("amount", money.amount.fixed(decimals: 2))
            json.member("currency", money.currency.description)
        }
    }
}

/// What is due, for programs.
enum DutyJSON {
    /// The members `due` and `dueRate`: `exactly` with a rate as a schedule writes it, `atMost` with percent, `unknown`.
    static func due(_ due: DutyDue.Amount, _ json: inout JSONWriter) {
        switch due {
        case .exactly(let rate, let basis):
            json.member("due", "exactly")
            json.member("dueRate", rate.cell)
            json.member("dueBasis", basis.rawValue)
        case .atMost(let percent, let basis):
            json.member("due", "atMost")
            json.member("dueRate", percent.description)
            json.member("dueBasis", basis.rawValue)
        case .unknown:
            json.member("due", "unknown")
            json.nullMember("dueRate")
            json.nullMember("dueBasis")
        }
    }
}

extension ClaimsForPreference.Condition {
    /// For programs.
    fileprivate var name: String {
        switch self {
        case .listed: "listed"
        case .notListed: "notListed"
        case .tie: "tie"
        }
    }
}
