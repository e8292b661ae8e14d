import Bilingual
import HarmonizedSystem
import LocalFiles

/// The folder `harmonized-system`: codes of each edition, tables between editions, and labels.
package struct NomenclatureFiles {
    static let folder = "harmonized-system"
    static let labelsName = "labels.tsv"
    static let synonymsName = "synonyms.tsv"

    /// The folder of all rules.
    let root: String

    package init(root: String) {
        self.root = root
    }

    /// `.../harmonized-system/hs2022.txt`
    func path(_ name: String) -> String { "\(root)/\(Self.folder)/\(name)" }

    package func nomenclature(_ edition: HSEdition) throws(InputProblem) -> HSNomenclature {
        let path = path("hs\(edition.rawValue).txt")
        let text = try text(path)
        do {
            return try HSNomenclature(edition: edition, compact: text)
        } catch {
            throw .badLine(path, error, expected: .compactCodes)
        }
    }

    /// The table between two different editions, whichever is the newer.
    package func correlation(_ one: HSEdition, _ other: HSEdition) throws(InputProblem) -> HSCorrelation {
        let (newer, older) = (max(one, other), min(one, other))
        let path = path("hs\(newer.rawValue)-hs\(older.rawValue).txt")
        let text = try text(path)
        do {
            return try HSCorrelation(newer: newer, older: older, compact: text)
        } catch {
            throw .badLine(path, error, expected: .pairsOfCodes)
        }
    }

    func labels() throws(InputProblem) -> HSLabels {
        let path = path(Self.labelsName)
        let text = try text(path)
        do {
            return try HSLabels(tabSeparated: text)
        } catch {
            throw .badLine(path, error, expected: .labelLine)
        }
    }

    /// Words of searches; none where the file is absent, since nothing but finding depends on it.
    func synonyms() throws(InputProblem) -> SearchSynonyms {
        let path = path(Self.synonymsName)
        guard FileSystem.exists(path) else { return SearchSynonyms() }
        let text = try text(path)
        do {
            return try SearchSynonyms(tabSeparated: text)
        } catch {
            throw .badLine(path, error, expected: .synonymLine)
        }
    }

    /// The file as text, which must be UTF-8.
    func text(_ path: String) throws(InputProblem) -> String {
        let bytes = try FileSystem.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .notUTF8Text(path, bytes)
        }
        return text
    }
}

extension BilingualText {
    fileprivate static let compactCodes = BilingualText(
        en: "a heading of four digits, then the last two digits of its subheadings in ascending order",
        zh: "四位品目号，其后为按升序排列的各子目末两位")
    fileprivate static let pairsOfCodes = BilingualText(
        en: "a subheading of the newer edition, then those of the older one", zh: "新版子目号，其后为旧版子目号")
    fileprivate static let labelLine = BilingualText(
        en: "code, English and Chinese, with tabs between them, each code once", zh: "编码、英文、中文，以制表符分隔，每个编码一次")
    fileprivate static let synonymLine = BilingualText(
        en: "what may be asked, a tab, and what is meant, several with semicolons between them",
        zh: "可能的查询词、制表符、所指的词（多个以分号分隔）")
}

extension InputProblem {
    fileprivate static func badLine(
        _ file: String, _ error: HSNomenclature.FormatError, expected: BilingualText
    ) -> InputProblem {
        InputProblem(
            file: file, place: .line(error.line, column: 0), code: "hs.badLine",
            message: BilingualText(en: "the line cannot be read", zh: "该行无法识别"), found: error.found, expected: expected)
    }

    package static func notUTF8Text(_ file: String, _ bytes: [UInt8]) -> InputProblem {
        InputProblem(
            file: file, place: TextPlace.place(ofByte: TextPlace.firstInvalidByte(bytes) ?? 0, in: bytes),
            code: "file.notUTF8", message: BilingualText(en: "the file is not UTF-8 text", zh: "文件不是 UTF-8 文本"),
            expected: BilingualText(same: "UTF-8"))
    }
}
