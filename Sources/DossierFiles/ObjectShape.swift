import Bilingual

/// The fields an object of the format may have.
package struct ObjectShape {
    /// What the object is, to be named where something else stands.
    package let meaning: BilingualText
    let fields: [Field]
    /// Names that begin with this are let pass unread.
    let ignoredPrefix: String?

    package struct Field {
        let name: String
        let isRequired: Bool
        /// What belongs there, to be named where it is missing or wrong.
        let meaning: BilingualText

        package static func required(_ name: String, en: String, zh: String) -> Field {
            Field(name: name, isRequired: true, meaning: BilingualText(en: en, zh: zh))
        }

        package static func optional(_ name: String, en: String, zh: String) -> Field {
            Field(name: name, isRequired: false, meaning: BilingualText(en: en, zh: zh))
        }
    }

    package init(en english: String, zh chinese: String, ignoredPrefix: String? = nil, _ fields: [Field]) {
        meaning = BilingualText(en: english, zh: chinese)
        self.fields = fields
        self.ignoredPrefix = ignoredPrefix
    }

    /// Place of the field whose name somebody may have meant.
    func fieldMeant(by name: String) -> Int? {
        let nearest = NearestName.nearest(to: name, among: fields.map(\.name))
        return fields.firstIndex { $0.name == nearest }
    }

    func ignores(_ name: String) -> Bool {
        ignoredPrefix.map { name.utf8.starts(with: $0.utf8) } ?? false
    }
}

/// The members of one object that its shape knows and that are not null.
package struct Fields {
    package let object: JSONNode
    private var members: [(name: String, value: JSONNode)] = []

    init(of object: JSONNode) {
        self.object = object
    }

    package subscript(name: String) -> JSONNode? {
        members.first { $0.name == name }?.value
    }

    mutating func append(_ name: String, _ value: JSONNode) {
        members.append((name, value))
    }
}

extension DossierReader {
    /// The members of an object; unknown, missing and null ones are reported here.
    package func fields(of node: JSONNode, _ shape: ObjectShape) -> Fields? {
        guard node.kind == .object else {
            problems.add(.wrongType(node.kind, expected: shape.meaning), at: node)
            return nil
        }
        var fields = Fields(of: node)
        // By place in the shape; no shape has as many fields as this has bits.
        var present: UInt64 = 0
        var misspelt: UInt64 = 0
        for member in json.members(of: node) {
            let name = json.string(member.name)
            guard let place = shape.fields.firstIndex(where: { $0.name == name }) else {
                if shape.ignores(name) { continue }
                // Once no more is kept, looking for what was meant would only cost time.
                let meant = problems.isFull ? nil : shape.fieldMeant(by: name)
                if let meant { misspelt |= 1 << meant }
                problems.add(.unknownField(name, meant: meant, shape), at: member.name)
                continue
            }
            let field = shape.fields[place]
            // A name that stands twice is reported as such; the first counts.
            guard present & 1 << place == 0 else { continue }
            present |= 1 << place
            if member.value.kind == .null {
                problems.add(.null(field), at: member.value)
            } else {
                fields.append(field.name, member.value)
            }
        }
        // Where a name is misspelt, the field is not missing too: one mistake, one problem.
        for (place, field) in shape.fields.enumerated()
        where field.isRequired && (present | misspelt) & 1 << place == 0 {
            problems.add(.missing(field), missing: field.name, in: node)
        }
        return fields
    }
}

extension ShapeFault {
    package static func wrongType(_ found: JSONNode.Kind, expected: BilingualText) -> ShapeFault {
        ShapeFault(
            "dossier.wrongType",
            BilingualText(en: "\(found.name.english) cannot stand here", zh: "此处不能是\(found.name.chinese)"),
            expected: expected)
    }

    fileprivate static func null(_ field: ObjectShape.Field) -> ShapeFault {
        ShapeFault(
            "dossier.null",
            field.isRequired
                ? BilingualText(en: "\(field.name) needs a value, not null", zh: "\(field.name) 必须有值，不能为 null")
                : BilingualText(
                    en: "null cannot stand here; leave \(field.name) out where nothing is known",
                    zh: "此处不能是 null；没有资料时请省略 \(field.name)"),
            expected: field.meaning)
    }

    fileprivate static func missing(_ field: ObjectShape.Field) -> ShapeFault {
        ShapeFault(
            "dossier.missingField",
            BilingualText(en: "\(field.name) is missing", zh: "缺少 \(field.name)"), expected: field.meaning)
    }

    fileprivate static func unknownField(_ name: String, meant: Int?, _ shape: ObjectShape) -> ShapeFault {
        let shown = excerpt(of: name.utf8)
        let hint = meant.map { shape.fields[$0].name }.map { name in
            BilingualText(en: "; did you mean \(name)?", zh: "；是否应为 \(name)？")
        }
        return ShapeFault(
            "dossier.unknownField",
            BilingualText(
                en: "there is no field \(shown) here" + (hint?.english ?? ""),
                zh: "此处没有字段 \(shown)" + (hint?.chinese ?? "")),
            found: shown, expected: BilingualText(same: shape.fields.map(\.name).joined(separator: ", ")))
    }
}
