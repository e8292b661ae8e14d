import Bilingual
import DossierFiles
import ProofsOfOrigin
import Reporting

/// The profile of an exporter, `rcep-exporter/1`, put together or changed value by value.
///
/// The result is a text of the format, so that it is checked and kept as a file of the same content is.
public struct ProfileEditing: Sendable {
    /// What values can be given to.
    public enum Part: Sendable, Hashable {
        case exporter, authorisation
        /// A good on file, by its English name.
        case good(String)
        case signatory(String)
        /// By short name.
        case producer(String)
        case consignee(String)

        /// Fields a good has, as the format calls them.
        public static let fieldsOfGood = ["name", "chineseName", "hsCode", "parties"]
        public static let fieldsOfSignatory = ["name", "position", "until"]
    }

    /// A value of a field; nil takes it out.
    public typealias Values = [(field: String, value: Value?)]

    public enum Value: Sendable, Hashable {
        case text(String)
        case list([String])
    }

    private var tree: EditableJSON
    private let earlier: (bytes: [UInt8], tree: EditableJSON)?

    /// - Parameter id: the short name.
    public init(new id: String) {
        tree = .object([])
        tree.set("format", .text(ExporterFile.format), order: Self.order)
        tree.set("id", .text(id), order: Self.order)
        earlier = nil
    }

    /// - Throws: what is no JSON; anything else is found when the result is read.
    public init(_ bytes: [UInt8], file: String) throws(InputProblems) {
        do throws(InputProblem) {
            let json = try JSONText(bytes, file: file, limits: ParticularsReader.limits)
            tree = EditableJSON(json.root, of: json)
        } catch {
            throw InputProblems([error])
        }
        earlier = (bytes, tree)
    }

    /// The profile as a file; where nothing was changed, the very bytes it was.
    public var bytes: [UInt8] {
        if let earlier, earlier.tree == tree { return earlier.bytes }
        var json = JSONWriter(.pretty)
        tree.write(&json)
        return Array("\(json.text)\n".utf8)
    }

    /// How many of a name there are: a file may have several goods of one, which no name tells apart.
    public func count(of part: Part) -> Int {
        switch part {
        case .exporter: tree["exporter"] == nil ? 0 : 1
        case .authorisation: tree["authorisation"] == nil ? 0 : 1
        case .good(let name): count("name", name, tree["authorisation"]?["goods"])
        case .signatory(let name): count("name", name, tree["authorisation"]?["signatories"])
        case .producer(let id): count("id", id, tree["producers"])
        case .consignee(let id): count("id", id, tree["consignees"])
        }
    }

    private func count(_ key: String, _ name: String, _ list: EditableJSON?) -> Int {
        (list?.elements ?? []).count { $0.text(key) == name }
    }

    // MARK: Changes

    /// Gives values to a part, which is begun where there is none; those not named stay.
    public mutating func set(_ values: Values, of part: Part) {
        switch part {
        case .exporter: tree.change("exporter", Self.order) { $0.fill(values, Self.firmOrder) }
        case .authorisation: tree.change("authorisation", Self.order) { $0.fill(values, Self.authorisationOrder) }
        case .good(let name): setInAuthorisation("goods", name, values, Part.fieldsOfGood)
        case .signatory(let name): setInAuthorisation("signatories", name, values, Part.fieldsOfSignatory)
        case .producer(let id): setFirm("producers", id, values)
        case .consignee(let id): setFirm("consignees", id, values)
        }
    }

    private mutating func setInAuthorisation(_ list: String, _ name: String, _ values: Values, _ order: [String]) {
        tree.change("authorisation", Self.order) { authorisation in
            authorisation.change(list, Self.authorisationOrder) { $0.changeElement("name", name, values, order) }
        }
    }

    private mutating func setFirm(_ list: String, _ id: String, _ values: Values) {
        tree.change(list, Self.order) { $0.changeElement("id", id, values, ["id"] + Self.firmOrder) }
    }

    /// Takes a part out.
    /// - Returns: the names there are instead, where there is no such part; nil where it was taken out.
    public mutating func remove(_ part: Part) -> [String]? {
        switch part {
        case .exporter: return []
        case .authorisation:
            guard tree["authorisation"] != nil else { return [] }
            tree.set("authorisation", nil, order: Self.order)
            return nil
        case .good(let name): return removeFromAuthorisation("goods", name)
        case .signatory(let name): return removeFromAuthorisation("signatories", name)
        case .producer(let id): return removeFirm("producers", id)
        case .consignee(let id): return removeFirm("consignees", id)
        }
    }

