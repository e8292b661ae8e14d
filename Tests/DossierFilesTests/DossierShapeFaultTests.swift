import Bilingual
import DossierFiles
import Testing

/// One row for every way a dossier can have the wrong shape.
struct DossierShapeFaultTests {
    /// A piece of the sample is exchanged; the mark `¤` in the replacement stands where the problem has to be reported.
    struct Row: Sendable, CustomTestStringConvertible {
        let piece: String
        let replacement: String
        let code: String
        let pointer: String
        let found: String?
        /// Part of the English message or expectation.
        let says: String

        var testDescription: String { "\(code) at \(pointer): \(replacement.prefix(50))" }

        init(
            _ piece: String, _ replacement: String, _ code: String, _ pointer: String, _ found: String?, _ says: String
        ) {
            self.piece = piece
            self.replacement = replacement
            self.code = "dossier.\(code)"
            self.pointer = pointer
            self.found = found
            self.says = says
        }
    }

    static let fields = [
        Row("\"hsCode\": \"8407.32\"", "¤\"hs_code\": 1, \"hsCode\": \"8407.32\"", "unknownField",
            "/materials/0/hs_code", "hs_code", "did you mean hsCode?"),
        Row("\"importingParty\"", "¤\"ImportingParty\"", "unknownField", "/ImportingParty", "ImportingParty",
            "did you mean importingParty?"),
        Row("\"customsControl\"", "¤\"custmsControl\"", "unknownField", "/route/0/custmsControl", "custmsControl",
            "did you mean customsControl?"),
        Row("\"quantity\"", "¤\"渝/~\"", "unknownField", "/good/渝~1~0", "渝/~", "there is no field 渝/~ here"),
        Row("\"$schema\"", "¤\"schema\"", "unknownField", "/schema", "schema", "no field schema"),
        Row("\"id\": \"CQ-150\"", "¤\"$schema\": \"\", \"id\": \"CQ-150\"", "unknownField", "/good/$schema", "$schema",
            "no field $schema"),
        Row("\"description\": \"tool kit\", ", "", "missingField", "/materials/2/description", nil,
            "description is missing"),
        Row("\"exportingParty\": \"CN\",", "", "missingField", "/exportingParty", nil, "such as \"CN\""),
        Row("\"inventoryMethod\": \"FIFO\"", "\"inventoryMethod\": ¤null", "null", "/inventoryMethod", "null",
            "leave inventoryMethod out"),
        Row("\"id\": \"CQ-150\"", "\"id\": ¤null", "null", "/good/id", "null", "id needs a value"),
        Row("\"rcep-dossier/1\"", "¤\"rcep-dossier/2\"", "unsupportedFormat", "/format", "\"rcep-dossier/2\"",
            "rcep-dossier/1"),
        Row("\"rcep-dossier/1\"", "¤1", "unsupportedFormat", "/format", "1", "rcep-dossier/1"),
    ]

    static let types = [
        Row("{ \"amount\": \"820.00\", \"currency\": \"USD\" }", "¤820.00", "wrongType", "/good/fob", "820.00",
            "a number cannot stand here"),
        Row("{ \"amount\": 1, \"unit\": \"台\" }", "¤[1, \"台\"]", "wrongType", "/good/quantity", "[1, \"台\"]",
            "a list cannot stand here"),
        Row("\"CQ-150\"", "¤150", "wrongType", "/good/id", "150", "a text in double quotation marks"),
        Row("\"customsControl\": true", "\"customsControl\": ¤\"yes\"", "wrongType", "/route/0/customsControl",
            "\"yes\"", "true or false"),
        Row("\"activeIngredient\": false", "\"activeIngredient\": ¤0", "wrongType", "/materials/1/activeIngredient",
            "0", "true or false"),
        Row("\"2026-11-01\"", "¤20261101", "wrongType", "/date", "20261101", "such as \"2026-11-01\""),
        Row("\"importingParty\": \"VN\"", "\"importingParty\": ¤[\"VN\"]", "wrongType", "/importingParty", "[\"VN\"]",
            "two capital letters"),
        Row("[ { \"description\": \"casting\" } ]", "¤\"casting\"", "wrongType",
            "/materials/0/selfProduced/operations", "\"casting\"", "a list of operations"),
        Row("{ \"description\": \"casting\" }", "¤\"casting\"", "wrongType",
            "/materials/0/selfProduced/operations/0", "\"casting\"", "an object with description"),
        Row("{ \"country\": \"MY\" }", "¤null", "wrongType", "/route/1", "null", "null cannot stand here"),
        Row("\"61.00\"", "¤true", "wrongType", "/costs/directLabour/amount", "true", "a decimal number"),
        Row("\"hsEdition\": \"2017\"", "\"hsEdition\": ¤2017", "wrongType", "/materials/0/hsEdition", "2017",
            "\"2012\", \"2017\", \"2022\""),
        Row("\"BL-77\"", "¤{}", "wrongType", "/materials/1/deductions/transport/evidence", "{}", "a text"),
        Row("\"8711.20.10\"", "¤8711.20", "hsCodeAsNumber", "/good/hsCode", "8711.20", "quotation marks"),
    ]

