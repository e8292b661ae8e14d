import Bilingual
import LocalFiles

/// A file named on the command line; `-` is standard input.
struct InputFile {
    let name: String

    /// A reader refuses more than this anyway; nothing larger is taken into memory.
    private static let mostBytes = 64 << 20

    func read() throws(InputProblem) -> [UInt8] {
        try FileSystem.readToEnd(name, most: Self.mostBytes)
    }

    /// Whether it is a workbook or a table rather than a dossier, by its name or its first bytes.
    func isSpreadsheet(_ bytes: [UInt8]) -> Bool {
        let name = self.name.lowercased()
        return [".xlsx", ".xls", ".ods", ".csv", ".tsv"].contains { name.hasSuffix($0) }
            || bytes.starts(with: Array("PK\u{3}\u{4}".utf8))
    }

    /// Name without folder and last extension, for naming what is made from it.
    var stem: String {
        guard name != "-" else { return "stdin" }
        let base = FileSystem.lastComponent(name)
        guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return base }
        return String(base[..<dot])
    }
}
