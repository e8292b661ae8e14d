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
public struct JSONWriter: Sendable {
    public enum Layout: Sendable, Hashable {
        /// On one line, no spaces.
        case compact
        /// One member a line, two spaces a level.
        case pretty
    }

    /// What has been written, in UTF-8.
    public private(set) var bytes: [UInt8] = []
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
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Values

    /// A string; nil becomes `null`.
    public mutating func value(_ string: String?) {
        guard let string else { return null() }
        startValue()
        appendQuoted(string)
    }

    public mutating func value(_ number: Int) {
        startValue()
        append(String(number))
    }

    public mutating func value(_ truth: Bool) {
        startValue()
        append(truth ? "true" : "false")
    }

    public mutating func null() {
        startValue()
        append("null")
    }

    /// JSON that another writer has made, taken over unchanged.
    public mutating func raw(_ json: String) {
        startValue()
        append(json)
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

    /// The name of a member; its value must be written next.
    public mutating func name(_ name: String) {
        startValue()
        appendQuoted(name)
        append(layout == .pretty ? ": " : ":")
        isAfterName = true
    }

    /// A member with a string, or `null` where there is none.
    public mutating func member(_ name: String, _ string: String?) {
        self.name(name)
        value(string)
    }

    public mutating func member(_ name: String, _ number: Int) {
        self.name(name)
        value(number)
    }

    public mutating func member(_ name: String, _ truth: Bool) {
        self.name(name)
        value(truth)
    }

    public mutating func nullMember(_ name: String) {
        self.name(name)
        null()
    }

    /// A member that is left out where there is no string.
    public mutating func optionalMember(_ name: String, _ string: String?) {
        if let string { member(name, string) }
    }

    public mutating func objectMember(_ name: String, _ body: (inout JSONWriter) -> Void) {
        self.name(name)
        object(body)
    }

    /// A member with an array of one element for each of `elements`; `body` writes each as one value.
    public mutating func arrayMember<Elements: Sequence>(
        _ name: String, _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
    ) {
        self.name(name)
        array { json in
            for element in elements { body(&json, element) }
        }
    }

    /// A member with an array of strings.
    public mutating func arrayMember(_ name: String, _ strings: some Sequence<String>) {
        arrayMember(name, strings) { json, string in json.value(string) }
    }

    // MARK: Layout

    private mutating func container(open: UInt8, close: UInt8, _ body: (inout JSONWriter) -> Void) {
        startValue()
        bytes.append(open)
        depth += 1
        isContinued = false
        body(&self)
        depth -= 1
        if isContinued { breakLine() }
        bytes.append(close)
        isContinued = true
    }

    /// Separates what comes next from what stands before it.
    private mutating func startValue() {
        guard !isAfterName else {
            isAfterName = false
            return
        }
        if isContinued { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 { breakLine() }
        isContinued = true
    }

    private mutating func breakLine() {
        guard layout == .pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func appendQuoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 { appendEscaped(byte) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case UInt8(ascii: "\n"): append("\\n")
        case UInt8(ascii: "\r"): append("\\r")
        case UInt8(ascii: "\t"): append("\\t")
        case 0..<0x20: append("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
        default: bytes.append(byte)
        }
    }
}
