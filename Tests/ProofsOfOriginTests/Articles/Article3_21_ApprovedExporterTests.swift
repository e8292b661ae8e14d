import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Testing

@testable import ProofsOfOrigin

/// Articles 3.18 and 3.21: who may declare what, and who may sign it.
extension RefusalTests {
    static let authority: [RefusalCase] = [
        .declaration("no approved exporter", "authorisation.none") { $0.request.profile.authorisation = nil },
        .declaration("not yet valid", "authorisation.notYetValid") {
            $0.request.profile.authorisation?.issued = try Drafting.date("2026-11-02")
        },
        .declaration("expired", "authorisation.expired") {
            $0.request.profile.authorisation?.validUntil = try Drafting.date("2026-10-31")
        },
        .declaration("last day", change: { $0.request.profile.authorisation?.validUntil = try Drafting.date(Drafting.day) }),
        .declaration("first day", change: { $0.request.profile.authorisation?.issued = try Drafting.date(Drafting.day) }),
        .declaration("nobody to sign", "signatory.missing") { $0.request.signatory = nil },
        .declaration("unknown signatory", "signatory.unknown") { $0.request.signatory = "Li Wei Jr" },
        .declaration("signatory no longer", "signatory.noLonger") { $0.request.signatory = "Zhou Lan" },
        .declaration("signatory's last day", change: {
            $0.request.signatory = "Zhou Lan"
            $0.request.profile.authorisation?.signatories[1].until = try Drafting.date(Drafting.day)
        }),
        .declaration("code not on file", "good.notOnFile") {
            $0.request.profile.authorisation?.goods[0].hsCode = try #require(HSCode("8711.30"))
        },
        .declaration("not on file for the Party", "good.notOnFile") {
            $0.request.profile.authorisation?.goods[0].parties = [try Drafting.party("JP")]
        },
        .declaration("filed in two parts", change: {
            let filed = try #require($0.request.profile.authorisation?.goods[0])
            $0.request.profile.authorisation?.goods = [filed, filed]
            $0.request.profile.authorisation?.goods[0].parties = [try Drafting.party("JP")]
        }),
        .certificate("without an authorisation", change: { $0.request.profile.authorisation = nil }),
        .declaration("signatory in Chinese", "language.notEnglish") {
            $0.request.profile.authorisation?.signatories[0].name = "李伟"
            $0.request.signatory = "李伟"
        },
    ]
}

/// Where both Parties let anybody declare, the cure says so.
struct WithoutApprovalTests {
    @Test(arguments: [(["CN", "VN"], true), (["CN"], false), (["VN"], false), ([], false)])
    func cure(parties: [String], isOpen: Bool) throws {
        var drafting = try Drafting.declaration()
        drafting.request.profile.authorisation = nil
        let law = drafting.request.requirements
        let day = try Drafting.date(Drafting.day)
        let spans = try parties.map { (try Drafting.party($0), [ProofAcceptance.Span(first: day)]) }
        drafting.request.requirements = ProofRequirements(
            validity: law.validity, retroactiveIssue: law.retroactiveIssue, certifiedTrueCopy: law.certifiedTrueCopy,
            exporterRecords: law.exporterRecords, importerRecords: law.importerRecords, waiver: law.waiver,
            declarationByExporterOrProducer: .init(
                article: "3.18.1(b)", spans: Dictionary(uniqueKeysWithValues: spans), others: .unknown),
            declarationByImporter: law.declarationByImporter)
        guard case .failure(let refusals) = try drafting.attempt() else {
            Issue.record("nothing refused")
            return
        }
        let cure = try #require(refusals.reasons.first { $0.code == "authorisation.none" }).cure
        #expect(cure.english.contains("3.18.1(b)") == isOpen && cure.chinese.contains("第十八条第一款(b)项") == isOpen)
    }
}