    static let words = [
        Row("\"producerRecords\"", "¤\"producer records\"", "unknownValue", "/materials/0/evidence/type",
            "\"producer records\"", "did you mean \"producerRecords\"?"),
        Row("\"value\": { \"amount\": \"2\", \"currency\": \"USD\" },\n      \"status\": \"undetermined\"",
            "\"value\": { \"amount\": \"2\", \"currency\": \"USD\" },\n      \"status\": ¤\"unknown\"", "unknownValue",
            "/materials/2/status", "\"unknown\"", "\"originating\", \"nonOriginating\", \"undetermined\""),
        Row("\"accessory\",", "¤\"packaging\",", "unknownValue", "/materials/2/role", "\"packaging\"",
            "\"retailPackaging\""),
        Row("\"FIFO\"", "¤\"fifo\"", "unknownValue", "/inventoryMethod", "\"fifo\"", "did you mean \"FIFO\"?"),
        Row("\"whollyObtained\": \"j\"", "\"whollyObtained\": ¤\"k\"", "unknownValue", "/production/whollyObtained",
            "\"k\"", "\"a\", \"b\""),
        Row("\"minimal\": \"b\"", "\"minimal\": ¤\"3.6(b)\"", "unknownValue", "/production/operations/1/minimal",
            "\"3.6(b)\"", "\"a\", \"b\""),
        Row("\"reloading\"", "¤\"re-loading\"", "unknownValue", "/route/0/operations/0/kind", "\"re-loading\"",
            "did you mean \"reloading\"?"),
        Row("\"hsEdition\": \"2022\"", "\"hsEdition\": ¤\"HS2022\"", "unknownValue", "/good/hsEdition", "\"HS2022\"",
            "did you mean \"2022\"?"),
        Row("\"VN\"", "¤\"vn\"", "badCountry", "/importingParty", "\"vn\"", "capital letters"),
        Row("\"country\": \"AE\"", "\"country\": ¤\"UAE\"", "badCountry",
            "/materials/0/selfProduced/materials/0/country", "\"UAE\"", "ISO 3166"),
        Row("{ \"amount\": \"48.00\", \"currency\": \"USD\" }", "{ \"amount\": \"48.00\", \"currency\": ¤\"US$\" }",
            "badCurrency", "/costs/directOverhead/currency", "\"US$\"", "ISO 4217"),
        Row("\"from\": \"EUR\"", "\"from\": ¤\"eur\"", "badCurrency", "/exchangeRates/0/from", "\"eur\"", "ISO 4217"),
        Row("\"2026-11-01\"", "¤\"2026-02-29\"", "badDate", "/date", "\"2026-02-29\"", "date of the calendar"),
        Row("\"2026-07-30\"", "¤\"30.07.2026\"", "badDate", "/materials/0/evidence/date", "\"30.07.2026\"",
            "year, month and day"),
        Row("\"2027-07-29\"", "¤\"\"", "badDate", "/materials/0/evidence/validUntil", "\"\"", "year, month and day"),
        Row("\"2027-07-29\"", "¤\"2026-07-29\"", "invertedDates", "/materials/0/evidence/validUntil",
            "\"2026-07-29\"", "ends before its date (2026-07-30)"),
        Row("\"2026-11-01\"", "¤\"2101-01-01\"", "dateTooLate", "/date", "\"2101-01-01\"", "up to 2100-12-31"),
        Row("\"2027-07-29\"", "¤\"9999-12-31\"", "dateTooLate", "/materials/0/evidence/validUntil",
            "\"9999-12-31\"", "after the year 2100"),
        Row("\"8407.32\"", "¤\"84.07\"", "badHSCode", "/materials/0/hsCode", "\"84.07\"", "eight to twelve"),
        Row("\"8407.32\"", "¤\"8407.32.90.10.123\"", "badHSCode", "/materials/0/hsCode", "\"8407.32.90.10.123\"",
            "eight to twelve"),
        Row("\"8407.32\"", "¤\"9011100\"", "badHSCode", "/materials/0/hsCode", "\"9011100\"", "eight to twelve"),
        Row("\"8407.32\"", "¤\"90111.0\"", "badHSCode", "/materials/0/hsCode", "\"90111.0\"", "eight to twelve"),
        Row("\"8407.32\"", "¤\"ex 8407.32\"", "badHSCode", "/materials/0/hsCode", "\"ex 8407.32\"", "eight to twelve"),
        Row("\"8407.32\"", "¤\"８４０７３２\"", "badHSCode", "/materials/0/hsCode", "\"８４０７３２\"", "eight to twelve"),
        Row("\"8407.32\"", "¤\"8407\(String(repeating: ".", count: 40))32\"", "badHSCode", "/materials/0/hsCode",
            "\"8407\(String(repeating: ".", count: 40))32\"", "eight to twelve"),
        Row("\"ruleBranch\": 1", "\"ruleBranch\": ¤0", "badBranch", "/good/ruleBranch", "0", "whole number"),
        Row("\"ruleBranch\": 1", "\"ruleBranch\": ¤\"1\"", "badBranch", "/good/ruleBranch", "\"1\"", "whole number"),
        Row("\"ruleBranch\": 1", "\"ruleBranch\": ¤1.5", "badBranch", "/good/ruleBranch", "1.5", "whole number"),
    ]

