import Bilingual
import Glibc

/// The few things done with files and folders, straight on the operating system.
package enum FileSystem {
    /// No file of rules is larger than this many bytes.
    package static let mostBytes = 8 << 20

    /// The bytes of a regular file.
    /// - Parameter named: what a message calls the file.
    package static func read(_ path: String, named name: String? = nil) throws(InputProblem) -> [UInt8] {
        let name = name ?? path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(name, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(name, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(name, EISDIR) }
        guard status.st_size <= mostBytes else { throw .tooLarge(name, bytes: Int(status.st_size)) }
        return try bytes(of: descriptor, expecting: Int(status.st_size), named: name)
    }

    private static func bytes(
        of descriptor: Int32, expecting size: Int, named name: String
    ) throws(InputProblem) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let step = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if step < 0, errno == EINTR { continue }
                if step < 0 { failure = errno }
                guard step > 0 else { return }
                count += step
            }
        }
        guard failure == 0 else { throw .unreadable(name, failure) }
        return bytes
    }

    /// Names of what a folder holds, in order, without those that begin with a dot.
    package static func entries(of path: String) throws(InputProblem) -> [String] {
        guard let folder = opendir(path) else { throw .unreadable(path, errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    package static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    package static func makeFolder(_ path: String) throws(InputProblem) {
        guard mkdir(path, 0o755) == 0 else { throw .unwritable(path, errno) }
    }

    package static func write(_ text: String, to path: String) throws(InputProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path, errno) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let step = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard step > 0 || errno == EINTR else {
                let failure = errno
                close(descriptor)
                throw .unwritable(path, failure)
            }
            rest = rest.dropFirst(max(0, step))
        }
        // Closing is where a full disk may first be reported.
        guard close(descriptor) == 0 else { throw .unwritable(path, errno) }
    }

    /// Puts a file in the place of an earlier one, whole or not at all.
    package static func replace(_ path: String, with text: String) throws(InputProblem) {
        let draft = "\(path).\(getpid())"
        try write(text, to: draft)
        guard rename(draft, path) == 0 else {
            let failure = errno
            unlink(draft)
            throw .unwritable(path, failure)
        }
    }

    /// Puts a finished folder in its place in one step; fails where something stands there already.
    package static func move(_ path: String, to target: String) throws(InputProblem) {
        guard !exists(target) else { throw .unwritable(target, EEXIST) }
        guard rename(path, target) == 0 else { throw .unwritable(target, errno) }
    }

    /// Removes a folder of plain files, as an import that failed leaves it; what cannot be removed stays.
    package static func removeFolder(_ path: String) {
        for name in (try? entries(of: path)) ?? [] { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    /// Name of the last component: `chapter-01.xml`.
    package static func lastComponent(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    package static func withoutTrailingSlash(_ path: String) -> String {
        var path = path
        while path.hasSuffix("/"), path.utf8.count > 1 { path.removeLast() }
        return path
    }

    /// The enclosing folder; nil for the root and for a bare name.
    package static func parent(_ path: String) -> String? {
        guard let slash = path.lastIndex(of: "/"), path.count > 1 else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

extension InputProblem {
    fileprivate static func unreadable(_ file: String, _ error: Int32) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "file.unreadable",
            message: BilingualText(en: "the file or folder cannot be read", zh: "无法读取该文件或文件夹"),
            found: String(cString: strerror(error)))
    }

    fileprivate static func unwritable(_ file: String, _ error: Int32) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "file.unwritable",
            message: BilingualText(en: "the file or folder cannot be written", zh: "无法写入该文件或文件夹"),
            found: String(cString: strerror(error)))
    }

    fileprivate static func tooLarge(_ file: String, bytes: Int) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "file.tooLarge",
            message: BilingualText(en: "the file is too large", zh: "文件过大"), found: "\(bytes) B",
            expected: BilingualText(en: "at most \(FileSystem.mostBytes) B", zh: "不超过 \(FileSystem.mostBytes) 字节"))
    }
}
