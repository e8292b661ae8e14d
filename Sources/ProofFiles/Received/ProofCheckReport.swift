import Bilingual
import OriginDetermination
import OriginModel
import OriginRules
import ProofsOfOrigin
import Reporting

/// A check of a received proof as a report for people.
public struct ProofCheckReport: Sendable {
    private let source: ReceivedProofFile
    private let check: ProofCheck
    private let ruleSet: RuleSet
    private let context: ReportContext

    public init(_ source: ReceivedProofFile, _ check: ProofCheck, ruleSet: RuleSet, _ context: ReportContext) {
        self.source = source
        self.check = check
        self.ruleSet = ruleSet
        self.context = context
    }

    private var language: Language { context.language }

    public func document() -> ReportDocument {
        var blocks: [ReportDocument.Block] = [.fields(fields())]
        let positions = source.positions(of: check.findings.map(\.place))
        let placed = Array(zip(check.findings, positions))
        var number = 0
        for grade in ProofFinding.Grade.allCases.sorted(by: >) {
            let ofGrade = placed.filter { $0.0.grade == grade }
            guard !ofGrade.isEmpty else { continue }
            blocks.append(.heading(
                "\(grade.title[language]) (\(BilingualText.article(grade.article)[language]))"))
            for (finding, position) in ofGrade {
                number += 1
                blocks.append(.paragraph("\(number). \(item(finding))\(finding.message[language])"))
                blocks.append(.fields(details(finding, line: position.line, column: position.column)))
            }
        }
        let notes = check.notes + source.notes
        if !notes.isEmpty {
            blocks += [.heading(BilingualText.notesHeading[language]), .list(notes.map { $0.message[language] })]
        }
        blocks.append(.paragraph(BilingualText.seesOnlyWords[language]))
        return ReportDocument(title: check.statement[language], subtitle: source.file, blocks: blocks)
    }

    // MARK: Head

    private func fields() -> [ReportDocument.Field] {
        let proof = source.proof
        return [
            field(.proofField, proof.kind?.name[language]), field(.numberField, proof.number),
            field(.routeField, "\(party(proof.exportingParty)) → \(party(proof.importingParty))"),
            field(.issuedField, proof.issued?.description), field(.lastDayField, check.validUntil?.description),
            field(.importedField, check.date.description),
            field(.rulesField, "\(ruleSet.id) (HS \(ruleSet.edition.rawValue))"),
        ]
    }

    private func field(_ name: BilingualText, _ value: String?) -> ReportDocument.Field {
        .init(name[language], value ?? BilingualText.notStated[language])
    }

    private func party(_ written: String?) -> String {
        guard let written else { return BilingualText.notStated[language] }
        return CountryCode(written).flatMap(context.partyName)?[language] ?? written
    }

    // MARK: Findings

    private func item(_ finding: ProofFinding) -> String {
        guard let item = finding.item else { return "" }
        return BilingualText(en: "Item \(item): ", zh: "第\(item)项：")[language]
    }

    private func details(_ finding: ProofFinding, line: Int, column: Int) -> [ReportDocument.Field] {
        var fields = [ReportDocument.Field(
            BilingualText.legalBasis[language], BilingualText.article(finding.article)[language])]
        if let found = finding.found { fields.append(.init(BilingualText.foundField[language], found)) }
        if let expected = finding.expected { fields.append(.init(BilingualText.expectedField[language], expected[language])) }
        let place = source.name(of: finding.place)[language]
        fields.append(.init(BilingualText.placeField[language], "\(source.file):\(line):\(column), \(place)"))
        return fields
    }
}
