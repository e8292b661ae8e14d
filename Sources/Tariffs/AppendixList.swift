import Bilingual
import HarmonizedSystem
import OriginModel

/// The Appendix of a Party's schedule: the goods for which Article 2.6.3 asks 20 % domestic value addition.
public struct AppendixList: Sendable, Hashable {
    public let importingParty: CountryCode
    public let edition: HSEdition
    /// Whether a line that is absent is known not to be listed.
    public let isComplete: Bool
    public let source: BilingualText
    /// Ascending.
    public let lines: [TariffLineCode]

    public init(
        importingParty: CountryCode, edition: HSEdition, isComplete: Bool, source: BilingualText,
        lines: [TariffLineCode]
    ) {
        self.importingParty = importingParty
        self.edition = edition
        self.isComplete = isComplete
        self.source = source
        self.lines = lines.sorted()
    }

    /// The listed lines under a subheading of the list's edition.
    public func lines(under subheading: HSCode) -> [TariffLineCode] {
        lines.filter { $0.isUnder(subheading) }
    }
}

/// Whether a good is on the Appendix list of the importing Party.
public enum AppendixListing: Sendable, Hashable {
    /// All goods of the subheading are on the list.
    case listed
    case notListed
    /// Some national lines under the subheading are on the list; which line the good falls under decides.
    case someLines([TariffLineCode])
    /// The list of this Party is not loaded, or only part of it.
    case unknown(Reason)

    public enum Reason: Sendable, Hashable {
        case notLoaded, incomplete
    }

    public var words: BilingualText {
        switch self {
        case .listed:
            BilingualText(en: "the good is on the Appendix list of the importing Party", zh: "货物在进口缔约方附录清单内")
        case .notListed:
            BilingualText(en: "the good is not on an Appendix list of the importing Party", zh: "货物不在进口缔约方附录清单内")
        case .someLines(let lines):
            BilingualText(
                en: "of this subheading the Appendix list holds \(lines.map(\.printed).joined(separator: ", ")), so the "
                    + "national line of the good decides",
                zh: "该子目中列入附录清单的税目为 \(lines.map(\.printed).joined(separator: "、"))，须依货物的国别税目判定")
        case .unknown(.notLoaded):
            BilingualText(en: "the Appendix list of the importing Party is not loaded", zh: "尚未载入进口缔约方的附录清单")
        case .unknown(.incomplete):
            BilingualText(
                en: "only part of the Appendix list of the importing Party is loaded and the good is not in that part",
                zh: "仅载入进口缔约方附录清单的一部分，货物不在该部分内")
        }
    }
}
