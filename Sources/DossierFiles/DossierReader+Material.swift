import Bilingual
import OriginModel

extension DossierReader {
    /// Self-produced materials inside each other; deeper ones are no production anybody runs.
    static let deepestSelfProduced = 32

    /// Materials of a dossier, at every depth together, so that a broken export costs little memory.
    static let mostMaterials = 20_000

    /// A list of materials with different ids.
    func materials(_ node: JSONNode, depth: Int) -> [Material]? {
        guard problems.admits(materials: json.count(of: node)) else {
            problems.add(.tooManyMaterials, at: node)
            return nil
        }
        let materials = list(node, .materials) { material($0, depth: depth) }
        if node.kind == .array { checkIds(in: node) }
        return materials
    }

    private func material(_ node: JSONNode, depth: Int) -> Material? {
        guard let fields = fields(of: node, .material) else { return nil }
        let id = fields["id"].flatMap(materialId)
        let description = fields["description"].flatMap(text)
        let code = statedCode(fields)
        let value = fields["value"].flatMap { money($0, .notNegative) }
        let status = fields["status"].flatMap { choice($0, of: Material.Status.self) }
        let country = fields["country"].flatMap(self.country)
        let evidence = fields["evidence"].flatMap(self.evidence)
        let role = fields["role"].flatMap { choice($0, of: Material.Role.self) }
        let deductions = fields["deductions"].flatMap(self.deductions)
        let weight = fields["netWeightKg"].flatMap { number($0, .notNegative) }
        let active = fields["activeIngredient"].flatMap(flag)
        let accessory = fields["accessory"].flatMap(accessoryTerms)
        let selfProduced = fields["selfProduced"].flatMap { self.selfProduced($0, depth: depth + 1) }
        guard let id, let description, let code, let value, let status else { return nil }
        // Without what these say the material would be another one, of which false things would be reported.
        guard (role == nil) == (fields["role"] == nil), (selfProduced == nil) == (fields["selfProduced"] == nil) else {
            return nil
        }
        return Material(
            id: id, description: description, hsCode: code, value: value, status: status, country: country,
            evidence: evidence, role: role ?? .material, deductions: deductions, netWeightKg: weight,
            activeIngredient: active, accessory: accessory, selfProduced: selfProduced)
    }

    /// Ids of nested materials are joined with a slash, so that no id may have one.
    private func materialId(_ node: JSONNode) -> String? {
        guard let id = text(node) else { return nil }
        guard !id.utf8.contains(UInt8(ascii: "/")) else {
            problems.add(.slashInId, at: node)
            return nil
        }
        return id
    }

    /// On the nodes, not on the materials read: one that has another fault still holds its id.
    private func checkIds(in list: JSONNode) {
        var owners: [String: JSONNode] = [:]
        for element in json.elements(of: list) {
            guard let node = json.value("id", of: element), node.kind == .string else { continue }
            if let owner = owners.updateValue(node, forKey: json.string(node)) {
                problems.add(.duplicateId(of: json.pointer(to: owner)), at: node)
            }
        }
    }

    // MARK: What a material may have

    private func evidence(_ node: JSONNode) -> Evidence? {
        guard let fields = fields(of: node, .evidence) else { return nil }
        let kind = fields["type"].flatMap { choice($0, of: Evidence.Kind.self) }
        let reference = fields["reference"].flatMap(text)
        let date = fields["date"].flatMap(self.date)
        let validUntil = fields["validUntil"].flatMap(self.date)
        if let date, let validUntil, validUntil < date, let node = fields["validUntil"] {
            problems.add(.endsBeforeItBegins(date), at: node)
        }
        guard let kind, let reference, let date else { return nil }
        return Evidence(kind: kind, reference: reference, date: date, validUntil: validUntil)
    }

    private func deductions(_ node: JSONNode) -> Deductions? {
        guard let fields = fields(of: node, .deductions) else { return nil }
        return Deductions(
            transport: fields["transport"].flatMap(deduction), duties: fields["duties"].flatMap(deduction),
            waste: fields["waste"].flatMap(deduction))
    }

    private func deduction(_ node: JSONNode) -> Deductions.Item? {
        guard let fields = fields(of: node, .deduction) else { return nil }
        let value = money(fields, .notNegative)
        let evidence = fields["evidence"].flatMap { text($0, mayBeEmpty: true) }
        return value.map { Deductions.Item(value: $0, evidence: evidence ?? "") }
    }

