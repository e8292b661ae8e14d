import Bilingual
import CLibZip

/// A ZIP archive, made in memory by libzip: the same files always give the same bytes.
public enum ZipArchive {
    public struct Entry: Sendable, Hashable {
        /// Path inside the archive, with `/` between folders.
        public var name: String
        public var bytes: [UInt8]

        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// Writes an archive that does not exist yet, whole or not at all: libzip writes beside it and renames at the end.
    public static func write(_ entries: [Entry], to path: String) throws(InputProblem) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, &code) else {
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            throw .unwritable(path, String(cString: zip_error_strerror(&error)))
        }
        // libzip reads the bytes when it closes the archive, so that they have to stay where they are until then.
        var buffers: [UnsafeMutableRawBufferPointer] = []
        defer { buffers.forEach { $0.deallocate() } }
        for entry in entries {
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, entry.bytes.count), alignment: 1)
            buffer.copyBytes(from: entry.bytes)
            buffers.append(buffer)
            guard add(entry, buffer, to: archive) else {
                let reason = String(cString: zip_strerror(archive))
                zip_discard(archive)
                throw .unwritable(path, reason)
            }
        }
        guard zip_close(archive) == 0 else {
            let reason = String(cString: zip_strerror(archive))
            zip_discard(archive)
            throw .unwritable(path, reason)
        }
    }

    private static func add(
        _ entry: Entry, _ buffer: UnsafeMutableRawBufferPointer, to archive: OpaquePointer
    ) -> Bool {
        let source = zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(entry.bytes.count), 0)
        guard let source else { return false }
        let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            return false
        }
        // 1 January 1980, the first day a ZIP archive knows.
        return zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0) == 0
    }
}

extension InputProblem {
    fileprivate static func unwritable(_ path: String, _ reason: String) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "file.unwritable",
            message: BilingualText(en: "the archive cannot be written", zh: "无法写入压缩包"), found: reason)
    }
}
