import Bilingual
import CLibXML2
import LocalFiles

/// Parses files with libxml2 as if each came from an enemy.
///
/// No network, no DOCTYPE and so no entities, no huge documents, bounded size and depth, UTF-8 only, one namespace;
/// what libxml2 complains of is kept, never printed. One parser may read many files, one after the other.
package final class XMLParser {
    /// Namespace of every element of a rule file.
    package static let namespace: StaticString = "urn:rcep:rules:1"
    /// No rule file nests elements deeper.
    static let mostDepth = 16

    private let context: xmlParserCtxtPtr

    /// nil when memory is short.
    init?() {
        xmlInitParser()
        guard let context = xmlNewParserCtxt() else { return nil }
        self.context = context
    }

    deinit {
        xmlFreeParserCtxt(context)
    }

    /// - Parameter file: what messages call it.
    /// - Throws: the first thing wrong; libxml2 cannot be trusted to make sense of what follows it.
    package func parse(_ bytes: [UInt8], file: String) throws(InputProblem) -> XMLTree {
        guard !bytes.isEmpty else { throw .emptyXML(file) }
        guard bytes.count <= FileSystem.mostBytes else { throw .tooLargeXML(file, bytes: bytes.count) }
        if let offset = TextPlace.firstInvalidByte(bytes) {
            throw .notUTF8(file, TextPlace.place(ofByte: offset, in: bytes), byte: bytes[offset])
        }
        var reading = XMLReading(context: context, file: file, source: bytes)
        withUnsafeMutablePointer(to: &reading) { pointer in
            context.pointee.sax.pointee = XMLReading.handler()
            context.pointee.userData = UnsafeMutableRawPointer(pointer)
            bytes.withUnsafeBytes { buffer in
                let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                // No document is built, so nothing comes back that would have to be freed.
                _ = xmlCtxtReadMemory(context, start, Int32(buffer.count), nil, nil, Int32(XML_PARSE_NONET.rawValue))
            }
        }
        if let problem = reading.problem { throw problem }
        guard !reading.builder.isEmpty else { throw .emptyXML(file) }
        return XMLTree(reading.builder, file: file, source: bytes)
    }
}

/// The reading of one file: what libxml2 calls while it parses.
private struct XMLReading {
    let context: xmlParserCtxtPtr
    let file: String
    let source: [UInt8]
    var builder: XMLTreeBuilder
    private(set) var problem: InputProblem?
    /// Whether there is a problem; cheaper to ask.
    private var isStopped = false

    init(context: xmlParserCtxtPtr, file: String, source: [UInt8]) {
        self.context = context
        self.file = file
        self.source = source
        builder = XMLTreeBuilder(bytes: source.count)
    }

    static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { reading, name, _, uri, _, _, count, _, attributes in
            guard let reading = XMLReading.at(reading) else { return }
            reading.pointee.open(name, namespace: uri, count: Int(count), attributes)
        }
        handler.endElementNs = { reading, _, _, _ in
            guard let reading = XMLReading.at(reading) else { return }
            reading.pointee.builder.closeElement()
        }
        handler.characters = { reading, text, count in
            guard let reading = XMLReading.at(reading) else { return }
            reading.pointee.append(text, count: Int(count))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.internalSubset = { reading, name, _, _ in XMLReading.at(reading)?.pointee.refuseDoctype(name) }
        handler.startDocument = { reading in XMLReading.at(reading)?.pointee.checkEncoding() }
        handler.serror = { reading, error in XMLReading.at(reading)?.pointee.keep(error) }
        return handler
    }

    private static func at(_ userData: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLReading>? {
        userData?.assumingMemoryBound(to: XMLReading.self)
    }

    private mutating func open(
        _ name: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?, count: Int,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard !isStopped else { return }
        guard Self.isRuleNamespace(namespace) else {
            return stop(.wrongNamespace(file, here, found: String(decoding: Self.bytes(namespace), as: UTF8.self)))
        }
        guard builder.depth < XMLParser.mostDepth else { return stop(.tooDeep(file, here)) }
        guard builder.dropBlanks() else { return stop(.strayText(file, here)) }
        for index in 0..<count {
            append(attribute: attributes.map { $0 + 5 * index })
        }
        builder.openElement(name: Self.bytes(name), attributeCount: count, offset: offset)
    }

    /// libxml2 gives five pointers an attribute: local name, prefix, namespace, start and end of the value.
    private mutating func append(attribute: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard let attribute, let start = attribute[3], let end = attribute[4] else { return }
        guard attribute[1] == nil else {
            let prefix = String(decoding: Self.bytes(attribute[1]), as: UTF8.self)
            return stop(.foreignAttribute(file, here, found: "\(prefix):"))
        }
        let value = UnsafeBufferPointer(start: start, count: end - start)
        builder.appendAttribute(name: Self.bytes(attribute[0]), value: value)
    }

    private mutating func append(_ text: UnsafePointer<xmlChar>?, count: Int) {
        guard !isStopped else { return }
        let text = UnsafeBufferPointer(start: text, count: count)
        if !builder.appendText(text) { stop(.strayText(file, place(of: text))) }
    }

    /// Where the first character of a text stands that is not blank. libxml2 passes a text on sometimes before it has
    /// moved over it, sometimes after.
    private func place(of text: UnsafeBufferPointer<UInt8>) -> InputProblem.Place {
        let isAhead = context.pointee.input?.pointee.cur == text.baseAddress
        let blanks = text.prefix { $0 <= UInt8(ascii: " ") }.count
        return TextPlace.place(ofByte: offset - (isAhead ? 0 : text.count) + blanks, in: source)
    }

    private mutating func refuseDoctype(_ name: UnsafePointer<xmlChar>?) {
        stop(.doctype(file, here, name: String(decoding: Self.bytes(name), as: UTF8.self)))
    }

    private mutating func checkEncoding() {
        guard let encoding = context.pointee.encoding ?? context.pointee.input?.pointee.encoding else { return }
        let name = String(cString: encoding)
        if name.lowercased() != "utf-8" { stop(.foreignEncoding(file, found: name)) }
    }

    private mutating func keep(_ error: UnsafePointer<xmlError>?) {
        guard let error, !isStopped, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        problem = .notWellFormed(file, error.pointee)
        isStopped = true
    }

    private mutating func stop(_ problem: InputProblem) {
        if !isStopped { self.problem = problem }
        isStopped = true
        xmlStopParser(context)
    }

    // MARK: Helpers

    private static func isRuleNamespace(_ uri: UnsafePointer<xmlChar>?) -> Bool {
        guard let uri else { return false }
        // A static string ends with a zero byte, as C strings do.
        return xmlStrcmp(uri, XMLParser.namespace.utf8Start) == 0
    }

    private static func bytes(_ text: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text, count: text == nil ? 0 : Int(xmlStrlen(text)))
    }

