import Bilingual

/// Where the one report of a command goes: a file of a folder, or standard output.
struct ReportOutput {
    /// nil: standard output.
    let folder: String?
    let fileExtension: String

    /// - Parameter name: of the file, without its extension; its path is told on standard error.
    func write(_ report: RenderedReport, named name: String) throws(InputProblems) {
        guard let folder else { return report.print() }
        do {
            let path = try OutputFolder(folder).write(report.bytes, named: "\(name).\(fileExtension)")
            Terminal.complain(path + "\n")
        } catch {
            throw InputProblems([error])
        }
    }
}
