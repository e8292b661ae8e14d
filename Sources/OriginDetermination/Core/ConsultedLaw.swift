import OriginRules

/// The law in force, and what of it every good asks, behind one reference: law is large, and everything that judges or
/// explains a good holds on to it.
final class ConsultedLaw: Sendable {
    let law: LawInForce
    let deMinimis: DeMinimis.Limits

    init(_ law: LawInForce) {
        self.law = law
        deMinimis = DeMinimis.Limits(law.agreement)
    }
}
