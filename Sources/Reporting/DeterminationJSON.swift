import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules

/// `rcep-determination/1`: a determination for programs; sentences are in the language of the context.
public struct DeterminationJSON: Sendable {
    private let context: ReportContext

    public init(_ context: ReportContext) {
        self.context = context
    }

    /// One determination as a whole document, ending in a line break.
    public func render(_ determination: Determination) -> String {
        var json = JSONWriter(.pretty)
        write(determination, to: &json)
        return json.text + "\n"
    }

    /// One determination on one line, without a line break: what `--explain` of a batch writes.
    public func renderLine(_ determination: Determination) -> String {
        var json = JSONWriter(.compact)
        write(determination, to: &json)
        return json.text
    }

    /// The same as UTF-8, appended to bytes.
    public func appendLine(_ determination: Determination, to bytes: inout [UInt8]) {
        // Written where it is to stay, as long as it is of usual length.
        var longer: [UInt8] = []
        bytes.append(addingCapacity: Self.usualLength) { free in
            free.withUnsafeMutableBufferPointer { room, count in
                var json = JSONWriter(startingIn: UnsafeMutableBufferPointer(rebasing: room[count...]))
                write(determination, to: &json)
                if json.hasMoved { json.append(to: &longer) } else { count += json.count }
            }
        }
        bytes += longer
    }

    /// Of a determination on one line, in bytes.
    private static let usualLength = 1 << 15

    /// Writes one determination as a value: an element of an array of several.
    public func write(_ determination: Determination, to json: inout JSONWriter) {
        json.object { json in
            json.member("format", "rcep-determination/1")
            json.optionalMember("file", context.file)
            json.member("language", word: context.language.rawValue)
            subject(determination, &json)
            conclusion(determination, &json)
            json.arrayMember("alternatives", determination.alternatives) { alternative($1, &$0) }
            json.objectMember("rvc") { regionalValueContent(determination, &$0) }
            json.objectMember("deMinimis") { deMinimis(determination.deMinimis, &$0) }
            countryOfOrigin(determination.countryOfOrigin, &json)
            if let claims = context.claims { json.objectMember("claims") { ClaimsJSON(context).write(claims, to: &$0) } }
            json.member("directConsignment", word: determination.directConsignment?.rawValue)
            json.arrayMember("materials") { materials(determination.materials.span, &$0) }
            json.arrayMember("assumptions", determination.assumptions) { note($1, &$0) }
            json.arrayMember("missing", determination.missing) { note($1, &$0) }
            json.arrayMember("warnings", determination.warnings) { note($1, &$0) }
            json.name("explanation")
            steps([determination.explanation].span, &json)
            json.member("inputDigest", context.inputDigest)
            json.member("ruleSetDigest", determination.ruleSet.digest)
            json.member("programVersion", context.programVersion)
        }
    }

    // MARK: What was asked

    private func subject(_ determination: Determination, _ json: inout JSONWriter) {
        json.objectMember("good") { json in
            json.member("id", determination.good.id)
            json.member("description", determination.good.description)
            code(determination.good.hsCode, &json)
            json.arrayMember("codesInRuleEdition", determination.codesInRuleEdition) { $0.value($1.plainDigits) }
            json.name("fob")
            money(determination.good.fob, &json)
        }
        json.member("exportingParty", determination.exportingParty)
        json.member("importingParty", determination.importingParty)
        json.member("date", determination.date)
        json.objectMember("ruleSet") { json in
            json.member("id", determination.ruleSet.id)
            json.member("edition", word: determination.ruleSet.edition.rawValue)
            json.member("effectiveFrom", determination.ruleSet.effectiveFrom)
            json.member("source", text(determination.ruleSet.source))
        }
        let readings = determination.rules.map { rule in
            rule.branches.map { text(RuleReading.words($0.alternatives, in: .only(context.language))) }
        }
        if let rule = determination.rule {
            json.objectMember("rule") { self.rule(rule, readings[0], &$0) }
        } else {
            json.nullMember("rule")
        }
        json.arrayMember("rules", zip(determination.rules, readings)) { json, rule in
            json.object { self.rule(rule.0, rule.1, &$0) }
        }
    }

