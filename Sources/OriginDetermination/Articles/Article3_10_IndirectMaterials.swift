import Bilingual

/// Article 3.10: what is used in making, testing or inspecting but not incorporated is originating wherever produced.
enum IndirectMaterials {
    static let group = BilingualText(
        en: "Indirect materials are originating wherever produced.", zh: "间接材料无论在何处生产均视为原产。")
    static let remark = BilingualText(
        en: "indirect material: originating wherever produced (3.10)", zh: "间接材料：无论在何处生产均视为原产（3.10）")
}
