import Bilingual

/// One value of a JSON text, or the name of a member: what it is and where it stands.
///
/// A node is only meaningful together with the ``JSONText`` it came from.
public struct JSONNode: Sendable, Hashable {
    public enum Kind: UInt8, Sendable, Hashable {
        case object, array, string, number, boolean, null
    }

    public let kind: Kind
    /// Whether a string has escapes, so that its bytes are not yet its characters.
    let hasEscapes: Bool
    /// Bytes of the text from the first to one past the last, quotation marks and brackets included.
    let start: UInt32
    var end: UInt32
    /// Place among the nodes of the text, which stand in the order of the text.
    let index: UInt32
    /// Place of the first node that is not inside this one.
    var next: UInt32

    /// Offset of the first byte in the text, a byte order mark counted.
    public var byteOffset: Int { Int(start) }
    /// Offset one past the last byte.
    public var byteEnd: Int { Int(end) }
}

/// A name with its value, inside an object.
public struct JSONMember: Sendable, Hashable {
    public let name: JSONNode
    public let value: JSONNode
}

extension JSONNode.Kind {
    /// With an article, to stand in a sentence.
    package var name: BilingualText {
        switch self {
        case .object: BilingualText(en: "an object", zh: "对象")
        case .array: BilingualText(en: "a list", zh: "数组")
        case .string: BilingualText(en: "a text", zh: "字符串")
        case .number: BilingualText(en: "a number", zh: "数字")
        case .boolean: BilingualText(en: "a truth value", zh: "布尔值")
        case .null: BilingualText(en: "null", zh: "null")
        }
    }
}
