import Foundation
import Testing

@testable import LocalFiles

@Suite struct FileLocationTests {
    private let root = FileManager.default.temporaryDirectory.path + "/rcep-location-" + UUID().uuidString

    struct Pair: Sendable, CustomTestStringConvertible {
        let first: String
        let second: String
        let areSame: Bool
        var testDescription: String { "\(first) and \(second)" }
    }

    @Test(arguments: [
        Pair(first: "file", second: "file", areSame: true), Pair(first: "file", second: "./file", areSame: true),
        Pair(first: "file", second: "below/../file", areSame: true), Pair(first: "file", second: "link", areSame: true),
        Pair(first: "file", second: "name", areSame: true), Pair(first: "file", second: "other", areSame: false),
        Pair(first: "new", second: "./new", areSame: true), Pair(first: "new", second: "newer", areSame: false),
        Pair(first: "new", second: "below/new", areSame: false),
    ])
    func aFileIsKnownHoweverItIsSpelled(_ pair: Pair) throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileSystem.makeFolders("\(root)/below")
        try FileSystem.write("x", to: "\(root)/file")
        try FileSystem.write("x", to: "\(root)/other")
        try FileManager.default.createSymbolicLink(atPath: "\(root)/link", withDestinationPath: "file")
        try FileManager.default.linkItem(atPath: "\(root)/file", toPath: "\(root)/name")
        let first = try #require(FileLocation("\(root)/\(pair.first)"))
        let second = try #require(FileLocation("\(root)/\(pair.second)"))
        #expect((first == second) == pair.areSame)
    }

    @Test(arguments: ["/dev/null", "/", "/nowhere/file"])
    func whatNothingIsWrittenOverInHasNone(path: String) {
        #expect(FileLocation(path) == nil)
    }
}
