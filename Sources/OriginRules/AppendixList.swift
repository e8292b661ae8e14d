import Bilingual
import HarmonizedSystem
import OriginModel

/// The goods an importing Party has listed in the Appendix to its schedule: they need the additional requirement of
/// Article 2.6.3.
public struct AppendixList: Sendable, Hashable {
    /// What a list says of a good.
    public enum Membership: Sendable, Hashable {
        case listed
        case notListed
        /// Some national lines of the subheading are listed, and the good's line is not stated.
        case someLines([String])
        /// Not on what is known of an incomplete list.
        case unknown
    }

    public let party: CountryCode
    /// Edition its lines are written in.
    public let edition: HSEdition
    /// Whether `lines` is the whole list.
    public let isComplete: Bool
    /// Digits of national lines.
    public let lines: [String]
    public let source: BilingualText

    public init(party: CountryCode, edition: HSEdition, isComplete: Bool, lines: [String], source: BilingualText) {
        self.party = party
        self.edition = edition
        self.isComplete = isComplete
        self.lines = lines
        self.source = source
    }

    /// - Parameters:
    ///   - subheadings: what the good may be in the edition of the list.
    ///   - line: digits of its line in the importing Party's tariff, where stated.
    public func membership(of subheadings: [HSCode], line: String?) -> Membership {
        if let line, lines.contains(line) { return .listed }
        let close = lines.filter { line in subheadings.contains { line.hasPrefix($0.digits) } }
        if close.isEmpty { return isComplete ? .notListed : .unknown }
        if line != nil, isComplete { return .notListed }
        return .someLines(close)
    }
}
