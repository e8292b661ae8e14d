import Bilingual
import CLibXML2
import LocalFiles

/// Validates every XML file in the folder of all rules against the schema of its kind, which is named like its root
/// element.
package struct SchemaLint {
    package static let findingCode = "lint.schema"
    private static let folder = "schema"

    private let root: String
    private let parser: XMLParser
    private var schemas: [String: XMLSchema?] = [:]

    package init(root: String, parser: XMLParser) {
        self.root = root
        self.parser = parser
    }

    package mutating func check(_ log: inout ProblemLog) {
        check(folder: "", &log)
    }

    package mutating func check(folder: String, _ log: inout ProblemLog) {
        let path = folder.isEmpty ? root : "\(root)/\(folder)"
        for entry in log.collect({ () throws(InputProblem) in try FileSystem.entries(of: path) }) ?? [] {
            let name = folder.isEmpty ? entry : "\(folder)/\(entry)"
            if FileSystem.isFolder("\(root)/\(name)") {
                check(folder: name, &log)
            } else if entry.hasSuffix(".xml") {
                check(file: name, &log)
            }
        }
    }

    /// A file that the parser refuses never reaches a schema.
    private mutating func check(file name: String, _ log: inout ProblemLog) {
        guard let source = log.collect({ () throws(InputProblem) in try SourceFile(root: root, name: name) }),
            let tree = log.collect({ () throws(InputProblem) in try parser.parse(source) }),
            let kind = tree.root?.name, let schema = schema(kind, of: tree, &log)
        else { return }
        for problem in schema.validate(source) { log.add(problem) }
    }

    private mutating func schema(_ kind: String, of tree: XMLTree, _ log: inout ProblemLog) -> XMLSchema? {
        if let known = schemas[kind] { return known }
        let name = "\(Self.folder)/\(kind).xsd"
        var schema: XMLSchema?
        if !kind.utf8.contains(UInt8(ascii: "/")), FileSystem.exists("\(root)/\(name)") {
            schema = log.collectAll { () throws(InputProblems) in try XMLSchema(root: root, name: name) }
        } else {
            log.add(.noSchema(tree, kind))
        }
        schemas[kind] = .some(schema)
        return schema
    }
}

/// A schema as libxml2 has compiled it.
private final class XMLSchema {
    private let schema: xmlSchemaPtr

    init(root: String, name: String) throws(InputProblems) {
        let messages = SchemaMessages()
        let source: SourceFile
        do {
            source = try SourceFile(root: root, name: name)
        } catch {
            throw InputProblems([error])
        }
        guard let document = XMLSchema.document(source.bytes) else {
            throw InputProblems([.badSchema(source.path, [])])
        }
        defer { xmlFreeDoc(document) }
        guard Self.isSelfContained(document), let context = xmlSchemaNewDocParserCtxt(document) else {
            throw InputProblems([.badSchema(source.path, [])])
        }
        defer { xmlSchemaFreeParserCtxt(context) }
        xmlSchemaSetParserStructuredErrors(context, SchemaMessages.keep, messages.pointer)
        guard let schema = xmlSchemaParse(context) else {
            throw InputProblems([.badSchema(source.path, messages.all)])
        }
        self.schema = schema
    }

    deinit {
        xmlSchemaFree(schema)
    }

    /// What the schema says against a file that the parser has accepted.
    func validate(_ source: SourceFile) -> [InputProblem] {
        guard let document = XMLSchema.document(source.bytes) else { return [] }
        defer { xmlFreeDoc(document) }
        guard let context = xmlSchemaNewValidCtxt(schema) else { return [] }
        defer { xmlSchemaFreeValidCtxt(context) }
        let messages = SchemaMessages()
        xmlSchemaSetValidStructuredErrors(context, SchemaMessages.keep, messages.pointer)
        _ = xmlSchemaValidateDoc(context, document)
        return messages.all.map { InputProblem.schema(source.path, $0) }
    }

    /// Whether a schema has no entities of its own and would fetch no other.
    private static func isSelfContained(_ document: xmlDocPtr) -> Bool {
        guard document.pointee.intSubset == nil, let root = xmlDocGetRootElement(document) else { return false }
        var next = root.pointee.children
        while let node = next {
            let name = node.pointee.name.map { String(cString: $0) } ?? ""
            if ["include", "import", "redefine"].contains(name) { return false }
            next = node.pointee.next
        }
        return true
    }

    private static func document(_ bytes: [UInt8]) -> xmlDocPtr? {
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        return bytes.withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return xmlReadMemory(start, Int32(buffer.count), nil, nil, options)
        }
    }
}

/// What libxml2 says of a schema or by one; kept, never printed.
private final class SchemaMessages {
    struct Message {
        let line: Int
        let words: String
    }

    private(set) var all: [Message] = []

    /// For libxml2, while this object lives.
    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    static let keep: xmlStructuredErrorFunc = { messages, error in
        guard let messages, let error else { return }
        Unmanaged<SchemaMessages>.fromOpaque(messages).takeUnretainedValue().append(error.pointee)
    }

    private func append(_ error: xmlError) {
        let words = error.message.map { String(cString: $0) } ?? ""
        let line = max(1, Int(error.line))
        // After a facet libxml2 says of the same value once more that its type refuses it.
        let isAfterFacet = all.last.map { $0.line == line && $0.words.contains("[facet") } ?? false
        if isAfterFacet, words.contains("atomic type") { return }
        all.append(Message(line: line, words: Self.withoutNamespace(words)))
    }

    private static func withoutNamespace(_ words: String) -> String {
        let parts = words.split(whereSeparator: \.isNewline).joined(separator: " ")
            .split(separator: "{\(XMLParser.namespace)}", omittingEmptySubsequences: false)
        return parts.joined()
    }
}

extension InputProblem {
    fileprivate static func schema(_ file: String, _ message: SchemaMessages.Message) -> InputProblem {
        InputProblem(
            file: file, place: .line(message.line, column: 0), code: SchemaLint.findingCode,
            message: BilingualText(en: "the file does not follow its schema", zh: "文件不符合其模式"), found: message.words)
    }

    fileprivate static func badSchema(_ file: String, _ messages: [SchemaMessages.Message]) -> InputProblem {
        InputProblem(
            file: file, place: messages.first.map { .line($0.line, column: 0) } ?? .wholeFile, code: "lint.badSchema",
            message: BilingualText(en: "the schema cannot be used", zh: "模式文件不可用"), found: messages.first?.words)
    }

    fileprivate static func noSchema(_ tree: XMLTree, _ kind: String) -> InputProblem {
        InputProblem(
            file: tree.file, place: tree.root?.place ?? .wholeFile, code: "lint.noSchema",
            message: BilingualText(en: "there is no schema for this kind of file", zh: "该种文件没有模式"), found: "<\(kind)>",
            expected: BilingualText(same: "schema/\(kind).xsd"))
    }
}
