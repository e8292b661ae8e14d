import OriginDetermination
import OriginModel
import OriginRules

/// Appends the rows of the output to bytes.
struct AnswerRow {
    static let comma = UInt8(ascii: ",")
    static let lineBreak = UInt8(ascii: "\n")

    /// A field, in quotation marks where it needs them. Line breaks and other control characters are shown as U+FFFD, so
    /// that a row is always a line.
    static func field(_ bytes: some Collection<UInt8>, to output: inout [UInt8]) {
        var isPlain = true
        for byte in bytes where byte == comma || byte == 0x22 || byte < 0x20 || byte >= 0x7F {
            isPlain = false
            break
        }
        guard !isPlain else { return output.append(contentsOf: bytes) }
        let text = String(decoding: bytes, as: UTF8.self)
        let isQuoted = text.utf8.contains { $0 == comma || $0 == 0x22 }
        if isQuoted { output.append(0x22) }
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
                output.append(contentsOf: "\u{FFFD}".utf8)
            } else {
                if scalar == "\"" { output.append(0x22) }
                output.append(contentsOf: String(scalar).utf8)
            }
        }
        if isQuoted { output.append(0x22) }
    }

    /// A row for a good that could not be judged.
    static func error(_ id: some Collection<UInt8>, to output: inout [UInt8]) {
        field(id, to: &output)
        output.append(contentsOf: ",error,error,,,,,,,,,\n".utf8)
    }

    /// The row of an answer up to its last field, the failing materials, which is left to whoever knows their ids; then a
    /// line break is due. Id and rule are fields as they stand.
    static func answer(
        _ id: some Collection<UInt8>, _ answer: borrowing CompactAnswer, rule: UnsafeBufferPointer<UInt8>,
        to output: inout [UInt8]
    ) {
        // Parts of the answer, so that it is not copied for those who write them.
        let (verdict, onEvidence) = (answer.verdict.name, answer.verdictOnEvidence.name)
        let (criterion, supplements) = (answer.criterion?.name ?? "", names(of: answer.supplements))
        let (indirect, direct) = (answer.rvcIndirect, answer.rvcDirect)
        let (value, weight) = (answer.deMinimisValue, answer.deMinimisWeight)
        output.append(contentsOf: id)
        output.append(addingCapacity: mostBytes) { row in
            row.append(comma)
            row.append(verdict)
            row.append(comma)
            row.append(onEvidence)
            row.append(comma)
            row.append(criterion)
            row.append(comma)
            row.append(supplements)
            row.append(comma)
        }
        output.append(contentsOf: rule)
        output.append(addingCapacity: mostBytes) { row in
            row.append(comma)
            row.append(indirect)
            row.append(comma)
            row.append(direct)
            row.append(comma)
            row.append(value)
            row.append(comma)
            row.append(weight)
            row.append(comma)
        }
        if let found = answer.countryOfOrigin { country(found, to: &output) }
        output.append(comma)
    }

    private static func names(of supplements: SupplementSet) -> StaticString {
        switch (supplements.contains(.cumulation), supplements.contains(.deMinimis)) {
        case (false, false): ""
        case (true, false): "ACU"
        case (false, true): "DMI"
        case (true, true): "ACU;DMI"
        }
    }

    /// More than the words, or four percentages of 41 characters, ever need.
    private static let mostBytes = 256

    /// The row of the answer for a dossier.
    static func answer(_ id: some Collection<UInt8>, _ summary: SummarizedDossier, to output: inout [UInt8]) {
        var idField: [UInt8] = []
        field(id, to: &idField)
        var rule: [UInt8] = []
        field(summary.rules.joined(separator: ";").utf8, to: &rule)
        rule.withUnsafeBufferPointer { answer(idField, summary.answer, rule: $0, to: &output) }
        field(summary.failing.joined(separator: ";").utf8, to: &output)
        output.append(lineBreak)
    }

    /// The Party; where it is not decided, all it may be, and `?` where that is fewer than two.
    private static func country(_ found: CompactAnswer.CountryOfOrigin, to output: inout [UInt8]) {
        var parties = found.candidates.map(\.description)
        if !found.isDecided, parties.count < 2 { parties.append("?") }
        output.append(contentsOf: parties.joined(separator: ";").utf8)
    }
}

extension OutputSpan<UInt8> {
    @inline(always)
    fileprivate mutating func append(_ text: StaticString) {
        for place in 0..<text.utf8CodeUnitCount { append(text.utf8Start[place]) }
    }

    /// `67.21`, as reports show it.
    fileprivate mutating func append(_ percent: CutPercent?) {
        guard let percent else { return }
        guard let hundredths = Int(exactly: percent.hundredths), abs(hundredths) < 1 << 53 else {
            for byte in percent.description.utf8 { append(byte) }
            return
        }
        if hundredths < 0 { append(UInt8(ascii: "-")) }
        let magnitude = abs(hundredths)
        append(number: magnitude / 100)
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") + UInt8(magnitude / 10 % 10))
        append(UInt8(ascii: "0") + UInt8(magnitude % 10))
    }

    private mutating func append(number: Int) {
        if number >= 10 { append(number: number / 10) }
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}

extension Verdict {
    fileprivate var name: StaticString {
        switch self {
        case .originating: "originating"
        case .notOriginating: "notOriginating"
        case .undetermined: "undetermined"
        }
    }
}

extension Criterion {
    fileprivate var name: StaticString {
        switch self {
        case .whollyObtained: "WO"
        case .producedExclusively: "PE"
        case .changeInTariffClassification: "CTC"
        case .regionalValueContent: "RVC"
        case .chemicalReaction: "CR"
        }
    }
}
