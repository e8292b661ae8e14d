import Foundation
import Testing

/// Compares a report with what was recorded of it. A first recording fails, so that a new file is looked at before it
/// is trusted; `RECORD_SNAPSHOTS=1` records again. The style sheet of a page is left out: it has no words to check.
func expectSnapshot(
    _ text: String, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let text = withoutStyle(text)
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Snapshots")
    let url = folder.appendingPathComponent(name)
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    if isRecording || !FileManager.default.fileExists(atPath: url.path) {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        Issue.record("recorded \(name): look at it and run again", sourceLocation: sourceLocation)
        return
    }
    let recorded = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    guard recorded != text else { return }
    let difference = firstDifference(recorded, text)
    Issue.record(
        "\(name) differs in line \(difference.line):\n- \(difference.old)\n+ \(difference.new)",
        sourceLocation: sourceLocation)
}

private func withoutStyle(_ page: String) -> String {
    guard let start = page.range(of: "<style>"), let end = page.range(of: "</style>") else { return page }
    return page.replacingCharacters(in: start.upperBound..<end.lowerBound, with: "")
}

private func firstDifference(_ old: String, _ new: String) -> (line: Int, old: String, new: String) {
    let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
    let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(oldLines.count, newLines.count) {
        let left = index < oldLines.count ? String(oldLines[index]) : "(end)"
        let right = index < newLines.count ? String(newLines[index]) : "(end)"
        if left != right { return (index + 1, left, right) }
    }
    return (0, "", "")
}