    /// As stated, six digits, with the edition; `statedCode` keeps national digits.
    private func code(_ code: StatedHSCode, _ json: inout JSONWriter) {
        json.member("hsCode", code.subheading.plainDigits)
        json.member("hsEdition", word: code.edition.rawValue)
        json.member("statedCode", code.text)
    }

    /// - Parameter readings: of each branch, in words.
    private func rule(_ rule: Determination.AppliedRule, _ readings: [String], _ json: inout JSONWriter) {
        json.arrayMember("codes", rule.codes) { $0.value($1.plainDigits) }
        json.member("code", rule.code.plainDigits)
        json.member("level", rule.code.level.noun.english)
        json.member("text", rule.text)
        json.member("page", rule.page)
        json.arrayMember("branches", zip(rule.branches, readings)) { json, pair in
            let (branch, reading) = pair
            json.object { json in
                if let number = branch.number { json.member("number", number) } else { json.nullMember("number") }
                json.member("condition", branch.condition.map(text))
                json.member("considered", branch.considered)
                json.member("reading", reading)
            }
        }
    }

    // MARK: What was found

    private func conclusion(_ determination: Determination, _ json: inout JSONWriter) {
        json.member("verdict", word: determination.verdict.rawValue)
        json.member("verdictOnEvidence", word: determination.verdictOnEvidence.rawValue)
        json.member("criterion", word: determination.criterion?.rawValue)
        json.arrayMember("supplements", determination.supplements.map(\.rawValue))
        json.member("criterionOnEvidence", word: determination.criterionOnEvidence?.rawValue)
        json.arrayMember("supplementsOnEvidence", determination.supplementsOnEvidence.map(\.rawValue))
    }

    private func alternative(_ finding: AlternativeFinding, _ json: inout JSONWriter) {
        json.object { json in
            json.member("criterion", word: finding.criterion.rawValue)
            json.member("rule", finding.rule)
            if let branch = finding.branch { json.member("branch", branch) } else { json.nullMember("branch") }
            json.member("code", finding.code?.plainDigits)
            json.member("outcome", word: finding.outcome.rawValue)
            json.arrayMember("supplements", finding.supplements.map(\.rawValue))
            json.arrayMember("failingMaterials", finding.failingMaterials)
            json.arrayMember("missing", finding.missing) { note($1, &$0) }
            json.member("reason", text(finding.reason))
        }
    }

    /// The indirect formula is left out where nothing is known of what the good is made of: 100 % would mean nothing.
    private func regionalValueContent(_ determination: Determination, _ json: inout JSONWriter) {
        let finding = determination.regionalValueContent
        guard determination.verdict != .undetermined || determination.hasPartsOfGood else {
            json.nullMember("indirect")
            return json.nullMember("direct")
        }
        json.objectMember("indirect") { json in
            json.member("percent", finding.indirect.percent)
            amounts(
                [
                    ("fob", finding.indirect.fob), ("vnm", finding.indirect.vnm),
                    ("deductions", finding.indirect.deductions),
                ], &json)
        }
        guard let direct = finding.direct else { return json.nullMember("direct") }
        json.objectMember("direct") { json in
            json.member("percent", direct.percent)
            amounts(
                [
                    ("fob", direct.fob), ("vom", direct.vom), ("directLabour", direct.directLabour),
                    ("directOverhead", direct.directOverhead), ("profit", direct.profit), ("other", direct.other),
                ], &json)
        }
    }

    /// The members are there without a finding too, so that a program may always look at `applied`.
    private func countryOfOrigin(_ finding: CountryOfOriginFinding?, _ json: inout JSONWriter) {
        guard let finding else { return json.nullMember("countryOfOrigin") }
        json.objectMember("countryOfOrigin") { json in
            json.member("party", finding.party?.description)
            json.member("basis", word: finding.basis.rawValue)
            json.arrayMember("candidates", finding.candidates) { $0.value($1.description) }
            json.member("listing", finding.listing.name)
            answer("ifListed", finding.ifListed, &json)
            answer("ifNotListed", finding.ifNotListed, &json)
            json.objectMember("domesticValueAddition") { json in
                json.member("indirect", finding.domesticValueAddition.indirect.description)
                json.member("direct", finding.domesticValueAddition.direct?.description)
                json.member("threshold", finding.domesticValueAddition.threshold.description)
                json.member("met", finding.domesticValueAddition.isMet)
            }
            json.arrayMember("contributions", finding.contributions) { json, contribution in
                json.object { json in
                    json.member("party", contribution.party.description)
                    json.name("value")
                    money(contribution.value, &json)
                    json.member("percent", contribution.share.description)
                }
            }
        }
    }

