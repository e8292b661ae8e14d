/// Reads JSON by RFC 8259 and nothing beyond it; what else stands there is named in plain words.
struct JSONParser {
    let bytes: [UInt8]
    private let limits: JSONLimits
    /// Number of the first line, for messages that name a line.
    let firstLine: Int
    var index: Int
    /// Offsets of the objects and lists not closed yet.
    private(set) var open: [Int] = []
    private var elements = 0
    /// Names of the object closed last; kept only so that its memory is used again.
    private var names: [JSONNode] = []
    private(set) var nodes: [JSONNode] = []
    private(set) var repeatedNames: [JSONNode] = []

    init(_ bytes: [UInt8], from start: Int, firstLine: Int, limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
        self.firstLine = firstLine
        index = start
        nodes.reserveCapacity(bytes.count / 16)
    }

    /// The byte to be read next; nil at the end.
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func parse() throws(JSONFault) {
        skipSpace()
        guard index < bytes.count else { throw .empty }
        try parseValue()
        skipSpace()
        guard index == bytes.count else { throw fault(expecting: .end) }
    }

    private mutating func parseValue() throws(JSONFault) {
        elements += 1
        guard elements <= limits.elements else { throw .tooManyElements(at: index, limits.elements) }
        guard let byte = next else { throw fault(expecting: .value) }
        switch byte {
        case UInt8(ascii: "{"): try parseObject()
        case UInt8(ascii: "["): try parseArray()
        case UInt8(ascii: "\""): try parseString()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try parseNumber()
        case UInt8(ascii: "t"): try parseWord("true", .boolean)
        case UInt8(ascii: "f"): try parseWord("false", .boolean)
        case UInt8(ascii: "n"): try parseWord("null", .null)
        default: throw fault(expecting: .value)
        }
    }

    // MARK: Objects and lists

    private mutating func parseObject() throws(JSONFault) {
        let own = try enter(.object)
        if !isEmpty(UInt8(ascii: "}")) {
            repeat {
                skipSpace()
                guard next == UInt8(ascii: "\"") else { throw fault(expecting: .name) }
                try parseString()
                skipSpace()
                guard take(UInt8(ascii: ":")) else { throw fault(expecting: .colon) }
                skipSpace()
                try parseValue()
            } while try continues(before: UInt8(ascii: "}"))
        }
        leave(own)
        noteRepeatedNames(of: nodes[own])
    }

    private mutating func parseArray() throws(JSONFault) {
        let own = try enter(.array)
        if !isEmpty(UInt8(ascii: "]")) {
            repeat {
                skipSpace()
                try parseValue()
            } while try continues(before: UInt8(ascii: "]"))
        }
        leave(own)
    }

    private mutating func enter(_ kind: JSONNode.Kind) throws(JSONFault) -> Int {
        guard open.count < limits.depth else { throw .tooDeep(at: index, limits.depth) }
        open.append(index)
        index += 1
        append(kind, from: index - 1)
        return nodes.count - 1
    }

    private mutating func leave(_ own: Int) {
        open.removeLast()
        nodes[own].end = UInt32(index)
        nodes[own].next = UInt32(nodes.count)
    }

    private mutating func isEmpty(_ closing: UInt8) -> Bool {
        skipSpace()
        return take(closing)
    }

    /// Whether another element follows; the closing bracket is passed over.
    private mutating func continues(before closing: UInt8) throws(JSONFault) -> Bool {
        skipSpace()
        if take(closing) { return false }
        let comma = index
        guard take(UInt8(ascii: ",")) else { throw fault(expecting: .comma(closing)) }
        skipSpace()
        if next == closing { throw .trailingComma(at: comma) }
        return true
    }

    // MARK: Strings, numbers, words

    private mutating func parseString() throws(JSONFault) {
        let start = index
        var hasEscapes = false
        index += 1
        while let byte = next, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") {
                guard let escape = JSONEscapes.read(bytes[index...]) else { throw badEscape() }
                hasEscapes = true
                index += escape.length
            } else {
                guard byte >= 0x20 else { throw controlCharacter(byte) }
                index += 1
            }
        }
        guard take(UInt8(ascii: "\"")) else { throw .unterminatedString(at: start, bytes) }
        append(.string, from: start, hasEscapes: hasEscapes)
    }

    private mutating func parseNumber() throws(JSONFault) {
        let start = index
        while let byte = next, isPartOfWord(byte) { index += 1 }
        let text = bytes[start..<index]
        guard DecimalSyntax(text)?.hasLeadingZero == false else { throw .badNumber(at: start, text) }
        append(.number, from: start)
    }

    private mutating func parseWord(_ word: StaticString, _ kind: JSONNode.Kind) throws(JSONFault) {
        let start = index
        while let byte = next, isPartOfWord(byte) { index += 1 }
        let matches = word.withUTF8Buffer { $0.elementsEqual(bytes[start..<index]) }
        guard matches else {
            index = start
            throw fault(expecting: .value)
        }
        append(kind, from: start)
    }

    /// Whether a byte can stand in a number or a word, right or wrong.
    func isPartOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }

    // MARK: Steps

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    private mutating func append(_ kind: JSONNode.Kind, from start: Int, hasEscapes: Bool = false) {
        nodes.append(
            JSONNode(
                kind: kind, hasEscapes: hasEscapes, start: UInt32(start), end: UInt32(index),
                index: UInt32(nodes.count), next: UInt32(nodes.count + 1)))
    }

    // MARK: Repeated names

    /// Objects of up to this many members are compared pair by pair, which needs no memory.
    private static let fewMembers = 16

    private mutating func noteRepeatedNames(of object: JSONNode) {
        names.removeAll(keepingCapacity: true)
        var place = object.index + 1
        while place < object.next {
            names.append(nodes[Int(place)])
            place = nodes[Int(place) + 1].next
        }
        if names.count <= Self.fewMembers {
            for (position, name) in names.enumerated() where names[..<position].contains(where: { isSame($0, name) }) {
                repeatedNames.append(name)
            }
        } else {
            var seen: Set<ArraySlice<UInt8>> = []
            for name in names where !seen.insert(characters(name)).inserted { repeatedNames.append(name) }
        }
    }

    private func isSame(_ left: JSONNode, _ right: JSONNode) -> Bool {
        if left.hasEscapes || right.hasEscapes { return characters(left) == characters(right) }
        return left.end - left.start == right.end - right.start
            && bytes[left.byteOffset..<left.byteEnd] == bytes[right.byteOffset..<right.byteEnd]
    }

    private func characters(_ name: JSONNode) -> ArraySlice<UInt8> {
        let content = bytes[(name.byteOffset + 1)..<(name.byteEnd - 1)]
        return name.hasEscapes ? JSONEscapes.resolved(content)[...] : content
    }
}
