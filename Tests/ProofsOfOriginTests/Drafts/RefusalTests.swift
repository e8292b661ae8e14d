import Foundation
import Testing

@testable import ProofsOfOrigin

/// Every reason against a proof, each made by one change to what may be drafted, and what just passes beside it. The
/// cases stand with the articles.
struct RefusalTests {
    static let cases =
        minimum + authority + producers + certificates + determinations + values + origins + originals

    @Test(arguments: cases)
    func isRefusedForThis(given: RefusalCase) throws {
        var drafting = try given.start()
        try given.change(&drafting)
        let codes = try drafting.codes()
        #expect(codes == given.codes)
    }

    /// Every reason says in both languages what is wrong and what would cure it, and by which article.
    @Test(arguments: cases.filter { !$0.codes.isEmpty })
    func saysWhyAndWhatCuresIt(given: RefusalCase) throws {
        var drafting = try given.start()
        try given.change(&drafting)
        guard case .failure(let refusals) = try drafting.attempt() else {
            Issue.record("nothing refused")
            return
        }
        for refusal in refusals.reasons {
            for text in [refusal.reason, refusal.cure] {
                #expect(text.english.hasSuffix(".") && text.chinese.contains { !$0.isASCII })
            }
            #expect(refusal.article.hasPrefix("Annex 3B") || refusal.article.first?.isNumber == true)
        }
    }

    /// No code in the sources without a row here, and none here that is gone.
    @Test func everyCodeHasACase() throws {
        let folder = URL(fileURLWithPath: ReceivedProofs.rules).deletingLastPathComponent()
            .appendingPathComponent("Sources/ProofsOfOrigin/Articles")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        var written: Set<String> = []
        let call = try Regex(#"Refusal\(\s*"([A-Za-z]+\.[A-Za-z]+)",\s*article:"#)
        for name in names {
            let source = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            written.formUnion(source.matches(of: call).compactMap { $0.output[1].substring.map(String.init) })
        }
        #expect(written.count > 40)
        #expect(written.subtracting(Self.cases.flatMap(\.codes)).sorted() == [])
        #expect(Set(Self.cases.flatMap(\.codes)).subtracting(written).sorted() == [])
    }
}
