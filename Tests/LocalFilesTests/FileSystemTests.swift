import Bilingual
import Foundation
import LocalFiles
import Testing

/// What is done with files and folders, on a folder of its own for each test.
@Suite struct FileSystemTests {
    private let root: String

    init() throws {
        root = FileManager.default.temporaryDirectory.path + "/local-files-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    private func problem(_ step: () throws -> Void) -> InputProblem? {
        do {
            try step()
            return nil
        } catch {
            return error as? InputProblem
        }
    }

    @Test(arguments: ["a", "a/b/c", "a/b/c/", "a//b"])
    func foldersAreMadeAtEveryLevel(path: String) throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileSystem.makeFolders("\(root)/\(path)")
        #expect(FileSystem.isFolder("\(root)/\(path)"))
        // Once more does no harm.
        try FileSystem.makeFolders("\(root)/\(path)")
    }

    @Test(arguments: ["file", "file/a", "file/a/b"])
    func aFileIsInTheWayOfAFolder(path: String) throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileSystem.write("x", to: "\(root)/file")
        let refusal = problem { try FileSystem.makeFolders("\(root)/\(path)") }
        let found = try #require(refusal)
        #expect(found.file == "\(root)/file")
        #expect(found.code == "file.unwritable")
        #expect(found.message.english.contains("folder") && found.message.chinese.contains("文件夹"))
        #expect(try text("\(root)/file") == "x")
    }

    @Test(arguments: ["", "short", String(repeating: "漢", count: 70_000)])
    func whatIsWrittenIsRead(content: String) throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        let path = "\(root)/file"
        try FileSystem.write(content, to: path)
        #expect(try FileSystem.read(path) == Array(content.utf8))
        #expect(try FileSystem.readToEnd(path, most: content.utf8.count) == Array(content.utf8))
        let second = problem { try FileSystem.write("y", to: path) }
        #expect(second?.code == "file.unwritable")
        try FileSystem.replace(path, with: "z")
        #expect(try text(path) == "z")
        #expect(try FileManager.default.contentsOfDirectory(atPath: root) == ["file"])
    }

    @Test(arguments: [(10, nil), (9, "file.tooLarge"), (0, "file.tooLarge")])
    func noMoreIsReadThanAllowed(most: Int, code: String?) throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileSystem.write("0123456789", to: "\(root)/file")
        let found = problem { _ = try FileSystem.readToEnd("\(root)/file", most: most) }
        #expect(found?.code == code)
    }

    @Test func nothingIsLeftOfAReplacementThatFails() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileSystem.makeFolders("\(root)/taken/full")
        let found = problem { try FileSystem.replace("\(root)/taken", with: "x") }
        #expect(found?.file == "\(root)/taken" && found?.code == "file.unwritable")
        let absent = problem { try FileSystem.replace("\(root)/none/file", with: "x") }
        #expect(absent?.file == "\(root)/none/file")
        #expect(absent?.message.english.hasSuffix("its folder does not exist") ?? false)
        #expect(try FileManager.default.contentsOfDirectory(atPath: root) == ["taken"])
    }

    @Test func aFolderIsNoFileAndAFileNoFolder() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileSystem.write("x", to: "\(root)/file")
        let whole = problem { _ = try FileSystem.read(root) }
        let toEnd = problem { _ = try FileSystem.readToEnd(root, most: 10) }
        #expect([whole, toEnd].map { $0?.message.english } 
            == ["the file cannot be read: it is a folder", "the file cannot be read: it is a folder"])
        let entries = problem { _ = try FileSystem.entries(of: "\(root)/file") }
        #expect(entries?.message.english == "the folder cannot be read: part of its path is not a folder")
    }

    @Test(arguments: [("a/b.xml", "b.xml", "a"), ("b.xml", "b.xml", nil), ("/b.xml", "b.xml", "/"), ("/", "/", nil)])
    func paths(path: String, last: String, parent: String?) {
        #expect(FileSystem.lastComponent(path) == last)
        #expect(FileSystem.parent(path) == parent)
    }
}
