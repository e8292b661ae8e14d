import Bilingual
import Glibc
import LocalFiles

/// What an earlier run has left, and what it was made of, so that a later one can go on where it stopped.
///
/// Beside the output stands a small file, `out.csv.resume`, for as long as the run is not complete. It names the inputs,
/// the options and the rules by digests; a run with others is refused.
struct ResumePoint {
    static let ending = ".resume"
    static let heading = "rcep-batch-resume/1"

    /// Goods whose rows are there, whole.
    private(set) var goods = 0
    /// Whether the header is there.
    private(set) var hasHeader = false
    /// Those of them with the verdict `error`.
    private(set) var errors = 0
    /// Id of the last of them.
    private(set) var lastID: [UInt8] = []

    /// The path of the file beside an output.
    static func path(_ output: String) -> String { output + ending }

    /// Cuts the answers, and the explanations, after the last good that has a whole row in both.
    init(answers: String, explanations: String?) throws(InputProblems) {
        let rows = try LineCount(answers, most: nil, isTable: true)
        // Without even its header the output holds nothing yet.
        guard rows.lines > 0 else {
            try LineCount.cut(answers, to: 0)
            if let explanations { try LineCount.cut(explanations, to: 0) }
            return
        }
        guard rows.header == AnswerColumn.header else { throw InputProblems([.notAnOutput(answers)]) }
        var kept = rows
        if let explanations {
            guard FileSystem.exists(explanations) else { throw InputProblems([.explanationsAreGone(explanations)]) }
            let lines = try LineCount(explanations, most: rows.lines - 1, isTable: false)
            if lines.lines < rows.lines - 1 { kept = try LineCount(answers, most: lines.lines + 1, isTable: true) }
            try LineCount.cut(explanations, to: lines.bytes)
        }
        try LineCount.cut(answers, to: kept.bytes)
        hasHeader = true
        goods = kept.lines - 1
        errors = kept.errors
        lastID = kept.lastID
    }

    /// Something the rows of an output depend on.
    struct Condition {
        /// In the file beside the output.
        let key: String
        let value: String
        /// For the user.
        let name: BilingualText
    }

    /// The text of the file beside the output.
    static func text(_ conditions: [Condition]) -> String {
        heading + "\n" + conditions.map { "\($0.key) \($0.value)\n" }.joined()
    }

    /// Lines of the file beside an output; nil where there is none of that kind.
    private static func lines(_ output: String) -> [String]? {
        guard let bytes = try? FileSystem.read(path(output)) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        return lines.first == heading ? lines : nil
    }

    /// What a condition was when the output was begun.
    static func value(of key: String, _ output: String) -> String? {
        lines(output)?.first { $0.hasPrefix("\(key) ") }.map { String($0.dropFirst(key.count + 1)) }
    }

    /// Whether an output is that of a run that did not come to its end.
    static func isUnfinished(_ output: String) -> Bool { lines(output) != nil }

    /// Refuses an output beside which a file of the user's stands in the place of this one.
    static func requireNoOtherFile(_ output: String) throws(InputProblems) {
        guard FileSystem.exists(path(output)), lines(output) == nil else { return }
        throw InputProblems([.placeIsTaken(path(output), output)])
    }

    /// Refuses a run that is not the one whose output is there.
    static func check(_ output: String, _ conditions: [Condition]) throws(InputProblems) {
        let path = Self.path(output)
        guard FileSystem.exists(path) else { throw InputProblems([.nothingToResume(output, path)]) }
        let before = Set(lines(output) ?? [])
        let differing = conditions.filter { !before.contains("\($0.key) \($0.value)") }
        guard differing.isEmpty, before.count == conditions.count + 1 else {
            throw InputProblems([.otherRun(output, differing.map(\.name))])
        }
    }
}

/// The whole lines of a file, counted without taking it into memory.
private struct LineCount {
    private(set) var lines = 0
    /// Up to and with the last line break.
    private(set) var bytes = 0
    private(set) var errors = 0
    private(set) var lastID: [UInt8] = []
    private(set) var header = ""

    /// - Parameter most: lines after which counting stops.
    init(_ path: String, most: Int?, isTable: Bool) throws(InputProblems) {
        guard FileSystem.exists(path) else { return }
        var found = LineCount()
        try problems { () throws(InputProblem) in
            let descriptor = try FileSystem.openToRead(path)
            defer { close(descriptor) }
            var block = [UInt8](repeating: 0, count: 1 << 18)
            var line: [UInt8] = []
            while most.map({ found.lines < $0 }) ?? true {
                var count = 0
                var problem: InputProblem?
                block.withUnsafeMutableBufferPointer { buffer in
                    guard let base = buffer.baseAddress else { return }
                    do throws(InputProblem) {
                        count = try FileSystem.read(descriptor, named: path, into: base, most: buffer.count)
                    } catch {
                        problem = error
                    }
                }
                if let problem { throw problem }
                guard count > 0 else { return }
                found.add(block[..<count], &line, most, isTable)
            }
        }
        self = found
    }

