import Bilingual
import Glibc

/// What the running program knows of itself and its surroundings; nothing below the command line asks for any of it.
enum Program {
    static let version = "0.1.0"

    static var environment: [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let fields = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if fields.count == 2 { variables[String(fields[0])] = String(fields[1]) }
            next += 1
        }
        return variables
    }

    /// Absolute path of the program, for finding the rules beside it.
    static var executable: String {
        var path = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count)
        return count > 0 ? String(decoding: path.prefix(count), as: UTF8.self) : CommandLine.arguments[0]
    }

    /// The language of the surroundings: Chinese where the locale says so.
    static var language: Language {
        let environment = self.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") ?? false ? .chinese : .english
    }
}
