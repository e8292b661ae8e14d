import Bilingual
import OriginModel

/// Article 3.9: accessories, spare parts, tools and instructions presented with the good are part of it, unless invoiced
/// separately or not customary in quantity and value.
enum Accessories {
    static let group = BilingualText(
        en: "Accessories presented with the good are part of it: no tariff change is asked of them, their value counts.",
        zh: "与货物一并报验的附件视为货物的一部分：不要求其发生税则归类改变，但其价值计入。")
    static let ordinaryGroup = BilingualText(
        en: "Accessories invoiced separately or not customary are treated as ordinary materials.",
        zh: "单独开具发票或不合惯例的附件按普通材料处理。")
    static let remark = BilingualText(
        en: "accessory: no tariff change asked, counted in RVC (3.9)", zh: "附件：不要求税则归类改变，但计入区域价值成分（3.9）")
    static let ordinaryRemark = BilingualText(
        en: "accessory treated as an ordinary material (3.9)", zh: "附件按普通材料处理（3.9）")

    /// The role the line is counted in.
    static func role(_ stated: Material.Role, _ terms: AccessoryTerms?) -> Material.Role {
        guard stated == .accessory, let terms else { return stated }
        return terms.invoicedSeparately || !terms.customary ? .material : .accessory
    }

    static func treatedAsMaterial(_ path: String, place: String) -> Note {
        Note(
            code: "accessory.treatedAsMaterial",
            message: BilingualText(
                en: "Accessory \(path) is invoiced separately or not customary in quantity and value (3.9): it is treated as an ordinary material.",
                zh: "附件\(path)单独开具发票，或其数量、价值不合惯例（3.9）：按普通材料处理。"),
            place: place)
    }

    static func termsAssumed(_ path: String, place: String) -> Note {
        Note(
            code: "accessory.termsAssumed",
            message: BilingualText(
                en: "The terms of accessory \(path) are not stated: it is taken to be presented with the good, not invoiced separately, and customary (3.9).",
                zh: "未说明附件\(path)的交付条件：视为与货物一并报验、未单独开具发票且合乎惯例（3.9）。"),
            place: place)
    }
}
