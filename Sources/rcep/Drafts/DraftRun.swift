import ArgumentParser
import Bilingual
import Glibc
import LocalFiles
import OriginModel
import OriginRules
import PrintedReports
import ProofFiles
import ProofRegister
import ProofsOfOrigin
import Reporting

/// One run of `rcep declare` or `rcep certificate`: reads, determines, drafts, registers, writes; or says all that stands
/// against it, and writes nothing.
struct DraftRun {
    let kind: ProofDraft.Kind
    let options: DraftOptions
    let signatory: String?

    private var language: Language { options.shared.language }

    func execute() -> ExitCode {
        do throws(InputProblems) {
            let day = try options.change.day()
            // Whoever is to stand in the register is asked for before it is touched.
            if !options.dryRun { _ = try options.change.person() }
            let register = try openRegister()
            let input = try DraftInput.read(options, on: day, register: register)
            try checkCorrection(by: input.profile.id, on: day, register)
            var request = try request(input, on: day, register)
            return try answer(&request, input, register)
        } catch {
            Terminal.complain(options.shared.problemReport.render(error.problems))
            return ExitStatus.badData
        }
    }

    /// In a dry run a register is looked into where there is one, but none is begun.
    private func openRegister() throws(InputProblems) -> ProofRegister? {
        guard options.dryRun else { return try options.register.open(creates: true) }
        guard options.register.register != nil || ProofRegister.defaultPath(environment: Program.environment) != nil,
            FileSystem.exists(try options.register.path())
        else { return nil }
        return try options.register.open()
    }

    /// A correction that the register would not take is told before anything is drafted.
    private func checkCorrection(by exporter: String, on day: CalendarDate, _ register: ProofRegister?) throws(InputProblems) {
        guard let old = options.supersedes else { return }
        // A dry run without a register has nothing to correct.
        let kept = if let register { register } else { try options.register.open() }
        try kept.checkCorrection(of: old, exporter: exporter, on: day)
    }

    /// Uses of the original proof the shipment states, without those of a proof that this draft takes the place of.
    private func stated(_ original: OriginalProof) -> [OriginalProof.Use] {
        original.uses.filter { $0.proof != options.supersedes }
    }

    private func registered(
        _ original: OriginalProof, _ register: ProofRegister
    ) throws(InputProblems) -> [OriginalProofUse] {
        try register.usesOfOriginalProof(number: original.number, besides: options.supersedes)
    }

    private func request(
        _ input: DraftInput, on day: CalendarDate, _ register: ProofRegister?
    ) throws(InputProblems) -> ProofRequest {
        var shipment = input.shipment
        if let original = shipment.originalProof, let register {
            let uses = RegisteredUses(stated: stated(original), registered: try registered(original, register))
            shipment.originalProof?.uses = uses.all
        }
        return ProofRequest(
            kind: kind, profile: input.profile, shipment: shipment,
            determinations: Dictionary(
                input.goods.map { ($0.determination.good.id, $0.determination) }, uniquingKeysWith: { first, _ in first }),
            signatory: signatory, date: day, requirements: input.requirements, law: input.law)
    }

    private func foreignUses(
        _ input: DraftInput, _ register: ProofRegister
    ) throws(InputProblems) -> [OriginalProof.Use] {
        guard let original = input.shipment.originalProof else { return [] }
        return RegisteredUses(stated: stated(original), registered: try registered(original, register)).foreign
    }

    // MARK: Answering

