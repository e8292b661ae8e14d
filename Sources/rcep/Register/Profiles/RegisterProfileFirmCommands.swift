import ArgumentParser
import Bilingual
import ProofFiles

/// `rcep register profile exporter`
struct RegisterProfileExporterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exporter",
        abstract: "Begins a profile, or changes what it says of the exporter. / 建立出口商资料，或者修改出口商信息。",
        discussion: FirmOfProfile.discussion)

    @Argument(help: "Short name of the exporter. / 出口商简称。")
    var id: String

    @OptionGroup var firm: FirmOptions
    @OptionGroup var options: RegisterOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if id.isBlank { throw ValidationError("a short name is needed / 须填写简称") }
    }

    func run() throws {
        try ProfileChange(id: id, options: options, change: change, shared: shared).run(
            begins: true, option: { part, field in part == .exporter ? field.flatMap { FirmOptions.names[$0] } ?? "--name-en" : nil }
        ) { editing throws(InputProblems) in
            editing.set(firm.values, of: .exporter)
        }
    }
}

/// `rcep register profile producer`
struct RegisterProfileProducerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "producer", abstract: "Adds, changes or removes a producer of a profile. / 增加、修改或者删除资料中的生产商。",
        discussion: FirmOfProfile.discussion)

    @OptionGroup var which: FirmOfProfile
    @OptionGroup var firm: FirmOptions
    @OptionGroup var options: RegisterOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws { try which.check(firm) }

    func run() throws {
        try which.run(
            .producer(which.firm), firm, ProfileChange(id: which.id, options: options, change: change, shared: shared))
    }
}

/// `rcep register profile consignee`
struct RegisterProfileConsigneeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consignee", abstract: "Adds, changes or removes a consignee of a profile. / 增加、修改或者删除资料中的收货人。",
        discussion: FirmOfProfile.discussion)

    @OptionGroup var which: FirmOfProfile
    @OptionGroup var firm: FirmOptions
    @OptionGroup var options: RegisterOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws { try which.check(firm) }

    func run() throws {
        try which.run(
            .consignee(which.firm), firm, ProfileChange(id: which.id, options: options, change: change, shared: shared))
    }
}

/// A producer or consignee of a profile, by the short name that shipments use.
struct FirmOfProfile: ParsableArguments {
    static let discussion = "Only the options given are changed; a blank value takes a field out. The result is a new version. "
        + "Exit status: 0 kept, 64 wrong usage, 65 bad input data."

    @Argument(help: "Short name of the exporter. / 出口商简称。")
    var id: String

    @Argument(help: "Short name of the firm, which shipments use. / 运输资料所用的企业简称。")
    var firm: String

    @Flag(help: "Takes the firm out. / 删除该企业。")
    var remove = false

    func check(_ options: FirmOptions) throws {
        if firm.isBlank { throw ValidationError("a short name is needed / 须填写简称") }
        if remove, !options.values.isEmpty {
            throw ValidationError("--remove stands alone / --remove不能与其他内容同时使用")
        }
    }

    func run(_ part: ProfileEditing.Part, _ options: FirmOptions, _ change: ProfileChange) throws {
        try change.run(
            begins: false, option: { of, field in of == part ? field.flatMap { FirmOptions.names[$0] } : nil }
        ) { editing throws(InputProblems) in
            guard remove else { return editing.set(options.values, of: part) }
            guard let known = editing.remove(part) else { return }
            throw InputProblems([.nothingToRemove("--remove", firm, known: known)])
        }
    }
}
