import Bilingual
import DossierFiles
import ProofFiles

/// What an option such as `--good 'name=Motorcycle; hsCode=8711.20; parties=VN,TH'` says: fields of the format, each with
/// its value, with semicolons between them.
struct ProfileSpecification {
    /// What the thing is known by.
    let name: String
    let values: ProfileEditing.Values

    /// - Parameter fields: those the thing has, as the format calls them; the first is its name.
    init(_ text: String, option: String, fields: [String]) throws(InputProblems) {
        var values: ProfileEditing.Values = []
        var problems: [InputProblem] = []
        for part in text.split(whereSeparator: { $0 == ";" || $0 == "；" }) where !part.allSatisfy(\.isWhitespace) {
            guard let equals = part.firstIndex(of: "=") else {
                problems.append(.noValue(option, String(part), fields))
                continue
            }
            let field = Self.trimmed(part[..<equals])
            let value = Self.trimmed(part[part.index(after: equals)...])
            if !fields.contains(field) {
                problems.append(.unknownField(option, field, fields))
            } else if values.contains(where: { $0.field == field }) {
                problems.append(.fieldTwice(option, field))
            } else {
                values.append((field, value.isEmpty ? nil : Self.value(of: field, value)))
            }
        }
        var name = ""
        if case .text(let text)?? = values.first(where: { $0.field == fields[0] })?.value { name = text }
        if name.isEmpty, problems.isEmpty { problems.append(.noName(option, text, fields)) }
        guard problems.isEmpty else { throw InputProblems(problems) }
        self.name = name
        self.values = values
    }

    private static func value(of field: String, _ text: String) -> ProfileEditing.Value {
        guard field == "parties" else { return .text(text) }
        return .list(text.split(whereSeparator: { ",，、".contains($0) }).map(trimmed))
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension InputProblem {
    private static func form(_ fields: [String]) -> BilingualText {
        let form = fields.map { "\($0)=..." }.joined(separator: "; ")
        return BilingualText(en: "such as \"\(form)\"", zh: "形如 \"\(form)\"")
    }

    fileprivate static func noValue(_ option: String, _ part: String, _ fields: [String]) -> InputProblem {
        InputProblem(
            file: option, place: .wholeFile, code: "exporter.noValue",
            message: BilingualText(en: "this is no field with a value", zh: "这不是字段及其内容"), found: part,
            expected: form(fields))
    }

    fileprivate static func unknownField(_ option: String, _ field: String, _ fields: [String]) -> InputProblem {
        let meant = NearestName.nearest(to: field, among: fields)
        return InputProblem(
            file: option, place: .wholeFile, code: "exporter.unknownField",
            message: BilingualText(
                en: "there is no field \(field) here" + (meant.map { "; did you mean \($0)?" } ?? ""),
                zh: "此处没有字段 \(field)" + (meant.map { "；是否应为 \($0)？" } ?? "")),
            found: field, expected: BilingualText(same: fields.joined(separator: ", ")))
    }

    fileprivate static func fieldTwice(_ option: String, _ field: String) -> InputProblem {
        InputProblem(
            file: option, place: .wholeFile, code: "exporter.fieldTwice",
            message: BilingualText(en: "\(field) stands twice", zh: "\(field)重复"), found: field,
            expected: BilingualText(en: "each field once", zh: "每个字段出现一次"))
    }

    fileprivate static func noName(_ option: String, _ text: String, _ fields: [String]) -> InputProblem {
        InputProblem(
            file: option, place: .wholeFile, code: "exporter.missingField",
            message: BilingualText(en: "\(fields[0]) is missing", zh: "缺少 \(fields[0])"), found: text,
            expected: form(fields))
    }
}
