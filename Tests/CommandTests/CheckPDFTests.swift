import Foundation
import PDFInspection
import Testing

@Suite("rcep check --format pdf")
struct CheckPDFTests {
    private static func read(_ path: String) throws -> InspectedPDF {
        InspectedPDF([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    }

    @Test(arguments: [("en", "Originating"), ("zh", "具备原产资格")])
    func toFolder(_ language: String, _ verdict: String) throws {
        try withTemporaryFolder { folder in
            let run = try rcep(
                "check", "--lang", language, "--format", "pdf", "--output", folder, Dossier.originating, Dossier.notOriginating)
            #expect(run.status == 1 && run.output.isEmpty)
            #expect(run.errors.contains("\(verdict)  \(folder)/motorcycle-to-viet-nam.pdf"))
            let pdf = try Self.read("\(folder)/motorcycle-to-viet-nam.pdf")
            #expect(try pdf.isSound())
            #expect(try pdf.text().contains(verdict))
            #expect(FileManager.default.fileExists(atPath: "\(folder)/fails-repacked-tea.pdf"))
        }
    }

    @Test("goes to standard output that is no terminal")
    func toStandardOutput() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/report.pdf"
            try "".write(toFile: path)
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            let run = try rcep(["check", "--format", "pdf", Dossier.undetermined], output: handle)
            #expect(run.status == 2 && run.errors.isEmpty)
            #expect(try Self.read(path).isSound())
        }
    }

    @Test(arguments: [
        ["check", "--format", "pdf", Dossier.originating, Dossier.notOriginating], ["lookup", "--format", "pdf", "8711.20"],
        ["rules", "list", "--format", "pdf"],
    ])
    func refused(_ arguments: [String]) throws {
        let run = try rcep(arguments)
        #expect(run.status == 64 && run.output.isEmpty && !run.errors.isEmpty)
    }

    @Test("bad input ends as in every other format")
    func badInput() throws {
        try withTemporaryFolder { folder in
            let run = try rcep("check", "--format", "pdf", "--output", folder, Dossier.badFacts)
            #expect(run.status == 65)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    /// Fontconfig's settings in a file of our own.
    private static func withFonts<Value>(_ settings: String, _ body: ([String: String], String) throws -> Value) throws -> Value {
        try withTemporaryFolder { folder in
            let path = "\(folder)/fonts.conf"
            try """
                <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
                <fontconfig>\(settings)<cachedir>\(folder)/cache</cachedir></fontconfig>
                """.write(toFile: path)
            return try body(["FONTCONFIG_FILE": path], folder)
        }
    }

    @Test("without a single font there is a clear error and no file")
    func noFonts() throws {
        try Self.withFonts("<dir>/nonexistent</dir>") { environment, folder in
            let run = try rcep(
                "check", "--lang", "en", "--format", "pdf", "--output", "\(folder)/out", Dossier.originating, environment: environment)
            #expect(run.status == 65)
            #expect(run.errors.contains("fonts-noto-cjk"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/out").isEmpty)
        }
    }

    @Test("without a font that has Chinese there are no empty boxes but an error")
    func noChineseFont() throws {
        let settings = "<dir>/usr/share/fonts</dir><selectfont><rejectfont><glob>*CJK*</glob></rejectfont></selectfont>"
        try Self.withFonts(settings) { environment, folder in
            let run = try rcep(
                "check", "--lang", "zh", "--format", "pdf", "--output", "\(folder)/out", Dossier.originating, environment: environment)
            #expect(run.status == 65)
            #expect(run.errors.contains("fonts-noto-cjk"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/out").isEmpty)
        }
    }
}
