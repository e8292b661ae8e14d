import Bilingual
import ProofRegister
import Reporting

/// The list of the files of an export, which says of each whether it is what was kept.
struct ClaimList {
    private let files: [ClaimFolder.File]
    /// Why there is no PDF of the proof; empty where there is one.
    private let lack: [InputProblem]
    private let words: RegisterWords

    init(_ files: [ClaimFolder.File], _ lack: [InputProblem], _ language: Language) {
        self.files = files
        self.lack = lack
        words = RegisterWords(language)
    }

    func blocks() -> [ReportDocument.Block] {
        let table = ReportDocument.Table(
            columns: [
                .init(words(.file), isFlexible: true), .init(words(.role)), .init(words(.madeWhen)), .init("SHA-256"),
            ],
            rows: files.map { file in
                [file.entry.name, words(file.role.label), words(file.origin.label), file.sha256]
            })
        var blocks: [ReportDocument.Block] = [.heading(words(.filesOfExport)), .table(table)]
        if files.contains(where: { $0.origin == .laidOut }) { blocks.append(.paragraph(words(.laidOutNote))) }
        if !lack.isEmpty {
            blocks.append(.paragraph(words(.withoutPDF)))
            blocks.append(.list(lack.map { "\($0.code): \(words($0.message))" }))
        }
        return blocks
    }
}

extension ClaimFolder.File.Origin {
    fileprivate var label: BilingualText {
        switch self {
        case .kept: BilingualText(en: "kept since drafting", zh: "拟稿时保存")
        case .laidOut: BilingualText(en: "laid out for this export", zh: "本次导出时排印")
        }
    }
}

extension BilingualText {
    fileprivate static let filesOfExport = BilingualText(en: "Files of this export", zh: "本次导出的文件")
    fileprivate static let madeWhen = BilingualText(en: "made", zh: "来源")
    fileprivate static let withoutPDF = BilingualText(
        en: "There is no PDF of the proof, since none was made when it was drafted, and it cannot be laid out from what is kept:",
        zh: "没有证明的PDF：拟稿时未生成，且无法依据所保存的内容排印，原因如下：")
    fileprivate static let laidOutNote = BilingualText(
        en: "No PDF was made when the proof was drafted: the PDF here was laid out for this export from the proof as data "
            + "and the shipment, both as kept since drafting. It says what they say; it is not the paper that was signed.",
        zh: "拟稿时未生成PDF：此处的PDF系本次导出时依据拟稿时保存的证明数据和发运资料排印，内容与其一致，但并非所签字的纸质文件。")
}
