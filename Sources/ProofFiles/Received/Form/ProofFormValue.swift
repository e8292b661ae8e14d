import Reporting

/// What a form says, laid out as `rcep-proof/1`.
indirect enum ProofFormValue {
    case text(String)
    case flag(Bool)
    case list([ProofFormValue])
    case object([String: ProofFormValue])

    /// Puts a value where the members lead.
    /// - Returns: false where something stands there that is no object.
    mutating func set(_ value: ProofFormValue, at path: some Collection<String>) -> Bool {
        guard case .object(var members) = self, let name = path.first else { return false }
        if path.count == 1 {
            guard members[name] == nil else { return false }
            members[name] = value
        } else {
            var member = members[name] ?? .object([:])
            guard member.set(value, at: path.dropFirst()) else { return false }
            members[name] = member
        }
        self = .object(members)
        return true
    }

    var isEmpty: Bool {
        if case .object(let members) = self { members.isEmpty } else { false }
    }

    func write(_ json: inout JSONWriter) {
        switch self {
        case .text(let text): json.value(text)
        case .flag(let flag): json.value(flag)
        case .list(let elements): json.array { json in for element in elements { element.write(&json) } }
        case .object(let members):
            json.object { json in
                for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                    json.name(of: name)
                    value.write(&json)
                }
            }
        }
    }
}
