/// Elements of lists that were left out for their faults.
struct DroppedElements: Sendable {
    /// Places among the nodes of the text.
    private var nodes: Set<UInt32> = []

    var isEmpty: Bool { nodes.isEmpty }

    mutating func insert(_ node: JSONNode) {
        nodes.insert(node.index)
    }

    func contains(_ node: JSONNode) -> Bool {
        nodes.contains(node.index)
    }
}

extension JSONText {
    /// The pointer into the text that a pointer into what was read of it means: numbers in the latter pass over the
    /// elements that were dropped.
    func pointer(_ read: String, without dropped: DroppedElements) -> String {
        var node: JSONNode? = root
        var pointer = ""
        for token in read.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            var token = JSONPointer.unescaped(token)
            if let list = node, list.kind == .array, let place = JSONPointer.index(token) {
                let kept = elements(of: list).enumerated().filter { !dropped.contains($0.element) }
                if place < kept.count { token = String(kept[place].offset) }
            }
            pointer += "/" + JSONPointer.escaped(token)
            node = node.flatMap { child(of: $0, named: token) }
        }
        return pointer
    }
}
