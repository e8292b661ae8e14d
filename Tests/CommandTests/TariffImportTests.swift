import Foundation
import Testing

/// `rcep tariff import`: one command adds a schedule, or says what is wrong with it and adds nothing.
struct TariffImportTests {
    private static let header = """
        # party: KR
        # kind: applied
        # edition: 2022
        # effective-from: 2026-01-01
        # effective-to: 2026-12-31
        # source-en: Korea, tariff schedule of 2026
        # source-zh: 韩国2026年税则
        line,mfn,cn,asean_au_nz

        """

    @Test func aTableBecomesASchedule() throws {
        try withTemporaryFolder { folder in
            let table = "\(folder)/korea.csv"
            try (Self.header + "8509801000,8,4,0\n").write(toFile: table, atomically: true, encoding: .utf8)
            let run = try rcep("tariff", "import", "--lang", "en", "--output", "\(folder)/kr-2026", table)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errors.contains("1 line of schedule kr-2026"))
            let lines = try String(contentsOfFile: "\(folder)/kr-2026/lines.csv", encoding: .utf8)
            #expect(lines.contains("8509801000,8,4,0"))
        }
    }

    @Test(arguments: [("en", "8711251000"), ("zh", "8711251000")])
    func aWrongCodeIsNamedWithItsLine(language: String, code: String) throws {
        try withTemporaryFolder { folder in
            let table = "\(folder)/korea.csv"
            try (Self.header + "\(code),8,4,0\n").write(toFile: table, atomically: true, encoding: .utf8)
            let run = try rcep("tariff", "import", "--lang", language, "--output", "\(folder)/kr-2026", table)
            #expect(run.status == 65)
            #expect(run.errors.hasPrefix("\(table):9:"), "\(run.errors)")
            #expect(run.errors.contains(code))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/kr-2026"))
        }
    }
}
