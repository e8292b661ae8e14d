import ArgumentParser
import ProofFiles

/// What is said of a firm, option by option. Values are read and checked as those of a file are.
struct FirmOptions: ParsableArguments {
    @Option(help: "Name in English. / 英文名称。")
    var nameEn: String?

    @Option(help: "Name in Chinese. / 中文名称。")
    var nameZh: String?

    @Option(help: "Address in English. / 英文地址。")
    var address: String?

    @Option(help: "Country, such as CN. / 国家（地区），例如CN。")
    var country: String?

    @Option(help: "Number in a register of firms. / 统一社会信用代码等登记号码。")
    var registration: String?

    /// The options, by the fields of `rcep-exporter/1` they fill.
    static let names = [
        "name": "--name-en", "chineseName": "--name-zh", "address": "--address", "country": "--country",
        "registration": "--registration",
    ]

    /// Those that were given; a blank one takes the field out.
    var values: ProfileEditing.Values {
        [
            ("name", nameEn), ("chineseName", nameZh), ("address", address), ("country", country),
            ("registration", registration),
        ].compactMap { field, given in given.map { (field, $0.isBlank ? nil : .text($0)) } }
    }
}
