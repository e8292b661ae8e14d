import Bilingual

/// Titles of sections, names of columns and fields.
extension BilingualText {
    static let agreementName = BilingualText(
        en: "Regional Comprehensive Economic Partnership", zh: "区域全面经济伙伴关系协定")
    static let determinationOfOrigin = BilingualText(en: "Determination of origin", zh: "原产地判定")

    static let why = BilingualText(en: "Why", zh: "理由")
    static let goodAndRule = BilingualText(en: "Good and rule", zh: "货物与规则")
    static let good = BilingualText(en: "Good", zh: "货物")
    static let goodNumber = BilingualText(en: "Item number", zh: "货号")
    static let tariffCode = BilingualText(en: "HS code", zh: "HS编码")
    static let quantity = BilingualText(en: "Quantity", zh: "数量")
    static let netWeight = BilingualText(en: "Net weight", zh: "净重")
    static let fobValue = BilingualText(en: "FOB value", zh: "离岸价格（FOB）")
    static let exportingParty = BilingualText(en: "Exporting Party", zh: "出口缔约方")
    static let importingParty = BilingualText(en: "Importing Party", zh: "进口缔约方")
    static let date = BilingualText(en: "Date of determination", zh: "判定日期")
    static let ruleSet = BilingualText(en: "Rule set", zh: "规则集")
    static let rule = BilingualText(en: "Rule", zh: "规则")
    static let ruleAsPrinted = BilingualText(en: "Rule as printed", zh: "规则原文")
    static let ruleInWords = BilingualText(en: "In words", zh: "规则释义")
    static let directConsignment = BilingualText(en: "Direct consignment", zh: "直接运输")
    static let box10 = BilingualText(en: "Box 10", zh: "第10栏")
    static let box10Later = BilingualText(en: "Box 10, once evidence is complete", zh: "第10栏（证明文件齐备后）")
    static let box10Title = BilingualText(en: "10. Origin conferring criterion", zh: "10. 原产地标准")

    static let materials = BilingualText(en: "Materials", zh: "材料")
    static let line = BilingualText(en: "Line", zh: "行号")
    static let itemDescription = BilingualText(en: "Description", zh: "名称")
    static let value = BilingualText(en: "Value", zh: "价值")
    static let from = BilingualText(en: "From", zh: "来源")
    static let countsAs = BilingualText(en: "Counts as", zh: "计为")
    static let inVNM = BilingualText(en: "VNM", zh: "VNM")
    static let tariffChange = BilingualText(en: "Change", zh: "归类改变")
    static let remarks = BilingualText(en: "Remarks", zh: "备注")

    static let regionalValueContent = BilingualText(en: "Regional value content", zh: "区域价值成分")
    static let deMinimis = BilingualText(en: "De minimis", zh: "微小含量")
    static let alternatives = BilingualText(en: "Alternatives", zh: "可选标准")
    static let criterion = BilingualText(en: "Criterion", zh: "标准")
    static let outcome = BilingualText(en: "Outcome", zh: "结果")
    static let reason = BilingualText(en: "Reason", zh: "理由")

    static let countryOfOrigin = BilingualText(en: "RCEP country of origin", zh: "RCEP原产国")
    static let box11 = BilingualText(en: "RCEP country of origin (box 11)", zh: "RCEP原产国（第11栏）")
    static let box11Title = BilingualText(en: "11. RCEP country of origin", zh: "11. RCEP原产国")
    static let evidence = BilingualText(en: "Evidence of origin of the materials", zh: "材料原产地证明文件")
    static let document = BilingualText(en: "Document", zh: "文件")
    static let reference = BilingualText(en: "Reference", zh: "编号")
    static let issued = BilingualText(en: "Date", zh: "日期")
    static let validUntil = BilingualText(en: "Valid until", zh: "有效期至")
    static let state = BilingualText(en: "State", zh: "状态")

    static let assumptions = BilingualText(en: "Assumptions", zh: "假定")
    static let missing = BilingualText(en: "Missing facts: what would settle it", zh: "缺少的事实：补充后即可判定")
    static let whatIsMissing = BilingualText(en: "What is missing:", zh: "尚缺下列事实：")
    static let warnings = BilingualText(en: "Warnings", zh: "警告")
    static let explanation = BilingualText(en: "Reasoning, step by step", zh: "逐步推理")

    static let inputDigest = BilingualText(en: "Dossier (SHA-256)", zh: "原产地资料（SHA-256）")
    static let ruleSetDigest = BilingualText(en: "Rule set (SHA-256)", zh: "规则集（SHA-256）")
    static let program = BilingualText(en: "Program", zh: "程序")
    static let source = BilingualText(en: "Source", zh: "来源")
    /// A report is a calculation; only an issuing body or an approved exporter makes a proof of origin.
    static let notAProof = BilingualText(
        en: "Calculated from the facts stated in the dossier. This report is not a proof of origin.",
        zh: "本报告依据原产地资料所载事实计算得出，不是原产地证明。")
    /// The Parties have not interpreted the text; where it leaves room, the program does.
    static let decisionsAreOurs = BilingualText(
        en: "Decisions D and a number are this program's own; they are explained in docs/interpretation.md.",
        zh: "处理原则D加编号系本程序自行确定，说明见docs/interpretation.zh.md。")
}
