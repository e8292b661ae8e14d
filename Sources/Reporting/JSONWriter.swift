/// Writes JSON (RFC 8259) in the order the members are given, so that the same report always has the same bytes.
///
/// ```swift
/// var json = JSONWriter(.pretty)
/// json.object { json in
///     json.member("format", "rcep-rule/1")
///     json.member("page", 12)
///     json.member("condition", nil)
///     json.objectMember("labels") { json in json.member("en", "Live animals") }
///     json.arrayMember("codes", ["0101", "0102"]) { json, code in json.value(code) }
/// }
/// print(json.text)
/// ```
public struct JSONWriter: ~Copyable {
    public enum Layout: Sendable, Hashable {
        /// On one line, no spaces.
        case compact
        /// One member a line, two spaces a level.
        case pretty
    }

    private var output = ByteBuffer()
    private let layout: Layout
    private var depth = 0
    /// Whether the innermost array or object holds something already.
    private var isContinued = false
    /// Whether a name has been written whose value must follow on the same line.
    private var isAfterName = false

    public init(_ layout: Layout = .compact) {
        self.layout = layout
    }

    /// What has been written, as text.
    public var text: String { String(decoding: output.bytes, as: UTF8.self) }

    /// Appends what has been written, in UTF-8.
    public func append(to bytes: inout [UInt8]) { bytes.append(contentsOf: output.bytes) }

    // MARK: Values

    /// A string; nil becomes `null`.
    public mutating func value(_ string: String?) {
        guard let string else { return null() }
        startValue()
        appendQuoted(string)
    }

    public mutating func value(_ number: Int) {
        startValue()
        output.append(String(number))
    }

    public mutating func value(_ truth: Bool) {
        startValue()
        output.append(truth ? "true" : "false" as StaticString)
    }

    public mutating func null() {
        startValue()
        output.append("null" as StaticString)
    }

    /// JSON that another writer has made, taken over unchanged.
    public mutating func raw(_ json: String) {
        startValue()
        output.append(json)
    }

    /// An object whose members `body` writes.
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        container(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), body)
    }

    /// An array whose elements `body` writes as values.
    public mutating func array(_ body: (inout JSONWriter) -> Void) {
        container(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), body)
    }

    // MARK: Members of an object

    /// The name of a member; its value must be written next. Nothing in it needs an escape.
    public mutating func name(_ name: StaticString) {
        startValue()
        output.append(UInt8(ascii: "\""), name, layout == .pretty ? "\": " : "\":")
        isAfterName = true
    }

    /// The name of a member that is known only when it is written.
    public mutating func name(of text: String) {
        startValue()
        appendQuoted(text)
        output.append(layout == .pretty ? ": " : ":" as StaticString)
        isAfterName = true
    }

    /// A member with a string, or `null` where there is none.
    public mutating func member(_ name: StaticString, _ string: String?) {
        self.name(name)
        value(string)
    }

    public mutating func member(_ name: StaticString, _ number: Int) {
        self.name(name)
        value(number)
    }

    public mutating func member(_ name: StaticString, _ truth: Bool) {
        self.name(name)
        value(truth)
    }

    public mutating func nullMember(_ name: StaticString) {
        self.name(name)
        null()
    }

    /// A member that is left out where there is no string.
    public mutating func optionalMember(_ name: StaticString, _ string: String?) {
        if let string { member(name, string) }
    }

    public mutating func objectMember(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        self.name(name)
        object(body)
    }

    /// A member with an array of one element for each of `elements`; `body` writes each as one value.
    public mutating func arrayMember<Elements: Sequence>(
        _ name: StaticString, _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
    ) {
        self.name(name)
        array { json in
            for element in elements { body(&json, element) }
        }
    }

    /// A member with an array of strings.
    public mutating func arrayMember(_ name: StaticString, _ strings: some Sequence<String>) {
        arrayMember(name, strings) { json, string in json.value(string) }
    }

    // MARK: Layout

    private mutating func container(open: UInt8, close: UInt8, _ body: (inout JSONWriter) -> Void) {
        startValue()
        output.append(open)
        depth += 1
        isContinued = false
        body(&self)
        depth -= 1
        if isContinued { breakLine() }
        output.append(close)
        isContinued = true
    }

    /// Separates what comes next from what stands before it.
    private mutating func startValue() {
        guard !isAfterName else {
            isAfterName = false
            return
        }
        if isContinued { output.append(UInt8(ascii: ",")) }
        if depth > 0 { breakLine() }
        isContinued = true
    }

    private mutating func breakLine() {
        guard layout == .pretty else { return }
        output.append(UInt8(ascii: "\n"))
        output.append(repeating: UInt8(ascii: " "), count: 2 * depth)
    }

    private mutating func appendQuoted(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            guard !output.append(bytes, between: UInt8(ascii: "\""), where: { !JSONEscape.isNeeded(in: $0) }) else { return }
            output.append(UInt8(ascii: "\""))
            for byte in bytes { appendEscaped(byte) }
            output.append(UInt8(ascii: "\""))
        }
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): output.append("\\\"" as StaticString)
        case UInt8(ascii: "\\"): output.append("\\\\" as StaticString)
        case UInt8(ascii: "\n"): output.append("\\n" as StaticString)
        case UInt8(ascii: "\r"): output.append("\\r" as StaticString)
        case UInt8(ascii: "\t"): output.append("\\t" as StaticString)
        case 0..<0x20: output.append("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
        default: output.append(byte)
        }
    }
}

/// Which bytes of a string JSON does not take as they are: quotation mark, backslash and what is below a space.
private enum JSONEscape {
    /// Looks at eight bytes at once: the highest bit of a byte of a term stands where that byte is one of them.
    @inline(always)
    static func isNeeded(in eight: UInt64) -> Bool {
        let (ones, highest): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let (quote, backslash) = (eight ^ (ones &* 0x22), eight ^ (ones &* 0x5C))
        let found = (eight &- ones &* 0x20) & ~eight | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
        return found & highest != 0
    }
}
