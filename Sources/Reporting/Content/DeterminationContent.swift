import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules

/// Everything a determination report says, in the reader's language and before any layout: text, Markdown and HTML
/// differ in nothing but form.
package struct DeterminationContent {
    package struct Field {
        package let name: String
        package let value: String
    }

    package let goodID: String
    package let goodDescription: String
    /// Item number, code, Parties and date in one line.
    package let subject: String
    package let verdict: VerdictContent
    package let fields: [Field]
    /// Several where the good's code leads to several with different rules.
    package let rules: [RuleContent]
    package let materials: [MaterialContent]
    /// `Value (USD)`
    package let valueColumn: String
    /// Below the table of materials.
    package let legend: String
    /// nil for a good without materials of its own.
    package let regionalValueContent: RegionalValueContent?
    package let deMinimis: [String]
    package let alternatives: [AlternativeContent]
    /// The RCEP country of origin and what it rests on; empty where it is not asked.
    package let countryOfOrigin: [String]
    /// nil where nothing can be claimed.
    package let claims: ClaimsContent?
    package let evidence: EvidenceContent
    package let assumptions: [String]
    package let missing: [String]
    package let warnings: [String]
    package let explanation: StepContent
    package let colophon: [Field]

    package init(_ determination: Determination, _ words: ReportWords) {
        goodID = determination.good.id
        goodDescription = determination.good.description
        subject = Self.subject(determination, words)
        verdict = VerdictContent(determination, words)
        fields = Self.fields(determination, words)
        rules = RuleContent.all(determination.rules, words)
        materials = determination.materials.map { MaterialContent($0, words) }
        valueColumn = words(.value) + words.bracketed(determination.good.fob.currency.description)
        legend = words.sentences(
            [words(.changeLegend)] + (materials.contains(where: \.isCut) ? [words(.amountsAreCut)] : []))
        regionalValueContent = RegionalValueContent(determination, words)
        deMinimis = Self.deMinimis(determination, words)
        alternatives = AlternativeContent.all(determination, words)
        countryOfOrigin = Self.countryOfOrigin(determination, words)
        claims = ClaimsContent(words.context.claims, words)
        evidence = EvidenceContent(determination, words)
        assumptions = Self.notes(determination.assumptions, words)
        missing = Self.notes(determination.missing, words)
        warnings = Self.notes(determination.warnings, words)
        explanation = StepContent(determination.explanation, words)
        colophon = Self.colophon(determination, words)
    }

    /// Read from the step of the explanation that decides it, so that it is said in one place.
    private static func countryOfOrigin(_ determination: Determination, _ words: ReportWords) -> [String] {
        guard determination.countryOfOrigin != nil,
            let step = determination.explanation.children.first(where: { $0.article.hasPrefix("2.6") })
        else { return [] }
        let content = StepContent(step, words)
        return ([content] + content.children).map { $0.statement + words.bracketed($0.article) }
    }

    private static func subject(_ determination: Determination, _ words: ReportWords) -> String {
        let parties = [determination.exportingParty] + (determination.importingParty.map { [$0] } ?? [])
        return [
            determination.good.id, determination.good.hsCode.subheading.printed,
            parties.map(words.country).joined(separator: " → "), determination.date.description,
        ].joined(separator: " · ")
    }

    private static func fields(_ determination: Determination, _ words: ReportWords) -> [Field] {
        let good = determination.good
        var fields = [
            Field(.good, good.description, words), Field(.goodNumber, good.id, words),
            Field(.tariffCode, code(determination, words), words),
        ]
        if let quantity = good.quantity {
            fields.append(Field(.quantity, "\(quantity.amount) \(quantity.unit)", words))
        }
        if let weight = good.netWeightKg { fields.append(Field(.netWeight, "\(weight) kg", words)) }
        fields.append(Field(.fobValue, good.fob.grouped, words))
        fields.append(Field(.exportingParty, words.country(determination.exportingParty), words))
        if let importing = determination.importingParty {
            fields.append(Field(.importingParty, words.country(importing), words))
        }
        fields.append(Field(.date, determination.date.description, words))
        if let outcome = determination.directConsignment {
            fields.append(Field(.directConsignment, "\(outcome.mark) \(words(outcome.label))", words))
        }
        return fields
    }

    /// `8711.20 (HS 2022), Motorcycles`, with the code in the rules where that is another.
    private static func code(_ determination: Determination, _ words: ReportWords) -> String {
        let stated = determination.good.hsCode
        var text = stated.subheading.printed + words.bracketed(words(stated.edition.label))
        if stated.edition != determination.ruleSet.edition || determination.codesInRuleEdition.count > 1 {
            let codes = determination.codesInRuleEdition.map(\.printed).joined(separator: " / ")
            text += " → " + codes + words.bracketed(words(determination.ruleSet.edition.label))
        }
        // Codes of different headings have no one name.
        let labels = Set(determination.codesInRuleEdition.map(words.label))
        if labels.count == 1, let label = labels.first ?? nil { text = words.clauses([text, label]) }
        return text
    }

    /// Nothing where every material underwent the change.
    private static func deMinimis(_ determination: Determination, _ words: ReportWords) -> [String] {
        let changes = determination.alternatives.filter { $0.criterion == .changeInTariffClassification }
        guard let finding = determination.deMinimis, changes.contains(where: { !$0.failingMaterials.isEmpty }) else {
            return []
        }
        var lines = [words(.deMinimisValue(finding.valuePercent.shown(in: words.language)))]
        if let weight = finding.weightPercent {
            lines.append(words(.deMinimisWeight(weight.shown(in: words.language))))
        }
        if let statement = deMinimisStatement(determination) { lines.append(words(statement)) }
        return lines
    }

    /// What box 10 says of it: DMI stands there, or would if the tariff change were chosen.
    private static func deMinimisStatement(_ determination: Determination) -> BilingualText? {
        guard determination.verdict == .originating else { return nil }
        if determination.supplements.contains(.deMinimis) { return .deMinimisApplied }
        let mayBeChosen = determination.alternatives.contains {
            $0.criterion == .changeInTariffClassification && $0.supplements.contains(.deMinimis)
        }
        return mayBeChosen && determination.criterion != .changeInTariffClassification ? .deMinimisIfChosen : nil
    }

    private static func notes(_ notes: [Note], _ words: ReportWords) -> [String] {
        notes.map { note in
            words.sentence(note.message) + (note.place.map { $0.isEmpty ? "" : words.cited($0) } ?? "")
        }
    }

    private static func colophon(_ determination: Determination, _ words: ReportWords) -> [Field] {
        let ruleSet = determination.ruleSet
        var fields = [
            Field(.source, words(ruleSet.source), words),
            Field(.ruleSet, words(.ruleSetSince(ruleSet.id, ruleSet.effectiveFrom)), words),
            Field(.ruleSetDigest, ruleSet.digest, words),
        ]
        if !words.context.inputDigest.isEmpty { fields.append(Field(.inputDigest, words.context.inputDigest, words)) }
        if !words.context.programVersion.isEmpty {
            fields.append(Field(.program, "rcep \(words.context.programVersion)", words))
        }
        return fields
    }
}

