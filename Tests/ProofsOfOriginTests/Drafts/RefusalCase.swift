import Testing

@testable import ProofsOfOrigin

/// One change to what may be drafted, and all that is then refused.
struct RefusalCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// All that is refused, in order; none: it may still be drafted.
    let codes: [String]
    let start: @Sendable () throws -> Drafting
    let change: @Sendable (inout Drafting) throws -> Void

    var testDescription: String { name }

    static func declaration(
        _ name: String, _ codes: String..., change: @escaping @Sendable (inout Drafting) throws -> Void
    ) -> Self {
        Self(name: name, codes: codes, start: Drafting.declaration, change: change)
    }

    static func certificate(
        _ name: String, _ codes: String..., change: @escaping @Sendable (inout Drafting) throws -> Void
    ) -> Self {
        Self(name: name, codes: codes, start: Drafting.certificate, change: change)
    }

    static func backToBack(
        _ name: String, _ codes: String..., change: @escaping @Sendable (inout Drafting) throws -> Void
    ) -> Self {
        Self(name: name, codes: codes, start: Drafting.backToBack, change: change)
    }
}
