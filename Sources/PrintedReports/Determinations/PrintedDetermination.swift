import Bilingual
import OriginDetermination
import OriginModel
import Reporting
import Typesetting

/// A determination as a PDF that says what the page in HTML says, fit to be filed with a shipment.
public enum PrintedDetermination {
    /// - Parameter created: stands as the day of creation of the file; nil: the day of the determination. The same
    ///   determination, context and day give the same bytes.
    /// - Throws: what is missing on this machine.
    public static func pdf(
        _ determination: Determination, in context: ReportContext, created: CalendarDate? = nil
    ) throws(InputProblem) -> [UInt8] {
        let words = ReportWords(context)
        let content = DeterminationContent(determination, words)
        do throws(TypesettingError) {
            let typesetter = try Typesetter()
            let pages = DeterminationPages(content, words, typesetter).pages()
            let description = PDFDocument.Description(
                title: "\(words(.determinationOfOrigin)) · \(content.goodID)",
                author: "rcep \(context.programVersion)", subject: content.subject,
                keywords: "RCEP, origin, language \(context.language.htmlTag)", language: context.language.htmlTag,
                created: (created ?? determination.date).description)
            return try PDFDocument(pages, description, typesetter: typesetter).bytes()
        } catch {
            throw InputProblem(error)
        }
    }
}

extension BilingualText {
    static func page(_ number: Int, of count: Int) -> BilingualText {
        BilingualText(en: "Page \(number) of \(count)", zh: "第\(number)页，共\(count)页")
    }
}
