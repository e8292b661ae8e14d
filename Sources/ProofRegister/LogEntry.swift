import Crypto

/// One entry of the append-only log, as the canonical text that is hashed.
///
/// ```
/// rcep-register-entry/1
/// sequence 3
/// previous 4f2a…
/// at 2026-05-04T08:15:30Z
/// action sign
/// number ACME-2026-000001
/// ```
///
/// A line is a name, a space and a value, in which a backslash, a line feed and a carriage return are written `\\`, `\n`
/// and `\r`. The log alone makes the state: every other table follows from it.
struct LogEntry: Sendable, Hashable {
    enum Action: String, Sendable, Hashable, CaseIterable {
        case numbering, profile, issue, refuse, sign, send, withdraw, supersede
    }

    struct Field: Sendable, Hashable {
        let name: String
        let value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    static let format = "rcep-register-entry/1"
    /// What the first entry names as the one before it.
    static let beginning = String(repeating: "0", count: 64)

    let sequence: Int
    /// SHA-256 of the entry before.
    let previous: String
    let at: String
    let action: Action
    let fields: [Field]

    init(sequence: Int, previous: String, at: String, action: Action, fields: [Field]) {
        self.sequence = sequence
        self.previous = previous
        self.at = at
        self.action = action
        self.fields = fields
    }

    var text: String {
        let head = [
            Field("sequence", "\(sequence)"), Field("previous", previous), Field("at", at),
            Field("action", action.rawValue),
        ]
        return Self.format + "\n" + (head + fields).map { "\($0.name) \(Self.escaped($0.value))\n" }.joined()
    }

    var digest: String { Digest.hexadecimal(Array(text.utf8)) }

    /// Reads an entry; nil unless it is written exactly as `text` would write it.
    init?(text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        guard lines.popFirst().map(String.init) == Self.format, lines.popLast() == "" else { return nil }
        var fields: [Field] = []
        for line in lines {
            guard let space = line.firstIndex(of: " "),
                let value = Self.unescaped(line[line.index(after: space)...])
            else { return nil }
            fields.append(Field(String(line[..<space]), value))
        }
        guard fields.prefix(4).map(\.name) == ["sequence", "previous", "at", "action"],
            let sequence = Int(fields[0].value), let action = Action(rawValue: fields[3].value)
        else { return nil }
        self.init(
            sequence: sequence, previous: fields[1].value, at: fields[2].value, action: action,
            fields: Array(fields.dropFirst(4)))
        guard Array(self.text.utf8) == Array(text.utf8) else { return nil }
    }

    private static func escaped(_ value: String) -> String {
        var bytes: [UInt8] = []
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
            case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
            case UInt8(ascii: "\r"): bytes += Array("\\r".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func unescaped(_ value: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = value.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "r"): bytes.append(UInt8(ascii: "\r"))
            default: return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Reading fields

    /// The first field of a name.
    func value(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// A field that has to be there.
    func required(_ name: String) throws(UnreadableEntry) -> String {
        guard let value = value(name) else { throw UnreadableEntry(field: name) }
        return value
    }

    /// The groups that begin with a field of a name; in each, `item.quantity` is found under `quantity`, and the first
    /// value under the empty name.
    func groups(_ name: String) -> [[String: String]] {
        var groups: [[String: String]] = []
        for field in fields {
            if field.name == name {
                groups.append(["": field.value])
            } else if field.name.hasPrefix(name + "."), !groups.isEmpty {
                groups[groups.count - 1][String(field.name.dropFirst(name.count + 1))] = field.value
            }
        }
        return groups
    }
}

/// An entry lacks a field, or its fields contradict what stands before them.
struct UnreadableEntry: Error {
    let field: String
}

/// SHA-256 in lower-case hexadecimal digits.
enum Digest {
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