    static let numbers = [
        Row("\"820.00\"", "¤0", "notPositive", "/good/fob/amount", "0", "more than zero"),
        Row("\"820.00\"", "¤\"-820\"", "notPositive", "/good/fob/amount", "\"-820\"", "not greater than zero"),
        Row("\"210.00\"", "¤-210", "negative", "/materials/0/value/amount", "-210", "zero or more"),
        Row("\"90.00\"", "¤\"-90\"", "negative", "/costs/profit/amount", "\"-90\"", "below zero"),
        Row("\"amount\": 2,", "\"amount\": ¤-2,", "negative", "/materials/1/deductions/duties/amount", "-2",
            "below zero"),
        Row("\"4.2\"", "¤\"-4.2\"", "negative", "/materials/1/netWeightKg", "\"-4.2\"", "below zero"),
        Row("128.5", "¤0.0", "notPositive", "/good/netWeightKg", "0.0", "more than zero"),
        Row("\"1.17\"", "¤\"0\"", "notPositive", "/exchangeRates/0/rate", "\"0\"", "more than zero"),
        Row("\"amount\": 1, \"unit\"", "\"amount\": ¤0, \"unit\"", "notPositive", "/good/quantity/amount", "0",
            "more than zero"),
        Row("\"820.00\"", "¤\"1,820.00\"", "badNumber", "/good/fob/amount", "\"1,820.00\"", "thousands separators"),
        Row("\"820.00\"", "¤\"$820\"", "badNumber", "/good/fob/amount", "\"$820\"", "not a decimal number"),
        Row("\"820.00\"", "¤\"820,00\"", "badNumber", "/good/fob/amount", "\"820,00\"", "not a decimal number"),
        Row("\"820.00\"", "¤\" 820\"", "badNumber", "/good/fob/amount", "\" 820\"", "spaces"),
        Row("\"820.00\"", "¤\"\"", "badNumber", "/good/fob/amount", "\"\"", "not a decimal number"),
        Row("\"820.00\"", "¤\"８２０\"", "badNumber", "/good/fob/amount", "\"８２０\"", "not a decimal number"),
        Row("\"820.00\"", "¤1234567890123456789", "tooManyDigits", "/good/fob/amount", "1234567890123456789",
            "at most 18 digits before the point"),
        Row("\"820.00\"", "¤\"0.1234567890123\"", "tooManyDigits", "/good/fob/amount", "\"0.1234567890123\"",
            "12 after it"),
        Row("\"820.00\"", "¤1e999", "tooManyDigits", "/good/fob/amount", "1e999", "more digits than are kept"),
    ]

