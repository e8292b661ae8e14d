/// A three-valued answer: a missing fact never becomes a no, nor a yes.
public enum Outcome: String, Sendable, Hashable {
    case met
    case notMet
    case undetermined

    /// The answer to "both": one no decides, else one unknown leaves it open.
    public func and(_ other: Outcome) -> Outcome {
        switch (self, other) {
        case (.notMet, _), (_, .notMet): .notMet
        case (.undetermined, _), (_, .undetermined): .undetermined
        case (.met, .met): .met
        }
    }

    /// The answer to "either": one yes decides, else one unknown leaves it open.
    public func or(_ other: Outcome) -> Outcome {
        switch (self, other) {
        case (.met, _), (_, .met): .met
        case (.undetermined, _), (_, .undetermined): .undetermined
        case (.notMet, .notMet): .notMet
        }
    }

    public init(_ holds: Bool) {
        self = holds ? .met : .notMet
    }
}

/// Whether the good originates.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case originating
    case notOriginating
    case undetermined

    public init(_ outcome: Outcome) {
        switch outcome {
        case .met: self = .originating
        case .notMet: self = .notOriginating
        case .undetermined: self = .undetermined
        }
    }
}
