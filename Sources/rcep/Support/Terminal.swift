import Bilingual
import Glibc
import LocalFiles

/// Standard output and standard error, and whether a person is looking at them.
enum Terminal {
    /// Columns of the terminal behind standard output; 100 where there is none.
    static var width: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
            return 100
        }
        return Int(size.ws_col)
    }

    /// Colour only on a terminal, never where NO_COLOR is set to anything.
    static func usesColor(_ descriptor: Int32) -> Bool {
        let environment = Program.environment
        return isatty(descriptor) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// A reader that has gone away (a closed pipe) ends the program quietly by its signal; a disk that is full ends it
    /// with a message, for half an answer must not look like a whole one.
    static func print(_ text: String) {
        finish(FileSystem.write(text, to: STDOUT_FILENO))
    }

    /// The same for bytes that are no text.
    static func print(_ bytes: [UInt8]) {
        finish(FileSystem.write(bytes, to: STDOUT_FILENO))
    }

    private static func finish(_ failure: Int32) {
        guard failure != 0 else { return }
        complain("rcep: " + BilingualText.outputFailed(failure)[Program.language] + "\n")
        exit(ExitStatus.internalError.rawValue)
    }

    static func complain(_ text: String) {
        // Nobody is left to tell when this fails.
        _ = FileSystem.write(text, to: STDERR_FILENO)
    }
}

extension BilingualText {
    /// - Parameters:
    ///   - file: `-` for standard output.
    ///   - goods: that were written whole.
    static func outputFailed(_ file: String, _ error: Int32, _ goods: Int) -> BilingualText {
        let reason = SystemError.words(error)
        let isFile = file != "-"
        return BilingualText(
            en: "rcep: \(isFile ? file : "standard output") cannot be written: \(reason.english); stopped after \(goods) \(goods == 1 ? "good" : "goods")\n",
            zh: "rcep：无法写入\(isFile ? file : "标准输出")：\(reason.chinese)；已在\(goods)项货物后停止\n")
    }

    fileprivate static func outputFailed(_ error: Int32) -> BilingualText {
        let reason = SystemError.words(error)
        return BilingualText(
            en: "standard output cannot be written: \(reason.english)", zh: "无法写入标准输出：\(reason.chinese)")
    }
}
