import ArgumentParser
import Reporting

/// In which form a comparison or catalogue of rates is handed over.
enum TariffFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, html, markdown, pdf

    /// nil for paper and the formats made for programs.
    var layout: ReportDocument.Layout? {
        switch self {
        case .text: .text
        case .html: .html
        case .markdown: .markdown
        case .json, .csv, .pdf: nil
        }
    }

    /// What a file of this format is named.
    var fileExtension: String {
        switch self {
        case .text: "txt"
        case .markdown: "md"
        case .json, .csv, .html, .pdf: rawValue
        }
    }

    /// A PDF goes to a folder or a file, never to a screen.
    func checkIsNotForATerminal(output: String?) throws {
        guard self == .pdf, output == nil else { return }
        try RenderedReport.checkIsNotForATerminal(english: "--output DIR or > FILE", chinese: "--output DIR或> FILE")
    }
}
