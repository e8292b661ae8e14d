import Bilingual
import DossierFiles
import HarmonizedSystem
import OriginModel
import ProofsOfOrigin

/// The profile of an exporter in a file of the format `rcep-exporter/1`.
public enum ExporterFile {
    public static let format = "rcep-exporter/1"

    /// - Throws: one problem where the file is not JSON (`json.*`), else all problems of the shape, in the order of the
    ///   file (`exporter.*`).
    public static func read(_ bytes: [UInt8], file: String) throws(InputProblems) -> ExporterProfile {
        try ParticularsReader.read(bytes, file: file, family: "exporter") { reader, root in reader.profile(root) }
    }
}

extension ParticularsReader {
    fileprivate func profile(_ node: JSONNode) -> ExporterProfile? {
        guard let fields = values.fields(of: node, .profile) else { return nil }
        if let format = fields["format"] { values.check(format, is: ExporterFile.format) }
        let id = fields["id"].flatMap(values.text)
        let exporter = fields["exporter"].flatMap { firm($0) }
        let authorisation = fields["authorisation"].flatMap(self.authorisation)
        let producers = fields["producers"].map(firms) ?? [:]
        let consignees = fields["consignees"].map(firms) ?? [:]
        guard let id, let exporter else { return nil }
        return ExporterProfile(
            id: id, exporter: exporter, authorisation: authorisation, producers: producers, consignees: consignees)
    }

    /// By short name; one that stands twice is reported.
    private func firms(_ node: JSONNode) -> [String: TradingParty] {
        var firms: [String: TradingParty] = [:]
        _ = values.list(node, .firms) { element -> Bool? in
            guard let named = namedFirm(element) else { return nil }
            if firms.updateValue(named.firm, forKey: named.id) != nil { values.problems.add(.twice(.shortName), at: element) }
            return true
        }
        return firms
    }

    // MARK: Authorisation

    private func authorisation(_ node: JSONNode) -> ApprovedExporterAuthorisation? {
        guard let fields = values.fields(of: node, .authorisation) else { return nil }
        let code = fields["code"].flatMap(values.text)
        let issued = fields["issued"].flatMap(values.date)
        let validUntil = fields["validUntil"].flatMap(values.date)
        if let issued, let validUntil, validUntil < issued, let place = fields["validUntil"] {
            values.problems.add(.endsBeforeItBegins(issued), at: place)
        }
        let goods = fields["goods"].flatMap { values.list($0, .filedGoods, of: filedGood) }
        let signatories = fields["signatories"].flatMap { values.list($0, .signatories, of: signatory) }
        guard let code, let issued, let validUntil else { return nil }
        return ApprovedExporterAuthorisation(
            code: code, issued: issued, validUntil: validUntil, goods: goods ?? [], signatories: signatories ?? [])
    }

    private func filedGood(_ node: JSONNode) -> ApprovedExporterAuthorisation.FiledGood? {
        guard let fields = values.fields(of: node, .filedGood) else { return nil }
        let name = fields["name"].flatMap(values.text)
        let chineseName = fields["chineseName"].flatMap(values.text)
        let code = annexCode(fields)
        let parties = fields["parties"].flatMap { values.list($0, .parties, of: values.country) }
        guard let name, let chineseName, let code, let parties else { return nil }
        return .init(name: name, chineseName: chineseName, hsCode: code, parties: Set(parties))
    }

    private func signatory(_ node: JSONNode) -> ApprovedExporterAuthorisation.Signatory? {
        guard let fields = values.fields(of: node, .signatory) else { return nil }
        let name = fields["name"].flatMap(values.text)
        let position = fields["position"].flatMap(values.text)
        let until = fields["until"].flatMap(values.date)
        return name.map { .init(name: $0, position: position, until: until) }
    }
}

extension ObjectShape {
    fileprivate static let profile = ObjectShape(
        en: "an exporter profile: an object with format, id and exporter", zh: "出口商档案：含 format、id 和 exporter 的对象",
        ignoredPrefix: "$schema",
        [
            .required("format", en: "\"\(ExporterFile.format)\"", zh: "\"\(ExporterFile.format)\""),
            .required("id", en: "the short name of the profile", zh: "档案简称"),
            .required("exporter", en: "the exporter: name, address, country", zh: "出口商的 name、address、country"),
            .optional("authorisation", en: "the authorisation of an approved exporter", zh: "经核准出口商的认定信息"),
            .optional("producers", en: "a list of producers with their short names", zh: "生产商及其简称的数组"),
            .optional("consignees", en: "a list of consignees with their short names", zh: "收货人及其简称的数组"),
        ])

    fileprivate static let authorisation = ObjectShape(
        en: "an object with code, issued, validUntil, goods and signatories",
        zh: "含 code、issued、validUntil、goods 和 signatories 的对象",
        [
            .required("code", en: "the approved exporter's unique code", zh: "经核准出口商编码"),
            .required("issued", en: "the first day, such as \"2025-03-01\"", zh: "起始日期，例如 \"2025-03-01\""),
            .required("validUntil", en: "the last day, such as \"2028-02-29\"", zh: "截止日期，例如 \"2028-02-29\""),
            .required("goods", en: "a list of the goods on file with customs", zh: "已向海关备案货物的数组"),
            .required("signatories", en: "a list of the persons who may sign", zh: "授权签字人的数组"),
        ])

    fileprivate static let filedGood = ObjectShape(
        en: "an object with name, chineseName, hsCode and parties", zh: "含 name、chineseName、hsCode 和 parties 的对象",
        [
            .required("name", en: "the English name on file", zh: "备案的英文名称"),
            .required("chineseName", en: "the Chinese name on file", zh: "备案的中文名称"),
            .required("hsCode", en: "six digits in the edition of Annex 3A", zh: "附件3A所用版本的六位编码"),
            .required("parties", en: "a list of importing Parties, such as [\"JP\", \"VN\"]", zh: "进口缔约方的数组，例如 [\"JP\", \"VN\"]"),
        ])

    fileprivate static let signatory = ObjectShape(
        en: "an object with name", zh: "含 name 的对象",
        [
            .required("name", en: "the name of the person", zh: "签字人姓名"),
            .optional("position", en: "the position in the firm", zh: "职务"),
            .optional("until", en: "the last day the person may sign", zh: "签字授权的最后日期"),
        ])
}

extension BilingualText {
    fileprivate static let firms = BilingualText(en: "a list of firms, each with id", zh: "企业的数组，每项含 id")
    fileprivate static let filedGoods = BilingualText(en: "a list of goods on file", zh: "备案货物的数组")
    fileprivate static let signatories = BilingualText(en: "a list of persons", zh: "人员的数组")
    fileprivate static let parties = BilingualText(en: "a list of Parties such as [\"JP\"]", zh: "缔约方的数组，例如 [\"JP\"]")
    fileprivate static let shortName = BilingualText(en: "this short name", zh: "该简称")
}

extension ShapeFault {
    fileprivate static func endsBeforeItBegins(_ first: CalendarDate) -> ShapeFault {
        ShapeFault(
            "dossier.endsBeforeItBegins",
            BilingualText(en: "the last day lies before the first", zh: "截止日期早于起始日期"),
            expected: BilingualText(en: "\(first) or later", zh: "不早于\(first)"))
    }
}
