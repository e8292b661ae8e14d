import ArgumentParser
import Bilingual
import Glibc
import HarmonizedSystem
import OriginModel
import OriginRules
import ProofFiles
import ProofsOfOrigin
import Reporting
import RuleFiles
import TariffFiles

/// One run of `rcep proof check`. All files are read before any is checked, for back-to-back proofs of one original are
/// added up; a file that cannot be read does not stop the others.
struct ProofCheckRun {
    let command: ProofCheckCommand
    private var standings: [ProofFinding.Grade?] = []
    private var badFiles = 0
    private var documents = 0

    init(command: ProofCheckCommand) {
        self.command = command
    }

    private struct Workplace {
        let date: CalendarDate
        let law: LawInForce
        let requirements: ProofRequirements
        let original: ReceivedProof?
        let folder: OutputFolder?
    }

    /// A proof, or why there is none.
    private struct Reading {
        let name: String
        let digest: String
        let result: Result<ReceivedProofFile, InputProblems>
    }

    private var printsArray: Bool { command.format == .json && command.output == nil && command.files.count > 1 }

    mutating func execute() -> ExitCode {
        let workplace: Workplace
        let readings = command.files.map(Self.read)
        do throws(InputProblems) {
            workplace = try prepare(readings.compactMap { try? $0.result.get().proof })
        } catch {
            complain(error)
            return ExitStatus.badData
        }
        if printsArray { Terminal.print("[\n") }
        for (index, reading) in readings.enumerated() {
            switch reading.result {
            case .success(let source):
                let others = readings.enumerated().filter { $0.offset != index }.compactMap { try? $0.element.result.get().proof }
                check(source, reading.digest, others, workplace)
            case .failure(let problems): refuse(problems, reading.name)
            }
        }
        if printsArray { Terminal.print("\n]\n") }
        return status
    }

    private var status: ExitCode {
        if badFiles > 0 { return ExitStatus.badData }
        if standings.contains(.invalid) { return ExitCode(1) }
        return standings.contains(.doubt) ? ExitCode(2) : .success
    }

    // MARK: Reading

    private static func read(_ name: String) -> Reading {
        do throws(InputProblems) {
            let bytes = try self.bytes(of: name)
            let source = try ReceivedProofFile.read(bytes, file: name)
            return Reading(name: name, digest: InputDigest.hexadecimal(bytes), result: .success(source))
        } catch {
            return Reading(name: name, digest: "", result: .failure(error))
        }
    }

    private static func bytes(of name: String) throws(InputProblems) -> [UInt8] {
        do {
            return try InputFile(name: name).read()
        } catch {
            throw InputProblems([error])
        }
    }

    /// The law of the day of importation, with every edition a proof names and the Appendix lists of the importing Parties.
    private func prepare(_ proofs: [ReceivedProof]) throws(InputProblems) -> Workplace {
        guard let day = command.date ?? .today else { throw InputProblems([.noDate("--date")]) }
        let directory = try command.shared.ruleDirectory()
        let original = try command.original.map { name throws(InputProblems) in
            try ReceivedProofFile.read(try Self.bytes(of: name), file: name).proof
        }
        let agreement = try directory.law(on: day).agreement
        let parties = Set(proofs.compactMap { $0.importingParty.flatMap { CountryCode($0) } }.compactMap {
            agreement.party($0)?.code
        })
        let lists = parties.isEmpty ? [] : try TariffLibrary(rules: directory).appendixLists(of: parties)
        var law = try directory.law(on: day, editions: Set(HSEdition.allCases))
        for list in lists { law.appendixLists[list.party] = list }
        let folder: OutputFolder?
        do {
            folder = try command.output.map { path throws(InputProblem) in try OutputFolder(path) }
        } catch {
            throw InputProblems([error])
        }
        return Workplace(
            date: day, law: law, requirements: try directory.proofRequirements(on: day), original: original,
            folder: folder)
    }

    // MARK: Answering

    private mutating func check(
        _ source: ReceivedProofFile, _ digest: String, _ others: [ReceivedProof], _ workplace: Workplace
    ) {
        let check = ProofChecking(ProofCheckRequest(
            proof: source.proof, law: workplace.law, requirements: workplace.requirements, date: workplace.date,
            original: workplace.original, others: others)).check()
        standings.append(check.standing)
        let text = render(source, check, digest, workplace)
        guard let folder = workplace.folder else { return show(text, source.file) }
        do {
            let stem = InputFile(name: source.file).stem
            let path = try folder.write(text, named: "\(stem).\(command.format.fileExtension)")
            Terminal.complain("\(check.statement[command.shared.language])  \(path)\n")
        } catch {
            refuse(InputProblems([error]), source.file)
        }
    }

    private func render(
        _ source: ReceivedProofFile, _ check: ProofCheck, _ digest: String, _ workplace: Workplace
    ) -> String {
        let (ruleSet, agreement) = (workplace.law.ruleSet, workplace.law.agreement)
        guard let layout = command.format.layout else {
            return ProofCheckJSON(source, check, ruleSet: ruleSet, inputDigest: digest).text()
        }
        let toTerminal = command.output == nil
        let context = ReportContext(
            language: command.shared.language, programVersion: Program.version,
            partyName: { agreement.party($0)?.name }, color: toTerminal && Terminal.usesColor(STDOUT_FILENO),
            width: toTerminal ? Terminal.width : 100)
        return ProofCheckReport(source, check, ruleSet: ruleSet, context).document().render(as: layout, in: context)
    }

    private mutating func show(_ text: String, _ name: String) {
        if printsArray {
            Terminal.print((documents > 0 ? ",\n" : "") + text.trimmingLineBreak)
        } else if command.files.count > 1 {
            Terminal.print((documents > 0 ? "\n" : "") + "=== \(name) ===\n" + text)
        } else {
            Terminal.print(text)
        }
        documents += 1
    }

    private mutating func refuse(_ problems: InputProblems, _ name: String) {
        badFiles += 1
        complain(problems)
        if printsArray {
            show(ProblemsJSON(language: command.shared.language).text(problems.problems, file: name), name)
        }
    }

    private func complain(_ problems: InputProblems) {
        Terminal.complain(command.shared.problemReport.render(problems.problems))
    }
}
