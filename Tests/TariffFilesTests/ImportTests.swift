import Foundation
import TariffFiles
import Testing

@Suite struct ImportTests {
    /// `NAME.csv` becomes the folder in `NAME.folder` with `NAME.xml` and, unless every line is free, `NAME.lines`.
    @Test(arguments: Fixtures.cases("import/accept", ending: ".csv"))
    func `a good table becomes a schedule`(name: String) throws {
        let case_ = "\(Fixtures.folder)/import/accept/\(name)"
        let folder = try Fixtures.smallTariffs()
        let library = TariffLibrary(path: folder.path)
        let outcome = try TariffImport(library: library).run(csv: case_ + ".csv")
        let id = try #require(try Fixtures.lines(of: case_ + ".folder").first)
        #expect(outcome.header.id == id)
        #expect(outcome.folder == "\(folder.path)/tariffs/\(id)")
        #expect(try Fixtures.text(outcome.folder + "/schedule.xml") == Fixtures.text(case_ + ".xml"))
        let hasLines = FileManager.default.fileExists(atPath: case_ + ".lines")
        #expect(FileManager.default.fileExists(atPath: outcome.folder + "/lines.csv") == hasLines)
        if hasLines { #expect(try Fixtures.text(outcome.folder + "/lines.csv") == Fixtures.text(case_ + ".lines")) }
        #expect(try library.headers().contains(outcome.header))
        #expect(try library.book().schedules.contains { $0.header.id == id && $0.rowCount == outcome.lines })
        #expect(TariffLint(library: library).findings().map { $0.summary(in: folder.path) } == [])
    }

    /// `NAME.txt` holds the problems as `code line:column`; nothing is written.
    @Test(arguments: Fixtures.cases("import/reject", ending: ".csv"))
    func `a bad table is refused with line and column`(name: String) throws {
        let table = "\(Fixtures.folder)/import/reject/\(name).csv"
        let folder = try Fixtures.smallTariffs()
        let before = try folder.contents()
        let found = problems { _ = try TariffImport(library: TariffLibrary(path: folder.path)).run(csv: table) }
        let summaries = found.map { problem in
            let words = problem.summary(in: "\(Fixtures.folder)/import/reject").split(separator: " ")
            return "\(words[0]) \(words[words.count - 1])"
        }
        let expected = try Fixtures.lines(of: "\(Fixtures.folder)/import/reject/\(name).txt")
        #expect(summaries.sorted() == expected.sorted())
        for problem in found { problem.checkWords() }
        #expect(try folder.contents() == before)
    }

    @Test func `a table can be written elsewhere`() throws {
        let folder = try Fixtures.smallTariffs()
        let target = try TemporaryFolder()
        let outcome = try TariffImport(library: TariffLibrary(path: folder.path)).run(
            csv: "\(Fixtures.folder)/import/accept/path.csv", output: target.path + "/mine/")
        #expect(outcome.folder == target.path + "/mine")
        #expect(try target.contents().keys.sorted() == ["mine/lines.csv", "mine/schedule.xml"])
    }

    @Test func `a table that is not there is a problem`() throws {
        let folder = try Fixtures.smallTariffs()
        let import_ = TariffImport(library: TariffLibrary(path: folder.path))
        let found = problems { _ = try import_.run(csv: "/nowhere.csv") }
        #expect(found.map(\.code) == ["file.unreadable"])
    }

    /// What is loaded, written again, is the same to the byte.
    @Test func `an import of what is loaded changes nothing`() throws {
        let folder = try Fixtures.smallTariffs()
        let lines = try Fixtures.text(Fixtures.rules + "/tariffs/jp-2026/lines.csv")
        let header = """
            # party: JP
            # kind: applied
            # edition: 2022
            # effective-from: 2028-04-01
            # split-lines: 080310100 080390100 080510000 080540000 080610000 081290100 081290200 081290300
            # source-en: a
            # source-zh: b

            """
        try folder.write(header + lines, to: "again.csv")
        let outcome = try TariffImport(library: TariffLibrary(path: folder.path)).run(csv: folder.path + "/again.csv")
        #expect(outcome.lines == 9654)
        #expect(try Fixtures.text(outcome.folder + "/lines.csv") == lines)
    }
}
