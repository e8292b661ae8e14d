import ArgumentParser
import Batch
import Bilingual
import Glibc
import LocalFiles
import OriginModel

/// `rcep batch`: determines many goods at once.
struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Determines many goods at once, out of tables or of dossiers one a line. / 批量判定货物的原产资格。",
        discussion: """
            Exit status: 0 every good was judged, whatever the verdicts, 64 wrong usage, 65 bad input data (the other goods \
            were judged), 70 the output cannot be written, 130 or 143 interrupted.
            """)

    @Option(help: "Table of the goods (CSV). / 货物表。", completion: .file())
    var goods: String?

    @Option(help: "Table of their materials (CSV), in the order of the goods. / 材料表，顺序与货物表一致。", completion: .file())
    var materials: String?

    @Option(
        help: "Table (CSV) of goods judged elsewhere that produced_good_id names. / 他处已判定、由produced_good_id指明的货物表。",
        completion: .file())
    var produced: String?

    @Option(help: "Dossiers (rcep-dossier/1), one a line; - is standard input. / 每行一份资料。", completion: .file())
    var dossiers: String?

    @Option(help: "File of the answers (CSV); default, or -: standard output. / 结果文件。")
    var output: String?

    @Option(help: "File of the full determinations, one a line (JSON). / 完整判定结果文件。")
    var explain: String?

    @Flag(help: "Go on with an output that an earlier run left unfinished. / 继续未完成的运行。")
    var resume = false

    @Option(help: "Earlier output; only what changed since is written. / 以前的结果，仅输出变化。", completion: .file())
    var since: String?

    @Option(help: "Threads; default: all cores. / 线程数。")
    var jobs: Int?

    @Option(help: "Date of goods that state none, YYYY-MM-DD; default: today. / 未注明日期的货物的判定日期。")
    var date: CalendarDate?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (dossiers == nil) != (goods == nil && materials == nil), (goods == nil) == (materials == nil) else {
            throw ValidationError(
                "give --goods FILE and --materials FILE, or --dossiers FILE / 请给出--goods和--materials，或--dossiers")
        }
        guard produced == nil || goods != nil else {
            throw ValidationError("--produced goes with --goods and --materials / --produced须与--goods和--materials同用")
        }
        if let jobs, !(1...256).contains(jobs) {
            throw ValidationError("--jobs takes 1 to 256 / --jobs应为1至256")
        }
        guard explain != "-" else {
            throw ValidationError("--explain takes a file / --explain须为文件")
        }
        try requireDifferentFiles()
        if resume, outputFile == nil || since != nil {
            throw ValidationError(
                "--resume goes with --output FILE and not with --since / --resume须与--output同用，且不能与--since同用")
        }
        if [goods, materials, produced].count(where: { $0 == "-" }) > 1 {
            throw ValidationError("only one table can be standard input / 标准输入只能用于一个表")
        }
    }

    /// nil for standard output.
    var outputFile: String? { output == "-" ? nil : output }

    /// What one of them is written to would be lost to the other, however it is spelled.
    private func requireDifferentFiles() throws {
        var named: [FileLocation: String] = [:]
        let read = [goods, materials, produced, dossiers, since].compactMap { $0 }.map { path in
            (path, path == "-" ? FileLocation(descriptor: STDIN_FILENO) : FileLocation(path))
        }
        let written = [
            outputFile.map { ($0, FileLocation($0)) } ?? ("-", FileLocation(descriptor: STDOUT_FILENO)),
            outputFile.map { ("\($0).resume", FileLocation("\($0).resume")) } ?? ("", nil),
        ] + (explain.map { [($0, FileLocation($0))] } ?? [])
        for case (let path, let location?) in read + written {
            guard let other = named.updateValue(path, forKey: location) else { continue }
            throw ValidationError(
                other == path && path != "-"
                    ? "\(path) is named twice / \(path)重复"
                    : "\(other) and \(path) are the same file / \(other)与\(path)是同一文件")
        }
    }

    var input: BatchRun.Input {
        if let goods, let materials { return .tables(goods: goods, materials: materials) }
        return .dossiers(dossiers ?? "-")
    }

    func run() throws {
        throw BatchCommandRun(command: self).execute()
    }
}
