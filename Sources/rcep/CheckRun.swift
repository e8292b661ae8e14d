import ArgumentParser
import Bilingual
import DossierFiles
import Glibc
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules
import PrintedReports
import Reporting
import RuleFiles

/// One run of `rcep check`: reads, determines and reports file after file; a bad file does not stop the others.
struct CheckRun {
    let command: CheckCommand
    private var laws: LawCache
    private var claims: ClaimsLookup?
    private var verdicts: [Verdict] = []
    private var badFiles = 0
    private var documents = 0

    init(command: CheckCommand) {
        self.command = command
        laws = LawCache(servesOne: command.files.count == 1)
    }

    private var language: Language { command.shared.language }

    /// Whether standard output gets one array of an object a file.
    private var printsArray: Bool {
        command.format == .json && command.output == nil && command.files.count > 1
    }

    /// What every file of a run needs.
    private struct Workplace {
        let directory: RuleDirectory
        let labels: HSLabels
        /// nil: standard output.
        let folder: OutputFolder?
    }

    /// The exit status.
    mutating func execute() -> ExitCode {
        let workplace: Workplace
        do throws(InputProblems) {
            workplace = try prepare()
        } catch {
            report(error.problems)
            return ExitStatus.badData
        }
        if printsArray { Terminal.print("[\n") }
        for name in command.files { check(InputFile(name: name), workplace) }
        if printsArray { Terminal.print("\n]\n") }
        if command.files.count > 1 { summarize() }
        return badFiles > 0 ? ExitStatus.badData : ExitStatus.of(verdicts)
    }

    private func prepare() throws(InputProblems) -> Workplace {
        let directory = try command.shared.ruleDirectory()
        let labels = try directory.labels()
        guard let path = command.output else { return Workplace(directory: directory, labels: labels, folder: nil) }
        let folder = try Self.problems { () throws(InputProblem) in try OutputFolder(path) }
        return Workplace(directory: directory, labels: labels, folder: folder)
    }

    private mutating func check(_ file: InputFile, _ workplace: Workplace) {
        do throws(InputProblems) {
            let (determination, context) = try determine(file, workplace)
            let report = try render(determination, in: context, of: file)
            verdicts.append(determination.verdict)
            if let folder = workplace.folder {
                let path = try Self.problems { () throws(InputProblem) in
                    try folder.write(report.bytes, named: "\(file.stem).\(command.format.fileExtension)")
                }
                Terminal.complain("\(determination.verdict.label[language])  \(path)\n")
            } else {
                switch report {
                case .text(let text): show(text, of: file)
                case .pdf(let bytes): Terminal.print(bytes)
                }
            }
        } catch {
            badFiles += 1
            report(error.problems)
            if printsArray { showInArray(ProblemsJSON(language: language).text(error.problems, file: file.name)) }
        }
    }

    private func render(
        _ determination: Determination, in context: ReportContext, of file: InputFile
    ) throws(InputProblems) -> RenderedReport {
        if let format = command.format.report { return .text(format.render(determination, in: context)) }
        do throws(InputProblem) {
            return .pdf(try PrintedDetermination.pdf(determination, in: context))
        } catch {
            var problem = error
            problem.file = file.name
            throw InputProblems([problem])
        }
    }

    private mutating func show(_ text: String, of file: InputFile) {
        if printsArray {
            showInArray(text.trimmingLineBreak)
        } else if command.files.count > 1 {
            Terminal.print((documents > 0 ? "\n" : "") + "=== \(file.name) ===\n" + text)
            documents += 1
        } else {
            Terminal.print(text)
        }
    }

    /// One element of the array of several files.
    private mutating func showInArray(_ text: String) {
        Terminal.print((documents > 0 ? ",\n" : "") + text)
        documents += 1
    }