    /// How many bytes of the file libxml2 has passed.
    private var offset: Int {
        guard let input = context.pointee.input else { return 0 }
        return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }

    private var here: InputProblem.Place {
        TextPlace.place(ofByte: max(0, offset - 1), in: source)
    }
}

extension InputProblem {
    fileprivate static func emptyXML(_ file: String) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "xml.empty",
            message: BilingualText(en: "the file is empty", zh: "文件为空"),
            expected: BilingualText(en: "an XML document", zh: "XML 文档"))
    }

    fileprivate static func tooLargeXML(_ file: String, bytes: Int) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "file.tooLarge",
            message: BilingualText(en: "the file is too large", zh: "文件过大"), found: "\(bytes) B",
            expected: BilingualText(en: "at most \(FileSystem.mostBytes) B", zh: "不超过 \(FileSystem.mostBytes) 字节"))
    }

    fileprivate static func notUTF8(_ file: String, _ place: Place, byte: UInt8) -> InputProblem {
        InputProblem(
            file: file, place: place, code: "xml.notUTF8",
            message: BilingualText(en: "the file is not UTF-8 text", zh: "文件不是 UTF-8 文本"),
            found: "0x" + String(byte, radix: 16, uppercase: true), expected: BilingualText(same: "UTF-8"))
    }

    fileprivate static func foreignEncoding(_ file: String, found: String) -> InputProblem {
        InputProblem(
            file: file, place: .line(1, column: 1), code: "xml.notUTF8",
            message: BilingualText(en: "the file declares another encoding", zh: "文件声明了其他编码"), found: found,
            expected: BilingualText(same: "UTF-8"))
    }

    fileprivate static func doctype(_ file: String, _ place: Place, name: String) -> InputProblem {
        InputProblem(
            file: file, place: place, code: "xml.doctype",
            message: BilingualText(
                en: "a rule file has no DOCTYPE and no entities of its own", zh: "规则文件不得含有 DOCTYPE 或自定义实体"),
            found: "<!DOCTYPE \(name)")
    }

    fileprivate static func wrongNamespace(_ file: String, _ place: Place, found: String) -> InputProblem {
        InputProblem(
            file: file, place: place, code: "xml.wrongNamespace",
            message: BilingualText(en: "the element is of another namespace", zh: "元素属于其他命名空间"), found: found,
            expected: BilingualText(same: "xmlns=\"\(XMLParser.namespace)\""))
    }

    fileprivate static func foreignAttribute(_ file: String, _ place: Place, found: String) -> InputProblem {
        InputProblem(
            file: file, place: place, code: "xml.foreignAttribute",
            message: BilingualText(en: "the attribute is of another namespace", zh: "属性属于其他命名空间"), found: found,
            expected: BilingualText(en: "attributes without prefix", zh: "不带前缀的属性"))
    }

    fileprivate static func tooDeep(_ file: String, _ place: Place) -> InputProblem {
        InputProblem(
            file: file, place: place, code: "xml.tooDeep",
            message: BilingualText(en: "the elements are nested too deeply", zh: "元素嵌套过深"),
            expected: BilingualText(en: "at most \(XMLParser.mostDepth) levels", zh: "不超过 \(XMLParser.mostDepth) 层"))
    }

    fileprivate static func strayText(_ file: String, _ place: Place) -> InputProblem {
        InputProblem(
            file: file, place: place, code: "xml.strayText",
            message: BilingualText(en: "text stands beside elements", zh: "文字与元素混杂"),
            expected: BilingualText(en: "either text or elements", zh: "仅含文字或仅含元素"))
    }

    fileprivate static func notWellFormed(_ file: String, _ error: xmlError) -> InputProblem {
        let words = error.message.map { String(cString: $0) } ?? ""
        let place = Place.line(max(1, Int(error.line)), column: max(0, Int(error.int2)))
        return InputProblem(
            file: file, place: place, code: "xml.notWellFormed",
            message: BilingualText(en: "the file is not well-formed XML", zh: "文件不是格式正确的 XML"),
            found: words.split(whereSeparator: \.isNewline).joined(separator: " "))
    }
}
