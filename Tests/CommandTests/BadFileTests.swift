import Foundation
import Testing

/// Files that are no dossiers at all.
struct BadFileTests {
    /// What a file holds, and what is said of it in English and in Chinese.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var bytes: [UInt8] = []
        let english: String
        let chinese: String

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "empty.json", english: "the file is empty", chinese: "文件是空的"),
        Case(name: "blank.json", bytes: [32, 10, 9], english: "empty", chinese: "空"),
        Case(
            name: "binary.json", bytes: (0...255).map { UInt8($0) } + [0xFF, 0xFE, 0x00], english: "UTF-8",
            chinese: "UTF-8"),
        Case(name: "gbk.json", bytes: [123, 34, 0xC4, 0xFA, 34, 125], english: "UTF-8", chinese: "UTF-8"),
        Case(name: "array.json", bytes: Array("[1, 2]".utf8), english: ":1:1: ", chinese: ":1:1: "),
        Case(name: "number.json", bytes: Array("12".utf8), english: ":1:1: ", chinese: ":1:1: "),
        Case(
            name: "deep.json", bytes: Array(repeating: UInt8(ascii: "["), count: 1_000_000), english: "deep",
            chinese: "层"),
    ]

    @Test(arguments: cases, ["en", "zh"])
    func isReported(_ file: Case, language: String) throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/\(file.name)"
            try Data(file.bytes).write(to: URL(fileURLWithPath: path))
            let run = try rcep("check", "--lang", language, path)
            #expect(run.status == 65)
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("\(path):"))
            #expect(run.errors.contains(language == "en" ? file.english : file.chinese), "\(run.errors)")
            #expect(run.errors.utf8.count < 1000, "\(run.errors)")
        }
    }

    @Test(arguments: [("en", "the file cannot be read: "), ("zh", "无法读取该文件：")])
    func missingFileAndFolder(language: String, message: String) throws {
        for path in [Dossier.missing, "Fixtures/dossiers", "Fixtures/dossiers/", Dossier.originating + "/below"] {
            let run = try rcep("check", "--lang", language, path)
            #expect(run.status == 65)
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("\(path): \(message)"))
        }
    }

    @Test(arguments: [("en", "the file is too large"), ("zh", "文件过大")])
    func hugeFile(language: String, message: String) throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/huge.json"
            try "{".write(toFile: path)
            // Sparse: takes no room on the disk.
            #expect(truncate(path, 70 << 20) == 0)
            let run = try rcep("check", "--lang", language, path)
            #expect(run.status == 65)
            #expect(run.errors.hasPrefix("\(path): \(message)"))
            #expect(run.errors.contains("64 MiB"))
        }
    }

    @Test func endlessStandardInput() throws {
        let run = try rcep("check", "/dev/zero")
        #expect(run.status == 65)
        #expect(run.errors.hasPrefix("/dev/zero: the file is too large\n"))
    }

    static let otherDocuments: [(name: String, bytes: [UInt8])] = [
        ("goods.xlsx", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00, 0x00, 0x00, 0x21, 0x00]),
        ("workbook", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00, 0x00, 0x00, 0x21, 0x00]),
        ("goods.csv", Array("good_id,hs_code,exporting_party,fob,currency\n1,871120,CN,820.00,USD\n".utf8)),
        ("GOODS.CSV", Array("1\n".utf8)),
    ]

    /// A table is a likely thing to be given; that it is one is said, not that a letter is out of place.
    @Test(arguments: otherDocuments)
    func aTableIsNoDossier(name: String, bytes: [UInt8]) throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/\(name)"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            for (language, message) in [("en", "spreadsheets and tables"), ("zh", "电子表格")] {
                let run = try rcep("check", "--lang", language, path)
                #expect(run.status == 65)
                #expect(run.output.isEmpty)
                #expect(run.errors.hasPrefix("\(path): ") && run.errors.contains(message))
            }
        }
    }
}
