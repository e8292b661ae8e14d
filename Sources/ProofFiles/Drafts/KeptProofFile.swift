import Bilingual
import DossierFiles
import HarmonizedSystem
import OriginModel
import OriginRules
import ProofsOfOrigin

/// A draft as it was kept, read back so that it can be laid out again.
///
/// Nothing is determined anew: codes, criteria, origins and days are those of the kept `rcep-proof/1`. What that file
/// leaves to the shipment is taken from the shipment that was kept with it.
public enum KeptProofFile {
    /// - Parameters:
    ///   - bytes: of the kept `rcep-proof/1`.
    ///   - shipment: that was kept with it.
    /// - Throws: what cannot be read (`keptProof.*`); `keptProof.differs` where what was read would not be written as the
    ///   very bytes that are kept, so that another document would come out.
    public static func read(
        _ bytes: [UInt8], file: String, shipment: Shipment
    ) throws(InputProblems) -> ProofDraft {
        let draft = try ParticularsReader.read(bytes, file: file, family: "keptProof") { reader, root in
            KeptProofReader(reader, shipment).draft(root)
        }
        guard Array(ProofJSON(draft).text().utf8) == bytes else { throw InputProblems([.differs(file)]) }
        return draft
    }
}

/// Reads a draft out of the JSON tree of its `rcep-proof/1`.
private struct KeptProofReader {
    private let firms: ParticularsReader
    private let values: DossierReader
    private let shipment: Shipment

    init(_ reader: ParticularsReader, _ shipment: Shipment) {
        firms = reader
        values = reader.values
        self.shipment = shipment
    }

    func draft(_ node: JSONNode) -> ProofDraft? {
        guard let fields = values.fields(of: node, .keptProof) else { return nil }
        if let format = fields["format"] { values.check(format, is: ProofJSON.format) }
        let kind = fields["kind"].flatMap { values.choice($0, of: ProofDraft.Kind.self) }
        let drafted = fields["drafted"].flatMap(values.date)
        let validUntil = fields["validUntil"].flatMap(values.date)
        let keepUntil = fields["keepUntil"].flatMap(values.date)
        let exporter = fields["exporter"].flatMap(firms.firm)
        let party = fields["exportingParty"].flatMap(values.country)
        let items = fields["items"].flatMap { values.list($0, .items, of: item) }
        let ticks = fields["ticks"].flatMap { list in
            values.list(list, .ticks) { values.choice($0, of: ProofDraft.Tick.self) }
        }
        let remarks = fields["remarks"].flatMap { values.list($0, .texts, of: values.text) }
        let notes = fields["notes"].flatMap { values.list($0, .texts, of: values.text) }
        guard let kind, let drafted, let validUntil, let keepUntil, let exporter, let party, let items else { return nil }
        return ProofDraft(
            kind: kind, number: fields["number"].flatMap(values.text), drafted: drafted, validUntil: validUntil,
            keepUntil: keepUntil, exporter: exporter, authorisationCode: fields["authorisationCode"].flatMap(values.text),
            signatory: fields["signatory"].flatMap(signatory), exportingParty: party, shipment: shipment, items: items,
            remarks: remarks ?? [], ticks: Set(ticks ?? []), notes: (notes ?? []).map(BilingualText.init(same:)))
    }

    private func signatory(_ node: JSONNode) -> ApprovedExporterAuthorisation.Signatory? {
        guard let fields = values.fields(of: node, .keptSignatory), let name = fields["name"].flatMap(values.text) else {
            return nil
        }
        return .init(name: name, position: fields["position"].flatMap(values.text))
    }

    // MARK: Items

    private func item(_ node: JSONNode) -> ProofItem? {
        guard let fields = values.fields(of: node, .keptItem) else { return nil }
        let number = fields["number"].flatMap { values.number($0, .positive) }
        let good = fields["good"].flatMap(values.text)
        let description = fields["description"].flatMap(values.text)
        let code = values.statedCode(fields)
        let criterion = fields["criterion"].flatMap { values.choice($0, of: Criterion.self) }
        let supplements = fields["supplements"].flatMap { list in
            values.list(list, .supplements) { values.choice($0, of: Supplement.self) }
        }
        let origin = fields["countryOfOrigin"].flatMap(countryOfOrigin)
        let quantity = fields["quantity"].flatMap(values.quantity)
        guard let number, let good, let description, let code, let criterion, let origin, let quantity else { return nil }
        return ProofItem(
            number: Int(clamping: number.significand), good: good, marks: fields["marks"].flatMap(values.text),
            packages: fields["packages"].flatMap(values.text), description: description, hsCode: code.subheading,
            edition: code.edition, criterion: criterion, supplements: supplements ?? [], countryOfOrigin: origin,
            quantity: quantity, grossWeightKg: fields["grossWeightKg"].flatMap { values.number($0, .positive) },
            fob: fields["fob"].flatMap { values.money($0, .positive) }, producer: fields["producer"].flatMap(producer))
    }

    private func countryOfOrigin(_ node: JSONNode) -> StatedCountryOfOrigin? {
        guard let fields = values.fields(of: node, .keptOrigin) else { return nil }
        let mark = fields["mark"].map { values.choice($0, of: StatedCountryOfOrigin.Mark.self) } ?? StatedCountryOfOrigin.Mark.none
        guard let party = fields["party"].flatMap(values.country), let mark else { return nil }
        return StatedCountryOfOrigin(party: party, mark: mark)
    }

