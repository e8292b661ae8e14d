import Bilingual
import DossierFiles
import Reporting

/// Reads a form that a person filled in by hand: every line, every problem of it, in the order of the lines.
///
/// It makes the text of `rcep-proof/1` that says the same, so that what is read of a value is decided in one place only.
struct ProofFormReader {
    private static let mostProblems = 100
    /// Blocks of one kind.
    private static let mostBlocks = 1000
    /// Bytes of a value; no box of a proof holds as many.
    private static let longestValue = 8000

    private let file: String
    private(set) var problems: [InputProblem] = []
    private(set) var places = ProofFormPlaces()
    private var proof = ProofFormValue.object([:])
    private var original = ProofFormValue.object([:])
    private var lists: [ProofFormBlock: [ProofFormValue]] = [:]
    private var remarks: [ProofFormValue] = []
    private var ticks: [ProofFormValue] = []
    private var current: OpenBlock
    /// Headings that may stand once, by line.
    private var onceAt: [ProofFormBlock: Int] = [:]
    private var isDeclared = false
    private var hasContent = false

    /// The block that lines are read into.
    private struct OpenBlock {
        let block: ProofFormBlock
        let line: Int
        var value = ProofFormValue.object([:])
        /// Lines of the keys that stood, by place of the field.
        var keys: [Int: Int] = [:]
        var places: [(pointer: String, line: Int, column: Int, name: BilingualText, value: String)] = []
        /// An unknown heading: its lines are passed over, for it is reported once already.
        var isUnknown = false
    }

    init(file: String) {
        self.file = file
        current = OpenBlock(block: .proof, line: 1)
    }

    /// The form as a text of `rcep-proof/1`.
    mutating func json(_ bytes: [UInt8]) -> [UInt8] {
        for line in ProofFormLines(bytes) {
            read(line)
            if problems.count >= Self.mostProblems { break }
        }
        close()
        if !isDeclared { add(.undeclared(file)) }
        return written()
    }

    private mutating func add(_ problem: InputProblem) {
        if problems.count < Self.mostProblems { problems.append(problem) }
    }

    // MARK: Lines

    private mutating func read(_ line: ProofFormLines.Line) {
        defer { hasContent = true }
        switch line.content {
        case .entry(let key, let value, let column):
            if ProofForm.formatKeys.contains(ProofFormWords.folded(key)) { return declare(value, line, column) }
            if !current.isUnknown { enter(key, value, line, column) }
        case .heading(let heading): open(heading, line)
        case .other(let text): add(.noKey(file, line, text))
        }
    }

    /// `form: rcep-proof-form/1`, the first line that says anything.
    private mutating func declare(_ value: String, _ line: ProofFormLines.Line, _ column: Int) {
        if isDeclared { return add(.repeatedFormat(file, line)) }
        isDeclared = true
        guard value == ProofForm.format else { return add(.otherFormat(file, line.number, column, value)) }
        if hasContent { add(.formatNotFirst(file, line)) }
    }

    private mutating func open(_ heading: String, _ line: ProofFormLines.Line) {
        close()
        guard let block = ProofForm.block(heading) else {
            add(.unknownHeading(file, line, heading))
            current = OpenBlock(block: .proof, line: line.number, isUnknown: true)
            return
        }
        if !block.repeats {
            if let earlier = onceAt[block] { add(.repeatedHeading(file, line, earlier: earlier)) }
            onceAt[block] = onceAt[block] ?? line.number
        } else if lists[block, default: []].count >= Self.mostBlocks {
            add(.tooManyBlocks(file, line, most: Self.mostBlocks))
            current = OpenBlock(block: .proof, line: line.number, isUnknown: true)
            return
        }
        current = OpenBlock(block: block, line: line.number)
    }

    private mutating func enter(_ key: String, _ value: String, _ line: ProofFormLines.Line, _ column: Int) {
        guard let index = ProofForm.fields(of: current.block)[ProofFormWords.folded(key)] else {
            return add(.unknownKey(file, line, key, in: current.block))
        }
        let field = current.block.fields[index]
        if let earlier = current.keys[index], field.value != .remark {
            return add(.repeatedKey(file, line, key, earlier: earlier))
        }
        current.keys[index] = line.number
        current.places.append((field.path.joined(separator: "/"), line.number, column, field.key, value))
        guard !value.isEmpty else { return }
        guard value.utf8.count <= Self.longestValue else {
            return add(.tooLong(file, line.number, column, most: Self.longestValue))
        }
        fill(field, value, line, column)
    }

