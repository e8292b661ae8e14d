/// The parts of a decimal number as JSON writes it: `-12.50`, `1e3`.
struct DecimalSyntax {
    /// Size of the exponent without its sign, 0 when there is none; anything of more than two digits is 100.
    let exponent: Int
    /// `007`, which JSON does not allow in a number.
    let hasLeadingZero: Bool

    /// nil if the bytes are anything else.
    init?(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let whole = Self.takeDigits(from: &rest)
        guard !whole.isEmpty else { return nil }
        hasLeadingZero = whole.count > 1 && whole.first == UInt8(ascii: "0")
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard !Self.takeDigits(from: &rest).isEmpty else { return nil }
        }
        guard let mark = rest.first else {
            exponent = 0
            return
        }
        guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return nil }
        rest.removeFirst()
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let digits = Self.takeDigits(from: &rest)
        guard !digits.isEmpty, rest.isEmpty else { return nil }
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        exponent = significant.count > 2 ? 100 : significant.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func takeDigits(from bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        bytes = bytes.dropFirst(digits.count)
        return digits
    }
}