    private mutating func determine(
        _ file: InputFile, _ workplace: Workplace
    ) throws(InputProblems) -> (Determination, ReportContext) {
        let bytes = try Self.problems { () throws(InputProblem) in try file.read() }
        if file.isSpreadsheet(bytes) { throw InputProblems([.spreadsheet(file.name)]) }
        let reading = DossierFile.inspect(bytes, file: file.name)
        guard let source = reading.source else { throw InputProblems(reading.problems) }
        var facts: [InputProblem] = []
        do throws(InputProblems) {
            let answer = try determine(source, workplace, digest: InputDigest.hexadecimal(bytes))
            if reading.problems.isEmpty { return answer }
        } catch {
            facts = error.problems
        }
        let merging = ProblemMerging(
            importingParty: command.importingParty, date: command.date,
            prefix: command.files.count > 1 ? "\(file.name): " : "")
        throw InputProblems(merging.merged(reading.problems, ofFacts: facts, in: source))
    }

    private mutating func determine(
        _ source: DossierFile, _ workplace: Workplace, digest: String
    ) throws(InputProblems) -> (Determination, ReportContext) {
        var dossier = source.dossier
        if let party = command.importingParty { dossier.importingParty = party }
        guard let date = command.date ?? dossier.date ?? .today else { throw InputProblems([.noDate(source.file)]) }
        let law = try laws.law(workplace.directory, on: date, for: dossier)
        let determination = try Determiner(law: law).determine(dossier, on: date, preferring: command.criterion)
        var context = context(workplace.labels, law, file: source.file, digest: digest)
        var lookup = claims ?? ClaimsLookup(workplace.directory, servesOne: command.files.count == 1)
        context.claims = try lookup.claims(for: determination, of: dossier)
        claims = lookup
        return (determination, context)
    }

    private func context(_ labels: HSLabels, _ law: LawInForce, file: String, digest: String) -> ReportContext {
        let agreement = law.agreement
        var context = ReportContext(
            language: language, labels: labels, inputDigest: digest, programVersion: Program.version,
            partyName: { agreement.party($0)?.name },
            color: command.format == .text && command.output == nil && Terminal.usesColor(STDOUT_FILENO),
            width: command.output == nil ? Terminal.width : 100, explain: command.explain)
        // Only in an array does an answer have to say whose it is.
        if printsArray { context.file = file }
        return context
    }

    private func report(_ problems: [InputProblem]) {
        let report = ProblemReport(language: language, color: Terminal.usesColor(STDERR_FILENO))
        Terminal.complain(report.render(problems))
    }

    private func summarize() {
        func count(_ verdict: Verdict) -> Int { verdicts.filter { $0 == verdict }.count }
        let summary = BilingualText(
            en: "\(command.files.count) dossiers: \(count(.originating)) originating, \(count(.notOriginating)) not originating, \(count(.undetermined)) undetermined, \(badFiles) with errors\n",
            zh: "共\(command.files.count)份资料：具备原产资格\(count(.originating))份，不具备\(count(.notOriginating))份，无法确定\(count(.undetermined))份，有错误\(badFiles)份\n")
        Terminal.complain(summary[language])
    }

    private static func problems<Value>(_ body: () throws(InputProblem) -> Value) throws(InputProblems) -> Value {
        do {
            return try body()
        } catch {
            throw InputProblems([error])
        }
    }
}

extension String {
    var trimmingLineBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}

extension InputProblem {
    fileprivate static func spreadsheet(_ file: String) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "file.spreadsheet",
            message: BilingualText(en: "spreadsheets and tables are not read yet", zh: "暂不支持读取电子表格"),
            expected: BilingualText(
                en: "a dossier in JSON (rcep-dossier/1; see docs/dossier.md)",
                zh: "JSON格式的原产地资料（rcep-dossier/1；见docs/dossier.zh.md）"))
    }

    static func noDate(_ file: String) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "date.unknown",
            message: BilingualText(en: "the system does not tell the date", zh: "无法从系统取得日期"),
            expected: BilingualText(en: "--date YYYY-MM-DD", zh: "--date YYYY-MM-DD"))
    }
}
