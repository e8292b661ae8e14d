import Bilingual

/// What is wrong with a value that is good JSON but not what the format asks for.
package struct ShapeFault: Error {
    let code: String
    let message: BilingualText
    /// nil: the source of the value, where there is one, is shown.
    let found: String?
    let expected: BilingualText?

    package init(_ code: String, _ message: BilingualText, found: String? = nil, expected: BilingualText? = nil) {
        self.code = code
        self.message = message
        self.found = found
        self.expected = expected
    }
}

/// Gathers what is wrong with a file, so that all of it can be reported together.
package final class ProblemCollector {
    /// More than this is only counted.
    static let most = 100

    private let json: JSONText
    private let file: String
    /// What the codes of problems begin with: `dossier`, or the name of another format.
    private let family: String
    private var kept: [(offset: Int, pointer: String, fault: ShapeFault, found: String?)] = []
    private var omitted = 0
    /// Elements of lists that could not be read.
    private(set) var dropped = DroppedElements()
    /// Materials met so far, at every depth.
    private(set) var materials = 0

    package init(_ json: JSONText, file: String, family: String = "dossier") {
        self.json = json
        self.file = file
        self.family = family
    }

    /// A fault of a value that is there.
    package func add(_ fault: @autoclosure () -> ShapeFault, at node: JSONNode) {
        guard hasRoom() else { return }
        let fault = fault()
        kept.append((node.byteOffset, json.pointer(to: node), fault, fault.found ?? json.excerpt(node)))
    }

    /// A fault of something that an object does not have.
    func add(_ fault: @autoclosure () -> ShapeFault, missing name: String, in object: JSONNode) {
        guard hasRoom() else { return }
        kept.append((object.byteOffset, json.pointer(to: object) + "/" + name, fault(), nil))
    }

    /// Notes that an element is not among what was read.
    func drop(_ element: JSONNode) {
        dropped.insert(element)
    }

    /// Whether so many more materials are still within the limit; counts them.
    func admits(materials count: Int) -> Bool {
        materials += count
        return materials <= DossierReader.mostMaterials
    }

    /// Whether a further problem would only be counted.
    var isFull: Bool { kept.count >= Self.most }

    private func hasRoom() -> Bool {
        guard !isFull else {
            omitted += 1
            return false
        }
        return true
    }

    /// In the order of the file; nil when nothing is wrong.
    package var problems: InputProblems? {
        guard !kept.isEmpty else { return nil }
        var finder = json.positionFinder()
        var problems = kept.sorted { ($0.offset, $0.pointer) < ($1.offset, $1.pointer) }.map { item in
            let position = finder.position(ofByte: item.offset)
            return InputProblem(
                file: file, place: .pointer(item.pointer, line: position.line, column: position.column),
                code: named(item.fault.code), message: item.fault.message, found: item.found, expected: item.fault.expected)
        }
        if omitted > 0 { problems.append(.more(omitted, in: file, code: named("dossier.moreProblems"))) }
        return InputProblems(problems)
    }

    /// The code as the format at hand calls it; codes of JSON itself stay.
    private func named(_ code: String) -> String {
        let own = "dossier."
        return code.hasPrefix(own) ? family + "." + code.dropFirst(own.count) : code
    }
}

extension InputProblem {
    fileprivate static func more(_ count: Int, in file: String, code: String) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: code,
            message: BilingualText(
                en: count == 1 ? "1 more problem is not shown" : "\(count) more problems are not shown",
                zh: "另有 \(count) 个问题未显示"))
    }
}
