import Bilingual
import OriginModel
import Reporting
import Typesetting

/// A simple report of blocks as a PDF that says what its page in HTML says, its charts drawn.
public enum PrintedDocument {
    /// - Parameter created: stands as the day of creation of the file; the same report and day give the same bytes.
    /// - Throws: what is missing on this machine.
    public static func pdf(
        _ document: ReportDocument, in context: ReportContext, created: CalendarDate
    ) throws(InputProblem) -> [UInt8] {
        let words = ReportWords(context)
        do throws(TypesettingError) {
            let typesetter = try Typesetter()
            let pages = DocumentPages(document, words, typesetter).pages()
            let description = PDFDocument.Description(
                title: document.title, author: "rcep \(context.programVersion)", subject: document.subtitle,
                keywords: "RCEP, language \(context.language.htmlTag)", language: context.language.htmlTag, created: created.description)
            return try PDFDocument(pages, description, typesetter: typesetter).bytes()
        } catch {
            throw InputProblem(error)
        }
    }
}
