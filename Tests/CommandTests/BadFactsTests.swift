import Testing

/// The files of Fixtures/bad-facts have the right shape and say what cannot be; what is said of each stands in
/// expected.tsv.
struct BadFactsTests {
    struct Problem: Hashable {
        let pointer: String
        let position: String
        let message: String
    }

    private static func expectations() throws -> [String: Set<Problem>] {
        var expectations: [String: Set<Problem>] = [:]
        for row in try Project.rows("Fixtures/bad-facts/expected.tsv", separator: "\t", columns: 4) {
            try #require(row.count == 4, "\(row)")
            expectations[row[0], default: []].insert(Problem(pointer: row[1], position: row[2], message: row[3]))
        }
        return expectations
    }

    /// Reads `file:line:column: message` and the line `at` below it.
    private static func problems(_ errors: String, of path: String) -> [Problem] {
        let lines = errors.split(separator: "\n").map(String.init)
        return lines.indices.dropLast().compactMap { index in
            guard lines[index].hasPrefix("\(path):"), lines[index + 1].hasPrefix("  at ") else { return nil }
            let fields = lines[index].dropFirst(path.count + 1).split(separator: ":", maxSplits: 2)
            guard fields.count == 3 else { return nil }
            return Problem(
                pointer: String(lines[index + 1].split(separator: " ")[1]), position: "\(fields[0]):\(fields[1])",
                message: String(fields[2].dropFirst()))
        }
    }

    @Test(arguments: Project.names(in: "Fixtures/bad-facts", ending: ".json"))
    func isReportedAsExpected(name: String) throws {
        let path = "Fixtures/bad-facts/\(name)"
        let expected = try #require(try Self.expectations()[name], "expected.tsv does not name \(name)")
        let run = try rcep("check", "--lang", "en", path)
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        let found = Self.problems(run.errors, of: path)
        #expect(Set(found) == expected)
        #expect(found.count == expected.count)
    }

    @Test func namesNoFileThatIsGone() throws {
        let names = Project.names(in: "Fixtures/bad-facts", ending: ".json")
        #expect(names.count >= 12)
        #expect(try Self.expectations().keys.sorted() == names)
    }

    @Test(arguments: ["en", "zh"])
    func nearCodesAreSuggested(language: String) throws {
        let errors = try rcep("check", "--lang", language, Dossier.badFacts).errors
        #expect(errors.contains("8711.20") && errors.contains("8711.30"))
    }

    @Test func severalMistakesAreReportedTogether() throws {
        let run = try rcep("check", "--lang", "en", "Fixtures/bad-facts/several-mistakes.json")
        #expect(run.errors.split(separator: "\n").filter { $0.hasPrefix("Fixtures/") }.count == 5)
    }
}
