import OriginDetermination
import OriginModel
import Testing

/// Article 3.3: the category that is named is cited with its own words.
@Suite struct WhollyObtainedTests {
    @Test(arguments: WhollyObtainedCategory.allCases) func everyCategoryIsCited(
        _ category: WhollyObtainedCategory
    ) throws {
        let determination = try Sketch("0409.00").with { $0.category = category }.determined()
        let claim = try #require(determination.explanation.steps(citing: "3.2(a)").first)
        #expect(determination.answer == "originating WO")
        #expect(claim.result == .met)
        #expect(claim.children.map(\.article) == ["3.3(\(category.rawValue))"])
        #expect(claim.children.first?.statement.english == "item \(category.rawValue) of 3.3")
    }

    @Test func contradictedClaimIsNotMet() throws {
        let sketch = Sketch("8473.30", .foreign("10", "8501.10", "90")).with { $0.category = .d }
        let claim = try #require(try sketch.determined().explanation.steps(citing: "3.2(a)").first)
        #expect(claim.result == .notMet)
        #expect(claim.children.map(\.article) == ["3.3(d)"])
    }

    @Test func withoutCategoryNothingIsClaimed() throws {
        let sketch = Sketch("8473.30", .foreign("10", "8501.10", "90"))
        #expect(try sketch.determined().explanation.steps(citing: "3.2(a)").isEmpty)
    }
}
