import Bilingual
import DossierFiles
import Glibc

/// A file named on the command line; `-` is standard input.
struct InputFile {
    let name: String

    /// A reader refuses more than this anyway; nothing larger is taken into memory.
    private static let mostBytes = 64 << 20

    func read() throws(InputProblem) -> [UInt8] {
        let descriptor = name == "-" ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(errno) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &block, block.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(errno) }
            guard count > 0 else { return bytes }
            bytes += block.prefix(count)
            guard bytes.count <= Self.mostBytes else { throw tooLarge }
        }
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
        let base = name.split(separator: "/").last.map(String.init) ?? name
        guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return base }
        return String(base[..<dot])
    }

    private func unreadable(_ error: Int32) -> InputProblem {
        InputProblem(
            file: name, place: .wholeFile, code: "file.unreadable",
            message: BilingualText(en: "the file cannot be read", zh: "无法读取该文件"), found: String(cString: strerror(error)))
    }

    private var tooLarge: InputProblem {
        InputProblem(
            file: name, place: .wholeFile, code: "file.tooLarge",
            message: BilingualText(en: "the file is too large", zh: "文件过大"),
            expected: BilingualText(
                en: "at most \(Self.mostBytes >> 20) MiB", zh: "不超过\(Self.mostBytes >> 20) MiB"))
    }
}
