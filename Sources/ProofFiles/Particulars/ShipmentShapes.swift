import DossierFiles

/// The fields of a shipment, as messages name them.
extension ObjectShape {
    static let shipment = ObjectShape(
        en: "a shipment: an object with format, importingParty and items",
        zh: "运输资料：含 format、importingParty 和 items 的对象", ignoredPrefix: "$schema",
        [
            .required("format", en: "\"\(ShipmentFile.format)\"", zh: "\"\(ShipmentFile.format)\""),
            .required("importingParty", en: "the importing Party, such as \"JP\"", zh: "进口缔约方，例如 \"JP\""),
            .optional("consignee", en: "the importer or consignee, or its short name", zh: "进口商或者收货人，或其简称"),
            .optional("transport", en: "departure, vessel or flight, ports", zh: "启运日期、船名或航班号、港口"),
            .optional("invoices", en: "a list of invoices with number and date", zh: "发票编号和日期的数组"),
            .optional("invoicingCompany", en: "the company of a third-party invoice", zh: "开具第三方发票的公司"),
            .required("items", en: "a list of the goods that are sent", zh: "所运货物的数组"),
            .optional("originalProof", en: "the proof a back-to-back proof rests on", zh: "背对背原产地证明所依据的原始证明"),
            .optional("lateBecause", en: "why the certificate is issued after shipment", zh: "装运后补发证书的原因"),
            .optional("trueCopyOf", en: "the certificate this is a true copy of", zh: "真实副本所对应的原证书"),
            .optional("remarks", en: "a list of further remarks in English", zh: "其他英文备注的数组"),
        ])

    static let transport = ObjectShape(
        en: "an object with departure, vesselOrFlight, portOfLoading, portOfDischarge",
        zh: "含 departure、vesselOrFlight、portOfLoading、portOfDischarge 的对象",
        [
            .optional("departure", en: "the date of departure", zh: "启运日期"),
            .optional("vesselOrFlight", en: "the vessel, flight or vehicle", zh: "船名、航班号或车号"),
            .optional("portOfLoading", en: "where the goods are loaded", zh: "装货港"),
            .optional("portOfDischarge", en: "where the goods are discharged", zh: "卸货港"),
        ])

    static let invoice = ObjectShape(
        en: "an object with number and date", zh: "含 number 和 date 的对象",
        [
            .required("number", en: "the number of the invoice", zh: "发票编号"),
            .required("date", en: "the date of the invoice", zh: "发票日期"),
        ])

    static let invoicingCompany = ObjectShape(
        en: "an object with name and country", zh: "含 name 和 country 的对象",
        [
            .required("name", en: "the name of the company", zh: "公司名称"),
            .required("country", en: "a country such as \"SG\"", zh: "国家（地区），例如 \"SG\""),
        ])

    static let originalCertificate = ObjectShape(
        en: "an object with number and issued", zh: "含 number 和 issued 的对象",
        [
            .required("number", en: "the number of the certificate", zh: "证书编号"),
            .required("issued", en: "the date of its issue", zh: "签发日期"),
        ])

    static let item = ObjectShape(
        en: "an object with good", zh: "含 good 的对象",
        [
            .required("good", en: "the id of the good of a dossier, or of an item of the original proof", zh: "资料中货物的 id，或者原始证明中货物项的 id"),
            .optional("marks", en: "marks and numbers on the packages", zh: "包装唛头及编号"),
            .optional("packages", en: "number and kind of packages, such as \"40 cartons\"", zh: "包装数量及种类，例如 \"40 cartons\""),
            .optional("description", en: "the description in English, instead of the dossier's", zh: "英文货物名称，代替资料中的名称"),
            .optional("quantity", en: "the quantity that is sent", zh: "所运数量"),
            .optional("grossWeightKg", en: "the gross weight in kilograms", zh: "毛重（千克）"),
            .optional("fob", en: "the FOB value of what is sent", zh: "所运货物的离岸价格"),
            .optional("producer", en: "the producer, its short name, \"CONFIDENTIAL\" or \"NOT AVAILABLE\"", zh: "生产商、其简称、\"CONFIDENTIAL\" 或 \"NOT AVAILABLE\""),
            .optional("producerDeclaration", en: "reference and date of the producer's declaration, where the exporter is not the producer", zh: "出口商并非生产商时，生产商声明的编号和日期"),
            .optional("claim", en: "mark (* or **) and party of a claim of Article 2.6.6", zh: "第二章第六条第六款主张的 mark（* 或 **）和 party"),
        ])

