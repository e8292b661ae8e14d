import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// The rows of a transposition as a table with the columns `code`, `rule` and, if wanted, `level` and `annex_page`.
struct RuleTable {
    /// In the order of the nomenclature.
    let rules: [ProductSpecificRule]
    /// Columns that mean nothing here.
    let unknownColumns: [String]

    private enum Column: String, CaseIterable {
        case code, rule, level
        case page = "annex_page"
    }

    /// - Parameter nomenclature: of the edition the table is in.
    init(_ table: CSVTable, nomenclature: HSNomenclature) throws(InputProblems) {
        var log = ProblemLog()
        guard let header = table.rows.first else { throw InputProblems([.emptyTable(table.file)]) }
        let columns = Self.columns(header, of: table, &log)
        try log.check()
        var rules: [HSCode: ProductSpecificRule] = [:]
        for row in table.rows.dropFirst() {
            guard row.fields.count == header.fields.count else {
                log.add(.wrongFieldCount(table, row, expected: header.fields.count))
                continue
            }
            let reader = RowReader(table: table, row: row, columns: columns, nomenclature: nomenclature)
            guard let rule = reader.rule(&log) else { continue }
            if rules.updateValue(rule, forKey: rule.code) != nil {
                log.add(reader.problem(.code, "import.repeatedCode", .repeatedCode))
            }
        }
        try log.check()
        guard !rules.isEmpty else { throw InputProblems([.emptyTable(table.file)]) }
        self.rules = rules.values.sorted { $0.code < $1.code }
        unknownColumns = header.fields.map(\.text).filter { Column(rawValue: $0) == nil }
    }

    private static func columns(
        _ header: CSVTable.Row, of table: CSVTable, _ log: inout ProblemLog
    ) -> [Column: Int] {
        var columns: [Column: Int] = [:]
        for (index, field) in header.fields.enumerated() {
            guard let column = Column(rawValue: field.text) else { continue }
            if columns.updateValue(index, forKey: column) != nil { log.add(.repeatedColumn(table, field)) }
        }
        for column in [Column.code, .rule] where columns[column] == nil {
            log.add(.missingColumn(table, header, column.rawValue))
        }
        return columns
    }

    private struct RowReader {
        let table: CSVTable
        let row: CSVTable.Row
        let columns: [Column: Int]
        let nomenclature: HSNomenclature

        func rule(_ log: inout ProblemLog) -> ProductSpecificRule? {
            let code = code(&log)
            let branches = branches(&log)
            let page = page(&log)
            guard let code, let branches, let page else { return nil }
            return ProductSpecificRule(code: code, text: text(.rule), page: page, branches: branches)
        }

        private func code(_ log: inout ProblemLog) -> HSCode? {
            guard let code = HSCode(text(.code)) else {
                log.add(problem(.code, "import.badCode", .badCode, expected: .codeDigits))
                return nil
            }
            guard nomenclature.contains(code) else {
                let near = nomenclature.near(code).map(\.printed).joined(separator: ", ")
                let message = BilingualText.unknownCode(nomenclature.edition)
                log.add(problem(.code, "import.unknownCode", message, expected: BilingualText(same: near)))
                return nil
            }
            let level = code.level.noun.english
            if columns[.level] != nil, text(.level) != level {
                log.add(problem(.level, "import.wrongLevel", .wrongLevel, expected: BilingualText(same: level)))
            }
            return code
        }

        private func branches(_ log: inout ProblemLog) -> [RuleBranch]? {
            do {
                return try RuleText.parse(text(.rule))
            } catch {
                log.add(
                    problem(
                        .rule, "import.badRule", .badRule, found: error.found, expected: error.expected,
                        character: error.character - 1))
                return nil
            }
        }

        /// 0 where no page is stated.
        private func page(_ log: inout ProblemLog) -> Int? {
            guard columns[.page] != nil, !text(.page).isEmpty else { return 0 }
            guard let page = Int(text(.page)), (1...99999).contains(page) else {
                log.add(problem(.page, "import.badPage", .badPage, expected: .wholeNumber))
                return nil
            }
            return page
        }

        private func field(_ column: Column) -> CSVTable.Field? {
            columns[column].map { row.fields[$0] }
        }

        private func text(_ column: Column) -> String { field(column)?.text ?? "" }

        func problem(
            _ column: Column, _ code: String, _ message: BilingualText, found: String? = nil,
            expected: BilingualText? = nil, character: Int = 0
        ) -> InputProblem {
            let place = field(column).map { table.place(of: $0, character: character) } ?? table.place(of: row)
            return InputProblem(
                file: table.file, place: place, code: code, message: message, found: found ?? text(column),
                expected: expected)
        }
    }
}

extension BilingualText {
    fileprivate static let repeatedCode = BilingualText(en: "the code has a row already", zh: "该编码已有一行")
    fileprivate static let badCode = BilingualText(en: "the code cannot be read", zh: "编码无法识别")
    fileprivate static let wrongLevel = BilingualText(
        en: "the level is not that of the code", zh: "级别与编码不一致")
    fileprivate static let badRule = BilingualText(en: "the rule cannot be read", zh: "规则无法识别")
    fileprivate static let badPage = BilingualText(en: "the page cannot be read", zh: "页码无法识别")

    fileprivate static func unknownCode(_ edition: HSEdition) -> BilingualText {
        BilingualText(
            en: "the code does not exist in HS \(edition.rawValue)", zh: "该编码在协调制度\(edition.rawValue)年版中不存在")
    }
}

extension InputProblem {
    fileprivate static func emptyTable(_ file: String) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "import.empty",
            message: BilingualText(en: "the table holds no row", zh: "表中没有数据行"),
            expected: BilingualText(
                en: "a header with `code` and `rule`, and rows under it", zh: "含 `code`、`rule` 的表头及其下的数据行"))
    }

    fileprivate static func wrongFieldCount(_ table: CSVTable, _ row: CSVTable.Row, expected: Int) -> InputProblem {
        InputProblem(
            file: table.file, place: table.place(of: row), code: "import.wrongFieldCount",
            message: BilingualText(
                en: "the row has another number of fields than the header", zh: "该行字段数与表头不一致"),
            found: String(row.fields.count), expected: BilingualText(same: String(expected)))
    }

    fileprivate static func repeatedColumn(_ table: CSVTable, _ field: CSVTable.Field) -> InputProblem {
        InputProblem(
            file: table.file, place: table.place(of: field), code: "import.repeatedColumn",
            message: BilingualText(en: "the column stands in the header twice", zh: "表头中该列重复"), found: field.text)
    }

    fileprivate static func missingColumn(_ table: CSVTable, _ header: CSVTable.Row, _ name: String) -> InputProblem {
        InputProblem(
            file: table.file, place: table.place(of: header), code: "import.missingColumn",
            message: BilingualText(en: "a column is missing", zh: "缺少一列"),
            found: header.fields.map(\.text).joined(separator: ","), expected: BilingualText(same: name))
    }
}
