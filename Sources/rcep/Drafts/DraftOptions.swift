import ArgumentParser
import OriginModel

/// In which form a draft is handed over.
enum DraftFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, xml, html, pdf

    var mediaType: String {
        switch self {
        case .text: "text/plain"
        case .json: "application/json"
        case .xml: "application/xml"
        case .html: "text/html"
        case .pdf: "application/pdf"
        }
    }

    var fileExtension: String { self == .text ? "txt" : rawValue }
}

/// What `rcep declare` and `rcep certificate` are given.
struct DraftOptions: ParsableArguments {
    @Argument(help: "Dossiers of the goods (rcep-dossier/1, JSON); none for a back-to-back proof. / 货物的资料文件。", completion: .file())
    var dossiers: [String] = []

    @Option(help: "Profile of the exporter: a file (rcep-exporter/1), or its short name in the register. / 出口商档案。", completion: .file())
    var exporter: String

    @Option(help: "Data of the shipment (rcep-shipment/1, JSON). / 运输资料。", completion: .file())
    var shipment: String

    @Option(help: "text, json, xml, html or pdf; may be given several times. / 输出格式，可多次指定。")
    var format: [DraftFormat] = []

    @Option(help: "Folder to write the draft to. / 输出文件夹。")
    var output: String?

    @Flag(help: "Only look: nothing enters the register, and the draft has no number. / 仅预览，不登记、不编号。")
    var dryRun = false

    @Option(help: "Number of a proof that this draft corrects and takes the place of; needs --why. / 被本草稿更正并取代的证明编号。")
    var supersedes: String?

    @Option(help: "Why it is superseded. / 取代的原因。")
    var why: String?

    @OptionGroup var register: RegisterOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var shared: SharedOptions

    /// Without any, a summary for people.
    var formats: [DraftFormat] {
        var formats: [DraftFormat] = []
        for format in format where !formats.contains(format) { formats.append(format) }
        return formats.isEmpty ? [.text] : formats
    }

    func validate() throws {
        if (supersedes == nil) != (why == nil) {
            throw ValidationError("--supersedes and --why go together / --supersedes须与--why同时使用")
        }
        if why?.isBlank == true { throw ValidationError("--why needs words / --why须填写原因") }
        if output == nil, formats.count > 1 {
            throw ValidationError("several formats need --output DIR / 多种格式须使用--output DIR")
        }
        if output == nil, formats.contains(.pdf) {
            throw ValidationError("PDF needs --output DIR / PDF须使用--output DIR")
        }
    }
}
