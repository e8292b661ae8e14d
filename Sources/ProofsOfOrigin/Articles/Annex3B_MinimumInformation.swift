import Bilingual
import OriginModel

/// Annex 3B and Article 3.16: what every proof holds, in English, whatever the goods.
struct MinimumInformation {
    let request: ProofRequest

    init(_ request: ProofRequest) {
        self.request = request
    }

    func refusals() -> [Refusal] {
        var refusals: [Refusal] = []
        let shipment = request.shipment
        if shipment.items.isEmpty { refusals.append(.noItems) }
        refusals += sameItems()
        if shipment.consignee == nil { refusals.append(.noConsignee) }
        refusals += Self.english(request.profile.exporter, .exporterRole)
        if let consignee = shipment.consignee { refusals += Self.english(consignee, .consigneeRole) }
        for item in shipment.items {
            if case .named(let producer)? = item.producer {
                refusals += Self.english(producer, .producerRole, item: item.good)
            }
            let quantity = item.quantity ?? request.determinations[item.good]?.good.quantity
            refusals += Self.english([(quantity?.unit, .unitRole), (item.packages, .packagesRole)], item: item.good)
        }
        refusals += Self.english(papers)
        if let company = shipment.invoicingCompany, !company.name.isInLatinLetters {
            refusals.append(.notEnglish(.invoicingRole, company.name, item: nil))
        }
        refusals += oneJourney()
        return refusals
    }

    /// A good may stand in several items, which then differ in marks, packages, quantity or producer; one that repeats
    /// another in everything would be certified twice.
    private func sameItems() -> [Refusal] {
        var seen: Set<Shipment.Item> = []
        return request.shipment.items.filter { !seen.insert($0).inserted }.map { .twice($0.good) }
    }

    /// Texts of the whole shipment that stand on the proof.
    private var papers: [(String?, BilingualText)] {
        let transport = request.shipment.transport
        return [
            (transport.vesselOrFlight, .transportRole), (transport.portOfLoading, .transportRole),
            (transport.portOfDischarge, .transportRole),
        ] + request.shipment.remarks.map { ($0, .remarksRole) }
    }

    /// One proof is for one exporting and one importing Party.
    private func oneJourney() -> [Refusal] {
        var refusals: [Refusal] = []
        let shipment = request.shipment
        let exporting = request.exportingParty
        if request.profile.exporter.country != exporting {
            refusals.append(.exporterElsewhere(request.profile.exporter.country, exporting))
        }
        if shipment.importingParty == exporting { refusals.append(.sameParty(exporting)) }
        for item in shipment.items {
            guard let determination = request.determinations[item.good] else { continue }
            if let party = determination.importingParty, party != shipment.importingParty {
                refusals.append(.otherImportingParty(item.good, determined: party, shipment.importingParty))
            }
            if determination.exportingParty != exporting {
                refusals.append(.otherExportingParty(item.good, determined: determination.exportingParty, exporting))
            }
        }
        return refusals
    }

    private static func english(_ texts: [(String?, BilingualText)], item: String? = nil) -> [Refusal] {
        texts.compactMap { text, role in
            text.flatMap { $0.isInLatinLetters ? nil : .notEnglish(role, $0, item: item) }
        }
    }

    private static func english(_ party: TradingParty, _ role: BilingualText, item: String? = nil) -> [Refusal] {
        [party.name, party.address].filter { !$0.isInLatinLetters }.map { .notEnglish(role, $0, item: item) }
    }
}

extension String {
    /// Whether a text could be English: it has a Latin letter or a digit and none of another script.
    var isInLatinLetters: Bool {
        var hasSome = false
        for scalar in unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.isIdeographic {
                // Latin with its extensions ends here; everything after it is another script.
                guard scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value) else { return false }
                hasSome = true
            } else if scalar.properties.numericType != nil {
                hasSome = true
            }
        }
        return hasSome
    }
}

