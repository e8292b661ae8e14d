import Bilingual
import DossierFiles
import ProofsOfOrigin

/// What can be wrong with the lines of a form.
extension InputProblem {
    private init(
        _ file: String, _ line: Int, _ column: Int, _ code: String, _ message: BilingualText, found: String?,
        expected: BilingualText? = nil
    ) {
        self.init(
            file: file, place: .line(line, column: column), code: "proofForm.\(code)", message: message,
            found: found.map { excerpt(of: $0.utf8) }, expected: expected)
    }

    // MARK: What kind of file it is

    static func neitherFormNorJSON(_ file: String) -> InputProblem {
        InputProblem(
            file: file, place: .line(1, column: 1), code: "proofForm.unrecognised",
            message: BilingualText(
                en: "this is neither the data of a proof of origin in JSON nor a form of one", zh: "既不是JSON格式的原产地证明数据，也不是原产地证明表格"),
            expected: BilingualText(
                en: "JSON with \"format\": \"\(ReceivedProofFile.format)\", or a form that begins with \(declaration)",
                zh: "含 \"format\": \"\(ReceivedProofFile.format)\" 的JSON，或者以 \(declaration) 开头的表格"))
    }

    static func tooLargeForm(_ file: String) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "proofForm.tooLarge",
            message: BilingualText(
                en: "the form is larger than \(ProofForm.mostBytes) bytes", zh: "表格大小超过 \(ProofForm.mostBytes) 字节"))
    }

    private static var declaration: String { "\(ProofForm.formatKey.english): \(ProofForm.format)" }
    private static var firstLine: BilingualText {
        BilingualText(en: "\(declaration), before all else", zh: "首行为 \(declaration)")
    }

    static func undeclared(_ file: String) -> InputProblem {
        InputProblem(
            file, 1, 1, "noFormat",
            BilingualText(en: "the form does not say which form it is", zh: "表格未注明其格式"), found: nil, expected: firstLine)
    }

    static func otherFormat(_ file: String, _ line: Int, _ column: Int, _ value: String) -> InputProblem {
        InputProblem(
            file, line, column, "unsupportedFormat",
            BilingualText(en: "this is not a form that can be read", zh: "不是可以读取的表格"), found: value, expected: firstLine)
    }

    static func formatNotFirst(_ file: String, _ line: ProofFormLines.Line) -> InputProblem {
        InputProblem(
            file, line.number, line.column, "formatNotFirst",
            BilingualText(en: "the line that says which form it is comes too late", zh: "注明格式的行不在首行"), found: nil,
            expected: firstLine)
    }

    static func repeatedFormat(_ file: String, _ line: ProofFormLines.Line) -> InputProblem {
        InputProblem(
            file, line.number, line.column, "repeatedFormat",
            BilingualText(en: "a second form begins here", zh: "此处又开始了一份表格"), found: nil,
            expected: BilingualText(en: "one proof in a file", zh: "每个文件一份证明"))
    }

    // MARK: Lines, headings, keys

    static func noKey(_ file: String, _ line: ProofFormLines.Line, _ text: String) -> InputProblem {
        InputProblem(
            file, line.number, line.column, "noKey",
            BilingualText(en: "this line has no key", zh: "该行没有栏目名称"), found: text,
            expected: BilingualText(
                en: "a key, a colon and a value on one line; # before a comment", zh: "同一行填写栏目名称、冒号和内容；注释以 # 开头"))
    }

    static func unknownHeading(_ file: String, _ line: ProofFormLines.Line, _ heading: String) -> InputProblem {
        let known = ProofFormBlock.allCases.compactMap(\.heading)
        return InputProblem(
            file, line.number, line.column, "unknownHeading",
            BilingualText(en: "the form has no part of this name", zh: "表格没有该段落"), found: heading,
            expected: BilingualText(
                en: known.map { "[\($0.english)]" }.joined(separator: ", "),
                zh: known.map { "[\($0.chinese)]" }.joined(separator: "、")))
    }

    static func repeatedHeading(_ file: String, _ line: ProofFormLines.Line, earlier: Int) -> InputProblem {
        InputProblem(
            file, line.number, line.column, "repeatedHeading",
            BilingualText(en: "this part already stands at line \(earlier)", zh: "该段落已见于第\(earlier)行"), found: nil,
            expected: BilingualText(en: "the part once", zh: "该段落只出现一次"))
    }

    static func tooManyBlocks(_ file: String, _ line: ProofFormLines.Line, most: Int) -> InputProblem {
        InputProblem(
            file, line.number, line.column, "tooMany",
            BilingualText(en: "the form has more than \(most) parts of this name", zh: "表格中该段落超过\(most)个"), found: nil)
    }

    static func unknownKey(
        _ file: String, _ line: ProofFormLines.Line, _ key: String, in block: ProofFormBlock
    ) -> InputProblem {
        InputProblem(
            file, line.number, line.column, "unknownKey",
            BilingualText(en: "this key is not one of \(part(block).english)", zh: "\(part(block).chinese)没有该栏目"), found: key,
            expected: meant(key, in: block))
    }

    /// The key that is nearest, or the part of the form the key is of.
    private static func meant(_ key: String, in block: ProofFormBlock) -> BilingualText? {
        let folded = ProofFormWords.folded(key)
        if let other = ProofFormBlock.allCases.first(where: { ProofForm.fields(of: $0)[folded] != nil }) {
            let part = part(other)
            return BilingualText(en: "it in \(part.english), where it is asked for", zh: "该栏目填写在\(part.chinese)")
        }
        let keys = block.fields.map(\.key)
        guard let nearest = NearestName.nearest(to: key, among: keys.flatMap { [$0.english, $0.chinese] }) else { return nil }
        return BilingualText(en: "a key of the form; perhaps \(nearest) is meant", zh: "表格的栏目名称，可能是 \(nearest)")
    }

    private static func part(_ block: ProofFormBlock) -> BilingualText {
        guard let heading = block.heading else {
            return BilingualText(en: "the part above the first heading", zh: "首个段落标题之前的部分")
        }
        return BilingualText(en: "[\(heading.english)]", zh: "[\(heading.chinese)]")
    }

    static func repeatedKey(_ file: String, _ line: ProofFormLines.Line, _ key: String, earlier: Int) -> InputProblem {
        InputProblem(
            file, line.number, line.column, "repeatedKey",
            BilingualText(en: "this is filled in at line \(earlier) already", zh: "该栏目已见于第\(earlier)行"), found: key,
            expected: BilingualText(en: "each key once in a part", zh: "每个段落中各栏目只出现一次"))
    }

    // MARK: Values

    static func tooLong(_ file: String, _ line: Int, _ column: Int, most: Int) -> InputProblem {
        InputProblem(
            file, line, column, "tooLong",
            BilingualText(en: "the text is longer than \(most) bytes", zh: "内容超过\(most)字节"), found: nil)
    }

    static func unknownKind(_ file: String, _ line: Int, _ column: Int, _ value: String) -> InputProblem {
        let kinds = ReceivedProof.Kind.allCases.map(\.name)
        return InputProblem(
            file, line, column, "unknownKind",
            BilingualText(en: "this is no kind of proof of origin", zh: "没有这种原产地证明"), found: value,
            expected: BilingualText(
                en: kinds.map(\.english).joined(separator: "; "), zh: kinds.map(\.chinese).joined(separator: "；")))
    }

    static func neitherYesNorNo(_ file: String, _ line: Int, _ column: Int, _ value: String) -> InputProblem {
        InputProblem(
            file, line, column, "neitherYesNorNo",
            BilingualText(en: "this is neither yes nor no", zh: "既不是“是”也不是“否”"), found: value,
            expected: BilingualText(en: "yes or no, or nothing where it is not known", zh: "是或者否；不详时留空"))
    }

    static func wordsAndFirm(_ file: String, _ line: ProofFormLines.Line) -> InputProblem {
        InputProblem(
            file, line.number, line.column, "wordsAndFirm",
            BilingualText(
                en: "the producer is named and words stand in its place too", zh: "既填写了生产商，又填写了代替生产商的用语"), found: nil,
            expected: BilingualText(
                en: "either producer, or producer name, address and country", zh: "只填“生产商”，或者只填生产商名称、地址和国家"))
    }

    /// A problem of the value, found by the reader of JSON, at its place in the form and without quotation marks.
    func moved(to places: ProofFormPlaces) -> InputProblem {
        guard case .pointer(let pointer, _, _) = place else { return self }
        let place = places.nearest(to: pointer)
        return InputProblem(
            file: file, place: .line(place.position.line, column: place.position.column), code: code, message: message,
            found: place.value.map { excerpt(of: $0.utf8) } ?? found,
            expected: expected.map { BilingualText(en: $0.english.unquoted, zh: $0.chinese.unquoted) })
    }

    /// Line and column, for putting problems in the order of the form.
    var positionInForm: (Int, Int) {
        if case .line(let line, let column) = place { (line, column) } else { (0, 0) }
    }
}

extension String {
    fileprivate var unquoted: String { filter { $0 != "\"" } }
}
