import ArgumentParser
import Bilingual
import OriginModel
import ProofRegister
import Reporting

/// `rcep register retention`
struct RegisterRetentionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "Shows until when records have to be kept (Article 3.27), and what may go. / 显示记录须保存至何时（第三章第二十七条）。",
        discussion: """
            Nothing is deleted: the log is append-only. What may go is what is kept outside the register, such as papers. \
            Exit status: 0 shown, 64 wrong usage, 65 no register.
            """)

    @Option(help: "Day asked about, YYYY-MM-DD; default today. / 日期，默认当日。")
    var date: CalendarDate?

    @Option(help: "text, json, csv, html or markdown. / 格式。")
    var format: RegisterFormat = .text

    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            guard let day = date ?? .today else { throw InputProblems([.noDate("--date")]) }
            let proofs = try options.open().proofs()
            Terminal.print(RetentionReport(proofs, on: day, shared.registerContext).text(format))
        }
    }
}

/// Until when the records of each proof have to be kept.
struct RetentionReport {
    private let proofs: [RegisteredProof]
    private let day: CalendarDate
    private let context: ReportContext

    init(_ proofs: [RegisteredProof], on day: CalendarDate, _ context: ReportContext) {
        self.proofs = proofs
        self.day = day
        self.context = context
    }

    func text(_ format: RegisterFormat) -> String {
        if let layout = format.layout { return document().render(as: layout, in: context) }
        return format == .csv ? csv() : json()
    }

    /// The last day itself still counts.
    private func mustStay(_ proof: RegisteredProof) -> Bool { day <= proof.keepUntil }

    private func document() -> ReportDocument {
        let words = RegisterWords(context.language)
        let columns: [ReportDocument.Table.Column] = [
            .init(words(.number), isWhole: true), .init(words(.state), isWhole: true), .init(words(.issued), isWhole: true),
            .init(words(.keepUntil), isWhole: true),
            .init(words(.goods), isFlexible: true),
        ]
        func table(_ proofs: [RegisteredProof]) -> ReportDocument.Block {
            guard !proofs.isEmpty else { return .paragraph(words(.none)) }
            return .table(.init(columns: columns, rows: proofs.map { proof in
                [
                    proof.number, words(proof.state.label), "\(proof.signed ?? proof.drafted)", "\(proof.keepUntil)",
                    proof.goods.map(\.description).joined(separator: "; "),
                ]
            }))
        }
        return ReportDocument(
            title: words(.retention), subtitle: words(.on(day)),
            blocks: [
                .heading(words(.mustBeKept)), table(proofs.filter(mustStay)),
                .heading(words(.mayGo)), table(proofs.filter { !mustStay($0) }),
                .paragraph(words(.atLeast)),
            ])
    }

    private func csv() -> String {
        var csv = CSVWriter(header: ["number", "state", "issued", "keep_until", "must_be_kept"])
        for proof in proofs {
            csv.field(proof.number)
            csv.field(proof.state.rawValue)
            csv.field("\(proof.signed ?? proof.drafted)")
            csv.field("\(proof.keepUntil)")
            csv.field(mustStay(proof) ? "yes" : "no")
            csv.endRow()
        }
        return csv.take()
    }

    private func json() -> String {
        RegisterJSON.document("retention") { json in
            json.member("date", "\(day)")
            json.arrayMember("records", proofs) { json, proof in
                json.object { json in
                    json.member("number", proof.number)
                    json.member("state", proof.state.rawValue)
                    json.member("issued", "\(proof.signed ?? proof.drafted)")
                    json.member("keepUntil", "\(proof.keepUntil)")
                    json.member("mustBeKept", mustStay(proof))
                }
            }
        }
    }
}

extension BilingualText {
    fileprivate static let retention = BilingualText(en: "Keeping of records (Article 3.27)", zh: "记录保存（第三章第二十七条）")
    fileprivate static let issued = BilingualText(en: "Signed or drafted", zh: "签字或拟稿日期")
    fileprivate static let mustBeKept = BilingualText(en: "Must be kept", zh: "必须保存")
    fileprivate static let mayGo = BilingualText(en: "May go", zh: "可以处置")
    fileprivate static let atLeast = BilingualText(
        en: "The period is the least of the Agreement; the law of a Party or a verification that is under way may ask for "
            + "longer. The register itself deletes nothing.",
        zh: "上述期限为协定规定的最低期限；缔约方国内法或正在进行的核查可能要求更长期限。登记簿本身不删除任何内容。")

    fileprivate static func on(_ day: CalendarDate) -> BilingualText {
        BilingualText(en: "As of \(day)", zh: "截至\(day)")
    }
}
