import Bilingual

/// Article 3.8: packing for shipment is ignored; packaging for retail sale is ignored for WO, PE, the tariff change and a
/// specific process, and counted in a regional value content.
enum Packaging {
    static let shippingGroup = BilingualText(
        en: "Packing for transport and shipment is ignored.", zh: "运输和装运用包装不予考虑。")
    static let retailGroup = BilingualText(
        en: "Retail packaging is ignored for WO, PE and the tariff change, and counted in a regional value content.",
        zh: "零售用包装在判定完全获得、完全由原产材料生产和税则归类改变时不予考虑，但计入区域价值成分。")
    static let shippingRemark = BilingualText(
        en: "packing for shipment: ignored (3.8.1)", zh: "运输用包装：不予考虑（3.8.1）")
    static let retailRemark = BilingualText(
        en: "retail packaging: no tariff change asked, counted in RVC (3.8.2, 3.8.3)",
        zh: "零售用包装：不要求税则归类改变，但计入区域价值成分（3.8.2、3.8.3）")
}