    /// A firm, or one of the words of overleaf note 3.
    private func producer(_ node: JSONNode) -> ProducerStatement? {
        let words: [ProducerStatement] = [.confidential, .notAvailable]
        if node.kind == .string, let statement = words.first(where: { $0.words == values.json.string(node) }) {
            return statement
        }
        return firms.firm(node, of: [:], orWords: words.map(\.words)).map { .named($0) }
    }
}

// MARK: - Shapes

extension ObjectShape {
    /// Members whose values the shipment has are named here and read there.
    fileprivate static let keptProof = ObjectShape(
        en: "a proof of origin as it was kept", zh: "所保存的原产地证明",
        [
            .required("format", en: "\"\(ProofJSON.format)\"", zh: "\"\(ProofJSON.format)\""),
            .required("kind", en: "the kind of proof", zh: "证明种类"), .required("state", en: "\"draft\"", zh: "\"draft\""),
            .required("number", en: "its number", zh: "证明编号"),
            .required("drafted", en: "the day of drafting", zh: "拟稿日期"),
            .required("validUntil", en: "the last day of validity", zh: "有效期届满日"),
            .required("keepUntil", en: "the last day of keeping records", zh: "记录保存截止日"),
            .required("exporter", en: "the exporter", zh: "出口商"),
            .optional("authorisationCode", en: "of the approved exporter", zh: "经核准出口商编号"),
            .optional("signatory", en: "who is to sign", zh: "签字人"),
            .optional("consignee", en: "the importer or consignee", zh: "进口商或者收货人"),
            .optional("producer", en: "the producer", zh: "生产商"),
            .required("exportingParty", en: "the exporting Party", zh: "出口缔约方"),
            .required("importingParty", en: "the importing Party", zh: "进口缔约方"),
            .required("transport", en: "box 4", zh: "第4栏"), .required("invoices", en: "box 13", zh: "第13栏"),
            .optional("invoicingCompany", en: "the company of a third-party invoice", zh: "开具第三方发票的公司"),
            .required("items", en: "the goods", zh: "货物"),
            .optional("originalProof", en: "the original proof", zh: "原始原产地证明"),
            .required("ticks", en: "box 17", zh: "第17栏"), .required("remarks", en: "box 14", zh: "第14栏"),
            .required("notes", en: "notes for who signs", zh: "给签字人的提示"),
            .optional("trueCopyOf", en: "the certificate this is a true copy of", zh: "真实副本所对应的原证书"),
        ])

    fileprivate static let keptSignatory = ObjectShape(
        en: "an object with name", zh: "含 name 的对象",
        [.required("name", en: "the name", zh: "姓名"), .optional("position", en: "the position", zh: "职务")])

    fileprivate static let keptOrigin = ObjectShape(
        en: "an object with party", zh: "含 party 的对象",
        [.required("party", en: "a Party such as \"CN\"", zh: "缔约方，例如 \"CN\""), .optional("mark", en: "* or **", zh: "* 或者 **")])

    fileprivate static let keptItem = ObjectShape(
        en: "an item of the proof", zh: "证明中的一项货物",
        [
            .required("number", en: "its number", zh: "项号"), .required("good", en: "the id of the good", zh: "货物的 id"),
            .optional("marks", en: "marks and numbers on the packages", zh: "包装唛头及编号"),
            .optional("packages", en: "number and kind of packages", zh: "包装数量及种类"),
            .required("description", en: "the description", zh: "货物描述"),
            .required("hsCode", en: "six digits", zh: "六位编码"), .required("hsEdition", en: "the edition", zh: "版本"),
            .required("criterion", en: "the criterion", zh: "原产地标准"),
            .required("supplements", en: "ACU, DMI", zh: "ACU、DMI"),
            .required("countryOfOrigin", en: "the RCEP country of origin", zh: "RCEP原产国"),
            .required("quantity", en: "the quantity", zh: "数量"), .optional("grossWeightKg", en: "the gross weight", zh: "毛重"),
            .optional("fob", en: "the FOB value", zh: "离岸价格"), .required("producer", en: "who made it", zh: "生产商"),
        ])
}

extension BilingualText {
    fileprivate static let items = BilingualText(en: "a list of goods", zh: "货物的数组")
    fileprivate static let texts = BilingualText(en: "a list of texts", zh: "字符串的数组")
    fileprivate static let ticks = BilingualText(en: "a list of ticks of box 17", zh: "第17栏勾选项的数组")
    fileprivate static let supplements = BilingualText(en: "a list of \"ACU\", \"DMI\"", zh: "\"ACU\"、\"DMI\" 的数组")
}

extension InputProblem {
    fileprivate static func differs(_ file: String) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "keptProof.differs",
            message: BilingualText(
                en: "written again, the proof would not have the bytes that are kept", zh: "重新写出的证明与所保存的字节不一致"),
            expected: BilingualText(
                en: "the proof and the shipment as this program wrote and kept them", zh: "由本程序写出并保存的证明和运输资料"))
    }
}
