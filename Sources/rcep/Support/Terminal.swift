import Glibc

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

    static func print(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    static func complain(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    /// A reader that has gone away (a closed pipe) ends the program quietly by its signal.
    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count {
                let step = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                if step < 0, errno == EINTR { continue }
                guard step > 0 else { return }
                done += step
            }
        }
    }
}
