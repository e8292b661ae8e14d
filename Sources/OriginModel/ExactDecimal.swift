import Bilingual

/// A decimal number kept exactly: `significand` / 10^`scale`.
///
/// Nothing a verdict rests on is ever held in binary floating point.
public struct ExactDecimal: Sendable, Hashable {
    /// Most digits a number may have before and after the point.
    public static let mostIntegerDigits = 18
    public static let mostFractionDigits = 12

    public let significand: Int128
    /// Number of digits after the point, without trailing zeros.
    public let scale: Int

    public static let zero = ExactDecimal(significand: 0, scale: 0)

    /// Keeps the value, drops trailing zeros after the point.
    public init(significand: Int128, scale: Int) {
        var significand = significand
        var scale = scale
        // Nearly every number fits in 64 bits, where a division costs far less.
        if var short = Int64(exactly: significand) {
            while scale > 0, short % 10 == 0 {
                short /= 10
                scale -= 1
            }
            significand = Int128(short)
        } else {
            while scale > 0, significand % 10 == 0 {
                significand /= 10
                scale -= 1
            }
        }
        self.significand = significand
        self.scale = scale
    }

    /// Why a text is not a number we keep.
    public enum ParseError: Error, Equatable {
        case notANumber
        case tooManyDigits
    }

    /// Reads the number syntax of JSON (`-12.50`, `1e3`), exactly.
    public init(parsing text: some StringProtocol) throws(ParseError) {
        var text = String(text)
        let found = text.withUTF8 { bytes in
            Result { () throws(ParseError) in
                var reader = DecimalReader(bytes: bytes)
                return try reader.read()
            }
        }
        self = try found.get()
    }

    public var isNegative: Bool { significand < 0 }
    public var isZero: Bool { significand == 0 }

    public static func powerOfTen(_ exponent: Int) -> Int128 {
        powersOfTen[exponent]
    }

    /// As many as an `Int128` can hold.
    private static let powersOfTen: [Int128] = (0..<38).reduce(into: [1]) { powers, _ in
        powers.append(powers[powers.count - 1] * 10)
    }

    /// The significand at a finer scale; nil if it would not fit.
    public func significand(atScale wanted: Int) -> Int128? {
        if wanted == scale { return significand }
        guard wanted > scale, wanted - scale <= 37 else { return nil }
        let (result, overflow) = significand.multipliedReportingOverflow(by: Self.powerOfTen(wanted - scale))
        return overflow ? nil : result
    }
}

extension ExactDecimal: Comparable {
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        let scale = max(left.scale, right.scale)
        guard let a = left.significand(atScale: scale), let b = right.significand(atScale: scale) else {
            // Only numbers of very different size fail to meet at one scale; their integer parts decide.
            return left.significand / powerOfTen(left.scale) < right.significand / powerOfTen(right.scale)
        }
        return a < b
    }
}

extension ExactDecimal: CustomStringConvertible {
    /// `-12.5`, `40`: no exponent, no trailing zeros.
    public var description: String { fixed(decimals: scale) }

    /// At least `decimals` digits after the point, more where the value has them.
    public func fixed(decimals: Int) -> String { Fixed(self, decimals: decimals).asciiText }
}

extension ExactDecimal: ASCIIValue {
    package var asciiCount: Int { Fixed(self, decimals: scale).asciiCount }

    package func writeASCII(to place: UnsafeMutablePointer<UInt8>) {
        Fixed(self, decimals: scale).writeASCII(to: place)
    }

