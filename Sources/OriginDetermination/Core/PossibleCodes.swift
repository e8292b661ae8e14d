import HarmonizedSystem

/// What a stated code may be in the edition of the rule set: nearly always one code, which needs no memory of its own.
@usableFromInline
package enum PossibleCodes: Sendable, Hashable {
    case one(HSCode)
    /// Several, or none after a problem.
    case list([HSCode])

    init(_ codes: [HSCode]) { self = codes.count == 1 ? .one(codes[0]) : .list(codes) }

    /// `8711.20, 8711.60`
    var printed: String {
        switch self {
        case .one(let code): code.printed
        case .list(let codes): codes.printed
        }
    }
}

extension PossibleCodes: RandomAccessCollection {
    @inlinable package var startIndex: Int { 0 }

    @inlinable package var endIndex: Int {
        switch self {
        case .one: 1
        case .list(let codes): codes.count
        }
    }

    @inlinable package subscript(place: Int) -> HSCode {
        switch self {
        case .one(let code): code
        case .list(let codes): codes[place]
        }
    }
}