    private func answer(
        _ request: inout ProofRequest, _ input: DraftInput, _ register: ProofRegister?
    ) throws(InputProblems) -> ExitCode {
        let draft: ProofDraft
        do throws(Refusals) {
            draft = try ProofDrafting(request).draft()
        } catch {
            show(error, request.law)
            if !options.dryRun { try register?.recordRefusal(refused(error, request)) }
            return ExitCode(1)
        }
        let folder = try Self.problems { () throws(InputProblem) in
            try options.output.map { path throws(InputProblem) in try OutputFolder(path) }
        }
        var issued = draft
        var documents: [DraftDocument]
        if !options.dryRun, let register {
            let entry = RegisterEntry(
                draft, request, input, foreignUses: try foreignUses(input, register),
                savings: try input.savings(of: draft, try options.shared.ruleDirectory()), by: try options.change.person(),
                correction: options.supersedes.map { .init(number: $0, why: options.why ?? "") })
            documents = []
            let proof = try register.issue(entry.proof()) { number throws(InputProblems) in
                issued.number = number
                documents = try self.documents(issued, request.law)
                // The proof as data is kept in any case.
                return entry.attachments() + documents.filter { $0.format != .json }.map(\.attachment)
                    + [DraftDocument.proof(issued, language)]
            }
            issued.number = proof.number
            _ = try register.addProfile(
                named: input.profile.id, title: input.profile.exporter.name, bytes: input.profileBytes,
                by: try options.change.person())
            tellCorrection(by: proof.number)
        } else {
            documents = try self.documents(issued, request.law)
        }
        try handOver(documents, issued, to: folder)
        return .success
    }

    private func tellCorrection(by number: String) {
        guard let old = options.supersedes else { return }
        Terminal.complain(BilingualText(
            en: "\(number) takes the place of \(old)\n", zh: "\(number)取代\(old)\n")[language])
    }

    private func refused(_ refusals: Refusals, _ request: ProofRequest) throws(InputProblems) -> RefusedDraft {
        RefusedDraft(
            kind: kind == .declarationOfOrigin ? .declarationOfOrigin : .certificateOfOrigin, exporter: request.profile.id,
            importingParty: request.shipment.importingParty, date: request.date, by: try options.change.person(),
            goods: request.shipment.items.map(\.good),
            reasons: refusals.reasons.map { .init(code: $0.code, article: $0.article, good: $0.item) })
    }

    private func show(_ refusals: Refusals, _ law: LawInForce) {
        let report = RefusalReport(kind, refusals, context(law))
        let isForPrograms = options.formats == [.json]
        Terminal.print(isForPrograms ? report.json() : report.document().render(as: .text, in: context(law)))
    }

    private func context(_ law: LawInForce) -> ReportContext {
        let agreement = law.agreement
        return ReportContext(
            language: language, programVersion: Program.version, partyName: { agreement.party($0)?.name },
            color: options.output == nil && Terminal.usesColor(STDOUT_FILENO),
            width: options.output == nil ? Terminal.width : 100)
    }

    private func documents(_ draft: ProofDraft, _ law: LawInForce) throws(InputProblems) -> [DraftDocument] {
        var documents: [DraftDocument] = []
        let agreement = law.agreement
        let name: (CountryCode) -> String? = { agreement.party($0)?.name.english }
        for format in options.formats {
            let bytes: [UInt8]
            switch format {
            case .text: bytes = Array(ProofSummary(draft, context(law)).document().render(as: .text, in: context(law)).utf8)
            case .json: bytes = Array(ProofJSON(draft, language: language).text().utf8)
            case .xml: bytes = Array(ProofXML(draft, language: language).text().utf8)
            case .html: bytes = Array(ProofHTML(draft, countryName: name).text().utf8)
            case .pdf:
                bytes = try Self.problems { () throws(InputProblem) in
                    try PrintedProof.pdf(draft, created: draft.drafted, countryName: name)
                }
            }
            documents.append(DraftDocument(format: format, stem: DraftDocument.stem(of: draft), bytes: bytes))
        }
        return documents
    }

    private func handOver(
        _ documents: [DraftDocument], _ draft: ProofDraft, to folder: OutputFolder?
    ) throws(InputProblems) {
        guard let folder else {
            for document in documents { Terminal.print(String(decoding: document.bytes, as: UTF8.self)) }
            return
        }
        for document in documents {
            let path = try Self.problems { () throws(InputProblem) in
                try folder.write(document.bytes, named: document.name)
            }
            Terminal.complain("\(draft.number ?? "-")  \(path)\n")
        }
    }

    private static func problems<Value>(_ body: () throws(InputProblem) -> Value) throws(InputProblems) -> Value {
        do {
            return try body()
        } catch {
            throw InputProblems([error])
        }
    }
}
