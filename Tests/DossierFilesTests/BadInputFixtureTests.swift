import Bilingual
import DossierFiles
import Testing

/// The files of Fixtures/bad-input give exactly what expected.tsv says, in its order.
struct BadInputFixtureTests {
    struct Expectation: Sendable, Hashable {
        let code: String
        /// `-` where there is none.
        let pointer: String
        /// `line:column`, or `-` for the whole file.
        let position: String
    }

    private static func expectations() throws -> [String: [Expectation]] {
        let text = String(decoding: try Files.bytes("Fixtures/bad-input/expected.tsv"), as: UTF8.self)
        var expectations: [String: [Expectation]] = [:]
        for line in text.split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(columns.count == 4, "\(line)")
            expectations[columns[0], default: []].append(
                Expectation(code: columns[1], pointer: columns[2], position: columns[3]))
        }
        return expectations
    }

    private static func summary(_ problem: InputProblem) -> Expectation {
        switch problem.place {
        case .line(let line, column: let column):
            Expectation(code: problem.code, pointer: "-", position: "\(line):\(column)")
        case .pointer(let pointer, line: let line, column: let column):
            Expectation(code: problem.code, pointer: pointer, position: "\(line ?? 0):\(column ?? 0)")
        case .wholeFile, .cell:
            Expectation(code: problem.code, pointer: "-", position: "-")
        }
    }

    @Test(arguments: Files.names(in: "Fixtures/bad-input", ending: ".json"))
    func isReportedAsExpected(name: String) throws {
        let expected = try #require(try Self.expectations()[name], "expected.tsv does not name \(name)")
        let found = problems(of: try Files.bytes("Fixtures/bad-input/\(name)"), file: name)
        #expect(found.map(Self.summary) == expected)
        #expect(found.allSatisfy { $0.file == name && $0.speaksBothLanguages })
    }

    @Test func namesNoFileThatIsGone() throws {
        let names = Files.names(in: "Fixtures/bad-input", ending: ".json")
        #expect(names.count >= 12)
        #expect(try Self.expectations().keys.sorted() == names)
    }
}
