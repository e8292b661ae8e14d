/// Escapes of JSON strings: `\n`, `\u4E2D`, and pairs of the latter.
enum JSONEscapes {
    /// Bytes of one escape, the backslash first, and the character it stands for; nil if it is none.
    static func read(_ bytes: ArraySlice<UInt8>) -> (length: Int, scalar: Unicode.Scalar)? {
        let bytes = bytes.prefix(12)
        guard let mark = bytes.dropFirst().first else { return nil }
        if mark == UInt8(ascii: "u") { return readUnicode(bytes) }
        return simple(mark).map { (2, Unicode.Scalar($0)) }
    }

    /// Whether an escape, the backslash first, is one of UTF-16 that stands for no character alone.
    static func isHalfOfPair(_ bytes: ArraySlice<UInt8>) -> Bool {
        codeUnit(bytes).map(UTF16.isSurrogate) ?? false
    }

    /// The content of a string with every escape replaced; escapes have been checked before.
    static func resolved(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        var index = content.startIndex
        while index < content.endIndex {
            if content[index] == UInt8(ascii: "\\"), let escape = read(content[index...]) {
                result.append(contentsOf: UTF8.encode(escape.scalar).map(Array.init) ?? [])
                index += escape.length
            } else {
                result.append(content[index])
                index += 1
            }
        }
        return result
    }

    private static func simple(_ mark: UInt8) -> UInt8? {
        switch mark {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): mark
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    private static func readUnicode(_ bytes: ArraySlice<UInt8>) -> (length: Int, scalar: Unicode.Scalar)? {
        guard let unit = codeUnit(bytes) else { return nil }
        guard UTF16.isSurrogate(unit) else { return Unicode.Scalar(unit).map { (6, $0) } }
        guard UTF16.isLeadSurrogate(unit), let trail = codeUnit(bytes.dropFirst(6)), UTF16.isTrailSurrogate(trail)
        else { return nil }
        let number = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00)
        return Unicode.Scalar(number).map { (12, $0) }
    }

    /// The number of `\uXXXX`, four hexadecimal digits.
    private static func codeUnit(_ bytes: ArraySlice<UInt8>) -> UInt16? {
        let digits = bytes.dropFirst(2).prefix(4)
        guard bytes.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]), digits.count == 4 else { return nil }
        var unit: UInt16 = 0
        for digit in digits {
            guard let value = Character(Unicode.Scalar(digit)).hexDigitValue, digit < 0x80 else { return nil }
            unit = unit << 4 | UInt16(value)
        }
        return unit
    }
}