    private func accessoryTerms(_ node: JSONNode) -> AccessoryTerms? {
        guard let fields = fields(of: node, .accessory) else { return nil }
        let invoiced = fields["invoicedSeparately"].flatMap(flag)
        let customary = fields["customary"].flatMap(flag)
        guard let invoiced, let customary else { return nil }
        return AccessoryTerms(invoicedSeparately: invoiced, customary: customary)
    }

    private func selfProduced(_ node: JSONNode, depth: Int) -> SelfProduced? {
        guard depth <= Self.deepestSelfProduced else {
            problems.add(.tooDeep, at: node)
            return nil
        }
        guard let fields = fields(of: node, .selfProduced) else { return nil }
        let operations = fields["operations"].flatMap(self.operations)
        let reaction = fields["chemicalReaction"].flatMap(self.chemicalReaction)
        guard let inputs = fields["materials"] else { return nil }
        let materials = self.materials(inputs, depth: depth)
        checkInputs(inputs)
        return materials.map {
            SelfProduced(operations: operations ?? [], chemicalReaction: reaction, materials: $0)
        }
    }

    /// On the nodes, so that an input with another fault still counts as an input.
    private func checkInputs(_ list: JSONNode) {
        let auxiliary = [Material.Role.retailPackaging, .shippingPackaging, .indirect].map(\.rawValue)
        let hasInput = json.elements(of: list).contains { element in
            json.value("role", of: element).map { !auxiliary.contains(json.string($0)) } ?? true
        }
        if list.kind == .array, !hasInput { problems.add(.noInput, at: list) }
    }
}

extension ObjectShape {
    fileprivate static let material = ObjectShape(
        en: "an object with id, description, hsCode, value and status",
        zh: "含 id、description、hsCode、value 和 status 的对象",
        [
            .required("id", en: "a text that names the material, such as a line number", zh: "标识材料的字符串，例如行号"),
            .required("description", en: "what the material is, in words", zh: "材料的名称或描述"),
            .required("hsCode", en: "the HS code, such as \"8714.10\"", zh: "HS 编码，例如 \"8714.10\""),
            .optional("hsEdition", en: "\"2022\", \"2017\" or \"2012\"", zh: "\"2022\"、\"2017\" 或 \"2012\""),
            .required(
                "value", en: "the value with its currency: CIF, or the price paid or payable",
                zh: "价值及币种：到岸价格（CIF）或实付、应付价格"),
            .required(
                "status", en: "\"originating\", \"nonOriginating\" or \"undetermined\"",
                zh: "\"originating\"（原产）、\"nonOriginating\"（非原产）或 \"undetermined\"（原产地不明）"),
            .optional("country", en: "where it originates or comes from, such as \"JP\"", zh: "原产国或来源国，例如 \"JP\""),
            .optional("evidence", en: "the paper that shows the origin", zh: "证明原产资格的文件"),
            .optional("role", en: "\"material\" or another role", zh: "\"material\" 或其他用途"),
            .optional("deductions", en: "what is taken off the value, with evidence", zh: "有证明的扣除项"),
            .optional("netWeightKg", en: "the net weight in kilograms", zh: "净重（千克）"),
            .optional("activeIngredient", en: "true or false", zh: "true 或 false"),
            .optional("accessory", en: "the terms of an accessory", zh: "附件的条件"),
            .optional("selfProduced", en: "what the material was made of by the same producer", zh: "同一生产商自产该材料所用的材料"),
        ])

    fileprivate static let evidence = ObjectShape(
        en: "an object with type, reference and date", zh: "含 type、reference 和 date 的对象",
        [
            .required(
                "type", en: "the kind of paper, such as \"certificateOfOrigin\"",
                zh: "文件种类，例如 \"certificateOfOrigin\""),
            .required("reference", en: "the number of the paper", zh: "文件编号"),
            .required("date", en: "the date of the paper, such as \"2026-05-11\"", zh: "文件日期，例如 \"2026-05-11\""),
            .optional(
                "validUntil", en: "the last day it is valid, such as \"2027-05-10\"",
                zh: "有效期截止日，例如 \"2027-05-10\""),
        ])

