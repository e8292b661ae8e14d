import Bilingual
import OriginModel
import PDFInspection
import PrintedReports
import Testing

@testable import Reporting

/// Reports of blocks on paper: their text, and the geometry of their charts.
@Suite("Reports on paper")
struct PrintedDocumentTests {
    private static func pdf(_ blocks: [ReportDocument.Block], _ language: Language = .english) throws -> InspectedPDF {
        let context = ReportContext(language: language, programVersion: "test")
        let document = ReportDocument(title: "Title 标题", subtitle: "Subtitle", blocks: blocks)
        return InspectedPDF(try PrintedDocument.pdf(document, in: context, created: try day()))
    }

    private static func day() throws -> CalendarDate { try #require(CalendarDate("2026-06-01")) }

    private static func rate(_ text: String) throws -> ExactDecimal { try ExactDecimal(parsing: text) }

    @Test("every block stands there, sound, in embedded fonts, inside the margins", arguments: Language.allCases)
    func blocks(_ language: Language) throws {
        let table = ReportDocument.Table(
            columns: [.init("Name"), .init("Number", alignsRight: true), .init("Words", isFlexible: true)],
            rows: (1...90).map { ["row\($0)", "\($0)00.00", String(repeating: "many words ", count: 12)] })
        let pdf = try Self.pdf([
            .heading("Heading 章"), .paragraph("A paragraph 段落"), .fields([.init("Field", "Value")]), .list(["Item"]),
            .table(table), .bars(.init(nameTitle: "Party", valueTitle: "Goods", bars: [.init(name: "VN", value: 3)])),
        ], language)
        #expect(try pdf.isSound() && pdf.fonts().allSatisfy(\.isEmbedded))
        #expect(try pdf.wordsOutside(margin: 30).isEmpty)
        let letters = try pdf.letters()
        for text in ["Title标题", "Heading章", "Aparagraph段落", "Field", "Value", "Item", "row1", "row90", "9000.00", "VN"] {
            #expect(letters.contains(text), "\(text)")
        }
        #expect(try pdf.pageCount() > 2)
        #expect(try pdf.info("Title") == "Title 标题" && pdf.info("Author") == "rcep test")
        #expect(try pdf.language() == (language == .english ? "en" : "zh-Hans"))
    }

    @Test("the same report and day give the same bytes")
    func deterministic() throws {
        let context = ReportContext(language: .english, programVersion: "test")
        let document = ReportDocument(title: "T", blocks: [.columns(try Self.columns(parties: 2))])
        let pdfs = try (0..<2).map { _ in try PrintedDocument.pdf(document, in: context, created: try Self.day()) }
        #expect(pdfs[0] == pdfs[1])
    }

    // MARK: Bars

    @Test("bars are as long as their values, with names and numbers beside them")
    func bars() throws {
        let values = [("nothing", 0), ("one", 1), ("two", 2), ("four", 4)]
        let pdf = try Self.pdf([
            .bars(.init(nameTitle: "Criterion", valueTitle: "Goods", bars: values.map { .init(name: $0.0, value: $0.1) })),
        ])
        // The first is the shade behind the heads.
        let widths = try pdf.rectangles().dropFirst().map(\.width).filter { $0 > 0 }
        let longest = try #require(widths.max())
        #expect(widths.map { ($0 / longest * 4).rounded() } == [1, 2, 4])
        let words = try pdf.words()
        for (name, value) in values {
            let label = try #require(words.first { $0.text == name })
            let number = try #require(words.first { $0.text == "\(value)" && abs($0.top - label.top) < 2 })
            #expect(number.left > label.right)
        }
    }

    @Test("bars go on to the next page under their heads, none cut in two")
    func manyBars() throws {
        let bars = (1...120).map { BarChart.Bar(name: "name\($0)", value: $0) }
        let pdf = try Self.pdf([.bars(.init(nameTitle: "NameHead", valueTitle: "ValueHead", bars: bars))])
        let pages = try pdf.pageCount()
        #expect(pages >= 3)
        let words = try pdf.words()
        #expect(words.filter { $0.text == "NameHead" }.map(\.page) == Array(1...pages))
        #expect(words.filter { $0.text.hasPrefix("name") }.map(\.text) == bars.map(\.name))
        #expect(try pdf.wordsOutside(margin: 30).isEmpty)
    }

    // MARK: Columns

    private static func columns(parties: Int) throws -> ColumnChart {
        let months = try ["2026-01", "2026-02", "2026-04"].map { try #require(ColumnChart.Month($0)) }
        return ColumnChart(
            monthTitle: "month", panelTitle: "Party", valueTitle: "goods",
            panels: (1...parties).map { number in
                .init(title: "Party\(number)", columns: [
                    .init(month: months[0], value: 5), .init(month: months[1], value: nil), .init(month: months[2], value: 10),
                ])
            })
    }

    @Test("columns stand on one scale, over their months; what is not known is no column")
    func columnGeometry() throws {
        let pdf = try Self.pdf([.columns(try Self.columns(parties: 1))])
        let heights = try pdf.rectangles().map(\.height)
        #expect(heights.count == 2)
        #expect(abs(heights[0] * 2 - heights[1]) < 0.1)
        let words = try pdf.words()
        func word(_ text: String) throws -> InspectedPDF.Word { try #require(words.first { $0.text == text }, "\(text)") }
        let names = try ["2026-01", "2026-02", "2026-03", "2026-04"].map(word)
        #expect(zip(names, names.dropFirst()).allSatisfy { $0.left < $1.left && $0.right <= $1.left })
        #expect(Set(names.map { ($0.top * 10).rounded() }).count == 1)
        // Values at the upright axis grow upwards, left of every month's label of a value.
        let axis = try [word("0"), word("5"), word("10")]
        #expect(axis[0].top > axis[1].top && axis[1].top > axis[2].top)
        let unknown = try word("?")
        #expect(abs((unknown.left + unknown.right) - (names[1].left + names[1].right)) < 2)
    }

    @Test("a panel is whole on one page, with the heading above the first of them")
    func panelsStayWhole() throws {
        let filling = (1...34).map { ReportDocument.Block.paragraph("Line \($0)") }
        let pdf = try Self.pdf(filling + [.heading("Heading"), .columns(try Self.columns(parties: 15))])
        let words = try pdf.words()
        let heading = try #require(words.first { $0.text == "Heading" })
        let panels = (1...15).compactMap { number in words.first { $0.text == "Party\(number)" } }
        #expect(panels.count == 15 && panels[0].page == heading.page && panels[0].top > heading.top)
        for panel in panels {
            let axis = words.filter { $0.page == panel.page && $0.text == "2026-01" && $0.top > panel.top && $0.top - panel.top < 140 }
            #expect(!axis.isEmpty, "\(panel.text)")
        }
        #expect(try pdf.wordsOutside(margin: 30).isEmpty)
    }

    // MARK: Steps

    private static func steps() throws -> StepChart {
        StepChart(
            firstYear: 2022, lastYear: 2034, now: 54, nowLabel: "2026-07-01",
            panels: [
                .init(
                    title: "Viet Nam (VN)", description: "falls",
                    lines: [
                        .init(label: "8711.20.11", steps: [.init(month: 0, rate: try rate("75")), .init(month: 60, rate: try rate("0"))]),
                        .init(label: "8711.20.12", steps: [.init(month: 0, rate: try rate("70")), .init(month: 24, rate: nil)]),
                    ], level: .init(label: "MFN 75%", rate: try rate("75"))),
                .init(title: "China (CN)", description: "none", lines: [], note: "the origin itself"),
            ])
    }

    @Test("steps: axes with years and rates, the level, the day, a legend; all of it text")
    func stepChart() throws {
        let pdf = try Self.pdf([.chart(try Self.steps())])
        #expect(try pdf.isSound())
        let letters = try pdf.letters()
        for text in [
            "VietNam(VN)", "0%", "50%", "100%", "2022", "2028", "2034", "MFN75%", "2026-07-01", "A8711.20.11", "B8711.20.12",
            "China(CN)", "theoriginitself",
        ] {
            #expect(letters.contains(text), "\(text)")
        }
        let words = try pdf.words()
        let rates = try ["0%", "50%", "100%"].map { text in try #require(words.first { $0.text == text }) }
        #expect(rates[0].top > rates[1].top && rates[1].top > rates[2].top)
        #expect(abs((rates[0].top - rates[1].top) - (rates[1].top - rates[2].top)) < 0.5)
        let years = try ["2022", "2028", "2034"].map { text in try #require(words.first { $0.text == text }) }
        #expect(years[0].left < years[1].left && years[1].left < years[2].left)
        // The level, the day asked about, the second line.
        #expect(try pdf.dashedLines() >= 3)
        // Side by side, on one height.
        let (first, second) = try (#require(words.first { $0.text == "Viet" }), #require(words.first { $0.text == "China" }))
        #expect(abs(first.top - second.top) < 1 && second.left > 300)
    }

    @Test("a step stands where its month and rate are, and breaks where there is no percentage")
    func stepGeometry() throws {
        let pdf = try Self.pdf([.chart(try Self.steps())])
        let lines = try pdf.strokes(width: 1.7)
        // The falling line is one path of four points, the broken one a path of two.
        #expect(lines.map(\.count).sorted() == [2, 4])
        let falling = try #require(lines.first { $0.count == 4 })
        let width = falling[3].x - falling[0].x
        #expect(abs((falling[1].x - falling[0].x) / width - 60.0 / 156) < 0.01)
        #expect(falling[0].y == falling[1].y && falling[2].y == falling[3].y && falling[1].x == falling[2].x)
        let broken = try #require(lines.first { $0.count == 2 })
        #expect(abs((broken[1].x - broken[0].x) / width - 24.0 / 156) < 0.01)
        #expect(abs(abs(broken[0].y - falling[3].y) / abs(falling[0].y - falling[3].y) - 70.0 / 75) < 0.01)
    }
}
