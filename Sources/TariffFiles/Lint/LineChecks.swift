import Bilingual
import HarmonizedSystem
import OriginModel
import Tariffs

/// What must hold of the lines of a schedule, wherever they come from.
struct LineChecks {
    let header: TariffSchedule.Header
    /// Of the edition of the schedule.
    let nomenclature: HSNomenclature
    let file: String
    /// Where in the file the code of a row stands.
    let place: (Int) -> InputProblem.Place

    /// - Parameters:
    ///   - keys: in the order of the file.
    ///   - keepsStrayCodes: whether codes that are not in the edition are all taken.
    func problems(_ keys: [UInt64], keepsStrayCodes: Bool = false) -> [InputProblem] {
        var problems: [InputProblem] = []
        var seen: Set<UInt64> = []
        var checked: [UInt32: Bool] = [:]
        for (row, key) in keys.enumerated() where problems.count < LinesFile.mostProblems {
            let line = TariffLineCode(key: key)
            if !seen.insert(key).inserted, !header.splitLines.contains(line) {
                problems.append(repeatedLine(line, row))
            }
            let subheading = line.subheadingNumber
            if keepsStrayCodes || header.strayCodes.contains(subheading) { continue }
            let exists = checked[subheading] ?? Self.exists(subheading, in: nomenclature)
            checked[subheading] = exists
            if !exists { problems.append(unknownCode(line, row)) }
        }
        return problems
    }

    /// Chapters 98 and 99 are for national use, so no edition lists their codes.
    static func exists(_ subheading: UInt32, in nomenclature: HSNomenclature) -> Bool {
        subheading >= 980_000 || nomenclature.contains(HSCode(number: subheading, level: .subheading))
    }

    private func repeatedLine(_ line: TariffLineCode, _ row: Int) -> InputProblem {
        InputProblem(
            file: file, place: place(row), code: "tariff.repeatedLine", message: .repeatedLine, found: line.digits,
            expected: BilingualText(
                en: "each line once, unless it is named among the split lines", zh: "每个税目一次，列为分段税目（split-lines）者除外"))
    }

    private func unknownCode(_ line: TariffLineCode, _ row: Int) -> InputProblem {
        let near = nomenclature.near(line.subheading).map(\.printed).joined(separator: ", ")
        return InputProblem(
            file: file, place: place(row), code: "tariff.unknownCode",
            message: BilingualText(
                en: "the first six digits are no subheading of HS \(nomenclature.edition.rawValue)",
                zh: "前六位不是协调制度\(nomenclature.edition.rawValue)年版的子目"),
            found: line.digits, expected: BilingualText(same: near))
    }
}

/// Two schedules that would both answer for the same goods on the same day.
enum ScheduleOverlap {
    /// Whether the headers leave it possible: same Party, same kind, an origin and a day in common, both whole or both
    /// extracts. An extract beside the whole schedule is no overlap, since the whole is preferred.
    static func isPossible(_ one: TariffSchedule.Header, _ other: TariffSchedule.Header) -> Bool {
        one.importingParty == other.importingParty && one.kind == other.kind && one.isComplete == other.isComplete
            && one.period.overlaps(other.period) && !one.origins.isDisjoint(with: other.origins)
    }

    /// Whether extracts speak of the same subheading; whole schedules always do.
    static func isReal(_ one: TariffSchedule.Header, _ keys: [UInt64], _ otherKeys: [UInt64]) -> Bool {
        one.isComplete || !subheadings(keys).isDisjoint(with: subheadings(otherKeys))
    }

    private static func subheadings(_ keys: [UInt64]) -> Set<UInt32> {
        Set(keys.map { TariffLineCode(key: $0).subheadingNumber })
    }
}

extension InputProblem {
    static func overlap(
        file: String, _ place: Place, _ one: TariffSchedule.Header, _ other: TariffSchedule.Header
    ) -> InputProblem {
        let origins = one.origins.intersection(other.origins).sorted().map(\.description).joined(separator: " ")
        return InputProblem(
            file: file, place: place, code: "tariff.overlap",
            message: BilingualText(
                en: "another schedule is for the same origins on the same days (\(origins))",
                zh: "另一税率表适用于相同的原产地和日期（\(origins)）"),
            found: "\(other.id) \(other.period), \(one.id) \(one.period)")
    }
}
