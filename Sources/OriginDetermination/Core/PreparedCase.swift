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
    /// One for each compact line.
    let lines: [PreparedLine]
    let goodCodes: [HSCode]
    let rates: [ExchangeRate]
    let assumptions: [Note]
    let warnings: [Note]

    init(
        dossier: Dossier, date: CalendarDate, consulted: ConsultedLaw, languages: LanguageChoice, compact: CompactCase,
        scale: CommonScale, lines: [PreparedLine], goodCodes: [HSCode], rates: [ExchangeRate],
        assumptions: [Note], warnings: [Note]
    ) {
        self.dossier = dossier
        self.date = date
        self.consulted = consulted
        self.languages = languages
        self.compact = compact
        self.scale = scale
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

    func money(_ units: Int128) -> Money { scale.money(units) }
}

/// Where a compact line comes from. A class, since every finding about a line carries it on.
@usableFromInline
final class PreparedLine: Sendable {
    /// `30/2`
    @usableFromInline let path: String
    let place: LinePlace
    /// In the rule set's edition.
    @usableFromInline let codes: [HSCode]
    /// Its level of the bill of materials; a material is large, and is looked at there.
    @usableFromInline let level: [Material]
    @usableFromInline let index: Int

    init(path: String, place: LinePlace, in level: [Material], codes: [HSCode]) {
        self.path = path
        self.place = place
        self.level = level
        index = place.index
        self.codes = codes
    }

    @inlinable
    var material: Material {
        @inline(__always) _read { yield level[index] }
    }
}

extension PreparedLine: Hashable {
    @usableFromInline static func == (left: PreparedLine, right: PreparedLine) -> Bool {
        left === right
            || (left.path, left.place, left.codes) == (right.path, right.place, right.codes)
                && left.material == right.material
    }

    @usableFromInline func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(place)
        hasher.combine(material)
        hasher.combine(codes)
    }
}

extension [HSCode] {
    /// `8711.20, 8711.60`
    var printed: String { count == 1 ? self[0].printed : map(\.printed).listed(", ") }
}