    fileprivate static let deductions = ObjectShape(
        en: "an object with transport, duties, waste", zh: "含 transport、duties、waste 的对象",
        [
            .optional("transport", en: "freight, insurance and packing, with evidence", zh: "运费、保险费和包装费及证明"),
            .optional("duties", en: "duties, taxes and brokerage, with evidence", zh: "关税、税费和报关费及证明"),
            .optional("waste", en: "waste and spillage, with evidence", zh: "废碎料及损耗及证明"),
        ])

    fileprivate static let deduction = ObjectShape(
        en: "an object with amount, currency and evidence", zh: "含 amount、currency 和 evidence 的对象",
        ObjectShape.money.fields + [
            .optional("evidence", en: "the number of the paper that shows the amount", zh: "证明该金额的文件编号")
        ])

    fileprivate static let accessory = ObjectShape(
        en: "an object with invoicedSeparately and customary", zh: "含 invoicedSeparately 和 customary 的对象",
        [
            .required("invoicedSeparately", en: "true or false", zh: "true 或 false"),
            .required("customary", en: "true or false", zh: "true 或 false"),
        ])

    fileprivate static let selfProduced = ObjectShape(
        en: "an object with materials, and operations and chemicalReaction where they are known",
        zh: "含 materials 的对象，可有 operations 和 chemicalReaction",
        [
            .optional("operations", en: "a list of operations", zh: "加工工序的数组"),
            .optional(
                "chemicalReaction", en: "false, or an object with party and description",
                zh: "false，或含 party 和 description 的对象"),
            .required("materials", en: "a list of what the material was made of", zh: "该材料所用材料的数组"),
        ])
}

extension BilingualText {
    fileprivate static let materials = BilingualText(en: "a list of materials", zh: "材料的数组")
}

extension ShapeFault {
    fileprivate static let slashInId = ShapeFault(
        "dossier.slashInId",
        BilingualText(
            en: "the id of a material may not have a slash, which joins the ids of materials inside each other",
            zh: "材料的 id 不能含有斜线，斜线用于连接嵌套材料的 id"),
        expected: BilingualText(en: "an id without /", zh: "不含 / 的 id"))

    fileprivate static func duplicateId(of owner: String) -> ShapeFault {
        ShapeFault(
            "dossier.duplicateId",
            BilingualText(
                en: "another material of the same list has this id too (\(owner))",
                zh: "同一数组中的另一材料已使用此 id（\(owner)）"),
            expected: BilingualText(en: "an id of its own", zh: "不重复的 id"))
    }

    fileprivate static let noInput = ShapeFault(
        "dossier.noInput",
        BilingualText(
            en: "a self-produced material needs at least one input that is no packaging and no indirect material",
            zh: "自产材料至少须有一种非包装、非间接材料的投入"),
        expected: BilingualText(
            en: "a material with the role \"material\" or \"accessory\"", zh: "role 为 \"material\" 或 \"accessory\" 的材料"))

    fileprivate static func endsBeforeItBegins(_ date: CalendarDate) -> ShapeFault {
        ShapeFault(
            "dossier.invertedDates",
            BilingualText(en: "the paper ends before its date (\(date))", zh: "文件的有效期早于其日期（\(date)）"),
            expected: BilingualText(en: "\(date) or a later day", zh: "\(date)或之后的日期"))
    }

    fileprivate static let tooManyMaterials = ShapeFault(
        "dossier.tooManyMaterials",
        BilingualText(
            en: "the dossier has more than \(DossierReader.mostMaterials) materials, those of self-produced ones included",
            zh: "资料中的材料（包括自产材料所用的材料）超过 \(DossierReader.mostMaterials) 种"),
        expected: BilingualText(
            en: "at most \(DossierReader.mostMaterials) lines; add up lines of the same code, status and country",
            zh: "不超过 \(DossierReader.mostMaterials) 行；编码、原产状态和国别相同的行可以合并"))

    fileprivate static let tooDeep = ShapeFault(
        "dossier.tooDeep",
        BilingualText(
            en: "self-produced materials stand more than \(DossierReader.deepestSelfProduced) deep inside each other",
            zh: "自产材料的嵌套超过 \(DossierReader.deepestSelfProduced) 层"))
}
