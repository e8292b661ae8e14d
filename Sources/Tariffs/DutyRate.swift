import Bilingual
import OriginModel

/// What one cell of a tariff schedule says. Nothing said is never the same as nothing due.
public enum DutyRate: Sendable, Hashable {
    /// No duty: a rate of zero is always this, never `percent`.
    case free
    /// Ad valorem, in percent of the customs value, more than zero.
    case percent(ExactDecimal)
    /// A specific, compound, split or quota rate, which only the tariff itself states in full.
    case complex
    /// `U`: the Party made no commitment for the line.
    case unbound
    /// No preference for goods of this origin.
    case excluded
    /// The source itself was not sure.
    case unconfirmed
    /// `MFN`: no preference, the most-favoured-nation rate is due.
    case mfnOnly
    /// `(x)`: stated in the schedule, though another rate is the one applied; in percent.
    case statedNotApplied(ExactDecimal)
    /// A blank: nothing is said, which is never a rate of zero.
    case notStated

    /// Most percent a cell may say, and most digits after its point.
    public static let mostPercent = 3000
    public static let mostDecimals = 4

    /// A rate in percent; zero is free.
    public init(percent: ExactDecimal) {
        self = percent.isZero ? .free : .percent(percent)
    }

    /// Reads a cell: `12.5`, `0`, `free`, `complex`, `U`, `excluded`, `unconfirmed`, `MFN`, `(5.5)`, or nothing; nil
    /// for anything else.
    public init?(cell: some StringProtocol) {
        guard let packed = Array(cell.utf8).withUnsafeBufferPointer({ PackedRate(cell: $0) }) else { return nil }
        self = packed.rate
    }

    /// As a schedule writes it.
    public var cell: String {
        switch self {
        case .free: "0"
        case .percent(let value): value.description
        case .complex: "complex"
        case .unbound: "U"
        case .excluded: "excluded"
        case .unconfirmed: "unconfirmed"
        case .mfnOnly: "MFN"
        case .statedNotApplied(let value): "(\(value))"
        case .notStated: ""
        }
    }

    /// Percent of the customs value where the rate is that and no more: zero where free, nil for everything else.
    public var adValorem: ExactDecimal? {
        switch self {
        case .free: .zero
        case .percent(let value): value
        default: nil
        }
    }

    /// Short, for a table.
    public var words: BilingualText {
        switch self {
        case .free: BilingualText(en: "free", zh: "零关税")
        case .percent(let value): BilingualText(same: "\(value)%")
        case .complex: BilingualText(en: "complex", zh: "非从价或复杂税率")
        case .unbound: BilingualText(en: "unbound", zh: "未承诺（U）")
        case .excluded: BilingualText(en: "excluded", zh: "不适用优惠（排除）")
        case .unconfirmed: BilingualText(en: "unconfirmed", zh: "来源未确认")
        case .mfnOnly: BilingualText(en: "MFN only", zh: "仅适用最惠国税率")
        case .statedNotApplied(let value): BilingualText(en: "(\(value)%), not applied", zh: "（\(value)%）列明但不适用")
        case .notStated: BilingualText(en: "not stated", zh: "未列明")
        }
    }

    /// What it means, in one sentence.
    public var meaning: BilingualText {
        switch self {
        case .free:
            BilingualText(en: "no duty is due under this rate", zh: "按此税率无需缴纳关税")
        case .percent(let value):
            BilingualText(en: "\(value)% of the customs value", zh: "完税价格的\(value)%")
        case .complex:
            BilingualText(
                en: "a specific, compound, split or quota rate, stated in full only by the tariff itself",
                zh: "从量、复合、分段或配额税率，完整内容以税则为准")
        case .unbound:
            BilingualText(en: "the Party made no commitment for this line", zh: "该缔约方对该税目未作承诺")
        case .excluded:
            BilingualText(en: "there is no preference for goods of this origin", zh: "该原产地货物不享受优惠")
        case .unconfirmed:
            BilingualText(en: "the source itself is not sure of this rate", zh: "资料来源本身未确认该税率")
        case .mfnOnly:
            BilingualText(en: "there is no preference and the MFN rate is due", zh: "无优惠，适用最惠国税率")
        case .statedNotApplied(let value):
            BilingualText(
                en: "\(value)% is stated but is not the rate applied", zh: "列明\(value)%，但并非实际适用的税率")
        case .notStated:
            BilingualText(en: "the schedule says nothing, which is not a rate of zero", zh: "税则未列明，不等于零税率")
        }
    }
}

