extension String {
    /// Its UTF-8 where it lies; `withUTF8` would count a reference more for the time it is read.
    @inlinable
    package func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        // Not by `??`, whose second half would hold on to the string.
        if let result = utf8.withContiguousStorageIfAvailable(read) { return result }
        return Array(utf8).withUnsafeBufferPointer(read)
    }
}
