import Glibc
import Synchronization

/// Whether somebody asked the program to stop. The first time is kept for the program to end in order; the second ends
/// it at once.
enum Interruption {
    private static let received = Atomic<Int32>(0)

    /// Number of the signal; 0 while there was none.
    static var signal: Int32 { received.load(ordering: .relaxed) }

    static func watch() {
        for number in [SIGINT, SIGTERM] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { Interruption.received.store($0, ordering: .relaxed) }
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
            sigaction(number, &action, nil)
        }
    }
}
