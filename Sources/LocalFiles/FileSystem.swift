import Bilingual
import Glibc

/// The few things done with files and folders, straight on the operating system.
package enum FileSystem {
    /// No file of rules is larger than this many bytes.
    package static let mostBytes = 8 << 20
    private static let blockBytes = 1 << 16

    // MARK: Reading

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
        guard status.st_size <= mostBytes else { throw .tooLarge(name, most: mostBytes) }
        return try bytes(of: descriptor, expecting: Int(status.st_size), named: name)
    }

    /// The bytes of anything that can be read to its end: a file, a pipe, or, for `-`, standard input.
    /// - Parameter most: with more bytes it is refused, and no more than these are taken into memory.
    package static func readToEnd(_ path: String, most: Int) throws(InputProblem) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path, errno) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var all: [UInt8] = []
        while true {
            let block = try bytes(of: descriptor, expecting: blockBytes, named: path)
            all += block
            guard all.count <= most else { throw .tooLarge(path, most: most) }
            // Only the last block is not full.
            guard block.count == blockBytes else { return all }
        }
    }

    /// As many bytes as expected, fewer at the end of the file.
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

    /// Opens anything that can be read once from start to end; `-` is standard input. The caller closes it.
    package static func openToRead(_ path: String) throws(InputProblem) -> Int32 {
        if path == "-" { return STDIN_FILENO }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path, errno) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw .unreadable(path, EISDIR)
        }
        return descriptor
    }

    /// Size of an open regular file; nil for anything else.
    package static func size(of descriptor: Int32) -> Int? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Some bytes of an open file, at most so many; 0 at its end.
    package static func read(
        _ descriptor: Int32, named name: String, into buffer: UnsafeMutablePointer<UInt8>, most: Int
    ) throws(InputProblem) -> Int {
        while true {
            let step = Glibc.read(descriptor, buffer, most)
            if step >= 0 { return step }
            guard errno == EINTR else { throw .unreadable(name, errno) }
        }
    }

    /// Names of what a folder holds, in order, without those that begin with a dot.
    package static func entries(of path: String) throws(InputProblem) -> [String] {
        guard let folder = opendir(path) else { throw .unreadableFolder(path, errno) }
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

    // MARK: Writing

    /// Makes one folder, which must not exist yet.
    package static func makeFolder(_ path: String) throws(InputProblem) {
        guard mkdir(path, 0o755) == 0 else { throw .unwritableFolder(path, errno) }
    }

    /// Makes a folder with every folder above it that is missing; content with one that is there.
    package static func makeFolders(_ path: String) throws(InputProblem) {
        let path = withoutTrailingSlash(path)
        guard !isFolder(path) else { return }
        if let above = parent(path) { try makeFolders(above) }
        guard mkdir(path, 0o755) != 0 else { return }
        let failure = errno
        // Another program may have made it meanwhile; anything else that stands there is in the way.
        guard failure != EEXIST || !isFolder(path) else { return }
        throw .unwritableFolder(path, failure == EEXIST ? ENOTDIR : failure)
    }

    /// Writes a file that does not exist yet.
    package static func write(_ text: String, to path: String) throws(InputProblem) {
        try write(Array(text.utf8), to: path, O_EXCL)
    }

    /// Writes the bytes of a file that does not exist yet.
    package static func write(_ bytes: [UInt8], to path: String) throws(InputProblem) {
        try write(bytes, to: path, O_EXCL)
    }

    private static func write(_ bytes: [UInt8], to path: String, _ flag: Int32) throws(InputProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flag, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path, errno) }
        let failure = write(bytes, to: descriptor)
        // Closing is where a full disk may first be reported.
        guard close(descriptor) == 0 || failure != 0 else { throw .unwritable(path, errno) }
        guard failure == 0 else { throw .unwritable(path, failure) }
    }

    /// Writes all of the text to an open file; 0, or the error of the system.
    package static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
    }

    /// Writes all bytes to an open file; 0, or the error of the system.
    package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { write($0, to: descriptor) }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var done = 0
        while done < bytes.count {
            let step = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
            if step < 0, errno == EINTR { continue }
            guard step > 0 else { return errno }
            done += step
        }
        return 0
    }

    /// Opens a file to be written on from its end, making it where it is not there. The caller closes it.
    package static func openToAppend(_ path: String) throws(InputProblem) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path, errno) }
        return descriptor
    }

    /// The problem of a file that cannot be written.
    package static func unwritableFile(_ path: String, _ error: Int32) -> InputProblem { .unwritable(path, error) }

    /// What tells a file from another of the same name without reading all of it: its size, when it was last changed,
    /// and some of its bytes from start to end. nil for anything but a regular file.
    package static func identity(of path: String) -> (size: Int, changed: String, sample: [UInt8])? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = Int(status.st_size)
        let (parts, length) = (64, 4096)
        var sample: [UInt8] = []
        for part in 0..<parts {
            let offset = size <= parts * length ? part * length : (size - length) / (parts - 1) * part
            guard offset < size else { break }
            var block = [UInt8](repeating: 0, count: length)
            let count = pread(descriptor, &block, length, offset)
            guard count >= 0 else { return nil }
            sample += block.prefix(count)
        }
        return (size, "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)", sample)
    }

    /// Maps a regular file for reading; the caller unmaps it. nil for an empty one.
    package static func map(_ path: String) throws(InputProblem) -> (UnsafeRawPointer?, Int) {
        let descriptor = try openToRead(path)
        defer { close(descriptor) }
        guard let size = size(of: descriptor), size > 0 else { return (nil, 0) }
        guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw .unreadable(path, errno)
        }
        return (UnsafeRawPointer(start), size)
    }

    /// Removes a file; content where there is none.
    package static func removeFile(_ path: String) { unlink(path) }

    /// Opens a file to be written from its start, making it where it is not there; what stands in it stays until it is
    /// emptied. The caller closes it.
    package static func openToWrite(_ path: String) throws(InputProblem) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path, errno) }
        return descriptor
    }

    /// Empties an open file; content with what cannot be emptied, such as a pipe.
    package static func empty(_ descriptor: Int32, named path: String) throws(InputProblem) {
        guard size(of: descriptor) != nil, ftruncate(descriptor, 0) != 0 else { return }
        throw .unwritable(path, errno)
    }

    /// A line for every file below a folder, with its size and when it was last changed; what cannot be read is left out.
    package static func inventory(of folder: String) -> [String] {
        ((try? entries(of: folder)) ?? []).flatMap { name -> [String] in
            let path = "\(folder)/\(name)"
            if isFolder(path) { return inventory(of: path) }
            var status = stat()
            guard stat(path, &status) == 0 else { return [] }
            return ["\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"]
        }
    }

    /// Puts a file in the place of an earlier one, whole or not at all.
    package static func replace(_ path: String, with text: String) throws(InputProblem) {
        try replace(path, with: Array(text.utf8))
    }

    /// Puts a file in the place of an earlier one, whole or not at all.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(InputProblem) {
        let name = lastComponent(path)
        // Beside the file, so that the last step is a renaming; hidden, so that nobody takes it for a result.
        let draft = String(path.dropLast(name.count)) + ".\(name).\(getpid())"
        do throws(InputProblem) {
            try write(bytes, to: draft, O_TRUNC)
        } catch {
            unlink(draft)
            throw error.about(path)
        }
        guard rename(draft, path) == 0 else {
            let failure = errno
            unlink(draft)
            throw .unwritable(path, failure)
        }
    }

    /// Puts a finished folder in its place in one step; fails where something stands there already.
    package static func move(_ path: String, to target: String) throws(InputProblem) {
        guard !exists(target) else { throw .unwritableFolder(target, EEXIST) }
        guard rename(path, target) == 0 else { throw .unwritableFolder(target, errno) }
    }

    /// Removes a folder of plain files, as an import that failed leaves it; what cannot be removed stays.
    package static func removeFolder(_ path: String) {
        for name in (try? entries(of: path)) ?? [] { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    // MARK: Paths

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
    private static func because(_ error: Int32, en: String, zh: String) -> BilingualText {
        let reason = SystemError.words(error)
        return BilingualText(en: "\(en): \(reason.english)", zh: "\(zh)：\(reason.chinese)")
    }

    fileprivate static func unreadable(_ file: String, _ error: Int32) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "file.unreadable",
            message: because(error, en: "the file cannot be read", zh: "无法读取该文件"))
    }

    fileprivate static func unreadableFolder(_ path: String, _ error: Int32) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "file.unreadable",
            message: because(error, en: "the folder cannot be read", zh: "无法读取该文件夹"))
    }

    fileprivate static func unwritable(_ file: String, _ error: Int32) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "file.unwritable",
            // A file that is not there is made: what is missing is where it is to lie.
            message: error == ENOENT
                ? BilingualText(
                    en: "the file cannot be written: its folder does not exist", zh: "无法写入该文件：所在文件夹不存在")
                : because(error, en: "the file cannot be written", zh: "无法写入该文件"))
    }

    fileprivate static func unwritableFolder(_ path: String, _ error: Int32) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "file.unwritable",
            message: because(error, en: "the folder cannot be made", zh: "无法创建该文件夹"))
    }

    fileprivate static func tooLarge(_ file: String, most: Int) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "file.tooLarge",
            message: BilingualText(en: "the file is too large", zh: "文件过大"),
            expected: BilingualText(en: "at most \(most >> 20) MiB", zh: "不超过\(most >> 20) MiB"))
    }

    fileprivate func about(_ file: String) -> InputProblem {
        var problem = self
        problem.file = file
        return problem
    }
}
