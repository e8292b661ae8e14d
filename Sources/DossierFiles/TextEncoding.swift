import Bilingual

/// What has to hold of the bytes before they are read as JSON: UTF-8 and no other encoding.
package enum TextEncoding {
    private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// UTF-32 first: its little-endian mark begins with that of UTF-16.
    private static let foreignMarks: [(mark: [UInt8], name: String)] = [
        ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE], "UTF-16"),
        ([0xFE, 0xFF], "UTF-16"),
    ]

    /// Where the text begins: after a byte order mark of UTF-8, which is accepted.
    package static func start(of bytes: [UInt8]) -> Int {
        bytes.starts(with: utf8Mark) ? utf8Mark.count : 0
    }

    /// Why a text that is no JSON cannot be read, at the byte where it stops being UTF-8; nil where it is UTF-8.
    package static func problem(of bytes: [UInt8], file: String) -> InputProblem? {
        do throws(JSONFault) {
            try check(bytes)
            return nil
        } catch {
            return error.problem(in: bytes, file: file, firstLine: 1)
        }
    }

    static func check(_ bytes: [UInt8]) throws(JSONFault) {
        if let foreign = foreignMarks.first(where: { bytes.starts(with: $0.mark) }) {
            throw .foreignEncoding(foreign.name)
        }
        if let offset = firstInvalidByte(of: bytes) {
            throw .notUTF8(at: offset, bytes[offset])
        }
    }

    /// Offset of the first byte that no UTF-8 text can have there.
    static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
            } else {
                guard let length = lengthOfCharacter(in: bytes, at: index) else { return index }
                index += length
            }
        }
        return nil
    }

    /// Bytes of the character that begins at `index` with a byte of 0x80 or more; nil if it is not well-formed.
    private static func lengthOfCharacter(in bytes: [UInt8], at index: Int) -> Int? {
        let lead = bytes[index]
        let length: Int
        // Narrower than 0x80...0xBF where a longer form, a surrogate or a number beyond Unicode would begin.
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { second = 0xA0...0xBF } else if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { second = 0x90...0xBF } else if lead == 0xF4 { second = 0x80...0x8F }
        default: return nil
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]),
            bytes[(index + 2)..<max(index + 2, index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { return nil }
        return length
    }
}

extension JSONFault {
    fileprivate static let wantedEncoding = BilingualText(en: "text in UTF-8", zh: "UTF-8 编码的文本")

    static func foreignEncoding(_ name: String) -> JSONFault {
        JSONFault(
            at: nil, "json.encoding",
            BilingualText(
                en: "the file is written in \(name); open it in an editor and save it as UTF-8",
                zh: "文件采用 \(name) 编码；请在编辑器中打开并另存为 UTF-8"),
            found: name, expected: wantedEncoding)
    }

    static func notUTF8(at offset: Int, _ byte: UInt8) -> JSONFault {
        JSONFault(
            at: offset, "json.notUTF8",
            BilingualText(
                en: "the file is not UTF-8 from here on; if it was saved in GBK, GB 18030 or another older encoding,"
                    + " open it in an editor and save it as UTF-8",
                zh: "文件从此处起不是 UTF-8；如果保存时使用了 GBK、GB 18030 等编码，请在编辑器中打开并另存为 UTF-8"),
            found: "0x" + String(byte, radix: 16, uppercase: true), expected: wantedEncoding)
    }
}
