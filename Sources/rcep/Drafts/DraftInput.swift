import Bilingual
import DossierFiles
import HarmonizedSystem
import LocalFiles
import OriginDetermination
import OriginModel
import OriginRules
import ProofFiles
import ProofRegister
import ProofsOfOrigin
import Reporting
import RuleFiles

/// Everything a proof is drafted from, as it was read, with its bytes, which the register keeps.
struct DraftInput {
    /// A dossier with what was determined of it.
    struct Good {
        let file: String
        let bytes: [UInt8]
        let dossier: Dossier
        let determination: Determination
        let json: String
    }

    let profile: ExporterProfile
    let profileBytes: [UInt8]
    let shipment: Shipment
    let shipmentBytes: [UInt8]
    let goods: [Good]
    let law: LawInForce
    let requirements: ProofRequirements

    /// - Parameter register: nil where there is none and none is to be begun.
    static func read(
        _ options: DraftOptions, on day: CalendarDate, register: ProofRegister?
    ) throws(InputProblems) -> DraftInput {
        let directory = try options.shared.ruleDirectory()
        let profileBytes = try self.profileBytes(options.exporter, register)
        let profile = try ExporterFile.read(profileBytes, file: options.exporter)
        let shipmentBytes = try bytes(options.shipment)
        let shipment = try ShipmentFile.read(shipmentBytes, file: options.shipment, profile: profile)
        let goods = try determine(options, on: day, directory)
        try check(goods, against: shipment, options)
        return DraftInput(
            profile: profile, profileBytes: profileBytes, shipment: shipment, shipmentBytes: shipmentBytes, goods: goods,
            law: try directory.law(on: day), requirements: try directory.proofRequirements(on: day))
    }

    private static func bytes(_ name: String) throws(InputProblems) -> [UInt8] {
        do {
            return try InputFile(name: name).read()
        } catch {
            throw InputProblems([error])
        }
    }

    /// A file where there is one of the name; else the last version in the register.
    private static func profileBytes(_ name: String, _ register: ProofRegister?) throws(InputProblems) -> [UInt8] {
        if name == "-" || FileSystem.exists(name) { return try bytes(name) }
        let looksLikeFile = name.contains("/") || name.hasSuffix(".json")
        guard let register, !looksLikeFile else { throw InputProblems([.noProfile(name)]) }
        return try register.profile(named: name).bytes
    }

    // MARK: Dossiers

    /// On the day of the proof, whatever day the dossier states: the evidence has to be at hand then (Article 3.21).
    private static func determine(
        _ options: DraftOptions, on day: CalendarDate, _ directory: RuleDirectory
    ) throws(InputProblems) -> [Good] {
        var laws = LawCache(servesOne: options.dossiers.count == 1)
        var goods: [Good] = []
        var problems: [InputProblem] = []
        for name in options.dossiers {
            do throws(InputProblems) {
                let bytes = try bytes(name)
                let source = try DossierFile.read(bytes, file: name)
                let law = try laws.law(directory, on: day, for: source.dossier)
                let determination = try determination(of: source, law, on: day)
                let agreement = law.agreement
                let context = ReportContext(
                    language: options.shared.language, inputDigest: InputDigest.hexadecimal(bytes),
                    programVersion: Program.version, partyName: { agreement.party($0)?.name })
                goods.append(Good(
                    file: name, bytes: bytes, dossier: source.dossier, determination: determination,
                    json: DeterminationJSON(context).render(determination)))
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw InputProblems(problems) }
        return goods
    }

    private static func determination(
        of source: DossierFile, _ law: LawInForce, on day: CalendarDate
    ) throws(InputProblems) -> Determination {
        do {
            return try Determiner(law: law).determine(source.dossier, on: day)
        } catch {
            throw InputProblems(error.problems.map { $0.file.isEmpty ? source.located($0) : $0 })
        }
    }

    /// Each good once, and none that is not sent.
    private static func check(
        _ goods: [Good], against shipment: Shipment, _ options: DraftOptions
    ) throws(InputProblems) {
        var seen: Set<String> = []
        let sent = Set(shipment.items.map(\.good))
        let problems = goods.compactMap { good -> InputProblem? in
            let id = good.determination.good.id
            if !seen.insert(id).inserted { return .goodTwice(id, good.file) }
            return sent.contains(id) && shipment.originalProof == nil
                ? nil : .goodNotSent(id, good.file, shipment: options.shipment)
        }
        guard problems.isEmpty else { throw InputProblems(problems) }
    }
}

extension InputProblem {
    fileprivate static func noProfile(_ name: String) -> InputProblem {
        InputProblem(
            file: name, place: .wholeFile, code: "exporter.notFound",
            message: BilingualText(en: "there is no such profile of an exporter", zh: "找不到该出口商档案"),
            expected: BilingualText(
                en: "a file (rcep-exporter/1), or the short name of a profile in the register",
                zh: "档案文件（rcep-exporter/1），或者登记簿中档案的简称"))
    }

    fileprivate static func goodTwice(_ id: String, _ file: String) -> InputProblem {
        InputProblem(
            file: file, place: .pointer("/good/id", line: nil, column: nil), code: "good.twice",
            message: BilingualText(en: "another dossier has a good of this id", zh: "另一份资料中已有相同编号的货物"), found: id)
    }

    fileprivate static func goodNotSent(_ id: String, _ file: String, shipment: String) -> InputProblem {
        InputProblem(
            file: file, place: .pointer("/good/id", line: nil, column: nil), code: "good.notSent",
            message: BilingualText(en: "no item of the shipment is this good", zh: "运输资料中没有该货物"), found: id,
            expected: BilingualText(
                en: "a good that items of \(shipment) name; a back-to-back proof rests on no dossier",
                zh: "\(shipment)的items所列的货物；背对背原产地证明不以资料文件为依据"))
    }
}
