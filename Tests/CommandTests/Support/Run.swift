import Foundation
import Testing

/// One run of the program from start to end.
struct Run {
    let status: Int32
    let output: String
    let errors: String

    /// Standard output read as a determination.
    func determination() throws -> Determination {
        try JSONDecoder().decode(Determination.self, from: Data(output.utf8))
    }

    /// The determinations of an array on standard output, without the objects of files that could not be judged.
    func determinations() throws -> [Determination] {
        let all = try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
        let good = all.filter { $0["format"] as? String == "rcep-determination/1" }
        return try JSONDecoder().decode([Determination].self, from: JSONSerialization.data(withJSONObject: good))
    }
}

/// Runs `rcep` from the root of the project with nothing of the surroundings but what is given, so that the answer does
/// not depend on the machine: no locale, no terminal, no rules but the project's.
///
/// Both outputs go to files, which hold any amount without anybody reading along.
func rcep(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], output: FileHandle? = nil
) throws -> Run {
    try withTemporaryFolder { folder in
        let process = Process()
        process.executableURL = Project.program
        process.arguments = arguments
        process.currentDirectoryURL = Project.root
        process.environment = environment.merging(["TZ": "UTC"]) { given, _ in given }
        let names = (input: "\(folder)/input", output: "\(folder)/output", errors: "\(folder)/errors")
        try input.write(to: URL(fileURLWithPath: names.input))
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: names.input))
        process.standardOutput = try output ?? writing(to: names.output)
        process.standardError = try writing(to: names.errors)
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: output == nil ? try text(names.output) : "",
            errors: try text(names.errors))
    }
}

func rcep(_ arguments: String..., input: Data = Data(), environment: [String: String] = [:]) throws -> Run {
    try rcep(arguments, input: input, environment: environment)
}

private func writing(to path: String) throws -> FileHandle {
    try Data().write(to: URL(fileURLWithPath: path))
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
}

private func text(_ path: String) throws -> String {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try #require(String(data: data, encoding: .utf8), "the output is not UTF-8")
}

/// A folder that is gone after the body.
func withTemporaryFolder<Value>(_ body: (_ path: String) throws -> Value) throws -> Value {
    let path = FileManager.default.temporaryDirectory.path + "/rcep-command-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}

extension String {
    /// Writes it to a file.
    func write(toFile path: String) throws {
        try Data(utf8).write(to: URL(fileURLWithPath: path))
    }
}
