import ArgumentParser
import Bilingual
import Glibc
import OriginModel
import PrintedReports
import Reporting

/// A report in the form it is handed over in.
enum RenderedReport {
    case text(String)
    case pdf([UInt8])

    /// A report on paper.
    /// - Parameter created: stands as the day of creation of the file.
    init(
        printing document: ReportDocument, in context: ReportContext, created: CalendarDate
    ) throws(InputProblems) {
        do {
            self = .pdf(try PrintedDocument.pdf(document, in: context, created: created))
        } catch {
            throw InputProblems([error])
        }
    }

    var bytes: [UInt8] {
        switch self {
        case .text(let text): Array(text.utf8)
        case .pdf(let bytes): bytes
        }
    }

    func print() {
        switch self {
        case .text(let text): Terminal.print(text)
        case .pdf(let bytes): Terminal.print(bytes)
        }
    }

    /// Nobody reads a PDF on a terminal.
    /// - Parameter advice: what to do instead.
    static func checkIsNotForATerminal(english: String, chinese: String) throws(ValidationError) {
        guard isatty(STDOUT_FILENO) == 1 else { return }
        throw ValidationError("a PDF is not for a terminal: use \(english) / 终端无法显示PDF，请使用\(chinese)")
    }
}
