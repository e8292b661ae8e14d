import Bilingual
import OriginModel

/// Article 3.3: the ten categories of goods wholly obtained or produced in one Party.
extension Explainer {
    /// 3.2(a) with the category that is named.
    func whollyObtained(_ unit: CompactUnit, _ assessment: UnitAssessment) -> Explanation {
        let item = prepared.dossier.production.whollyObtained.flatMap(agreement.whollyObtained)
        let category = Explanation(
            article: item?.article ?? "3.3",
            statement: item?.text ?? BilingualText(en: "A category of Article 3.3 is named.", zh: "已指明第三章第三条的类别。"),
            result: .information)
        let isMet = assessment.way == .whollyObtained
        return Explanation(
            article: "3.2(a); D6",
            statement: isMet ? OriginatingGoods.isWhollyObtained : OriginatingGoods.whollyObtainedContradicted.message,
            outcome: Outcome(isMet), children: [category])
    }
}
