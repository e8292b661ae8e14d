import Bilingual

/// What can be wrong with a table as such.
extension InputProblem {
    private static func at(
        _ file: String, _ line: Int, _ code: String, column: Int = 1, en: String, zh: String, found: String? = nil,
        expected: BilingualText? = nil
    ) -> InputProblem {
        InputProblem(
            file: file, place: line == 0 ? .wholeFile : .line(line, column: column), code: code,
            message: BilingualText(en: en, zh: zh), found: found, expected: expected)
    }

    static func emptyTable(_ file: String, expected names: [String]) -> InputProblem {
        at(
            file, 0, "batch.emptyTable", en: "the file is empty; it has not even a header", zh: "文件为空，连表头也没有",
            expected: BilingualText(same: names.joined(separator: ",")))
    }

    static func missingColumns(_ file: String, _ names: [String], found: String) -> InputProblem {
        let list = names.joined(separator: ", ")
        return at(
            file, 1, "batch.missingColumn", en: "the header lacks \(list)", zh: "表头缺少列：\(list)",
            found: String(found.prefix(200)),
            expected: BilingualText(
                en: "a first line that names the columns, with commas between them, among them \(list)",
                zh: "第一行应为以逗号分隔的列名，其中包括\(list)"))
    }

    static func repeatedColumn(_ file: String, _ name: String) -> InputProblem {
        at(
            file, 1, "batch.repeatedColumn", en: "the header names the column \(name) twice", zh: "表头中列\(name)重复",
            found: name)
    }

    static func unknownColumn(
        _ file: String, _ name: String, field: Int, at column: Int, known: [String]
    ) -> InputProblem {
        let shown = String(name.prefix(80))
        return at(
            file, 1, "batch.unknownColumn", column: column,
            en: "warning: column \(field), \(shown), is not known and is ignored",
            zh: "警告：第\(field)列\(shown)不是已知的列，不予考虑", found: shown,
            expected: BilingualText(same: known.joined(separator: ", ")))
    }

    static func recordTooLong(_ file: String, _ line: Int) -> InputProblem {
        at(
            file, line, "batch.rowTooLong",
            en: "the row is longer than \(RecordStream.longestRecord >> 20) MiB, or a quotation mark in it is never closed",
            zh: "该行超过\(RecordStream.longestRecord >> 20) MiB，或其中的引号没有闭合",
            expected: BilingualText(en: "one row of the table in a line", zh: "每行为表格的一行"))
    }

    static func unreadableRow(_ file: String, _ line: Int) -> InputProblem {
        at(
            file, line, "batch.badRow", en: "the row has too few fields, or its quotation marks are not those of CSV",
            zh: "该行的字段过少，或其引号不符合CSV格式",
            expected: BilingualText(
                en: "the fields the header names, separated by commas (RFC 4180)", zh: "表头所列各字段，以逗号分隔（RFC 4180）"))
    }

    static func emptyGoodID(_ file: String, _ line: Int) -> InputProblem {
        at(
            file, line, "batch.empty", en: "good_id is empty", zh: "good_id为空",
            expected: BilingualText(en: "a value in every row; merged cells are to be filled", zh: "每行均须填写；合并的单元格须逐行填写"))
    }

    static func almostGood(_ file: String, _ line: Int, _ id: String, _ good: String) -> InputProblem {
        at(
            file, line, "batch.almostGood", en: "good_id is that of no good, but looks like \(good.excerpt)",
            zh: "good_id不是任何货物的编号，但与\(good.excerpt)相似", found: id.excerpt,
            expected: BilingualText(en: "the id to the letter, without blanks around it", zh: "与货物编号逐字一致，前后不含空格"))
    }

    static func mayBelong(_ file: String, _ line: Int, _ id: String) -> InputProblem {
        at(
            file, line, "batch.rowMayBelong",
            en: "the row cannot be read and may be one of good \(id.excerpt), which is not judged without it",
            zh: "该行无法读取，可能属于货物\(id.excerpt)，缺少该行则不予判定")
    }

    static func passedOverBefore(_ file: String, _ line: Int, _ id: String, goods: String) -> InputProblem {
        at(
            file, line, "batch.rowTooEarly",
            en: "a row of good \(id.excerpt) stood here, too far before that good in \(goods) to be counted in, so the good is not judged",
            zh: "此处有货物\(id.excerpt)的材料行，但该货物在\(goods)中的位置过于靠后，该行未能计入，故不予判定",
            found: id.excerpt,
            expected: BilingualText(
                en: "materials in the order of the goods in \(goods)", zh: "材料的顺序与\(goods)中货物的顺序一致"))
    }

    static func repeatedGood(_ file: String, _ line: Int, _ id: String, before: Int) -> InputProblem {
        at(
            file, line, "batch.repeatedGood", en: "good \(id.excerpt) stands in line \(before) already",
            zh: "货物\(id.excerpt)已出现在第\(before)行", found: id.excerpt,
            expected: BilingualText(en: "each good once", zh: "每项货物只出现一次"))
    }

    static func unknownGood(_ file: String, _ line: Int, _ id: String, goods: String) -> InputProblem {
        at(
            file, line, "batch.unknownGood",
            en: "a material of good \(id.excerpt), which does not stand among the next \(PortfolioReader.goodsAhead) rows of \(goods)",
            zh: "该材料所属货物\(id.excerpt)未出现在\(goods)其后的\(PortfolioReader.goodsAhead)行中", found: id.excerpt,
            expected: BilingualText(
                en: "materials in the order of the goods in \(goods)", zh: "材料的顺序与\(goods)中货物的顺序一致"))
    }

    static func outOfOrder(
        _ file: String, _ line: Int, _ id: String, goods: String, goodLine: Int
    ) -> InputProblem {
        at(
            file, line, "batch.outOfOrder",
            en: "a material of good \(id.excerpt), which stands in line \(goodLine) of \(goods), comes after the materials of later goods; that good has been judged without it, so what the output holds of it is not to be used, and the run stops here",
            zh: "该材料所属货物\(id.excerpt)位于\(goods)第\(goodLine)行，但本行排在其后货物的材料之后；判定该货物时未计入本行，输出中如有该货物的结论，不得使用，运行就此停止",
            found: id.excerpt,
            expected: BilingualText(
                en: "rows of one good together, and goods in the same order in both files", zh: "同一货物的各行相连，且两个文件中货物顺序一致"))
    }

    static func tooManyMaterials(_ file: String, _ line: Int, _ id: String, found: Int) -> InputProblem {
        at(
            file, line, "batch.tooManyMaterials",
            en: "good \(id.excerpt) has more materials than a good may have here", zh: "货物\(id.excerpt)的材料过多",
            found: "\(found)",
            expected: BilingualText(
                en: "at most \(PortfolioReader.mostMaterials) rows and 24 MiB for a good",
                zh: "每项货物不超过\(PortfolioReader.mostMaterials)行且不超过24 MiB"))
    }
}

extension String {
    /// Short enough for a message.
    var excerpt: String {
        utf8.count <= 80 ? self : String(unicodeScalars.prefix(60).map(Character.init)) + "…"
    }
}
