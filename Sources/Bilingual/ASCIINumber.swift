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
        // Two digits at a time: half the divisions.
        var rest = number
        var index = asciiCount
        while index > 1 {
            index &-= 2
            let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
            let (tens, ones) = UInt32(truncatingIfNeeded: pair).quotientAndRemainder(dividingBy: 10)
            place[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: tens)
            place[index &+ 1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: ones)
            rest = quotient
        }
        if index == 1 { place[0] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10) }
    }

    package static func digitCount(_ number: UInt64) -> Int {
        // By how large it is: a division for each digit would take longer.
        var (count, bound): (Int, UInt64) = (1, 10)
        while number >= bound {
            count &+= 1
            let (next, isTooLarge) = bound.multipliedReportingOverflow(by: 10)
            if isTooLarge { break }
            bound = next
        }
        return count
    }
}
