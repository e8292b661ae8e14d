import Bilingual
import DossierFiles
import Foundation
import HarmonizedSystem
import OriginDetermination
import OriginModel
import Reporting
import RuleFiles
import Testing

/// Determinations of the dossiers in Fixtures under the rules of this repository.
enum RealCase {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func determination(
        _ name: String, in languages: LanguageChoice = .both
    ) throws -> (Determination, ReportContext) {
        let bytes = [UInt8](try Data(contentsOf: root.appendingPathComponent("Fixtures/dossiers/\(name).json")))
        let dossier = try DossierFile.read(bytes, file: "\(name).json").dossier
        let date = try #require(dossier.date)
        let rules = RuleDirectory(path: root.appendingPathComponent("Rules").path)
        let law = try rules.law(on: date, editions: Set(HSEdition.allCases))
        let determination = try Determiner(law: law).judge(dossier, on: date, in: languages).determination()
        let context = ReportContext(
            labels: try rules.labels(), inputDigest: String(repeating: "0", count: 64), programVersion: "test",
            partyName: { law.agreement.party($0)?.name })
        return (determination, context)
    }
}
