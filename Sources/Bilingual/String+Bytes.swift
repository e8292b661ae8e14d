extension String {
    /// Its UTF-8 where it lies; other ways would count a reference more for the time it is read.
    @inlinable
    package borrowing func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(read) { return result }
        return withCopiedBytes(read)
    }

    /// Copies its UTF-8 to where there is room for it, and moves the place behind it.
    @inlinable
    package borrowing func copyBytes(to place: inout UnsafeMutablePointer<UInt8>) {
        withBytes { bytes in
            guard let from = bytes.baseAddress else { return }
            place.update(from: from, count: bytes.count)
            place += bytes.count
        }
    }

    // Elsewhere, as what is hardly ever done would hold on to every string.
    @inline(never)
    @usableFromInline
    borrowing func withCopiedBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        Array(utf8).withUnsafeBufferPointer(read)
    }
}
