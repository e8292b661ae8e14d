import Bilingual

/// Titles of sections, names of columns and fields.
extension BilingualText {
    package static let agreementName = BilingualText(
        en: "Regional Comprehensive Economic Partnership", zh: "区域全面经济伙伴关系协定")
    package static let determinationOfOrigin = BilingualText(en: "Determination of origin", zh: "原产地判定")

    package static let why = BilingualText(en: "Why", zh: "理由")
    package static let goodAndRule = BilingualText(en: "Good and rule", zh: "货物与规则")
    package static let good = BilingualText(en: "Good", zh: "货物")
    package static let goodNumber = BilingualText(en: "Item number", zh: "货号")
    package static let tariffCode = BilingualText(en: "HS code", zh: "HS编码")
    package static let quantity = BilingualText(en: "Quantity", zh: "数量")
    package static let netWeight = BilingualText(en: "Net weight", zh: "净重")
    package static let fobValue = BilingualText(en: "FOB value", zh: "离岸价格（FOB）")
    package static let exportingParty = BilingualText(en: "Exporting Party", zh: "出口缔约方")
    package static let importingParty = BilingualText(en: "Importing Party", zh: "进口缔约方")
    package static let date = BilingualText(en: "Date of determination", zh: "判定日期")
    package static let ruleSet = BilingualText(en: "Rule set", zh: "规则集")
    package static let rule = BilingualText(en: "Rule", zh: "规则")
    package static let ruleAsPrinted = BilingualText(en: "Rule as printed", zh: "规则原文")
    package static let ruleInWords = BilingualText(en: "In words", zh: "规则释义")
    package static let directConsignment = BilingualText(en: "Direct consignment", zh: "直接运输")
    package static let box10 = BilingualText(en: "Box 10", zh: "第10栏")
    package static let box10Later = BilingualText(en: "Box 10, once evidence is complete", zh: "第10栏（证明文件齐备后）")
    package static let box10Title = BilingualText(en: "10. Origin conferring criterion", zh: "10. 原产地标准")

    package static let materials = BilingualText(en: "Materials", zh: "材料")
    package static let line = BilingualText(en: "Line", zh: "行号")
    package static let itemDescription = BilingualText(en: "Description", zh: "名称")
    package static let value = BilingualText(en: "Value", zh: "价值")
    package static let from = BilingualText(en: "From", zh: "来源")
    package static let countsAs = BilingualText(en: "Counts as", zh: "计为")
    package static let inVNM = BilingualText(en: "VNM", zh: "VNM")
    package static let tariffChange = BilingualText(en: "Change", zh: "归类改变")
    package static let remarks = BilingualText(en: "Remarks", zh: "备注")

    package static let regionalValueContent = BilingualText(en: "Regional value content", zh: "区域价值成分")
    package static let deMinimis = BilingualText(en: "De minimis", zh: "微小含量")
    package static let alternatives = BilingualText(en: "Alternatives", zh: "可选标准")
    package static let criterion = BilingualText(en: "Criterion", zh: "标准")
    package static let outcome = BilingualText(en: "Outcome", zh: "结果")
    package static let reason = BilingualText(en: "Reason", zh: "理由")

    package static let countryOfOrigin = BilingualText(en: "RCEP country of origin", zh: "RCEP原产国")
    package static let box11 = BilingualText(en: "RCEP country of origin (box 11)", zh: "RCEP原产国（第11栏）")
    package static let box11Title = BilingualText(en: "11. RCEP country of origin", zh: "11. RCEP原产国")
    package static let evidence = BilingualText(en: "Evidence of origin of the materials", zh: "材料原产地证明文件")
    package static let document = BilingualText(en: "Document", zh: "文件")
    package static let reference = BilingualText(en: "Reference", zh: "编号")
    package static let issued = BilingualText(en: "Date", zh: "日期")
    package static let validUntil = BilingualText(en: "Valid until", zh: "有效期至")
    package static let state = BilingualText(en: "State", zh: "状态")

    package static let assumptions = BilingualText(en: "Assumptions", zh: "假定")
    package static let missing = BilingualText(en: "Missing facts: what would settle it", zh: "缺少的事实：补充后即可判定")
    package static let whatIsMissing = BilingualText(en: "What is missing:", zh: "尚缺下列事实：")
    package static let warnings = BilingualText(en: "Warnings", zh: "警告")
    package static let explanation = BilingualText(en: "Reasoning, step by step", zh: "逐步推理")

    package static let inputDigest = BilingualText(en: "Dossier (SHA-256)", zh: "原产地资料（SHA-256）")
    package static let ruleSetDigest = BilingualText(en: "Rule set (SHA-256)", zh: "规则集（SHA-256）")
    package static let program = BilingualText(en: "Program", zh: "程序")
    package static let source = BilingualText(en: "Source", zh: "来源")
    /// A report is a calculation; only an issuing body or an approved exporter makes a proof of origin.
    package static let notAProof = BilingualText(
        en: "Calculated from the facts stated in the dossier. This report is not a proof of origin.",
        zh: "本报告依据原产地资料所载事实计算得出，不是原产地证明。")
    /// The Parties have not interpreted the text; where it leaves room, the program does.
    package static let decisionsAreOurs = BilingualText(
        en: "Decisions D and a number are this program's own; they are explained in docs/interpretation.md.",
        zh: "处理原则D加编号系本程序自行确定，说明见docs/interpretation.zh.md。")
}