    static let producerDeclaration = ObjectShape(
        en: "an object with reference and date", zh: "含 reference 和 date 的对象",
        [
            .required("reference", en: "the reference of the producer's declaration", zh: "生产商声明的编号"),
            .required("date", en: "the date of the producer's declaration", zh: "生产商声明的日期"),
        ])

    static let claim = ObjectShape(
        en: "an object with mark and party", zh: "含 mark 和 party 的对象",
        [
            .required("mark", en: "\"*\" or \"**\"", zh: "\"*\" 或 \"**\""),
            .required("party", en: "the Party whose rate is claimed", zh: "主张适用其税率的缔约方"),
        ])

    static let originalProof = ObjectShape(
        en: "an object with kind, number, issued, exportingParty and items",
        zh: "含 kind、number、issued、exportingParty 和 items 的对象",
        [
            .required("kind", en: "\"certificateOfOrigin\" or \"declarationOfOrigin\"", zh: "\"certificateOfOrigin\" 或 \"declarationOfOrigin\""),
            .required("number", en: "its reference number", zh: "编号"),
            .required("issued", en: "the date of its issue", zh: "签发日期"),
            .optional("validUntil", en: "its last day; default one year from its issue", zh: "有效期截止日期；默认自签发之日起一年"),
            .required("exportingParty", en: "the first exporting Party", zh: "首个出口缔约方"),
            .optional("authorisationCode", en: "the code of the approved exporter who completed it", zh: "出具该声明的经核准出口商编码"),
            .required("items", en: "a list of its goods", zh: "其所列货物的数组"),
            .optional("uses", en: "a list of what was sent on under it before", zh: "此前据其转运数量的数组"),
            .optional("operations", en: "a list of what was done with the goods", zh: "对货物所进行操作的数组"),
        ])

    static let originalItem = ObjectShape(
        en: "an object with id, description, hsCode, criterion, countryOfOrigin and quantity",
        zh: "含 id、description、hsCode、criterion、countryOfOrigin 和 quantity 的对象",
        [
            .required("id", en: "the name that the items of the shipment use", zh: "运输资料各项所引用的编号"),
            .required("description", en: "the description in English", zh: "英文货物名称"),
            .required("hsCode", en: "six digits in the edition of Annex 3A", zh: "附件3A所用版本的六位编码"),
            .required("criterion", en: "\"WO\", \"PE\", \"CTC\", \"RVC\" or \"CR\"", zh: "\"WO\"、\"PE\"、\"CTC\"、\"RVC\" 或 \"CR\""),
            .optional("supplements", en: "a list of \"ACU\", \"DMI\"", zh: "\"ACU\"、\"DMI\" 的数组"),
            .required("countryOfOrigin", en: "its RCEP country of origin", zh: "其RCEP原产国"),
            .required("quantity", en: "its whole quantity", zh: "其全部数量"),
            .optional("fob", en: "its FOB value, where RVC is the criterion", zh: "以RVC为标准时的离岸价格"),
        ])

    static let use = ObjectShape(
        en: "an object with proof, item and quantity", zh: "含 proof、item 和 quantity 的对象",
        [
            .required("proof", en: "the number of the proof", zh: "证明编号"),
            .required("item", en: "the item of the original it is about", zh: "所涉原始证明的货物项"),
            .required("quantity", en: "the quantity sent on", zh: "转运数量"),
        ])
}
