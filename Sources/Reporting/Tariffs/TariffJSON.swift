import Bilingual
import OriginModel
import Tariffs

/// What the formats of tariffs have in common. Rates are written as a schedule writes them: `5.7`, `0`, `U`, `complex`,
/// and an empty string where the schedule says nothing; `null` where nothing is loaded.
enum TariffJSON {
    /// The members `mfn`, `base`, `rcep`, `due`, `dueRate`, `dueBasis`, `savingPoints` and `caveats` of an object.
    static func duty(_ duty: DutyDue, _ json: inout JSONWriter) {
        json.member("mfn", duty.mfn?.cell)
        json.member("base", duty.base?.cell)
        json.member("rcep", duty.preference?.cell)
        let due = DueFields(duty.due)
        json.member("due", due.kind)
        json.member("dueRate", due.rate)
        json.member("dueBasis", due.basis)
        json.member("savingPoints", duty.saving?.description)
        json.arrayMember("caveats", duty.caveats.codes)
    }

    static func schedule(_ header: TariffSchedule.Header?, _ json: inout JSONWriter) {
        guard let header else { return json.null() }
        json.object { json in
            json.member("id", header.id)
            json.member("kind", header.kind.rawValue)
            json.member("edition", header.edition.rawValue)
            json.member("firstDay", header.period.first.description)
            json.member("lastDay", header.period.last?.description)
            json.member("isComplete", header.isComplete)
            words("source", header.source, &json)
            words("note", header.note, &json)
        }
    }

    static func words(_ name: StaticString, _ text: BilingualText?, _ json: inout JSONWriter) {
        guard let text else { return json.nullMember(name) }
        json.objectMember(name) { json in
            json.member("en", text.english)
            json.member("zh", text.chinese)
        }
    }

    static func words(_ name: StaticString, _ texts: [BilingualText], _ json: inout JSONWriter) {
        json.arrayMember(name, texts) { json, text in
            json.object { json in
                json.member("en", text.english)
                json.member("zh", text.chinese)
            }
        }
    }

    static func number(_ name: StaticString, _ number: Int?, _ json: inout JSONWriter) {
        if let number { json.member(name, number) } else { json.nullMember(name) }
    }
}

/// What is due, for programs: `exactly`, `atMost` or `unknown`, with the rate and what it rests on.
struct DueFields {
    let kind: String
    let rate: String?
    let basis: String?

    init(_ due: DutyDue.Amount) {
        switch due {
        case .exactly(let rate, let basis): (kind, self.rate, self.basis) = ("exactly", rate.cell, basis.rawValue)
        case .atMost(let percent, let basis): (kind, rate, self.basis) = ("atMost", "\(percent)", basis.rawValue)
        case .unknown: (kind, rate, basis) = ("unknown", nil, nil)
        }
    }
}