    static let texts = [
        Row("\"CQ-150\"", "¤\"\"", "emptyText", "/good/id", "\"\"", "the text is empty"),
        Row("\"tool kit\"", "¤\" 　\\u00a0\"", "emptyText", "/materials/2/description", "\" \\u00a0\"", "is empty"),
        Row("\"ENG-7\"", "¤\"\"", "emptyText", "/materials/0/evidence/reference", "\"\"", "no space"),
        Row("\"央行 bank\"", "¤\"\"", "emptyText", "/exchangeRates/0/source", "\"\"", "the text is empty"),
        Row("\"tool kit\"", "¤\"tool\\nkit\"", "controlCharacter", "/materials/2/description", "\"tool\\nkit\"",
            "line break"),
        Row("\"tool kit\"", "¤\"tool\\u0085kit\"", "controlCharacter", "/materials/2/description",
            "\"tool\\u0085kit\"", "one line of plain text"),
        Row("\"tool kit\"", "¤\"tool\u{7F}kit\"", "controlCharacter", "/materials/2/description", "\"tool kit\"",
            "control character"),
        Row("\"BL-77\"", "¤\"BL\\t77\"", "controlCharacter", "/materials/1/deductions/transport/evidence",
            "\"BL\\t77\"", "tab"),
        Row("\"tool kit\"", "¤\"\(String(repeating: "工", count: 4001))\"", "tooLong", "/materials/2/description",
            "\"\(String(repeating: "工", count: 59))…", "4000 characters"),
    ]

    static let materials = [
        Row("\"id\": \"20\"", "\"id\": ¤\"10\"", "duplicateId", "/materials/1/id", "\"10\"", "(/materials/0/id)"),
        Row("\"id\": \"2\"", "\"id\": ¤\"1\"", "duplicateId", "/materials/0/selfProduced/materials/1/id", "\"1\"",
            "(/materials/0/selfProduced/materials/0/id)"),
        Row("\"id\": \"20\"", "\"id\": ¤\"10/1\"", "slashInId", "/materials/1/id", "\"10/1\"", "an id without /"),
        Row("\"status\": \"nonOriginating\", \"country\": \"AE\" },",
            "\"status\": \"nonOriginating\", \"country\": \"AE\", \"role\": \"shippingPackaging\" },", "noInput",
            "/materials/0/selfProduced/materials", nil, "at least one input"),
        Row("\"chemicalReaction\": false", "\"chemicalReaction\": ¤true", "reactionTrue",
            "/materials/0/selfProduced/chemicalReaction", "true", "in which Party"),
        Row("{ \"party\": \"CN\", \"description\": \"hardening of paint\" }", "¤true", "reactionTrue",
            "/production/chemicalReaction", "true", "\"party\": \"CN\""),
        Row("{ \"party\": \"CN\", \"description\": \"hardening of paint\" }", "¤\"no\"", "wrongType",
            "/production/chemicalReaction", "\"no\"", "false, or an object"),
        Row("\"invoicedSeparately\": false, ", "", "missingField", "/materials/2/accessory/invoicedSeparately", nil,
            "invoicedSeparately is missing"),
    ]

    @Test(arguments: [fields, types, words, numbers, texts, materials].flatMap { $0 })
    func isReportedWhereItStands(row: Row) throws {
        let exchanged = try SampleDossier.text(replacing: row.piece, with: row.replacement)
        let isMarked = row.replacement.contains("¤")
        let text = isMarked ? try MarkedText(exchanged).text : exchanged
        let found = problems(of: text)
        #expect(found.map(\.code) == [row.code])
        let problem = try #require(found.first)
        guard case .pointer(let pointer, line: let line, column: let column) = problem.place else {
            Issue.record("the place is no pointer")
            return
        }
        #expect(pointer == row.pointer)
        if isMarked {
            let marked = try MarkedText(exchanged)
            #expect(line == marked.line)
            #expect(column == marked.column)
            #expect(problem.found == row.found)
        }
        let said = problem.message.english + " | " + (problem.expected?.english ?? "")
        #expect(said.contains(row.says))
        #expect(problem.file == "sample.json")
        #expect(problem.speaksBothLanguages)
    }

