import Bilingual

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

    private var output: ByteBuffer
    private let layout: Layout
    private var depth = 0
    /// Whether the innermost array or object holds something already.
    private var isContinued = false
    /// Whether a name has been written whose value must follow on the same line.
    private var isAfterName = false

    public init(_ layout: Layout = .compact) {
        self.layout = layout
        output = ByteBuffer()
    }

    /// Writes into memory of somebody else as long as it is enough, on one line.
    init(startingIn room: UnsafeMutableBufferPointer<UInt8>) {
        layout = .compact
        output = ByteBuffer(startingIn: room)
    }

    /// Whether the memory it started in was not enough.
    var hasMoved: Bool { output.ownsMemory }

    /// Bytes that have been written.
    var count: Int { output.count }

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

    /// A code, number or day as a string.
    @inline(always)
    mutating func value(_ value: some ASCIIValue) {
        startValue()
        output.append(value, between: UInt8(ascii: "\""))
    }

    public mutating func value(_ number: Int) {
        startValue()
        output.append(String(number))
    }

    public mutating func value(_ truth: Bool) {
        startValue()
        append(truth)
    }

    public mutating func null() {
        startValue()
        appendNull()
    }

    /// JSON that another writer has made, taken over unchanged.
    public mutating func raw(_ json: String) {
        startValue()
        output.append(json)
    }

    /// An object whose members `body` writes.
    @inline(__always)
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        container(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), body)
    }

    /// An array whose elements `body` writes as values.
    @inline(__always)
    public mutating func array(_ body: (inout JSONWriter) -> Void) {
        container(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), body)
    }

    // MARK: Members of an object

    /// The name of a member; its value must be written next. Nothing in it needs an escape.
    public mutating func name(_ name: StaticString) {
        startMember(name)
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
    @inline(__always)
    public mutating func member(_ name: StaticString, _ string: String?) {
        startMember(name)
        if let string { appendQuoted(string) } else { appendNull() }
    }

    public mutating func member(_ name: StaticString, _ number: Int) {
        self.name(name)
        value(number)
    }

    @inline(__always)
    public mutating func member(_ name: StaticString, _ truth: Bool) {
        startMember(name)
        append(truth)
    }

    @inline(__always)
    public mutating func nullMember(_ name: StaticString) {
        startMember(name)
        appendNull()
    }

    /// A member with a code, number or day as a string, or `null` where there is none. None of them needs an escape.
    @inline(always)
    mutating func member(_ name: StaticString, _ value: (some ASCIIValue)?) {
        startMember(name)
        if let value { output.append(value, between: UInt8(ascii: "\"")) } else { appendNull() }
    }

    /// A member with a word of a closed list, in which nothing needs an escape; `null` where there is none.
    @inline(always)
    mutating func member(_ name: StaticString, word: String?) {
        startMember(name)
        if let word { appendWord(word) } else { appendNull() }
    }

    /// A member that is left out where there is no string.
    public mutating func optionalMember(_ name: StaticString, _ string: String?) {
        if let string { member(name, string) }
    }

    @inline(__always)
    public mutating func objectMember(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        startMember(name)
        appendContainer(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), body)
    }

    /// A member with an array whose elements `body` writes as values.
    @inline(__always)
    public mutating func arrayMember(_ name: StaticString, _ body: (inout JSONWriter) -> Void) {
        startMember(name)
        appendContainer(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), body)
    }

    /// A member with an array of one element for each of `elements`; `body` writes each as one value.
    @inline(__always)
    public mutating func arrayMember<Elements: Sequence>(
        _ name: StaticString, _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
    ) {
        arrayMember(name) { json in
            for element in elements { body(&json, element) }
        }
    }

    /// A member with an array of strings.
    public mutating func arrayMember(_ name: StaticString, _ strings: some Sequence<String>) {
        arrayMember(name, strings) { json, string in json.value(string) }
    }

    // MARK: Layout

    @inline(always)
    private mutating func container(open: UInt8, close: UInt8, _ body: (inout JSONWriter) -> Void) {
        startValue()
        appendContainer(open: open, close: close, body)
    }

    @inline(always)
    private mutating func appendContainer(open: UInt8, close: UInt8, _ body: (inout JSONWriter) -> Void) {
        output.append(open)
        depth += 1
        isContinued = false
        body(&self)
        depth -= 1
        if isContinued { breakLine() }
        output.append(close)
        isContinued = true
    }

    /// Inlined, so that the length of the name is known where it is copied.
    @inline(always)
    private mutating func startMember(_ name: StaticString) {
        guard layout == .compact else { return startPrettyMember(name) }
        output.append(name: name, isContinued: isContinued)
        isContinued = true
    }

    private mutating func startPrettyMember(_ name: StaticString) {
        startValue()
        output.append(name: name, isContinued: false)
        output.append(UInt8(ascii: " "))
    }

    /// Separates what comes next from what stands before it.
    @inline(always)
    private mutating func startValue() {
        guard !isAfterName else {
            isAfterName = false
            return
        }
        if isContinued { output.append(UInt8(ascii: ",")) }
        if depth > 0 { breakLine() }
        isContinued = true
    }

    @inline(always)
    private mutating func breakLine() {
        if layout == .pretty { indentLine() }
    }

    private mutating func indentLine() {
        output.append(UInt8(ascii: "\n"))
        output.append(repeating: UInt8(ascii: " "), count: 2 * depth)
    }

    @inline(always)
    private mutating func append(_ truth: Bool) {
        if truth { output.append("true" as StaticString) } else { output.append("false" as StaticString) }
    }

    @inline(always)
    private mutating func appendNull() { output.append("null" as StaticString) }

    private mutating func appendQuoted(_ text: String) {
        text.withBytes { bytes in
            guard !output.appendPlainString(bytes) else { return }
            output.append(UInt8(ascii: "\""))
            for byte in bytes { appendEscaped(byte) }
            output.append(UInt8(ascii: "\""))
        }
    }

    private mutating func appendWord(_ word: String) {
        word.withBytes { output.appendWord($0) }
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
