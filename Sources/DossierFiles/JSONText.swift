import Bilingual

/// What a text may have at most, so that a hostile or broken file costs little.
public struct JSONLimits: Sendable {
    public let bytes: Int
    /// Objects and lists inside each other.
    public let depth: Int
    /// Values, however deep.
    public let elements: Int

    public init(bytes: Int, depth: Int, elements: Int) {
        self.bytes = bytes
        self.depth = depth
        self.elements = elements
    }

    /// 64 MiB and two million values, more than the materials a dossier may have can need. The depth leaves room for 32
    /// self-produced materials inside each other, at three levels each. So a user meets the limits of the dossier, in
    /// its own words, before these.
    public static let standard = JSONLimits(bytes: 64 << 20, depth: 128, elements: 2_000_000)
}

/// A JSON text (RFC 8259) as a tree in which every value knows its place and numbers keep their digits.
public struct JSONText: Sendable {
    public let bytes: [UInt8]
    /// In the order of the text; the members of an object are name, value, name, value.
    let nodes: [JSONNode]
    /// Names that stood earlier in the same object: an error to whoever reads the tree.
    public let repeatedNames: [JSONNode]
    private let firstLine: Int

    /// - Parameter firstLine: number of the first line, for a text that is itself a line of a file.
    /// - Throws: the first fault, with line and column; `json.*`.
    public init(
        _ bytes: [UInt8], file: String = "", firstLine: Int = 1, limits: JSONLimits = .standard
    ) throws(InputProblem) {
        do throws(JSONFault) {
            guard bytes.count <= limits.bytes else { throw .tooLarge(limits) }
            try TextEncoding.check(bytes)
            let start = TextEncoding.start(of: bytes)
            var parser = JSONParser(bytes, from: start, firstLine: firstLine, limits: limits)
            try parser.parse()
            nodes = parser.nodes
            repeatedNames = parser.repeatedNames
        } catch {
            throw error.problem(in: bytes, file: file, firstLine: firstLine)
        }
        self.bytes = bytes
        self.firstLine = firstLine
    }

    /// The value the text consists of.
    public var root: JSONNode { nodes[0] }

    /// Values of a list, in order; empty for anything else.
    public func elements(of node: JSONNode) -> [JSONNode] {
        guard node.kind == .array else { return [] }
        var elements: [JSONNode] = []
        var index = node.index + 1
        while index < node.next {
            let element = nodes[Int(index)]
            elements.append(element)
            index = element.next
        }
        return elements
    }

    /// How many values a list has; 0 for anything else.
    func count(of node: JSONNode) -> Int {
        guard node.kind == .array else { return 0 }
        var count = 0
        var index = node.index + 1
        while index < node.next {
            count += 1
            index = nodes[Int(index)].next
        }
        return count
    }

    /// Members of an object, in order; empty for anything else.
    public func members(of node: JSONNode) -> [JSONMember] {
        guard node.kind == .object else { return [] }
        var members: [JSONMember] = []
        members.reserveCapacity(8)
        var index = node.index + 1
        while index < node.next {
            let member = JSONMember(name: nodes[Int(index)], value: nodes[Int(index) + 1])
            members.append(member)
            index = member.value.next
        }
        return members
    }

    /// The value of the first member with this name; nil if there is none, or for anything but an object.
    public func value(_ name: String, of node: JSONNode) -> JSONNode? {
        guard node.kind == .object else { return nil }
        var index = node.index + 1
        while index < node.next {
            let value = nodes[Int(index) + 1]
            if isNamed(nodes[Int(index)], name) { return value }
            index = value.next
        }
        return nil
    }

    private func isNamed(_ node: JSONNode, _ name: String) -> Bool {
        guard !node.hasEscapes else { return string(node) == name }
        let own = bytes[(node.byteOffset + 1)..<(node.byteEnd - 1)]
        return own.count == name.utf8.count && own.elementsEqual(name.utf8)
    }

    /// Characters of a string or name, escapes resolved; the source of anything else.
    public func string(_ node: JSONNode) -> String {
        guard node.kind == .string else { return source(node) }
        let content = bytes[(node.byteOffset + 1)..<(node.byteEnd - 1)]
        guard node.hasEscapes else { return String(decoding: content, as: UTF8.self) }
        return String(decoding: JSONEscapes.resolved(content), as: UTF8.self)
    }

    /// The value as it is written: for a number its digits, never rounded.
    public func source(_ node: JSONNode) -> String {
        String(decoding: bytes[node.byteOffset..<node.byteEnd], as: UTF8.self)
    }

    /// Whether a value is the word `true`.
    public func isTrue(_ node: JSONNode) -> Bool {
        node.kind == .boolean && bytes[node.byteOffset] == UInt8(ascii: "t")
    }

    /// Line and column of a byte. Passes over the text from its beginning.
    public func position(ofByte offset: Int) -> TextPosition {
        var finder = positionFinder()
        return finder.position(ofByte: offset)
    }

    package func positionFinder() -> PositionFinder {
        PositionFinder(bytes, start: TextEncoding.start(of: bytes), firstLine: firstLine)
    }

    /// The value as it is written, cut where it is long, to be shown as what was found.
    package func excerpt(_ node: JSONNode) -> String {
        DossierFiles.excerpt(of: bytes[node.byteOffset..<node.byteEnd])
    }
}

extension JSONFault {
    fileprivate static func tooLarge(_ limits: JSONLimits) -> JSONFault {
        JSONFault(
            at: nil, "json.tooLarge",
            BilingualText(
                en: "the file is larger than \(limits.bytes) bytes", zh: "文件大小超过 \(limits.bytes) 字节"))
    }
}
