import Batch
import Bilingual
import Glibc

/// A line on the terminal that says how far a batch is; nothing where standard error is no terminal.
final class BatchProgress {
    private let language: Language
    private let isShown: Bool
    private let start: Double
    private var last: Double = 0
    private var isOnScreen = false

    init(language: Language) {
        self.language = language
        isShown = isatty(STDERR_FILENO) == 1
        start = Self.now
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    func show(_ state: BatchRun.Progress) {
        guard isShown else { return }
        let now = Self.now
        guard now - last >= 0.25 else { return }
        last = now
        let passed = max(now - start, 0.001)
        let rate = Int(Double(state.goods) / passed)
        var text = BilingualText(
            en: "\(state.goods) goods, \(state.lines) lines, \(rate) goods/s",
            zh: "\(state.goods)项货物，\(state.lines)行，每秒\(rate)项")
        if let share = state.share, share > 0.001 {
            let left = Int(passed * (1 - share) / share + 0.5)
            let percent = Int(share * 100)
            text = BilingualText(
                en: "\(percent) %  \(text.english), about \(left) s left", zh: "\(percent)%  \(text.chinese)，约剩\(left)秒")
        }
        Terminal.complain("\r\u{1B}[K" + text[language])
        isOnScreen = true
    }

    /// Takes the line away, before something else is said.
    func clear() {
        guard isOnScreen else { return }
        Terminal.complain("\r\u{1B}[K")
        isOnScreen = false
    }
}
