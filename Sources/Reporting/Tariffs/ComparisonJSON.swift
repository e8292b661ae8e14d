import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Tariffs

/// A comparison as `rcep-tariff-comparison/1`. All words stand in both languages.
public struct ComparisonJSON: Sendable {
    private let comparison: TariffComparison
    private let rules: [(code: HSCode, rule: ProductSpecificRule)]
    private let ruleSet: RuleSet
    private let labels: HSLabels

    /// - Parameter rules: the rule of the code, or every row below it where it has none of its own.
    public init(
        _ comparison: TariffComparison, rules: [(code: HSCode, rule: ProductSpecificRule)], ruleSet: RuleSet,
        labels: HSLabels
    ) {
        self.comparison = comparison
        self.rules = rules
        self.ruleSet = ruleSet
        self.labels = labels
    }

    /// The whole document, ending in a line break.
    public func text() -> String {
        var json = JSONWriter(.pretty)
        write(to: &json)
        return json.text + "\n"
    }

    /// As one value within another document.
    func write(to json: inout JSONWriter) {
        let query = comparison.query
        json.object { json in
            json.member("format", "rcep-tariff-comparison/1")
            json.member("code", query.code.digits)
            json.member("line", query.line?.digits)
            json.member("edition", query.edition.rawValue)
            let label = labels.label(for: query.code)
            json.objectMember("labels") { json in
                json.member("en", label?.english)
                json.member("zh", label?.chinese)
            }
            json.member("origin", query.origin.description)
            json.member("originIsDefault", query.originIsDefault)
            json.member("date", query.date.description)
            let render = RuleJSON(ruleSet: ruleSet, labels: labels)
            json.arrayMember("rules", rules) { json, entry in render.write(entry.code, entry.rule, to: &json) }
            json.arrayMember("parties", comparison.rows) { json, row in write(row, &json) }
        }
    }

    private func write(_ row: TariffComparison.Row, _ json: inout JSONWriter) {
        let lines = row.lines
        json.object { json in
            json.member("party", row.party.code.description)
            TariffJSON.words("name", row.party.name, &json)
            json.member("inForceFrom", row.party.inForce.description)
            TariffJSON.words("note", row.party.note, &json)
            json.member("status", row.standing.rawValue)
            TariffJSON.number("agreementYear", row.answer.agreementYear, &json)
            if let isNarrowed = row.isNarrowed {
                json.member("isNarrowed", isNarrowed)
            } else {
                json.nullMember("isNarrowed")
            }
            let savings = lines.compactMap(\.duty.saving)
            json.member("leastSaving", savings.min()?.description)
            json.member("mostSaving", savings.max()?.description)
            json.arrayMember("schedules", row.groups) { json, group in write(group, row.party.code, &json) }
        }
    }

    private func write(_ group: TariffAnswer.Group, _ party: CountryCode, _ json: inout JSONWriter) {
        json.object { json in
            json.name("schedule")
            TariffJSON.schedule(group.schedule, &json)
            json.name("mapping")
            if let mapping = group.mapping {
                json.object { json in
                    json.member("from", mapping.from.rawValue)
                    json.member("to", mapping.to.rawValue)
                    json.arrayMember("codes", mapping.codes.map(\.digits))
                    json.member("isUnchanged", mapping.isUnchanged)
                    TariffJSON.words("words", mapping.words, &json)
                }
            } else {
                json.null()
            }
            json.arrayMember("lines", group.lines) { json, line in write(line, party, &json) }
        }
    }

    private func write(_ line: LineDuty, _ party: CountryCode, _ json: inout JSONWriter) {
        json.object { json in
            json.member("line", line.line.digits)
            json.member("column", line.column)
            TariffJSON.number("agreementYear", line.agreementYear, &json)
            TariffJSON.duty(line.duty, &json)
            TariffJSON.words("explanation", line.duty.explanation, &json)
            TariffJSON.words("caveatWords", line.duty.caveats.words, &json)
            json.name("path")
            guard let path = line.path else { return json.null() }
            json.object { json in
                json.member("base", path.base.cell)
                json.arrayMember("years", path.years.enumerated()) { json, year in
                    json.object { json in
                        json.member("year", year.offset + 1)
                        let day = comparison.calendar.firstDay(ofYear: year.offset + 1, importingParty: party)
                        json.member("from", day?.description)
                        json.member("rate", year.element.cell)
                    }
                }
            }
        }
    }
}
