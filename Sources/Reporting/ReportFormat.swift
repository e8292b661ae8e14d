import OriginDetermination

/// In which form a determination is handed over.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    /// For a terminal.
    case text
    /// `rcep-determination/1`
    case json
    /// One page that needs nothing else, for screen and paper.
    case html
    case markdown

    /// One determination as a whole document, ending in a line break.
    public func render(_ determination: Determination, in context: ReportContext) -> String {
        switch self {
        case .text: TextReport(context).render(determination)
        case .json: DeterminationJSON(context).render(determination)
        case .html: HTMLReport(context).render(determination)
        case .markdown: MarkdownReport(context).render(determination)
        }
    }
}
