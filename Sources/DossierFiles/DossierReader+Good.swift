import Bilingual
import OriginModel

extension DossierReader {
    func good(_ node: JSONNode) -> Good? {
        guard let fields = fields(of: node, .good) else { return nil }
        let id = fields["id"].flatMap(text)
        let description = fields["description"].flatMap(text)
        let code = statedCode(fields)
        let fob = fields["fob"].flatMap { money($0, .positive) }
        let customsValue = fields["customsValue"].flatMap { money($0, .positive) }
        let quantity = fields["quantity"].flatMap(self.quantity)
        let weight = fields["netWeightKg"].flatMap { number($0, .positive) }
        let branch = fields["ruleBranch"].flatMap(self.ruleBranch)
        guard let id, let description, let code, let fob else { return nil }
        return Good(
            id: id, description: description, hsCode: code, fob: fob, quantity: quantity, netWeightKg: weight,
            ruleBranch: branch, customsValue: customsValue)
    }

    func costs(_ node: JSONNode) -> Costs? {
        guard let fields = fields(of: node, .costs) else { return nil }
        return Costs(
            directLabour: fields["directLabour"].flatMap { money($0, .notNegative) },
            directOverhead: fields["directOverhead"].flatMap { money($0, .notNegative) },
            profit: fields["profit"].flatMap { money($0, .notNegative) },
            other: fields["other"].flatMap { money($0, .notNegative) })
    }

    func exchangeRate(_ node: JSONNode) -> ExchangeRate? {
        guard let fields = fields(of: node, .exchangeRate) else { return nil }
        let from = fields["from"].flatMap(self.currency)
        let to = fields["to"].flatMap(self.currency)
        let rate = fields["rate"].flatMap { number($0, .positive) }
        let date = fields["date"].flatMap(self.date)
        let source = fields["source"].flatMap(text)
        guard let from, let to, let rate, let date, let source else { return nil }
        return ExchangeRate(from: from, to: to, rate: rate, date: date, source: source)
    }

    package func quantity(_ node: JSONNode) -> Quantity? {
        guard let fields = fields(of: node, .quantity) else { return nil }
        let amount = fields["amount"].flatMap { number($0, .positive) }
        let unit = fields["unit"].flatMap(text)
        guard let amount, let unit else { return nil }
        return Quantity(amount: amount, unit: unit)
    }

    private func ruleBranch(_ node: JSONNode) -> Int? {
        guard node.kind == .number, let branch = Int(json.source(node)), (1...99).contains(branch) else {
            problems.add(.badBranch, at: node)
            return nil
        }
        return branch
    }
}

extension ObjectShape {
    fileprivate static let good = ObjectShape(
        en: "an object with id, description, hsCode and fob", zh: "含 id、description、hsCode 和 fob 的对象",
        [
            .required("id", en: "a text that names the good, such as an article number", zh: "标识货物的字符串，例如货号"),
            .required("description", en: "what the good is, in words", zh: "货物的名称或描述"),
            .required("hsCode", en: "the HS code, such as \"8711.20\"", zh: "HS 编码，例如 \"8711.20\""),
            .optional("hsEdition", en: "\"2022\", \"2017\" or \"2012\"", zh: "\"2022\"、\"2017\" 或 \"2012\""),
            .required("fob", en: "the FOB value with its currency", zh: "离岸价格（FOB）及币种"),
            .optional(
                "customsValue", en: "the value the importing Party takes duty on, with its currency",
                zh: "进口缔约方的完税价格及币种"),
            .optional("quantity", en: "the quantity that fob covers", zh: "fob 所对应的数量"),
            .optional("netWeightKg", en: "the net weight in kilograms", zh: "净重（千克）"),
            .optional("ruleBranch", en: "1, 2 ... for a split rule", zh: "分段规则的段号 1、2……"),
        ])

    fileprivate static let quantity = ObjectShape(
        en: "an object with amount and unit", zh: "含 amount 和 unit 的对象",
        [
            .required("amount", en: "a number greater than zero", zh: "大于零的数"),
            .required("unit", en: "a unit, such as \"pcs\" or \"kg\"", zh: "计量单位，例如 \"pcs\" 或 \"kg\""),
        ])

    fileprivate static let costs = ObjectShape(
        en: "an object with directLabour, directOverhead, profit, other",
        zh: "含 directLabour、directOverhead、profit、other 的对象",
        [
            .optional("directLabour", en: "the direct labour cost with its currency", zh: "直接人工成本及币种"),
            .optional("directOverhead", en: "the direct overhead cost with its currency", zh: "直接经营费用成本及币种"),
            .optional("profit", en: "the profit with its currency", zh: "利润及币种"),
            .optional("other", en: "other costs with their currency", zh: "其他成本及币种"),
        ])

    fileprivate static let exchangeRate = ObjectShape(
        en: "an object with from, to, rate, date and source", zh: "含 from、to、rate、date 和 source 的对象",
        [
            .required("from", en: "a currency such as \"CNY\"", zh: "币种，例如 \"CNY\""),
            .required("to", en: "a currency such as \"USD\"", zh: "币种，例如 \"USD\""),
            .required("rate", en: "how many units of to are one unit of from", zh: "1 单位 from 折合 to 的数额"),
            .required("date", en: "the date of the rate, such as \"2026-11-01\"", zh: "汇率日期，例如 \"2026-11-01\""),
            .required("source", en: "who published the rate", zh: "汇率来源"),
        ])
}

extension ShapeFault {
    fileprivate static let badBranch = ShapeFault(
        "dossier.badBranch",
        BilingualText(en: "this is not the number of a branch of a rule", zh: "这不是规则的段号"),
        expected: BilingualText(en: "a whole number: 1, 2 ...", zh: "整数：1、2……"))
}
