/// A sentence with codes, numbers and names in it: written as a string with interpolations, and made in one go.
///
/// A string that grows piece by piece is looked at and moved at every piece; here the pieces are put down on the stack,
/// and one string is made of them at the end.
public struct Sentence: ExpressibleByStringInterpolation, Sendable, Hashable {
    public let text: String

    public init(_ text: String) { self.text = text }

    public init(stringLiteral text: StaticString) { self.text = text.description }

    public init(stringInterpolation pieces: StringInterpolation) { text = pieces.text }

    /// The pieces that have been put down so far, in UTF-8.
    public struct StringInterpolation: StringInterpolationProtocol {
        private static let room = 256
        private var bytes = InlineArray<256, UInt8>(repeating: 0)
        private var count = 0
        /// What stands before `bytes`, where these were full.
        private var before = ""

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: StaticString) {
            append(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
        }

        public mutating func appendInterpolation(_ text: String) {
            text.withBytes { append($0) }
        }

        public mutating func appendInterpolation(_ number: Int) {
            if number >= 0 {
                appendInterpolation(ASCIINumber(UInt64(number)))
            } else {
                appendInterpolation(String(number))
            }
        }

        package mutating func appendInterpolation(_ value: some ASCIIValue) {
            let length = value.asciiCount
            guard length <= Self.room else { return appendInterpolation(value.asciiText) }
            if length > Self.room - count { empty() }
            withPlace { value.writeASCII(to: $0) }
            count += length
        }

        private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
            guard let from = piece.baseAddress else { return }
            if piece.count > Self.room - count { empty() }
            guard piece.count <= Self.room else {
                before += String(decoding: piece, as: UTF8.self)
                return
            }
            withPlace { $0.update(from: from, count: piece.count) }
            count += piece.count
        }

        /// Where the next piece goes.
        private mutating func withPlace(_ write: (UnsafeMutablePointer<UInt8>) -> Void) {
            let count = self.count
            var span = bytes.mutableSpan
            span.withUnsafeMutableBufferPointer { buffer in
                if let start = buffer.baseAddress { write(start + count) }
            }
        }

        private mutating func empty() {
            before += gathered
            count = 0
        }

        /// Whole characters only: pieces are never cut.
        private var gathered: String {
            bytes.span.withUnsafeBufferPointer { String(decoding: $0.prefix(count), as: UTF8.self) }
        }

        fileprivate var text: String { before.isEmpty ? gathered : before + gathered }
    }
}