    private mutating func removeFromAuthorisation(_ list: String, _ name: String) -> [String]? {
        guard var authorisation = tree["authorisation"] else { return [] }
        if let known = authorisation.removeElement("name", name, of: list, order: Self.authorisationOrder) { return known }
        tree.set("authorisation", authorisation, order: Self.order)
        return nil
    }

    private mutating func removeFirm(_ list: String, _ id: String) -> [String]? {
        if let known = tree.removeElement("id", id, of: list, order: Self.order) { return known }
        // A file without producers says so by leaving them out.
        if tree[list]?.elements.isEmpty == true { tree.set(list, nil, order: Self.order) }
        return nil
    }

    // MARK: Where a problem belongs

    /// The part and the field that a JSON pointer of the result leads to; nil for what no option gives.
    public func target(of pointer: String) -> (part: Part, field: String?)? {
        let tokens = pointer.split(separator: "/").map(String.init)
        guard let first = tokens.first else { return nil }
        let field = tokens.count > 1 ? tokens[1] : nil
        switch (first, field) {
        case ("exporter", _): return (.exporter, field)
        case ("authorisation", "goods"?) where tokens.count > 2:
            return name("goods", tokens, tree["authorisation"], "name").map { (.good($0), tokens.count > 3 ? tokens[3] : nil) }
        case ("authorisation", "signatories"?) where tokens.count > 2:
            return name("signatories", tokens, tree["authorisation"], "name").map {
                (.signatory($0), tokens.count > 3 ? tokens[3] : nil)
            }
        case ("authorisation", _): return (.authorisation, field)
        case ("producers", _): return name("producers", [""] + tokens, tree, "id").map { (.producer($0), tokens.last) }
        case ("consignees", _): return name("consignees", [""] + tokens, tree, "id").map { (.consignee($0), tokens.last) }
        default: return nil
        }
    }

    private func name(_ list: String, _ tokens: [String], _ tree: EditableJSON?, _ key: String) -> String? {
        guard tokens.count > 2, let index = Int(tokens[2]), let elements = tree?[list]?.elements, index < elements.count
        else { return nil }
        return elements[index].text(key)
    }

    // MARK: The order of the format

    private static let order = ["$schema", "format", "id", "exporter", "authorisation", "producers", "consignees"]
    private static let firmOrder = ["name", "chineseName", "address", "country", "registration"]
    private static let authorisationOrder = ["code", "issued", "validUntil", "goods", "signatories"]
}

extension EditableJSON {
    fileprivate mutating func change(_ name: String, _ order: [String], _ body: (inout EditableJSON) -> Void) {
        var value = self[name] ?? .object([])
        body(&value)
        set(name, value, order: order)
    }

    fileprivate mutating func fill(_ values: ProfileEditing.Values, _ order: [String]) {
        for (field, value) in values {
            switch value {
            case .text(let text)?: set(field, .text(text), order: order)
            case .list(let texts)?: set(field, .list(texts.map { .text($0) }), order: order)
            case nil: set(field, nil, order: order)
            }
        }
    }

    /// Of a list: gives values to the element that is called so, or to a new one at its end.
    fileprivate mutating func changeElement(
        _ key: String, _ name: String, _ values: ProfileEditing.Values, _ order: [String]
    ) {
        var elements = elements
        let place = elements.firstIndex { $0.text(key) == name } ?? elements.endIndex
        if place == elements.endIndex { elements.append(.object([Member(name: key, value: .text(name))])) }
        elements[place].fill(values, order)
        self.elements = elements
    }

    /// - Returns: what there is instead, where no element of the list is called so.
    fileprivate mutating func removeElement(_ key: String, _ name: String, of list: String, order: [String]) -> [String]? {
        var elements = self[list]?.elements ?? []
        guard let place = elements.firstIndex(where: { $0.text(key) == name }) else {
            return elements.compactMap { $0.text(key) }
        }
        elements.remove(at: place)
        set(list, .list(elements), order: order)
        return nil
    }
}
