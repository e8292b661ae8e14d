import Bilingual

/// JSON pointer of a line: `/materials/3/selfProduced/materials/0`. A text only where one reads it.
@usableFromInline
package struct LinePlace: Sendable, Hashable, CustomStringConvertible {
    /// Pointer of the level the line is of.
    @usableFromInline let level: String
    /// In its level, from 0.
    @usableFromInline let index: Int

    @usableFromInline
    init(level: String, index: Int) {
        self.level = level
        self.index = index
    }

    @usableFromInline package var description: String { asciiText }
}

extension LinePlace: ASCIIValue {
    package var asciiCount: Int { level.utf8.count + 1 + ASCIINumber(UInt64(index)).asciiCount }

    package func writeASCII(to place: UnsafeMutablePointer<UInt8>) {
        var end = place
        level.copyBytes(to: &end)
        end[0] = UInt8(ascii: "/")
        ASCIINumber(UInt64(index)).writeASCII(to: end + 1)
    }
}
