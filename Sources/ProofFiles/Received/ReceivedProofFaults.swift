import Bilingual
import DossierFiles
import OriginDetermination

/// Gathers what is wrong with the file of a received proof, and reads single values of it.
///
/// A value that is absent or null is nil without a word; one of another type than the format has is a problem.
final class ReceivedProofFaults {
    private static let most = 100
    /// Bytes of a text; no box of a proof holds as many.
    private static let longestText = 8000

    let json: JSONText
    private let file: String
    private(set) var problems: [InputProblem] = []
    private(set) var notes: [Note] = []

    init(_ json: JSONText, file: String) {
        self.json = json
        self.file = file
        for name in json.repeatedNames { add(name, "json.repeatedName", .repeatedName, expected: nil) }
    }

    // MARK: Faults

    func add(_ node: JSONNode, _ code: String, _ message: BilingualText, expected: BilingualText?) {
        guard problems.count < Self.most else { return }
        let position = json.position(ofByte: node.byteOffset)
        problems.append(InputProblem(
            file: file, place: .pointer(json.pointer(to: node), line: position.line, column: position.column), code: code,
            message: message, found: json.excerpt(node), expected: expected))
    }

    private func wrongType(_ node: JSONNode, expected: BilingualText) {
        let kind = node.kind.name
        add(
            node, "proof.wrongType",
            BilingualText(en: "\(kind.english) cannot stand here", zh: "此处不能是\(kind.chinese)"), expected: expected)
    }

    // MARK: Structure

    /// The members of an object that are of the format and not null; others are noted.
    func members(_ node: JSONNode?, _ names: [String]) -> [String: JSONNode]? {
        guard let node, node.kind != .null else { return nil }
        guard node.kind == .object else {
            wrongType(node, expected: .object(names))
            return nil
        }
        var members: [String: JSONNode] = [:]
        for member in json.members(of: node) {
            let name = json.string(member.name)
            guard names.contains(name) else {
                if name != "$schema" { note(member.name, name, names) }
                continue
            }
            if member.value.kind != .null, members[name] == nil { members[name] = member.value }
        }
        return members
    }

    private func note(_ node: JSONNode, _ name: String, _ names: [String]) {
        guard notes.count < Self.most else { return }
        let meant = NearestName.nearest(to: name, among: names).map { name in
            BilingualText(en: "; perhaps \(name) is meant", zh: "，可能应为\(name)")
        }
        let shown = json.excerpt(node)
        notes.append(Note(
            code: "file.unknownMember",
            message: BilingualText(
                en: "The file has a member \(shown) that is not of the format and was passed over\(meant?.english ?? "").",
                zh: "文件中的字段\(shown)不属于该格式，未予读取\(meant?.chinese ?? "")。"),
            place: json.pointer(to: node)))
    }

    /// - Parameter most: elements a list may have.
    func list<Element>(_ node: JSONNode?, most: Int = 1000, _ read: (JSONNode) -> Element?) -> [Element] {
        guard let node else { return [] }
        guard node.kind == .array else {
            wrongType(node, expected: BilingualText(en: "a list", zh: "数组"))
            return []
        }
        let elements = json.elements(of: node)
        guard elements.count <= most else {
            add(
                node, "proof.tooMany", BilingualText(en: "the list has more than \(most) elements", zh: "数组元素超过\(most)个"),
                expected: nil)
            return []
        }
        return elements.compactMap(read)
    }

    // MARK: Values

    /// nil where nothing but spaces stands there: a box left empty.
    func text(_ node: JSONNode?) -> String? {
        guard let node else { return nil }
        guard node.kind == .string else {
            wrongType(node, expected: BilingualText(en: "a text in double quotation marks", zh: "双引号括起的字符串"))
            return nil
        }
        let text = json.string(node)
        guard text.utf8.count <= Self.longestText else {
            add(node, "proof.tooLong", BilingualText(en: "the text is too long", zh: "字符串过长"), expected: nil)
            return nil
        }
        return text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? nil : text
    }

    func flag(_ node: JSONNode?) -> Bool? {
        guard let node else { return nil }
        guard node.kind == .boolean else {
            wrongType(node, expected: BilingualText(en: "true or false", zh: "true 或 false"))
            return nil
        }
        return json.isTrue(node)
    }

    /// - Parameter fault: code, message and what is expected where `read` gives nil.
    func value<Value>(
        _ node: JSONNode?, _ fault: (code: String, message: BilingualText, expected: BilingualText),
        _ read: (String) -> Value?
    ) -> Value? {
        guard let node else { return nil }
        guard node.kind == .string || node.kind == .number else {
            wrongType(node, expected: fault.expected)
            return nil
        }
        let written = json.string(node)
        guard let value = read(written) else {
            add(node, fault.code, fault.message, expected: fault.expected)
            return nil
        }
        return value
    }
}

extension BilingualText {
    fileprivate static let repeatedName = BilingualText(
        en: "this name already stands in the object; a name may stand once", zh: "该对象中已有此字段名；同一字段名只能出现一次")

    fileprivate static func object(_ names: [String]) -> BilingualText {
        BilingualText(
            en: "an object with \(names.joined(separator: ", "))", zh: "含 \(names.joined(separator: "、")) 的对象")
    }
}
