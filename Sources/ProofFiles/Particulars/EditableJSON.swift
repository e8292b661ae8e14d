import DossierFiles
import Reporting

/// A JSON text as a tree that can be changed; members keep their order, and what is not changed its value.
indirect enum EditableJSON: Equatable, Sendable {
    case object([Member])
    case list([EditableJSON])
    case text(String)
    /// A number, a truth value or null, as it was written.
    case other(String)

    struct Member: Equatable, Sendable {
        let name: String
        var value: EditableJSON
    }

    init(_ node: JSONNode, of json: JSONText) {
        switch node.kind {
        case .object:
            self = .object(json.members(of: node).map {
                Member(name: json.string($0.name), value: EditableJSON($0.value, of: json))
            })
        case .array: self = .list(json.elements(of: node).map { EditableJSON($0, of: json) })
        case .string: self = .text(json.string(node))
        case .number, .boolean, .null: self = .other(json.source(node))
        }
    }

    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    var elements: [EditableJSON] {
        get { if case .list(let elements) = self { elements } else { [] } }
        set { self = .list(newValue) }
    }

    /// The text of a member; nil where it is none.
    func text(_ name: String) -> String? {
        if case .text(let text)? = self[name] { text } else { nil }
    }

    subscript(name: String) -> EditableJSON? { members.first { $0.name == name }?.value }

    /// Puts a member where `order` has it, or takes it out.
    mutating func set(_ name: String, _ value: EditableJSON?, order: [String]) {
        var members = members
        defer { self = .object(members) }
        guard let value else { return members.removeAll { $0.name == name } }
        if let place = members.firstIndex(where: { $0.name == name }) {
            members[place].value = value
            return
        }
        let later = Set(order.drop { $0 != name }.dropFirst())
        members.insert(
            Member(name: name, value: value), at: members.firstIndex { later.contains($0.name) } ?? members.endIndex)
    }

    func write(_ json: inout JSONWriter) {
        switch self {
        case .object(let members):
            json.object { json in
                for member in members {
                    json.name(of: member.name)
                    member.value.write(&json)
                }
            }
        case .list(let elements): json.array { json in for element in elements { element.write(&json) } }
        case .text(let text): json.value(text)
        case .other(let source): json.raw(source)
        }
    }
}
