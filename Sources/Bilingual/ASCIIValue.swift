/// A code, number or day that is written in ASCII characters, of which it is known beforehand how many.
///
/// Reports write very many of them: into a sentence or a file they go without a string of their own.
package protocol ASCIIValue {
    var asciiCount: Int { get }

    /// - Parameter place: has room for `asciiCount` bytes; all of them are written.
    func writeASCII(to place: UnsafeMutablePointer<UInt8>)
}

extension ASCIIValue {
    package var asciiText: String {
        let count = asciiCount
        return String(unsafeUninitializedCapacity: count) { text in
            if let place = text.baseAddress { writeASCII(to: place) }
            return count
        }
    }
}
