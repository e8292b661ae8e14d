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

    /// Words with the boxes they stand in, in points from the upper left corner of the page.
    public struct Word: Sendable {
        public let text: String
        /// From 1.
        public let page: Int
        public let left: Double
        public let top: Double
        public let right: Double
        public let bottom: Double
    }

    public func words() throws -> [Word] {
        var words: [Word] = []
        var page = 0
        for line in try run("pdftotext", ["-bbox"], after: ["-"]).output.split(separator: "\n") {
            if line.contains("<page ") { page += 1 }
            let values = line.split(separator: "\"").map(String.init)
            guard line.contains("<word "), values.count > 8 else { continue }
            let box = [1, 3, 5, 7].map { Double(values[$0]) ?? -1 }
            let text = String(values[8].dropFirst()).replacing("</word>", with: "")
            words.append(Word(text: text, page: page, left: box[0], top: box[1], right: box[2], bottom: box[3]))
        }
        return words
    }

    /// The sizes of the rectangles that are filled or framed, in the order they are drawn in.
    public func rectangles() throws -> [(x: Double, y: Double, width: Double, height: Double)] {
        try run("qpdf", ["--qdf", "--object-streams=disable"], after: ["-"]).output.split(separator: "\n").flatMap { line in
            let parts = line.split(separator: " ")
            return parts.indices.filter { parts[$0] == "re" && $0 >= 4 }.compactMap { index in
                let numbers = parts[(index - 4)..<index].compactMap { Double($0) }
                return numbers.count == 4 ? (numbers[0], numbers[1], numbers[2], numbers[3]) : nil
            }
        }
    }

    /// The points of the lines of a given width, path by path.
    public func strokes(width: Double) throws -> [[(x: Double, y: Double)]] {
        let parts = try run("qpdf", ["--qdf", "--object-streams=disable"], after: ["-"]).output
            .split(whereSeparator: \.isWhitespace)
        var paths: [[(x: Double, y: Double)]] = []
        var path: [(x: Double, y: Double)] = []
        var current = 0.0
        for (index, part) in parts.enumerated() where index >= 2 {
            func number(_ back: Int) -> Double { Double(parts[index - back]) ?? .nan }
            switch part {
            case "w": current = number(1)
            case "m": path = [(number(2), number(1))]
            case "l": path.append((number(2), number(1)))
            case "S":
                if abs(current - width) < 0.01, !path.isEmpty { paths.append(path) }
                path = []
            default: break
            }
        }
        return paths
    }

    /// The root of the document as qpdf writes it.
    public func catalog() throws -> String {
        let trailer = try run("qpdf", ["--show-object=trailer"]).output
        guard let root = trailer.firstRange(of: "/Root ")?.upperBound else { return "" }
        return try run("qpdf", ["--show-object=\(trailer[root...].prefix { $0 != " " })"]).output
    }

    /// The language of the text, as a tag.
    public func language() throws -> String? {
        let catalog = try catalog()
        guard let start = catalog.firstRange(of: "/Lang (")?.upperBound else { return nil }
        return String(catalog[start...].prefix { $0 != ")" })
    }

    /// How many lines are drawn with dashes.
    public func dashedLines() throws -> Int {
        let text = try run("qpdf", ["--qdf", "--object-streams=disable"], after: ["-"]).output
        return text.split(separator: "\n").filter { $0.contains("] 0 d") && !$0.contains("[] 0 d") }.count
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
