import HarmonizedSystem
import OriginModel
import OriginRules
import RuleFiles

/// The law of the project's own Rules folder, read once for all tests.
enum TestLaw {
    /// Tests/OriginDeterminationTests/Support/TestLaw.swift stands four levels below the root.
    static let rulesPath = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" } + "/Rules"

    /// In force on the last day of 2026, with every edition of the Harmonized System.
    static let result = Result { try read() }
    static let pools = Result { CodePools(law: try result.get()) }

    private static func read() throws -> LawInForce {
        guard let day = CalendarDate("2026-12-31") else { throw NoSuchDay() }
        return try RuleDirectory(path: rulesPath).law(on: day, editions: Set(HSEdition.allCases))
    }

    private struct NoSuchDay: Error {}
}
