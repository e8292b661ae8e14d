import TariffFiles
import Testing

@Suite struct LintTests {
    @Test func `the schedules of the project are in order`() {
        #expect(TariffLint(library: TariffLibrary(path: Fixtures.rules)).findings() == [])
    }

    @Test func `the small schedules are in order`() throws {
        let folder = try Fixtures.smallTariffs()
        let library = TariffLibrary(path: folder.path)
        #expect(TariffLint(library: library).findings().map { $0.summary(in: folder.path) } == [])
        #expect(try library.book().schedules.map(\.header.id) == ["jp-2026", "kr-annex1-cn"])
    }

    /// A folder is laid over the small schedules; `expected.txt` holds `load` or `lint`, then `code file line:column`.
    @Test(arguments: Fixtures.cases("lint/reject"))
    func `bad schedules are found with file and line`(name: String) throws {
        let source = "\(Fixtures.folder)/lint/reject/\(name)"
        let expected = try Fixtures.lines(of: source + "/expected.txt")
        let folder = try Fixtures.smallTariffs()
        try folder.overlay(source, except: ["expected.txt"])
        let library = TariffLibrary(path: folder.path)
        let loaded = problems { _ = try library.book() }
        let findings = TariffLint(library: library).findings()
        #expect(loaded.map { $0.summary(in: folder.path) }.sorted() == Self.lines(expected, "load "))
        #expect(findings.map { $0.summary(in: folder.path) }.sorted() == Self.lines(expected, "lint "))
        for problem in loaded + findings { problem.checkWords() }
    }

    private static func lines(_ lines: [String], _ kind: String) -> [String] {
        lines.filter { $0.hasPrefix(kind) }.map { String($0.dropFirst(kind.count)) }.sorted()
    }
}
