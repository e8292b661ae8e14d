import Testing

@testable import Bilingual

struct StringsListedTests {
    @Test(arguments: [
        [], ["one"], ["one", "two"], ["", "", ""], ["一", "二", "a list with longer items", "4"],
    ] as [[String]])
    func `a list is what joining gives`(items: [String]) {
        #expect(items.listed(", ") == items.joined(separator: ", "))
        #expect(items.listed("、") == items.joined(separator: "、"))
    }
}
