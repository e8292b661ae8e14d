import Bilingual
import Glibc

/// The elements, attributes and texts of one file, flat, in the order of the file.
///
/// It owns no memory but four arrays, so that reading a rule set costs hardly more than libxml2 takes to parse it.
/// Comments and processing instructions are not kept. An element holds either elements or text, never both.
package final class XMLTree {
    /// What messages call the file.
    package let file: String
    /// The file as read, for finding lines and columns.
    let source: [UInt8]
    fileprivate let elements: [XMLTreeBuilder.Element]
    fileprivate let attributes: [XMLTreeBuilder.Attribute]
    /// Names, values and texts, one after the other.
    fileprivate let characters: [UInt8]

    init(_ builder: XMLTreeBuilder, file: String, source: [UInt8]) {
        self.file = file
        self.source = source
        elements = builder.elements
        attributes = builder.attributes
        characters = builder.characters
    }

    /// The outermost element; nil for a tree that holds none.
    package var root: XMLElement? {
        elements.isEmpty ? nil : XMLElement(tree: self, index: 0)
    }

    fileprivate func bytes(_ range: Range<UInt32>) -> ArraySlice<UInt8> {
        characters[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    fileprivate func equals(_ range: Range<UInt32>, _ name: StaticString) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        return characters.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return range.isEmpty }
            return memcmp(start + Int(range.lowerBound), name.utf8Start, range.count) == 0
        }
    }
}

/// Collects what libxml2 reports into the arrays of a tree.
struct XMLTreeBuilder {
    fileprivate struct Element {
        let name: Range<UInt32>
        let attributes: Range<UInt32>
        /// Offset in the file at the end of the start tag.
        let offset: UInt32
        var text: Range<UInt32>
        /// Index of the first element after this one and all it holds.
        var end: UInt32
    }

    fileprivate struct Attribute {
        let name: Range<UInt32>
        let value: Range<UInt32>
    }

    fileprivate private(set) var elements: [Element] = []
    fileprivate private(set) var attributes: [Attribute] = []
    fileprivate private(set) var characters: [UInt8] = []
    /// Indices of the elements not closed yet.
    private var open: [Int] = []

    /// - Parameter bytes: size of the file, for making room.
    init(bytes: Int) {
        elements.reserveCapacity(bytes / 40 + 4)
        attributes.reserveCapacity(bytes / 40 + 4)
        characters.reserveCapacity(bytes)
    }

    var isEmpty: Bool { elements.isEmpty }

    /// Number of elements not closed yet.
    var depth: Int { open.count }

    mutating func appendAttribute(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>) {
        attributes.append(Attribute(name: keep(name), value: keep(value)))
    }

    /// - Parameter attributeCount: how many of the attributes appended last belong to the element.
    mutating func openElement(name: UnsafeBufferPointer<UInt8>, attributeCount: Int, offset: Int) {
        let kept = keep(name)
        let end = UInt32(attributes.count)
        let index = elements.count
        elements.append(
            Element(
                name: kept, attributes: (end - UInt32(attributeCount))..<end, offset: UInt32(offset),
                text: kept.upperBound..<kept.upperBound, end: UInt32(index + 1)))
        open.append(index)
    }

    mutating func closeElement() {
        guard let index = open.popLast() else { return }
        elements[index].end = UInt32(elements.count)
    }

    /// Text of the element not closed yet; pieces may come one by one.
    /// - Returns: false where text that is not blank stands beside an element.
    mutating func appendText(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let index = open.last else { return true }
        guard elements.count == index + 1 else { return text.allSatisfy(isBlank) }
        elements[index].text = elements[index].text.lowerBound..<keep(text).upperBound
        return true
    }

    /// Drops the blanks before the first element of the element not closed yet.
    /// - Returns: false where there is more than blanks.
    mutating func dropBlanks() -> Bool {
        guard let index = open.last, elements.count == index + 1 else { return true }
        let text = elements[index].text
        guard characters[Int(text.lowerBound)..<Int(text.upperBound)].allSatisfy(isBlank) else { return false }
        characters.removeLast(text.count)
        elements[index].text = text.lowerBound..<text.lowerBound
        return true
    }

    private mutating func keep(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<UInt32> {
        let start = UInt32(characters.count)
        characters.append(contentsOf: bytes)
        return start..<UInt32(characters.count)
    }
}

private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
}

/// One element of a tree.
package struct XMLElement {
    fileprivate let tree: XMLTree
    fileprivate let index: Int

    private var element: XMLTreeBuilder.Element { tree.elements[index] }

    package var file: String { tree.file }

    package func isNamed(_ name: StaticString) -> Bool { tree.equals(element.name, name) }

    package var name: String { String(decoding: tree.bytes(element.name), as: UTF8.self) }

    /// The text as it stands in the file; empty where the element holds elements.
    package var text: String { String(decoding: tree.bytes(element.text), as: UTF8.self) }

    package var hasText: Bool { !tree.bytes(element.text).allSatisfy(isBlank) }

    /// The elements directly inside.
    package var children: Children { Children(tree: tree, position: index + 1, end: Int(element.end)) }

    /// The value of an attribute as bytes; nil where it is absent.
    package func attribute(_ name: StaticString) -> ArraySlice<UInt8>? {
        for position in element.attributes where tree.equals(tree.attributes[Int(position)].name, name) {
            return tree.bytes(tree.attributes[Int(position)].value)
        }
        return nil
    }

    package func attribute(_ name: StaticString, is value: StaticString) -> Bool {
        element.attributes.contains { position in
            let attribute = tree.attributes[Int(position)]
            return tree.equals(attribute.name, name) && tree.equals(attribute.value, value)
        }
    }

    package var attributeNames: [String] {
        element.attributes.map { String(decoding: tree.bytes(tree.attributes[Int($0)].name), as: UTF8.self) }
    }

    /// Whether every attribute is one of these.
    package func hasOnlyAttributes(_ names: [StaticString]) -> Bool {
        element.attributes.allSatisfy { position in
            names.contains { tree.equals(tree.attributes[Int(position)].name, $0) }
        }
    }

    /// Where the start tag begins.
    package var place: InputProblem.Place {
        let end = min(Int(element.offset), tree.source.count)
        return TextPlace.place(ofByte: tree.source[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end, in: tree.source)
    }

    package struct Children: Sequence, IteratorProtocol {
        fileprivate let tree: XMLTree
        fileprivate var position: Int
        fileprivate let end: Int

        package mutating func next() -> XMLElement? {
            guard position < end else { return nil }
            defer { position = Int(tree.elements[position].end) }
            return XMLElement(tree: tree, index: position)
        }
    }
}
