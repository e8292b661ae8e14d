import OriginDetermination
import Typesetting

extension String {
    /// Our own sign for "not met" in one that every font with Chinese has; never used on what a user wrote.
    var printedSigns: String { replacing("✗", with: "×") }
}

extension Ink {
    static let met = Ink(red: 0.09, green: 0.42, blue: 0.2)
    static let notMet = Ink(red: 0.68, green: 0.1, blue: 0.1)
    static let undetermined = Ink(red: 0.55, green: 0.36, blue: 0)

    init(_ outcome: Outcome) {
        switch outcome {
        case .met: self = .met
        case .notMet: self = .notMet
        case .undetermined: self = .undetermined
        }
    }

    init(_ result: Explanation.Result) {
        switch result {
        case .met: self = .met
        case .notMet: self = .notMet
        case .undetermined: self = .undetermined
        case .information: self = PrintStyle.soft
        }
    }
}
