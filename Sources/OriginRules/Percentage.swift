import Bilingual
import OriginModel

/// A threshold in percent, compared by cross-multiplication, never by a rounded share.
public struct Percentage: Sendable, Hashable, CustomStringConvertible {
    /// At most two digits after the point, from 0 to 100.
    public let value: ExactDecimal
    private let multiplier: Int128
    private let significand: Int128

    /// nil outside 0 to 100 or with more than two digits after the point.
    public init?(_ value: ExactDecimal) {
        guard value.scale <= 2, !value.isNegative, value.significand <= 100 * ExactDecimal.powerOfTen(value.scale) else {
            return nil
        }
        self.value = value
        multiplier = 100 * ExactDecimal.powerOfTen(value.scale)
        significand = value.significand
    }

    // Factors of at most 10^4 leave both products below 2^127: nothing is lost by not asking whether they overflow.

    /// Whether `part` is at least this share of `whole`. Both below 10^34 in size, `whole` more than zero.
    public func isReached(by part: Int128, of whole: Int128) -> Bool {
        part &* multiplier >= significand &* whole
    }

    /// Whether `part` is at most this share of `whole`. Both below 10^34 in size, `whole` more than zero.
    public func isNotExceeded(by part: Int128, of whole: Int128) -> Bool {
        part &* multiplier <= significand &* whole
    }

    public var description: String { value.description }
}

/// A share in percent cut, not rounded, to two digits after the point: for showing, never for deciding.
public struct CutPercent: Sendable, Hashable, CustomStringConvertible {
    /// Hundredths of a percent.
    public let hundredths: Int128

    /// - Parameter whole: more than zero; both below 10^34 in size.
    public init(_ part: Int128, of whole: Int128) {
        // Amounts of everyday size divide in one instruction.
        if let part = Int64(exactly: part), let whole = Int64(exactly: whole) {
            let (product, overflow) = part.multipliedReportingOverflow(by: 10000)
            if !overflow {
                hundredths = Int128(product / whole)
                return
            }
        }
        hundredths = part * 10000 / whole
    }

    /// `67.21`
    public var description: String { asciiText }
}

extension CutPercent: ASCIIValue {
    package var asciiCount: Int { fixed.asciiCount }

    package func writeASCII(to place: UnsafeMutablePointer<UInt8>) { fixed.writeASCII(to: place) }

    private var fixed: ExactDecimal.Fixed {
        ExactDecimal.Fixed(ExactDecimal(significand: hundredths, scale: 2), decimals: 2)
    }
}

extension Percentage: ASCIIValue {
    package var asciiCount: Int { value.asciiCount }

    package func writeASCII(to place: UnsafeMutablePointer<UInt8>) { value.writeASCII(to: place) }
}
