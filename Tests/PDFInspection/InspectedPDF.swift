import Foundation

/// A PDF as the tools of poppler and qpdf see it.
public struct InspectedPDF {
    private let bytes: [UInt8]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// What a reader copies, in the order of the layout.
    public func text(page: Int? = nil) throws -> String {
        let pages = page.map { ["-f", "\($0)", "-l", "\($0)"] } ?? []
        return try run("pdftotext", pages + ["-layout"], after: ["-"]).output
    }

    /// The text of the whole document without white space, in reading order: lines may break anywhere.
    public func letters() throws -> String {
        try run("pdftotext", [], after: ["-"]).output.letters
    }

    public func pageCount() throws -> Int {
        Int(try info("Pages") ?? "") ?? 0
    }

    /// A line of `pdfinfo`: `Title`, `Author`, `CreationDate`.
    public func info(_ key: String) throws -> String? {
        try run("pdfinfo", ["-isodates"]).output.split(separator: "\n").first { $0.hasPrefix("\(key):") }
            .map { $0.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces) }
    }

    /// Whether qpdf finds the file sound.
    public func isSound() throws -> Bool {
        try run("qpdf", ["--check"]).status == 0
    }

    /// Name of each font, and whether it is embedded with a table back to characters.
    public func fonts() throws -> [(name: String, isEmbedded: Bool)] {
        try run("pdffonts", []).output.split(separator: "\n").dropFirst(2).map { line in
            let fields = line.split(separator: " ")
            return (String(fields[0]), fields.suffix(5).prefix(3) == ["yes", "yes", "yes"])
        }
    }

    /// Words that stand, even in part, outside the page less a margin in points.
    public func wordsOutside(margin: Double) throws -> [String] {
        var outside: [String] = []
        var size = (width: 0.0, height: 0.0)
        for line in try run("pdftotext", ["-bbox"], after: ["-"]).output.split(separator: "\n") {
            let values = line.split(separator: "\"").map(String.init)
            if line.contains("<page "), values.count > 3 {
                size = (Double(values[1]) ?? 0, Double(values[3]) ?? 0)
            } else if line.contains("<word "), values.count > 7 {
                let box = [1, 3, 5, 7].map { Double(values[$0]) ?? -1 }
                let isInside = box[0] >= margin && box[1] >= margin && box[2] <= size.width - margin
                    && box[3] <= size.height - margin
                if !isInside { outside.append(String(line)) }
            }
        }
        return outside
    }

    private func run(_ tool: String, _ options: [String], after: [String] = []) throws -> (status: Int32, output: String) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rcep-pdf-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("file.pdf")
        try Data(bytes).write(to: file)
        let output = folder.appendingPathComponent("output")
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + options + [file.path] + after
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: try Data(contentsOf: output), as: UTF8.self))
    }
}

extension String {
    /// Without white space and what parts pages.
    public var letters: String { String(unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init)) }
}