    /// A number as it is written with at least so many digits after the point.
    package struct Fixed: ASCIIValue {
        private let magnitude: UInt128
        private let isNegative: Bool
        /// After the point.
        private let places: Int
        /// Before and after it.
        private let digits: Int

        package init(_ value: ExactDecimal, decimals: Int) {
            places = max(decimals, value.scale)
            isNegative = value.isNegative
            // Nearly every number fits in 64 bits, where everything costs far less.
            if let short = UInt64(exactly: value.significand.magnitude),
                let product = Self.product(short, tens: places - value.scale) {
                magnitude = UInt128(product)
                digits = max(ASCIINumber.digitCount(product), places + 1)
            } else {
                magnitude = value.significand.magnitude * UInt128(ExactDecimal.powerOfTen(places - value.scale))
                digits = max(Self.digitCount(magnitude), places + 1)
            }
        }

        package var asciiCount: Int { digits + (places > 0 ? 1 : 0) + (isNegative ? 1 : 0) }

        package func writeASCII(to place: UnsafeMutablePointer<UInt8>) {
            if isNegative { place[0] = UInt8(ascii: "-") }
            let first = isNegative ? place + 1 : place
            if let short = UInt64(exactly: magnitude) {
                ASCIINumber(short, digits: digits).writeASCII(to: first)
            } else {
                var rest = magnitude
                for digit in (0..<digits).reversed() {
                    first[digit] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
            }
            guard places > 0 else { return }
            // The digits after the point move by one.
            for digit in (digits - places..<digits).reversed() { first[digit + 1] = first[digit] }
            first[digits - places] = UInt8(ascii: ".")
        }

        /// Times ten, so many times; nil when it does not fit.
        private static func product(_ number: UInt64, tens: Int) -> UInt64? {
            var product = number
            for _ in 0..<tens {
                let (next, overflow) = product.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                product = next
            }
            return product
        }

        private static func digitCount(_ number: UInt128) -> Int {
            var count = 1
            while count < 39, number >= UInt128(powerOfTen(count)) { count += 1 }
            return count
        }
    }
}

private struct DecimalReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    var significand: Int128 = 0
    var scale = 0
    var digits = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func read() throws(ExactDecimal.ParseError) -> ExactDecimal {
        let negative = take(UInt8(ascii: "-"))
        try readDigits()
        guard digits > 0 else { throw .notANumber }
        if take(UInt8(ascii: ".")) {
            let before = digits
            try readDigits()
            guard digits > before else { throw .notANumber }
            scale = digits - before
        }
        let exponent = try readExponent()
        guard index == bytes.count else { throw .notANumber }
        return try finish(negative: negative, exponent: exponent)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func readDigits() throws(ExactDecimal.ParseError) {
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
            guard digits < 36 else { throw .tooManyDigits }
            significand = significand * 10 + Int128(bytes[index] - UInt8(ascii: "0"))
            digits += 1
            index += 1
        }
    }

    private mutating func readExponent() throws(ExactDecimal.ParseError) -> Int {
        guard take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) else { return 0 }
        let negative = take(UInt8(ascii: "-"))
        if !negative { _ = take(UInt8(ascii: "+")) }
        let digits = bytes[index...]
        guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw .notANumber
        }
        guard let value = Int(String(decoding: digits, as: UTF8.self)), value <= 40 else { throw .tooManyDigits }
        index = bytes.count
        return negative ? -value : value
    }

    private func finish(negative: Bool, exponent: Int) throws(ExactDecimal.ParseError) -> ExactDecimal {
        var value = significand
        var places = scale - exponent
        if places < 0 {
            guard -places <= 37 else { throw .tooManyDigits }
            let (grown, overflow) = value.multipliedReportingOverflow(by: ExactDecimal.powerOfTen(-places))
            guard !overflow else { throw .tooManyDigits }
            value = grown
            places = 0
        }
        while places > 37, value % 10 == 0 {
            value /= 10
            places -= 1
        }
        guard places <= 37 else { throw .tooManyDigits }
        let result = ExactDecimal(significand: negative ? -value : value, scale: places)
        guard result.scale <= ExactDecimal.mostFractionDigits,
            result.significand.magnitude
                < UInt128(ExactDecimal.powerOfTen(ExactDecimal.mostIntegerDigits + result.scale))
        else { throw .tooManyDigits }
        return result
    }
}