    // MARK: Values

    private mutating func fill(_ field: ProofFormField, _ value: String, _ line: ProofFormLines.Line, _ column: Int) {
        switch field.value {
        case .text: set(.text(value), field, line)
        case .list:
            let parts = value.split(whereSeparator: { ",，、".contains($0) }).map {
                ProofFormValue.text(String(Substring($0).unicodeScalars.trimmed))
            }
            set(.list(parts), field, line)
        case .remark: remarks.append(.text(value))
        case .kind:
            guard let kind = ProofFormWords.kinds[ProofFormWords.folded(value)] else {
                return add(.unknownKind(file, line.number, column, value))
            }
            set(.text(kind.rawValue), field, line)
        case .yesOrNo, .draft, .tick:
            guard let answer = ProofFormWords.yesOrNo[ProofFormWords.folded(value)] else {
                return add(.neitherYesNorNo(file, line.number, column, value))
            }
            answered(answer, field, line)
        }
    }

    private mutating func answered(_ answer: Bool, _ field: ProofFormField, _ line: ProofFormLines.Line) {
        switch field.value {
        case .draft: if answer { set(.text("draft"), field, line) }
        case .tick(let tick): if answer { ticks.append(.text(tick.rawValue)) }
        default: set(.flag(answer), field, line)
        }
    }

    private mutating func set(_ value: ProofFormValue, _ field: ProofFormField, _ line: ProofFormLines.Line) {
        if !current.value.set(value, at: field.path) { add(.wordsAndFirm(file, line)) }
    }

    // MARK: Blocks

    /// Takes over what the block says, and where.
    private mutating func close() {
        guard !current.isUnknown else { return }
        let block = current.block
        let counts = block.countsWhenBlank || !current.value.isEmpty
        let pointer = pointer(of: block)
        if let heading = block.heading {
            let ordinal = block.repeats ? " \(lists[block, default: []].count + 1)" : ""
            places.note(
                pointer, line: current.line, column: 1,
                BilingualText(en: heading.english + ordinal, zh: heading.chinese + ordinal))
        }
        for place in current.places {
            places.note(
                "\(pointer)/\(place.pointer)", line: place.line, column: place.column, name(place.name, in: block),
                value: place.value)
        }
        switch block {
        case .proof: proof = current.value
        case .original: if counts { original = current.value }
        default: if counts { lists[block, default: []].append(current.value) }
        }
    }

    private func pointer(of block: ProofFormBlock) -> String {
        let index = lists[block, default: []].count
        return switch block {
        case .proof: ""
        case .invoice: "/invoices/\(index)"
        case .good: "/items/\(index)"
        case .original: "/originalProof"
        case .originalGood: "/originalProof/items/\(index)"
        }
    }

    /// `good 2, HS code`
    private func name(_ key: BilingualText, in block: ProofFormBlock) -> BilingualText {
        guard let heading = block.heading else { return key }
        let ordinal = block.repeats ? " \(lists[block, default: []].count + 1)" : ""
        return BilingualText(
            en: "\(heading.english)\(ordinal), \(key.english)", zh: "\(heading.chinese)\(ordinal)，\(key.chinese)")
    }

    private func written() -> [UInt8] {
        var proof = proof
        let goods = lists[.originalGood, default: []]
        var original = original
        if !goods.isEmpty { _ = original.set(.list(goods), at: ["items"]) }
        if !original.isEmpty { _ = proof.set(original, at: ["originalProof"]) }
        let members: [(String, [ProofFormValue])] = [
            ("items", lists[.good, default: []]), ("invoices", lists[.invoice, default: []]), ("remarks", remarks),
            ("ticks", ticks),
        ]
        for (name, elements) in members { _ = proof.set(.list(elements), at: [name]) }
        _ = proof.set(.text(ReceivedProofFile.format), at: ["format"])
        var json = JSONWriter()
        proof.write(&json)
        return Array(json.text.utf8)
    }
}