extension BilingualText {
    static let exporterRole = BilingualText(en: "the exporter", zh: "出口商")
    static let consigneeRole = BilingualText(en: "the importer or consignee", zh: "进口商或者收货人")
    static let producerRole = BilingualText(en: "the producer", zh: "生产商")
    static let invoicingRole = BilingualText(en: "the invoicing company", zh: "开具发票的公司")
    fileprivate static let unitRole = BilingualText(en: "the unit of the quantity", zh: "计量单位")
    fileprivate static let packagesRole = BilingualText(en: "the packages", zh: "包装数量及种类")
    fileprivate static let transportRole = BilingualText(en: "the transport", zh: "运输信息")
    fileprivate static let remarksRole = BilingualText(en: "the remarks", zh: "备注")
    static let descriptionRole = BilingualText(en: "the description of the good", zh: "货物名称")
}

extension Refusal {
    fileprivate static let noItems = Refusal(
        "items.none", article: "Annex 3B",
        reason: BilingualText(en: "The shipment names no goods.", zh: "未列明任何货物。"),
        cure: BilingualText(en: "Name at least one good under items.", zh: "在items中至少列明一项货物。"))

    fileprivate static func twice(_ item: String) -> Refusal {
        Refusal(
            "items.twice", article: "Annex 3B", item: item,
            reason: BilingualText(
                en: "Two items are alike in everything, so the same goods would be stated twice.", zh: "两项内容完全相同，同一货物将被重复填写。"),
            cure: BilingualText(
                en: "Leave one out, put them together, or give each its marks, packages and quantity.",
                zh: "删除其中一项、合并，或者分别填写唛头、包装和数量。"))
    }

    fileprivate static let noConsignee = Refusal(
        "consignee.missing", article: "Annex 3B",
        reason: BilingualText(en: "The importer or consignee is not named.", zh: "未填写进口商或者收货人。"),
        cure: BilingualText(en: "State its name and address.", zh: "填写其名称和地址。"))

    static func notEnglish(_ role: BilingualText, _ text: String, item: String?) -> Refusal {
        Refusal(
            "language.notEnglish", article: "3.16", item: item,
            reason: BilingualText(
                en: "A proof of origin is in English, and what is given of \(role.english) is not: \(text).",
                zh: "原产地证明须以英文填制，而\(role.chinese)的内容不是英文：\(text)。"),
            cure: BilingualText(en: "Give it in English.", zh: "以英文填写。"))
    }

    fileprivate static func exporterElsewhere(_ country: CountryCode, _ exporting: CountryCode) -> Refusal {
        Refusal(
            "exporter.elsewhere", article: "3.16",
            reason: BilingualText(
                en: "The exporter is in \(country), but the goods are exported from \(exporting).",
                zh: "出口商位于\(country)，而货物自\(exporting)出口。"),
            cure: BilingualText(
                en: "Name an exporter in \(exporting); a company elsewhere may invoice (invoicingCompany).",
                zh: "填写位于\(exporting)的出口商；其他国家的公司可作为第三方开具发票（invoicingCompany）。"))
    }

    fileprivate static func sameParty(_ party: CountryCode) -> Refusal {
        Refusal(
            "importingParty.same", article: "3.16",
            reason: BilingualText(
                en: "The exporting and the importing Party are the same: \(party).", zh: "出口缔约方与进口缔约方相同：\(party)。"),
            cure: BilingualText(en: "Name the importing Party.", zh: "填写进口缔约方。"))
    }

    fileprivate static func otherImportingParty(
        _ item: String, determined: CountryCode, _ shipped: CountryCode
    ) -> Refusal {
        Refusal(
            "importingParty.differs", article: "2.6", item: item,
            reason: BilingualText(
                en: "The good was determined for \(determined), but is sent to \(shipped).",
                zh: "该货物按进口缔约方\(determined)判定，而实际运往\(shipped)。"),
            cure: BilingualText(en: "Determine it for \(shipped).", zh: "按进口缔约方\(shipped)重新判定。"))
    }

    fileprivate static func otherExportingParty(
        _ item: String, determined: CountryCode, _ shipped: CountryCode
    ) -> Refusal {
        Refusal(
            "exportingParty.differs", article: "3.16", item: item,
            reason: BilingualText(
                en: "The good was produced and exported in \(determined); the proof is for goods exported from \(shipped).",
                zh: "该货物在\(determined)生产并出口，而本证明适用于自\(shipped)出口的货物。"),
            cure: BilingualText(en: "Draft a proof of its own for it.", zh: "为其另行拟制原产地证明。"))
    }
}
