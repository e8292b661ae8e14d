import Bilingual
import Glibc

/// The folder reports are written to; each file appears whole or not at all.
struct OutputFolder {
    let path: String

    /// Makes the folder if it is not there.
    init(_ path: String) throws(InputProblem) {
        self.path = path
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Self.unwritable(path, errno) }
    }

    /// Replaces an earlier report of the same name.
    func write(_ text: String, named name: String) throws(InputProblem) -> String {
        let target = "\(path)/\(name)"
        let draft = "\(path)/.\(name).\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.unwritable(target, errno) }
        let failure = Self.write(text, to: descriptor)
        guard close(descriptor) == 0, failure == 0, rename(draft, target) == 0 else {
            let error = failure == 0 ? errno : failure
            unlink(draft)
            throw Self.unwritable(target, error)
        }
        return target
    }

    /// Writes all of the text; 0, or the error of the system.
    static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count {
                let step = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                if step < 0, errno == EINTR { continue }
                guard step > 0 else { return errno }
                done += step
            }
            return 0
        }
    }

    private static func unwritable(_ path: String, _ error: Int32) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "file.unwritable",
            message: BilingualText(en: "the file cannot be written", zh: "无法写入该文件"),
            found: String(cString: strerror(error)))
    }
}
