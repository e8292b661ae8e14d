import Bilingual
import OriginModel
import OriginRules

/// Determines the origin of goods under the law it is given. Pure: the same dossier, date and law always give the same
/// answer.
public struct Determiner: Sendable {
    let consulted: ConsultedLaw

    public init(law: LawInForce) {
        consulted = ConsultedLaw(law)
    }

    public var law: LawInForce {
        _read { yield consulted.law }
    }

    /// - Parameters:
    ///   - date: the day the law and the evidence are looked at; the dossier's own date is for the caller to choose.
    ///   - preferring: the criterion the exporter would like to state; used when it is met.
    /// - Throws: every fact of the dossier that cannot be right, with a JSON pointer to it.
    public func determine(
        _ dossier: Dossier, on date: CalendarDate, preferring: Criterion? = nil
    ) throws(InputProblems) -> Determination {
        try judge(dossier, on: date).determination(preferring: preferring)
    }
}