    @Test(arguments: [
        ("the good", "\"good\": ¤{\n    \"id\": \"CQ-150\", ", "\"good\": {\n    \"id\": \"CQ-150\", ", "/good/id"),
        ("the dossier", "¤{\n  \"$schema\": \"dossier.schema.json\",\n  \"format\": \"rcep-dossier/1\",",
         "{\n  \"$schema\": \"dossier.schema.json\",\n  \"format\": \"rcep-dossier/1\",", "/format"),
    ])
    func aMissingFieldIsReportedAtItsObject(name: String, marked: String, piece: String, pointer: String) throws {
        let spot = try MarkedText(SampleDossier.text(replacing: piece, with: marked))
        let field = try #require(pointer.split(separator: "/").last)
        let without = piece.pieces(around: "\"\(field)\": ")[0] + "\"x\": 0,"
        let text = try SampleDossier.text(replacing: piece, with: without)
        let missing = try #require(problems(of: text).first { $0.code == "dossier.missingField" })
        #expect(missing.place == .pointer(pointer, line: spot.line, column: spot.column))
        #expect(missing.found == nil)
    }

    @Test func aRepeatedNameIsReportedWithTheRest() throws {
        let text = try SampleDossier.text(
            replacing: "\"exportingParty\": \"CN\",", with: "\"exportingParty\": \"CN\",\"exportingParty\": \"c\",")
        let found = problems(of: text.pieces(around: "\"2026-11-01\"").joined(separator: "\"x\""))
        #expect(found.map(\.code) == ["json.repeatedName", "dossier.badDate"])
        #expect(found.first?.place == .pointer("/exportingParty", line: 9, column: 26))
    }

    @Test func tooManyLevelsOfIntermediatesAreRefused() throws {
        let found = problems(of: NestedDossier.text(levels: 33))
        #expect(found.map(\.code) == ["dossier.tooDeep"])
    }

    @Test(arguments: ["[]", "\"rcep-dossier/1\"", "1", "true", "null"])
    func aFileHoldsOneObject(text: String) throws {
        let found = problems(of: text)
        #expect(found.map(\.code) == ["dossier.wrongType"])
        #expect(found.first?.place == .pointer("", line: 1, column: 1))
    }

    @Test func allProblemsAreReportedInTheOrderOfTheFile() throws {
        let codes = problems(of: #"""
            {"good": {"fob": {"amount": "x", "currency": 1}, "hsCode": 1, "id": "", "description": "d"},
             "materials": [{"id": "1"}, 7], "formt": ""}
            """#).map(\.code)
        #expect(
            codes == [
                "dossier.missingField", "dossier.badNumber", "dossier.wrongType",
                "dossier.hsCodeAsNumber", "dossier.emptyText", "dossier.missingField", "dossier.missingField",
                "dossier.missingField", "dossier.missingField", "dossier.wrongType", "dossier.unknownField",
            ])
    }

    @Test(arguments: [(99, 99, nil), (100, 100, nil), (101, 100, "1 more problem is not shown"),
        (250, 100, "150 more problems are not shown")] as [(Int, Int, String?)])
    func onlyTheFirstHundredAreShown(faults: Int, shown: Int, last: String?) throws {
        let operations = (0..<faults).map { "{\"description\": \"\", \"minimal\": \"a\"}" + ($0 % 7 == 0 ? "\n" : "") }
        let text = try SampleDossier.text(
            replacing: "{ \"description\": \"welding\" }, { \"description\": \"packing\", \"minimal\": \"b\" }",
            with: operations.joined(separator: ","))
        let found = problems(of: text)
        #expect(found.count == shown + (last == nil ? 0 : 1))
        #expect(found.prefix(shown).allSatisfy { $0.code == "dossier.emptyText" })
        if let last {
            #expect(found.last?.code == "dossier.moreProblems")
            #expect(found.last?.message.english == last)
            #expect(found.last?.place == .wholeFile)
        }
    }

    @Test func aTextMayHaveFourThousandCharacters() throws {
        let text = try SampleDossier.text(replacing: "\"tool kit\"", with: "\"\(String(repeating: "工", count: 4000))\"")
        #expect(problems(of: text).isEmpty)
    }
}
