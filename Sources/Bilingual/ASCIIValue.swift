/// A code, number or day that is written in ASCII characters, of which it is known beforehand how many.
///
/// Reports write very many of them: into a sentence or a file they go without a string of their own.
package protocol ASCIIValue {
    var asciiCount: Int { get }

    /// - Parameter place: has room for `asciiCount` bytes; all of them are written.
    func writeASCII(to place: UnsafeMutablePointer<UInt8>)
}

extension ASCIIValue {
    package var asciiText: String {
        let count = asciiCount
        return String(unsafeUninitializedCapacity: count) { text in
            if let place = text.baseAddress { writeASCII(to: place) }
            return count
        }
    }
}

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
