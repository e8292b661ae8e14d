import Bilingual
import OriginModel

/// The days on which a version of the law stands, both ends included.
package struct Validity: Sendable, Hashable {
    package let first: CalendarDate
    /// nil while in force.
    package let last: CalendarDate?

    /// nil when the last day comes before the first.
    package init?(from first: CalendarDate, to last: CalendarDate?) {
        if let last, last < first { return nil }
        self.first = first
        self.last = last
    }

    package func contains(_ date: CalendarDate) -> Bool {
        first <= date && (last.map { date <= $0 } ?? true)
    }

    package func overlaps(_ other: Validity) -> Bool {
        let (earlier, later) = first <= other.first ? (self, other) : (other, self)
        return earlier.contains(later.first)
    }
}

/// Several versions of one thing of the law, in force on different days.
struct DatedVersions<Value> {
    struct Version {
        let validity: Validity
        let value: Value
        let element: XMLElement
    }

    /// Ascending by first day.
    let versions: [Version]

    /// Logs every two versions in force on the same day.
    init(_ versions: [Version], _ log: inout ProblemLog) {
        self.versions = versions.sorted { $0.validity.first < $1.validity.first }
        for (earlier, later) in zip(self.versions, self.versions.dropFirst())
        where earlier.validity.overlaps(later.validity) {
            log.add(.overlappingVersions(later.element, later.validity, earlier.validity))
        }
    }

    /// The version in force on a day; the earliest where the day comes before them all; nil in a gap or after the last.
    func value(on date: CalendarDate) -> Value? {
        if let version = versions.first(where: { $0.validity.contains(date) }) { return version.value }
        guard let earliest = versions.first, date < earliest.validity.first else { return nil }
        return earliest.value
    }
}

extension Validity: CustomStringConvertible {
    /// `2022-01-01 - `
    package var description: String { "\(first) - \(last?.description ?? "")" }
}

extension InputProblem {
    fileprivate static func overlappingVersions(
        _ element: XMLElement, _ later: Validity, _ earlier: Validity
    ) -> InputProblem {
        InputProblem(
            element, code: "rules.overlappingDates",
            message: BilingualText(en: "two versions are in force on the same day", zh: "两个版本在同一日均有效"),
            found: "\(earlier), \(later)")
    }
}
