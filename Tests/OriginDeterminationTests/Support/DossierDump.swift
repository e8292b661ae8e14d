import OriginModel

/// Writes a drawn dossier in the shape of `rcep-dossier/1`, so that a difference can be put to the program itself.
struct DossierDump: CustomStringConvertible {
    let dossier: Dossier

    var description: String {
        object([
            ("format", text("rcep-dossier/1")), ("good", good), ("exportingParty", text(dossier.exportingParty)),
            ("importingParty", dossier.importingParty.map(text)), ("date", dossier.date.map(text)),
            ("production", production), ("materials", array(dossier.materials.map(material))),
            ("costs", dossier.costs.map(costs)),
            ("exchangeRates", dossier.exchangeRates.isEmpty ? nil : array(dossier.exchangeRates.map(rate))),
            ("route", dossier.route.isEmpty ? nil : array(dossier.route.map(stop))),
        ])
    }

    private var good: String {
        let good = dossier.good
        return object([
            ("id", text(good.id)), ("description", text(good.description)), ("hsCode", text(good.hsCode.subheading)),
            ("hsEdition", text(good.hsCode.edition.rawValue)), ("fob", money(good.fob)),
            ("netWeightKg", good.netWeightKg.map(text)), ("ruleBranch", good.ruleBranch.map { "\($0)" }),
        ])
    }

    private var production: String {
        object([
            ("whollyObtained", dossier.production.whollyObtained.map { text($0.rawValue) }),
            ("operations", operations(dossier.production.operations)),
            ("chemicalReaction", dossier.production.chemicalReaction.map(reaction)),
        ])
    }

    private func material(_ material: Material) -> String {
        object([
            ("id", text(material.id)), ("description", text(material.description)),
            ("hsCode", text(material.hsCode.subheading)), ("hsEdition", text(material.hsCode.edition.rawValue)),
            ("value", money(material.value)), ("status", text(material.status.rawValue)),
            ("country", material.country.map(text)), ("evidence", material.evidence.map(evidence)),
            ("role", material.role == .material ? nil : text(material.role.rawValue)),
            ("deductions", material.deductions.map(deductions)), ("netWeightKg", material.netWeightKg.map(text)),
            ("activeIngredient", material.activeIngredient.map { "\($0)" }),
            ("accessory", material.accessory.map(terms)), ("selfProduced", material.selfProduced.map(made)),
        ])
    }

    private func made(_ made: SelfProduced) -> String {
        object([
            ("operations", operations(made.operations)), ("chemicalReaction", made.chemicalReaction.map(reaction)),
            ("materials", array(made.materials.map(material))),
        ])
    }

    private func operations(_ operations: [Operation]) -> String? {
        operations.isEmpty
            ? nil
            : array(
                operations.map { operation in
                    object([
                        ("description", text(operation.description)),
                        ("minimal", operation.minimal.map { text($0.rawValue) }),
                    ])
                })
    }

    private func reaction(_ reaction: ChemicalReaction) -> String {
        switch reaction {
        case .absent: "false"
        case .stated(let party, let words): object([("party", text(party)), ("description", text(words))])
        }
    }

    private func evidence(_ evidence: Evidence) -> String {
        object([
            ("type", text(evidence.kind.rawValue)), ("reference", text(evidence.reference)),
            ("date", text(evidence.date)), ("validUntil", evidence.validUntil.map(text)),
        ])
    }

    private func deductions(_ deductions: Deductions) -> String {
        object([
            ("transport", deductions.transport.map(deduction)), ("duties", deductions.duties.map(deduction)),
            ("waste", deductions.waste.map(deduction)),
        ])
    }

    private func deduction(_ item: Deductions.Item) -> String {
        object([
            ("amount", text(item.value.amount)), ("currency", text(item.value.currency)),
            ("evidence", text(item.evidence)),
        ])
    }

    private func terms(_ terms: AccessoryTerms) -> String {
        object([("invoicedSeparately", "\(terms.invoicedSeparately)"), ("customary", "\(terms.customary)")])
    }

    private func costs(_ costs: Costs) -> String {
        object([
            ("directLabour", costs.directLabour.map(money)), ("directOverhead", costs.directOverhead.map(money)),
            ("profit", costs.profit.map(money)), ("other", costs.other.map(money)),
        ])
    }

    private func rate(_ rate: ExchangeRate) -> String {
        object([
            ("from", text(rate.from)), ("to", text(rate.to)), ("rate", text(rate.rate)), ("date", text(rate.date)),
            ("source", text(rate.source)),
        ])
    }

    private func stop(_ stop: RouteStop) -> String {
        let handlings = stop.operations.map { handling in
            object([("description", text(handling.description)), ("kind", handling.kind.map { text($0.rawValue) })])
        }
        return object([
            ("country", text(stop.country)), ("customsControl", stop.customsControl.map { "\($0)" }),
            ("operations", array(handlings)),
        ])
    }

    private func money(_ money: Money) -> String {
        object([("amount", text(money.amount)), ("currency", text(money.currency))])
    }

    /// None of the drawn words holds a character that JSON escapes.
    private func text(_ value: some CustomStringConvertible) -> String { "\"\(value)\"" }

    private func array(_ members: [String]) -> String { "[\(members.joined(separator: ", "))]" }

    private func object(_ members: [(String, String?)]) -> String {
        "{" + members.compactMap { name, value in value.map { "\"\(name)\": \($0)" } }.joined(separator: ", ") + "}"
    }
}