    private func answer(_ name: StaticString, _ answer: CountryOfOriginFinding.Answer?, _ json: inout JSONWriter) {
        guard let answer else { return json.nullMember(name) }
        json.objectMember(name) { json in
            json.member("basis", word: answer.basis.rawValue)
            json.arrayMember("parties", answer.parties) { $0.value($1.description) }
        }
    }

    private func deMinimis(_ finding: DeMinimisFinding?, _ json: inout JSONWriter) {
        json.member("valuePercent", finding?.valuePercent)
        json.member("weightPercent", finding?.weightPercent)
        json.member("applied", finding?.applied ?? false)
    }

    /// Findings, and materials themselves, are looked at where they lie: a copy would count a reference for every text.
    private func materials(_ findings: Span<MaterialFinding>, _ json: inout JSONWriter) {
        for index in findings.indices {
            json.object { json in
                json.member("path", findings[index].path)
                json.member("id", findings[index].material.id)
                json.member("description", findings[index].material.description)
                code(findings[index].material.hsCode, &json)
                json.arrayMember("codesInRuleEdition", findings[index].possibleCodes) { $0.value($1.plainDigits) }
                json.name("value")
                money(findings[index].value, &json)
                json.member("status", word: findings[index].material.status.rawValue)
                json.member("country", findings[index].material.country)
                json.member("role", word: findings[index].material.role.rawValue)
                json.member("standing", word: findings[index].standing.rawValue)
                json.member("standingOnEvidence", word: findings[index].standingOnEvidence.rawValue)
                json.member("countsInVNM", findings[index].countsInVNM)
                json.member("tariffChange", word: findings[index].tariffChange?.rawValue)
                json.arrayMember("remarks") { texts(findings[index].remarks.span, &$0) }
                json.member("place", findings[index].linePlace)
            }
        }
    }

    // MARK: Pieces

    private func texts(_ texts: Span<BilingualText>, _ json: inout JSONWriter) {
        for index in texts.indices { json.value(text(texts[index])) }
    }

    private func amounts(_ amounts: [(StaticString, Money)], _ json: inout JSONWriter) {
        for (name, amount) in amounts {
            json.name(name)
            money(amount, &json)
        }
    }

    private func money(_ money: Money, _ json: inout JSONWriter) {
        json.object { json in
            json.member("amount", money.fixedAmount)
            json.member("currency", money.currency)
        }
    }

    private func note(_ note: Note, _ json: inout JSONWriter) {
        json.object { json in
            json.member("code", note.code)
            json.member("message", text(note.message))
            json.optionalMember("place", note.place)
        }
    }

    /// Steps are looked at where they lie: a copy would count a reference for every text of them.
    private func steps(_ steps: Span<Explanation>, _ json: inout JSONWriter) {
        for index in steps.indices {
            json.object { json in
                json.member("article", steps[index].article)
                json.member("statement", text(steps[index].statement))
                json.member("outcome", word: steps[index].result.rawValue)
                json.arrayMember("inputs") { self.inputs(steps[index].inputs.span, &$0) }
                json.arrayMember("children") { self.steps(steps[index].children.span, &$0) }
            }
        }
    }

    private func inputs(_ inputs: Span<Explanation.Input>, _ json: inout JSONWriter) {
        for index in inputs.indices {
            json.object { json in
                json.member("name", text(inputs[index].name))
                json.member("value", inputs[index].value)
            }
        }
    }

    private func text(_ text: BilingualText) -> String {
        text[context.language]
    }
}

extension CountryOfOriginFinding.Listing {
    /// For programs.
    fileprivate var name: String {
        switch self {
        case .noDifferentials: "noDifferentials"
        case .notLoaded: "notLoaded"
        case .by(.listed): "listed"
        case .by(.notListed): "notListed"
        case .by(.someLines): "someLines"
        case .by(.unknown): "unknown"
        }
    }
}