extension DeterminationContent.Field {
    init(_ name: BilingualText, _ value: String, _ words: ReportWords) {
        self.init(name: words(name), value: value)
    }
}

extension BilingualText {
    fileprivate static func deMinimisValue(_ percent: String) -> BilingualText {
        BilingualText(
            en: "Materials without the change are worth \(percent) of the FOB value (Article 3.7.1(a)).",
            zh: "未发生税则归类改变的材料占离岸价格的\(percent)（第三章第七条第一款(a)项）。")
    }

    fileprivate static func deMinimisWeight(_ percent: String) -> BilingualText {
        BilingualText(
            en: "By weight they are \(percent) of the good (Article 3.7.1(b)).",
            zh: "按重量计占货物的\(percent)（第三章第七条第一款(b)项）。")
    }

    fileprivate static let deMinimisApplied = BilingualText(
        en: "The change in tariff classification holds only through Article 3.7: DMI is stated beside CTC.",
        zh: "税则归类改变仅因微小含量规则（第三章第七条）而成立：在CTC之外加注DMI。")

    fileprivate static let deMinimisIfChosen = BilingualText(
        en: """
            The change in tariff classification holds only through Article 3.7: DMI would have to be stated if CTC \
            were chosen.
            """,
        zh: "税则归类改变仅因微小含量规则（第三章第七条）而成立：若选择CTC，则须加注DMI。")

    static func ruleSetSince(_ id: String, _ date: some CustomStringConvertible) -> BilingualText {
        BilingualText(en: "\(id), in force from \(date)", zh: "\(id)，自\(date)起适用")
    }
}
