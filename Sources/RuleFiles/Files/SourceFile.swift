import Bilingual
import Crypto
import LocalFiles

/// A file as it was read.
package struct SourceFile {
    /// As messages name it.
    package let path: String
    /// From the folder of all rules: `agreement/parties.xml`.
    package let name: String
    package let bytes: [UInt8]

    /// `parties.xml`
    package var entry: String { FileSystem.lastComponent(name) }

    package init(root: String, name: String) throws(InputProblem) {
        path = "\(root)/\(name)"
        self.name = name
        bytes = try FileSystem.read(path)
    }

    /// SHA-256 in hexadecimal over files in the order given: of each its name, a zero byte, its bytes, and a zero byte
    /// (which no rule file can hold).
    static func digest(of files: [SourceFile], named name: (SourceFile) -> String = { $0.name }) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(files.reduce(0) { $0 + $1.name.utf8.count + $1.bytes.count + 2 })
        for file in files {
            bytes += name(file).utf8
            bytes.append(0)
            bytes += file.bytes
            bytes.append(0)
        }
        return SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension XMLParser {
    package func parse(_ file: SourceFile) throws(InputProblem) -> XMLTree {
        try parse(file.bytes, file: file.path)
    }

    /// A parser, or a problem when memory is short.
    package static func make() throws(InputProblems) -> XMLParser {
        guard let parser = XMLParser() else {
            throw InputProblems([
                InputProblem(
                    place: .wholeFile, code: "xml.noMemory",
                    message: BilingualText(en: "there is not enough memory to read XML", zh: "内存不足，无法读取 XML"))
            ])
        }
        return parser
    }
}
