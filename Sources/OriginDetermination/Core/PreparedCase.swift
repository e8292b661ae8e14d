import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// A dossier whose facts have been checked against the law in force, with its compact form beside it.
///
/// A class, since everything that explains the case looks at it and nothing ever changes it.
final class PreparedCase: Sendable {
    let dossier: Dossier
    let date: CalendarDate
    let consulted: ConsultedLaw
    /// That the sentences about it are made in.
    let languages: LanguageChoice
    let compact: CompactCase
    let scale: CommonScale
    /// Of all units, as in the rules of `compact`.
    private let readings: [RuleReadingCase]
    /// One for each compact line.
    let lines: [PreparedLine]
    let goodCodes: [HSCode]
    let rates: [ExchangeRate]
    let assumptions: [Note]
    let warnings: [Note]

    init(
        dossier: Dossier, date: CalendarDate, consulted: ConsultedLaw, languages: LanguageChoice, compact: CompactCase,
        scale: CommonScale, readings: [RuleReadingCase], lines: [PreparedLine], goodCodes: [HSCode],
        rates: [ExchangeRate], assumptions: [Note], warnings: [Note]
    ) {
        self.dossier = dossier
        self.date = date
        self.consulted = consulted
        self.languages = languages
        self.compact = compact
        self.scale = scale
        self.readings = readings
        self.lines = lines
        self.goodCodes = goodCodes
        self.rates = rates
        self.assumptions = assumptions
        self.warnings = warnings
    }

    var law: LawInForce {
        _read { yield consulted.law }
    }

    var unit: CompactUnit {
        _read { yield compact.units[0] }
    }

    /// The ways to read which rule applies to a unit.
    func readings(of unit: CompactUnit) -> [RuleReadingCase] {
        unit.readings == readings.indices ? readings : Array(readings[unit.readings])
    }

    /// An alternative of a reading of the rule of a unit, in numbers.
    func alternative(_ alternative: Int, ofReading reading: Int, _ unit: CompactUnit) -> CompactRules.Alternative {
        let first = compact.rules.readings[unit.readings.lowerBound + reading].alternatives.lowerBound
        return compact.rules.alternatives[first + alternative]
    }

    func money(_ units: Int128) -> Money { scale.money(units) }
}

extension PreparedCase {
    /// The paths of the lines that are chosen, by index, with a comma between them; nil where none is.
    func listedPaths(of chosen: (Int) -> Bool) -> String? {
        var (length, count) = (0, 0)
        for index in lines.indices where chosen(index) {
            length += lines[index].path.utf8.count
            count += 1
        }
        guard count > 0 else { return nil }
        length += 2 * (count - 1)
        return String(unsafeUninitializedCapacity: length) { text in
            guard let start = text.baseAddress else { return 0 }
            var (end, isFirst) = (start, true)
            for index in lines.indices where chosen(index) {
                if !isFirst { ", ".copyBytes(to: &end) }
                lines[index].path.copyBytes(to: &end)
                isFirst = false
            }
            return start.distance(to: end)
        }
    }
}

extension [HSCode] {
    /// `8711.20, 8711.60`
    var printed: String { count == 1 ? self[0].printed : map(\.printed).listed(", ") }
}
