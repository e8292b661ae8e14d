import Bilingual
import HarmonizedSystem
import OriginModel

/// Everything the loaded schedules say of a code, for goods of one RCEP country of origin imported into one Party.
public struct TariffAnswer: Sendable {
    /// What the schedules can say.
    public enum Status: Sendable, Hashable {
        /// Some schedule speaks of this origin and code.
        case answered
        /// Lines of the tariff are loaded, but no preference for this origin; what MFN says stands in `groups`.
        case preferenceNotLoaded
        /// A whole schedule of the Party is loaded, and it has no line under this code.
        case noLine
        /// No schedule of the Party is loaded, or only an extract without this code.
        case notLoaded
        /// The good originates in the importing Party itself.
        case sameParty
    }

    public let importingParty: CountryCode
    public let origin: CountryCode
    public let code: HSCode
    public let edition: HSEdition
    public let date: CalendarDate
    /// The year of Annex I the importing Party applies on the date; nil before the Agreement.
    public let agreementYear: Int?
    public let status: Status
    /// By schedule, the one to rely on first: rates applied on the date, then a whole schedule of Annex I, then rates
    /// applied on other days, then extracts of Annex I.
    public let groups: [Group]

    /// The lines of one schedule.
    public struct Group: Sendable {
        public let schedule: TariffSchedule.Header
        /// How the code was carried to the edition of the schedule; nil where it is of the same edition.
        public let mapping: CodeMapping?
        public let lines: [LineDuty]
    }

    /// The lines to rely on.
    public var lines: [LineDuty] { groups.first?.lines ?? [] }

    /// The first lines of Annex I among the groups, which show the rates of the coming years.
    public var paths: [LineDuty] {
        groups.first { $0.schedule.kind == .path }?.lines ?? []
    }

    /// What any of the lines to rely on saves, least and most, in percentage points; nil where no saving is known.
    public var savings: ClosedRange<ExactDecimal>? {
        let known = lines.compactMap(\.duty.saving)
        guard let least = known.min(), let most = known.max() else { return nil }
        return least...most
    }
}

/// One line of a schedule with what it costs.
public struct LineDuty: Sendable, Hashable {
    public let line: TariffLineCode
    /// Name of the column the preferential rate stands in: `cn`, `y5`; nil where there is none.
    public let column: String?
    /// Year of Annex I the preferential rate is of; nil where the source does not say.
    public let agreementYear: Int?
    public let duty: DutyDue
    /// The rates of all years; nil unless the schedule is one of Annex I.
    public let path: TariffSchedule.Path?
}

/// How a code was carried from the edition it was asked in to that of a schedule.
public struct CodeMapping: Sendable, Hashable {
    public let asked: HSCode
    public let from: HSEdition
    public let to: HSEdition
    /// Subheadings of `to`, ascending.
    public let codes: [HSCode]
    /// Whether the code means the same goods in both editions: it became no other code and no other became it.
    public let isUnchanged: Bool

    /// More codes than these are counted, not listed.
    private static let mostListed = 12

    public var words: BilingualText {
        let (code, one, other) = (asked.printed, from.rawValue, to.rawValue)
        if isUnchanged {
            return BilingualText(
                en: "\(code) is the same in HS \(one) and HS \(other)", zh: "\(code)在协调制度\(one)年版与\(other)年版中相同")
        }
        if codes.count > Self.mostListed {
            return BilingualText(
                en: "\(code) of HS \(one) corresponds to \(codes.count) subheadings of HS \(other)",
                zh: "协调制度\(one)年版\(code)对应\(other)年版的\(codes.count)个子目")
        }
        let list = codes.map(\.printed)
        return BilingualText(
            en: "\(code) of HS \(one) corresponds to \(list.joined(separator: ", ")) of HS \(other)",
            zh: "协调制度\(one)年版\(code)对应\(other)年版\(list.joined(separator: "、"))")
    }
}
