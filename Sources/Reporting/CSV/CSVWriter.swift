/// Writes rows of CSV (RFC 4180): fields with commas between them, rows ended by CR LF, quoted where they have to be.
///
/// Text a spreadsheet would take for a formula is made harmless with an apostrophe before it.
public struct CSVWriter: Sendable {
    /// What has been written and not yet taken, in UTF-8.
    private var bytes: [UInt8] = []
    private var isAtStart = true

    public init(header: [String]) {
        for name in header { field(name) }
        endRow()
    }

    /// A field the program makes itself: a code, a number, a name of the format; never read as a formula.
    public mutating func field(_ text: String) {
        separate()
        append(text)
    }

    /// A field that is empty where there is nothing.
    public mutating func field(_ text: String?) {
        field(text ?? "")
    }

    /// Words for people, or whatever somebody else wrote: no spreadsheet runs it.
    public mutating func words(_ text: String) {
        separate()
        append(Self.isFormula(text) ? "'" + text : text)
    }

    public mutating func endRow() {
        bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        isAtStart = true
    }

    /// What has been written since the last time.
    public mutating func take() -> String {
        defer { bytes.removeAll(keepingCapacity: true) }
        return String(decoding: bytes, as: UTF8.self)
    }

    public var byteCount: Int { bytes.count }

    private mutating func separate() {
        if !isAtStart { bytes.append(UInt8(ascii: ",")) }
        isAtStart = false
    }

    private mutating func append(_ text: String) {
        guard text.utf8.contains(where: Self.mustBeQuoted) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func mustBeQuoted(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\n")
    }

    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return "=+-@\t\r\n".utf8.contains(first)
    }
}
