import Bilingual
import OriginModel

/// Reads the objects of a dossier out of a JSON tree; what is wrong goes to the collector. Its reading of texts, dates,
/// codes and amounts serves the other formats users write too.
///
/// A method returns nil only after it, or one it called, has reported why.
package struct DossierReader {
    static let format = "rcep-dossier/1"

    package let json: JSONText
    package let problems: ProblemCollector

    package init(_ json: JSONText, _ problems: ProblemCollector) {
        self.json = json
        self.problems = problems
    }

    /// The whole dossier.
    func dossier(_ node: JSONNode) -> Dossier? {
        noteRepeatedNames()
        guard let fields = fields(of: node, .dossier) else { return nil }
        if let format = fields["format"] { check(format, is: Self.format) }
        let good = fields["good"].flatMap(self.good)
        let exportingParty = fields["exportingParty"].flatMap(self.country)
        let importingParty = fields["importingParty"].flatMap(self.country)
        let line = fields["importingTariffLine"].flatMap(tariffLine)
        let date = fields["date"].flatMap(self.date)
        let production = fields["production"].flatMap(self.production)
        let materials = fields["materials"].flatMap { self.materials($0, depth: 0) }
        let costs = fields["costs"].flatMap(self.costs)
        let rates = fields["exchangeRates"].flatMap { list($0, .exchangeRates, of: exchangeRate) }
        let route = fields["route"].flatMap { list($0, .route, of: routeStop) }
        let method = fields["inventoryMethod"].flatMap { choice($0, of: InventoryMethod.self) }
        guard let good, let exportingParty, let materials else { return nil }
        return Dossier(
            good: good, exportingParty: exportingParty, importingParty: importingParty, date: date,
            production: production ?? Production(), materials: materials, costs: costs, exchangeRates: rates ?? [],
            route: route ?? [], inventoryMethod: method, importingTariffLine: line)
    }

    /// Every element of a list that can be read; the others are noted as dropped.
    package func list<Element>(
        _ node: JSONNode, _ meaning: BilingualText, of read: (JSONNode) -> Element?
    ) -> [Element]? {
        guard node.kind == .array else {
            problems.add(.wrongType(node.kind, expected: meaning), at: node)
            return nil
        }
        return json.elements(of: node).compactMap { element in
            let value = read(element)
            if value == nil { problems.drop(element) }
            return value
        }
    }

    /// Reports every name that stands twice in its object.
    package func noteRepeatedNames() {
        for name in json.repeatedNames { problems.add(.repeatedName(json.string(name)), at: name) }
    }

    /// Reports a format that is not the expected one.
    package func check(_ node: JSONNode, is format: String) {
        guard node.kind == .string, json.string(node) == format else {
            problems.add(.unsupportedFormat(expected: format), at: node)
            return
        }
    }
}

extension ObjectShape {
    static let dossier = ObjectShape(
        en: "a dossier: an object with format, good, exportingParty and materials",
        zh: "原产地资料：含 format、good、exportingParty 和 materials 的对象", ignoredPrefix: "$schema",
        [
            .required("format", en: "\"rcep-dossier/1\"", zh: "\"rcep-dossier/1\""),
            .required("good", en: "the good whose origin is asked", zh: "要判定原产地的货物"),
            .required(
                "exportingParty", en: "the Party where the good is produced, such as \"CN\"",
                zh: "货物的生产和出口缔约方，例如 \"CN\""),
            .optional("importingParty", en: "the importing Party, such as \"VN\"", zh: "进口缔约方，例如 \"VN\""),
            .optional(
                "importingTariffLine", en: "the digits of the good's line in the importing Party's tariff",
                zh: "货物在进口缔约方税则中的税目数字"),
            .optional("date", en: "a date such as \"2026-11-01\"", zh: "日期，例如 \"2026-11-01\""),
            .optional("production", en: "how the good was made", zh: "货物的生产情况"),
            .required(
                "materials", en: "a list of the materials the good is made of, which may be empty",
                zh: "货物所用材料的数组，可以为空"),
            .optional("costs", en: "the costs for the direct formula", zh: "直接公式（累加法）所用的成本"),
            .optional("exchangeRates", en: "a list of exchange rates", zh: "汇率的数组"),
            .optional("route", en: "a list of the places the good passes", zh: "货物途经地点的数组"),
            .optional(
                "inventoryMethod", en: "how fungible materials are told apart", zh: "可互换材料的区分方法"),
        ])
}

extension BilingualText {
    static let exchangeRates = BilingualText(en: "a list of exchange rates", zh: "汇率的数组")
    static let route = BilingualText(en: "a list of the places the good passes", zh: "货物途经地点的数组")
}

extension ShapeFault {
    fileprivate static func unsupportedFormat(expected format: String) -> ShapeFault {
        ShapeFault(
            "dossier.unsupportedFormat",
            format == DossierReader.format
                ? BilingualText(en: "this is not the format of a dossier that can be read", zh: "不是可以读取的原产地资料格式")
                : BilingualText(en: "this is not a format that can be read here", zh: "不是此处可以读取的格式"),
            expected: BilingualText(same: "\"\(format)\""))
    }

    fileprivate static func repeatedName(_ name: String) -> ShapeFault {
        let shown = excerpt(of: name.utf8)
        return ShapeFault(
            "json.repeatedName",
            BilingualText(
                en: "\(shown) already stands in this object; a name may stand once", zh: "该对象中已有 \(shown)；同一字段名只能出现一次"),
            found: shown)
    }
}
