import Bilingual
import DossierFiles
import Foundation
import HarmonizedSystem
import OriginDetermination
import PDFInspection
import PrintedReports
import Reporting
import RuleFiles
import Testing

@Suite("Determinations on paper")
struct PrintedDeterminationTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func determination(_ name: String, _ language: Language) throws -> (Determination, ReportContext) {
        let bytes = [UInt8](try Data(contentsOf: root.appendingPathComponent("Fixtures/dossiers/\(name).json")))
        let dossier = try DossierFile.read(bytes, file: "\(name).json").dossier
        let date = try #require(dossier.date)
        let rules = RuleDirectory(path: root.appendingPathComponent("Rules").path)
        let law = try rules.law(on: date, editions: Set(HSEdition.allCases))
        let context = ReportContext(
            language: language, labels: try rules.labels(), inputDigest: String(repeating: "0", count: 64),
            programVersion: "test", partyName: { law.agreement.party($0)?.name })
        return (try Determiner(law: law).determine(dossier, on: date), context)
    }

    private static let dossiers = [
        "motorcycle-to-viet-nam", "garments-to-japan", "insect-sausage-undetermined", "fails-repacked-tea",
    ]

    @Test("says what every other layout says", arguments: dossiers, Language.allCases)
    func complete(_ name: String, _ language: Language) throws {
        let (determination, context) = try Self.determination(name, language)
        let pdf = InspectedPDF(try PrintedDetermination.pdf(determination, in: context))
        #expect(try pdf.isSound())
        #expect(try pdf.fonts().allSatisfy(\.isEmbedded))
        #expect(try pdf.language() == language.tagOfPages)
        #expect(try pdf.wordsOutside(margin: 30).isEmpty)
        let content = DeterminationContent(determination, ReportWords(context))
        let letters = try pdf.letters()
        var texts = [content.goodDescription, content.subject, content.verdict.title]
        texts += content.verdict.why + content.verdict.missing + content.fields.map(\.value) + content.rules.map(\.text)
        texts += content.materials.map(\.hsCode) + content.materials.map(\.value)
        texts += content.regionalValueContent?.formulas.map(\.calculated) ?? []
        texts += content.countryOfOrigin + content.assumptions + content.missing + content.warnings
        texts += content.colophon.map(\.value)
        for text in texts where !Self.contains(letters, text) { Issue.record("missing: \(text)") }
        let statements = Self.statements(content.explanation)
        #expect(statements.count > 5)
        for text in statements where !Self.contains(letters, text) { Issue.record("missing: \(text)") }
    }

    /// Whether a text stands in the document, perhaps broken by what stands at the end of one page and the head of the
    /// next, or printed with other signs.
    private static func contains(_ letters: String, _ text: String) -> Bool {
        let text = text.replacing("✗", with: "×").letters
        if letters.contains(text) { return true }
        let half = text.count / 2
        return letters.contains(text.prefix(half)) && letters.contains(text.suffix(text.count - half))
    }

    private static func statements(_ step: StepContent) -> [String] {
        [step.statement] + step.children.flatMap(statements)
    }

    @Test(arguments: [(Language.english, "Page 1 of "), (.chinese, "第1页，共")])
    func pageNumbers(_ language: Language, _ words: String) throws {
        let (determination, context) = try Self.determination("motorcycle-to-viet-nam", language)
        let pdf = InspectedPDF(try PrintedDetermination.pdf(determination, in: context))
        #expect(try pdf.text(page: 1).letters.contains(words.letters))
        #expect(try pdf.text(page: 2).contains(determination.good.id))
        #expect(try pdf.info("CreationDate") == "\(determination.date)T00:00:00Z")
        #expect(try pdf.info("Title")?.contains(determination.good.id) == true)
    }

    @Test("the same determination gives the same bytes")
    func deterministic() throws {
        let (determination, context) = try Self.determination("motorcycle-to-viet-nam", .chinese)
        #expect(
            try PrintedDetermination.pdf(determination, in: context) == PrintedDetermination.pdf(determination, in: context))
    }
}

extension Language {
    fileprivate var tagOfPages: String { self == .english ? "en" : "zh-Hans" }
}