    private init() {}

    private mutating func add(_ block: ArraySlice<UInt8>, _ line: inout [UInt8], _ most: Int?, _ isTable: Bool) {
        for byte in block {
            guard byte == AnswerRow.lineBreak else {
                line.append(byte)
                continue
            }
            lines += 1
            bytes += line.count + 1
            if isTable { note(line) }
            line.removeAll(keepingCapacity: true)
            if let most, lines >= most { return }
        }
    }

    private mutating func note(_ line: [UInt8]) {
        if lines == 1 {
            header = String(decoding: line.prefix(1000), as: UTF8.self)
            return
        }
        let fields = line.withUnsafeBufferPointer { bytes in bytes.baseAddress.map { Fields.texts($0, bytes.count) } ?? [] }
        lastID = Array((fields.first ?? "").utf8)
        if fields.count > 1, fields[1] == "error" { errors += 1 }
    }

    static func cut(_ path: String, to bytes: Int) throws(InputProblems) {
        guard FileSystem.exists(path) else { return }
        guard truncate(path, bytes) == 0 else { throw InputProblems([FileSystem.unwritableFile(path, errno)]) }
    }
}

extension InputProblem {
    private static func about(
        _ file: String, _ code: String, en: String, zh: String, found: String? = nil, expected: BilingualText? = nil
    ) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: code, message: BilingualText(en: en, zh: zh), found: found,
            expected: expected)
    }

    static func notAnOutput(_ file: String) -> InputProblem {
        about(
            file, "batch.notAnOutput", en: "this is not an output of rcep batch: its header is another",
            zh: "这不是rcep batch的输出：表头不符", expected: BilingualText(same: AnswerColumn.header))
    }

    static func noFile(_ path: String) -> InputProblem {
        about(
            path, "batch.noFile", en: "an earlier output is read several times, which this cannot be",
            zh: "以前的结果须多次读取，而该输入无法重复读取", expected: BilingualText(en: "a file", zh: "文件"))
    }

    static func unfinished(_ file: String) -> InputProblem {
        about(
            file, "batch.unfinished", en: "this is the output of a run that did not come to its end",
            zh: "这是未完成运行的输出", expected: BilingualText(en: "a whole output; --resume completes it", zh: "完整的输出；可用--resume完成"))
    }

    static func nothingToResume(_ output: String, _ path: String) -> InputProblem {
        about(
            output, "batch.nothingToResume", en: "there is no unfinished run to resume: \(path) does not exist",
            zh: "没有可以继续的运行：\(path)不存在", expected: BilingualText(en: "a run without --resume", zh: "不带--resume的运行"))
    }

    /// - Parameter differing: none where the file beside the output is not one of these.
    static func otherRun(_ output: String, _ differing: [BilingualText]) -> InputProblem {
        let (english, chinese) = (differing.map(\.english), differing.map(\.chinese))
        return about(
            output, "batch.otherRun",
            en: "the rows of the output do not go with those to come"
                + (english.isEmpty ? "" : ": since they were written, this has changed: \(english.joined(separator: ", "))"),
            zh: "该输出已有各行与后续各行不一致" + (chinese.isEmpty ? "" : "，写入后有变化的是：\(chinese.joined(separator: "、"))"),
            expected: BilingualText(en: "the same inputs, options and rules, or a new run", zh: "相同的输入、选项和规则，或重新运行"))
    }

    static func placeIsTaken(_ path: String, _ output: String) -> InputProblem {
        about(
            path, "batch.placeIsTaken",
            en: "this file is not one of rcep, but stands where the run notes how to go on with \(output)",
            zh: "该文件不是rcep所建，却占用了记录如何继续\(output)的位置",
            expected: BilingualText(en: "another --output, or that file moved away", zh: "换用其他--output，或移走该文件"))
    }

    static func explanationsAreGone(_ path: String) -> InputProblem {
        about(
            path, "batch.explanationsAreGone", en: "the determinations of the unfinished run are not there any more",
            zh: "未完成运行的判定结果文件已不存在", expected: BilingualText(en: "that file, or a new run", zh: "该文件，或重新运行"))
    }

    static func otherOrder(_ file: String, _ goods: Int, found: String, expected: String) -> InputProblem {
        about(
            file, "batch.otherOrder", en: "good \(goods) of the output is not good \(goods) of the input",
            zh: "输出中的第\(goods)项货物与输入中的第\(goods)项不一致", found: found.excerpt,
            expected: BilingualText(same: expected.excerpt))
    }
}
