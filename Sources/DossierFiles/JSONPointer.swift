/// JSON pointers (RFC 6901): `/materials/3/country`.
extension JSONText {
    /// The pointer to a value, or to the value of a name.
    public func pointer(to target: JSONNode) -> String {
        var pointer = ""
        var current = root
        while current.index != target.index, let step = step(from: current, towards: target) {
            pointer += "/" + step.token
            if step.isName { break }
            current = step.value
        }
        return pointer
    }

    /// The value a pointer leads to, or, where it is absent, the nearest one around it that exists.
    public func nearest(to pointer: String) -> JSONNode {
        var current = root
        for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard let child = child(of: current, named: JSONPointer.unescaped(token)) else { break }
            current = child
        }
        return current
    }

    func child(of node: JSONNode, named token: String) -> JSONNode? {
        switch node.kind {
        case .object: value(token, of: node)
        case .array: JSONPointer.index(token).flatMap { index in
            let elements = elements(of: node)
            return index < elements.count ? elements[index] : nil
        }
        default: nil
        }
    }

    private func step(
        from node: JSONNode, towards target: JSONNode
    ) -> (token: String, value: JSONNode, isName: Bool)? {
        let isObject = node.kind == .object
        var index = node.index + 1
        var place = 0
        while index < node.next {
            let value = nodes[Int(index) + (isObject ? 1 : 0)]
            if target.index < value.next {
                let name = nodes[Int(index)]
                let token = isObject ? JSONPointer.escaped(string(name)) : String(place)
                return (token, value, isObject && target.index == name.index)
            }
            index = value.next
            place += 1
        }
        return nil
    }
}

enum JSONPointer {
    /// Place in a list, from 0; nil unless written without sign and leading zeros.
    static func index(_ token: String) -> Int? {
        Int(token).flatMap { $0 >= 0 && String($0) == token ? $0 : nil }
    }

    static func escaped(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
        var result = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "~": result += "~0"
            case "/": result += "~1"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    static func unescaped(_ token: some StringProtocol) -> String {
        guard token.utf8.contains(UInt8(ascii: "~")) else { return String(token) }
        var result = String.UnicodeScalarView()
        var afterTilde = false
        for scalar in token.unicodeScalars {
            if afterTilde {
                result.append(scalar == "1" ? "/" : "~")
                if scalar != "0", scalar != "1" { result.append(scalar) }
            } else if scalar != "~" {
                result.append(scalar)
            }
            afterTilde = !afterTilde && scalar == "~"
        }
        return String(result)
    }
}
