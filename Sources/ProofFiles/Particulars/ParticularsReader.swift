import Bilingual
import DossierFiles
import HarmonizedSystem
import OriginModel
import ProofsOfOrigin

/// Reads what profiles and shipments have in common out of a JSON tree, by the means dossiers are read with.
///
/// A method returns nil only after it, or one it called, has reported why.
struct ParticularsReader {
    let values: DossierReader

    /// More than any profile or shipment needs; a larger file is something else.
    static let limits = JSONLimits(bytes: 4 << 20, depth: 16, elements: 200_000)

    /// Reads one file; every problem is thrown together, in the order of the file.
    /// - Parameter family: what the codes of problems begin with.
    static func read<Value>(
        _ bytes: [UInt8], file: String, family: String, _ body: (ParticularsReader, JSONNode) -> Value?
    ) throws(InputProblems) -> Value {
        let json: JSONText
        do throws(InputProblem) {
            json = try JSONText(bytes, file: file, limits: limits)
        } catch {
            throw InputProblems([error])
        }
        let collector = ProblemCollector(json, file: file, family: family)
        let reader = ParticularsReader(values: DossierReader(json, collector))
        reader.values.noteRepeatedNames()
        let value = body(reader, json.root)
        if let problems = collector.problems { throw problems }
        guard let value else { throw InputProblems([.unreadable(file, family)]) }
        return value
    }

    // MARK: Firms

    func firm(_ node: JSONNode) -> TradingParty? {
        values.fields(of: node, .firm).flatMap(firm)
    }

    /// A firm with the short name others refer to it by.
    func namedFirm(_ node: JSONNode) -> (id: String, firm: TradingParty)? {
        guard let fields = values.fields(of: node, .namedFirm) else { return nil }
        let id = fields["id"].flatMap(values.text)
        let firm = firm(fields)
        guard let id, let firm else { return nil }
        return (id, firm)
    }

    private func firm(_ fields: Fields) -> TradingParty? {
        let name = fields["name"].flatMap(values.text)
        let chineseName = fields["chineseName"].flatMap(values.text)
        let address = fields["address"].flatMap(values.text)
        let country = fields["country"].flatMap(values.country)
        let registration = fields["registration"].flatMap(values.text)
        guard let name, let address, let country else { return nil }
        return TradingParty(
            name: name, chineseName: chineseName, address: address, country: country, registration: registration)
    }

    /// A firm in full, or the short name of one of the profile.
    /// - Parameter words: what may stand in its place besides.
    func firm(_ node: JSONNode, of known: [String: TradingParty], orWords words: [String] = []) -> TradingParty? {
        guard node.kind == .string else { return firm(node) }
        guard let name = values.text(node) else { return nil }
        guard let firm = known[name] else {
            values.problems.add(.unknownFirm(name, among: words + known.keys.sorted()), at: node)
            return nil
        }
        return firm
    }

    // MARK: Codes

    /// Six digits, in the edition of Annex 3A.
    func annexCode(_ fields: Fields) -> HSCode? {
        values.statedCode(fields)?.subheading
    }
}

extension ObjectShape {
    static let firm = ObjectShape(
        en: "an object with name, address and country", zh: "含 name、address 和 country 的对象", firmFields)

    static let namedFirm = ObjectShape(
        en: "an object with id, name, address and country", zh: "含 id、name、address 和 country 的对象",
        [.required("id", en: "the short name that shipments use", zh: "运输资料所用的简称")] + firmFields)

    private static let firmFields: [Field] = [
        .required("name", en: "the name in English", zh: "英文名称"),
        .optional("chineseName", en: "the name in Chinese", zh: "中文名称"),
        .required("address", en: "the address in English", zh: "英文地址"),
        .required("country", en: "a country such as \"CN\"", zh: "国家（地区），例如 \"CN\""),
        .optional("registration", en: "the number in a register of firms", zh: "统一社会信用代码等登记号码"),
    ]
}

extension ShapeFault {
    fileprivate static func unknownFirm(_ name: String, among known: [String]) -> ShapeFault {
        let list = known.map { "\"\($0)\"" }.joined(separator: ", ")
        return ShapeFault(
            "dossier.unknownFirm",
            BilingualText(en: "the profile has no firm of this short name", zh: "档案中没有以此为简称的企业"),
            expected: BilingualText(
                en: "an object with name, address and country" + (list.isEmpty ? "" : ", or one of \(list)"),
                zh: "含 name、address 和 country 的对象" + (list.isEmpty ? "" : "，或者 \(list) 之一")))
    }

    static func twice(_ what: BilingualText) -> ShapeFault {
        ShapeFault(
            "dossier.twice",
            BilingualText(en: "\(what.english) stands twice", zh: "\(what.chinese)重复"),
            expected: BilingualText(en: "each once", zh: "各出现一次"))
    }
}

extension InputProblem {
    /// Stands for a value that was dropped without a word; kept so that reading can never fail in silence.
    fileprivate static func unreadable(_ file: String, _ family: String) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "\(family).unreadable",
            message: BilingualText(en: "the file cannot be read", zh: "无法读取该文件"))
    }
}
