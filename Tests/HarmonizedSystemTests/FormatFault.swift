import HarmonizedSystem

/// Where a text leaves its format, as a test expects it.
struct FormatFault: Sendable, Equatable {
    let line: Int
    let found: String

    /// The fault that reading meets; nil when the text is read.
    static func met<Value>(by read: () throws(HSNomenclature.FormatError) -> Value) -> FormatFault? {
        do {
            _ = try read()
            return nil
        } catch {
            return FormatFault(line: error.line, found: error.found)
        }
    }
}
