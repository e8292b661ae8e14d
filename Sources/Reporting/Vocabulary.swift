import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules

extension Verdict {
    /// The answer in words.
    public var label: BilingualText {
        switch self {
        case .originating: BilingualText(en: "Originating", zh: "具备原产资格")
        case .notOriginating: BilingualText(en: "Not originating", zh: "不具备原产资格")
        case .undetermined: BilingualText(en: "Undetermined", zh: "原产资格无法确定")
        }
    }
}

extension Outcome {
    public var label: BilingualText {
        switch self {
        case .met: BilingualText(en: "met", zh: "满足")
        case .notMet: BilingualText(en: "not met", zh: "不满足")
        case .undetermined: BilingualText(en: "undetermined", zh: "无法确定")
        }
    }

    /// The answer in a sign that black and white can carry.
    public var mark: String {
        switch self {
        case .met: "✓"
        case .notMet: "✗"
        case .undetermined: "?"
        }
    }
}

extension Explanation.Result {
    public var label: BilingualText {
        switch self {
        case .met: Outcome.met.label
        case .notMet: Outcome.notMet.label
        case .undetermined: Outcome.undetermined.label
        case .information: BilingualText(en: "information", zh: "说明")
        }
    }

    public var mark: String {
        switch self {
        case .met: Outcome.met.mark
        case .notMet: Outcome.notMet.mark
        case .undetermined: Outcome.undetermined.mark
        case .information: "·"
        }
    }
}

extension Criterion {
    /// Full name, as box 10 abbreviates it.
    public var name: BilingualText {
        switch self {
        case .whollyObtained: BilingualText(en: "wholly obtained or produced", zh: "完全获得或者生产")
        case .producedExclusively:
            BilingualText(en: "produced exclusively from originating materials", zh: "完全使用原产材料生产")
        case .changeInTariffClassification: BilingualText(en: "change in tariff classification", zh: "税则归类改变")
        case .regionalValueContent: BilingualText(en: "regional value content", zh: "区域价值成分")
        case .chemicalReaction: BilingualText(en: "chemical reaction", zh: "化学反应")
        }
    }

    /// The paragraph of Article 3.2 it stands for.
    public var article: String {
        switch self {
        case .whollyObtained: "3.2(a)"
        case .producedExclusively: "3.2(b)"
        case .changeInTariffClassification, .regionalValueContent, .chemicalReaction: "3.2(c)"
        }
    }
}

extension Supplement {
    public var name: BilingualText {
        switch self {
        case .cumulation: BilingualText(en: "cumulation", zh: "累积")
        case .deMinimis: BilingualText(en: "de minimis", zh: "微小含量")
        }
    }

    public var article: String {
        switch self {
        case .cumulation: "3.4"
        case .deMinimis: "3.7"
        }
    }
}

extension Material.Status {
    /// Origin as claimed in the dossier.
    public var label: BilingualText {
        switch self {
        case .originating: BilingualText(en: "originating", zh: "原产")
        case .nonOriginating: BilingualText(en: "non-originating", zh: "非原产")
        case .undetermined: BilingualText(en: "undetermined", zh: "原产地不明")
        }
    }
}

extension Material.Role {
    public var label: BilingualText {
        switch self {
        case .material: BilingualText(en: "material", zh: "材料")
        case .retailPackaging: BilingualText(en: "retail packaging", zh: "零售用包装")
        case .shippingPackaging: BilingualText(en: "shipping packaging", zh: "运输用包装")
        case .accessory: BilingualText(en: "accessory", zh: "附件、备件及工具")
        case .indirect: BilingualText(en: "indirect material", zh: "间接材料")
        }
    }
}

extension MaterialFinding.Standing {
    /// What the line counts as; short enough for a column.
    public var label: BilingualText {
        switch self {
        case .originating: BilingualText(en: "originating", zh: "原产")
        case .nonOriginating: BilingualText(en: "non-originating", zh: "非原产")
        case .undetermined: BilingualText(en: "non-orig. (unknown)", zh: "非原产（产地不明）")
        case .indirect: BilingualText(en: "indirect, orig.", zh: "间接材料（视为原产）")
        case .ignored: BilingualText(en: "not counted", zh: "不予考虑")
        case .replacedByInputs: BilingualText(en: "by its inputs", zh: "按其投入材料计")
        case .withinIntermediate: BilingualText(en: "within its product", zh: "已计入中间品")
        }
    }
}

extension Evidence.Kind {
    public var label: BilingualText {
        switch self {
        case .certificateOfOrigin: BilingualText(en: "certificate of origin", zh: "原产地证书")
        case .declarationOfOrigin: BilingualText(en: "declaration of origin", zh: "原产地声明")
        case .supplierDeclaration: BilingualText(en: "supplier's declaration", zh: "供应商声明")
        case .producerRecords: BilingualText(en: "producer's records", zh: "生产商记录")
        }
    }
}

extension HSEdition {
    public var label: BilingualText { BilingualText(same: "HS \(rawValue)") }
}