/// A duty rate in four bytes: four bits say what it is, three how many digits stand after the point, the rest the
/// digits.
package struct PackedRate: Sendable, Hashable {
    package let bits: UInt32

    private enum Kind: UInt32 {
        case notStated, percent, statedNotApplied, complex, unbound, excluded, unconfirmed, mfnOnly
    }

    private static let digitBits: UInt32 = 25

    private init(_ kind: Kind, digits: UInt32 = 0, scale: UInt32 = 0) {
        bits = kind.rawValue << 28 | scale << Self.digitBits | digits
    }

    package static let notStated = PackedRate(.notStated)

    /// Reads a cell; see `DutyRate.init(cell:)`.
    package init?(cell: UnsafeBufferPointer<UInt8>) {
        guard let first = cell.first else {
            self = .notStated
            return
        }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            guard let number = Self.number(cell) else { return nil }
            self.init(.percent, digits: number.digits, scale: number.scale)
        case UInt8(ascii: "("):
            guard cell.last == UInt8(ascii: ")"), cell.count > 2,
                let number = Self.number(UnsafeBufferPointer(rebasing: cell.dropFirst().dropLast()))
            else { return nil }
            self.init(.statedNotApplied, digits: number.digits, scale: number.scale)
        default:
            guard let word = Self.word(cell) else { return nil }
            self = word
        }
    }

    private static func word(_ cell: UnsafeBufferPointer<UInt8>) -> PackedRate? {
        switch String(decoding: cell, as: UTF8.self) {
        case "free": PackedRate(.percent)
        case "complex": PackedRate(.complex)
        case "U": PackedRate(.unbound)
        case "excluded": PackedRate(.excluded)
        case "unconfirmed": PackedRate(.unconfirmed)
        case "MFN": PackedRate(.mfnOnly)
        default: nil
        }
    }

    /// Digits with at most one point inside them; nil for anything else and for more than the schedule may say.
    private static func number(_ cell: UnsafeBufferPointer<UInt8>) -> (digits: UInt32, scale: UInt32)? {
        guard cell.count <= 9 else { return nil }
        var digits: UInt32 = 0
        var scale: UInt32 = 0
        var hasPoint = false
        for byte in cell {
            if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else if UInt8(ascii: "0") <= byte, byte <= UInt8(ascii: "9") {
                digits = digits * 10 + UInt32(byte - UInt8(ascii: "0"))
                if hasPoint { scale += 1 }
            } else {
                return nil
            }
        }
        guard cell.last != UInt8(ascii: "."), cell.first != UInt8(ascii: "."), scale <= DutyRate.mostDecimals else {
            return nil
        }
        while scale > 0, digits % 10 == 0 {
            digits /= 10
            scale -= 1
        }
        var most = UInt32(DutyRate.mostPercent)
        for _ in 0..<scale { most *= 10 }
        return digits <= most ? (digits, scale) : nil
    }

    package var rate: DutyRate {
        let digits = bits & (1 << Self.digitBits - 1)
        let value = ExactDecimal(significand: Int128(digits), scale: Int(bits >> Self.digitBits & 7))
        switch Kind(rawValue: bits >> 28) {
        case .percent: return DutyRate(percent: value)
        case .statedNotApplied: return .statedNotApplied(value)
        case .complex: return .complex
        case .unbound: return .unbound
        case .excluded: return .excluded
        case .unconfirmed: return .unconfirmed
        case .mfnOnly: return .mfnOnly
        case .notStated, nil: return .notStated
        }
    }
}
