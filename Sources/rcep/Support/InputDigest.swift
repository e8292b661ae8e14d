import Crypto

/// SHA-256 of what a report was made from.
enum InputDigest {
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: 2 * SHA256.byteCount) { text in
            for (index, byte) in SHA256.hash(data: bytes).enumerated() {
                text[2 * index] = digit(byte >> 4)
                text[2 * index + 1] = digit(byte & 15)
            }
            return 2 * SHA256.byteCount
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
