/// A number from zero on, in decimal digits.
package struct ASCIINumber: ASCIIValue {
    package let number: UInt64
    package let asciiCount: Int

    package init(_ number: UInt64) {
        self.init(number, digits: Self.digitCount(number))
    }

    /// - Parameter digits: as many as it has, or more: zeros stand in front.
    package init(_ number: UInt64, digits: Int) {
        self.number = number
        asciiCount = digits
    }

    package func writeASCII(to place: UnsafeMutablePointer<UInt8>) {
        var rest = number
        var index = asciiCount
        while index > 0 {
            index &-= 1
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            place[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
            rest = quotient
        }
    }

    package static func digitCount(_ number: UInt64) -> Int {
        var (count, rest) = (1, number)
        while rest >= 10 {
            rest /= 10
            count &+= 1
        }
        return count
    }
}
