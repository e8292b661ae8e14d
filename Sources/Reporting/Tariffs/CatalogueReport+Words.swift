import Bilingual
import OriginModel

extension BilingualText {
    static let goodsWhoseDutyFalls = BilingualText(en: "Goods whose duty falls under RCEP", zh: "RCEP项下降税商品目录")
    static let everyParty = BilingualText(en: "every other Party", zh: "其他所有缔约方")
    static let aseanParties = BilingualText(en: "the ASEAN Parties", zh: "东盟缔约方")
    static let totalsByParty = BilingualText(en: "Totals by importing Party", zh: "各进口缔约方汇总")
    static let chaptersAsked = BilingualText(en: "Chapters", zh: "章")
    static let wordsAsked = BilingualText(en: "Words", zh: "关键词")
    static let nothingFound = BilingualText(en: "no code has them in its name", zh: "没有名称含此关键词的编码")
    static let leastFall = BilingualText(en: "Least fall", zh: "最低降幅")
    static let onlyLines = BilingualText(en: "Only lines", zh: "仅列税目")
    static let thatFallToZero = BilingualText(en: "that fall to zero", zh: "降至零关税的税目")
    static let orderOfLines = BilingualText(en: "Order", zh: "排序")
    static let fallsColumn = BilingualText(en: "Duty falls", zh: "降税税目")
    static let toZeroColumn = BilingualText(en: "To zero", zh: "降至零")
    static let notKnownColumn = BilingualText(en: "Not known", zh: "不详")
    static let largestFallColumn = BilingualText(en: "Largest fall", zh: "最大降幅")
    static let chapterColumn = BilingualText(en: "Chapter", zh: "章")
    static let fallColumn = BilingualText(en: "Fall", zh: "降幅")
    static let reliedOn = BilingualText(en: "Relied on", zh: "依据税率表")
    static let noLineFalls = BilingualText(
        en: "No line that was asked for is known to fall.", zh: "所查范围内没有已知降税的税目。")
    static let isAnExtract = BilingualText(
        en: "Only an extract of this schedule is loaded: lines that are not in it may fall too.",
        zh: "仅载入该税率表的摘录，未载入的税目也可能降税。")
    static let scheduleMissing = BilingualText(
        en: "no schedule is loaded, which says nothing of its rates; rcep tariff import adds one",
        zh: "未载入税率表，不说明其税率高低；可用rcep tariff import导入")
    static let whatFalls = BilingualText(
        en: "Listed are lines on which less is due under RCEP than without it; falls are in percentage points. Lines whose "
            + "RCEP rate is not below MFN fall by nothing and are not listed.",
        zh: "所列为RCEP项下应缴税率低于无协定时税率的税目，降幅以百分点计。RCEP税率不低于最惠国税率的税目没有降幅，不予列出。")
    static let notKnownIsCounted = BilingualText(
        en: "Lines of which it is not known whether their duty falls (rates not stated, not confirmed, specific or compound) "
            + "are counted as not known; --unknown lists them.",
        zh: "无法判断是否降税的税目（税率未列明、未确认，或者为从量、复合税率）计入“不详”，可用--unknown列出。")
    static let notKnownIsListed = BilingualText(
        en: "Lines of which it is not known whether their duty falls are listed too, their fall being not known.",
        zh: "无法判断是否降税的税目一并列出，降幅为“不详”。")
    static let measuredFromBase = BilingualText(
        en: "Where no MFN rate is loaded the fall is measured from the base rate of Annex I, which is not the MFN rate of "
            + "today: what is saved today is not known.",
        zh: "未载入最惠国税率的，降幅按附件一基准税率计算；基准税率并非现行最惠国税率，现时可节省的税款不详。")

    static func importsOf(_ parties: String, _ origins: String, _ date: CalendarDate) -> BilingualText {
        BilingualText(
            en: "Imports into \(parties) of goods whose RCEP country of origin is \(origins), on \(date)",
            zh: "\(date)，\(parties)进口RCEP原产国为\(origins)的货物")
    }

    static func points(_ points: ExactDecimal) -> BilingualText {
        BilingualText(en: "\(points) percentage points", zh: "\(points)个百分点")
    }

    static func partyFrom(_ party: String, _ origins: String) -> BilingualText {
        BilingualText(en: "\(party), from \(origins)", zh: "\(party)，原产于\(origins)")
    }

    static func preferenceMissing(_ origins: String) -> BilingualText {
        BilingualText(
            en: "the RCEP rates for goods of \(origins) are not loaded, which says nothing of them; rcep tariff import adds them",
            zh: "未载入适用于\(origins)原产货物的RCEP税率，不说明其税率高低；可用rcep tariff import导入")
    }

    static func notInForceFor(_ origins: String, _ date: CalendarDate) -> BilingualText {
        BilingualText(
            en: "the Agreement is not in force on \(date) between it and \(origins): no RCEP rate",
            zh: "\(date)协定在该方与\(origins)之间尚未生效，不适用RCEP税率")
    }

    static func marksOtherDays(_ date: CalendarDate) -> BilingualText {
        BilingualText(
            en: "† rests on a rate taken for other days than \(date); the days stand beside the schedule.",
            zh: "†所依据的税率并非\(date)当日税率，适用日期见各税率表。")
    }

    static func notFromItself(_ parties: String) -> BilingualText {
        BilingualText(
            en: "A Party imports nothing from itself, so no goods of its own stand in the section of: \(parties).",
            zh: "下列缔约方不从本方进口，其部分不含本方原产货物：\(parties)。")
    }

    static func onlyIfItOriginates(_ article: BilingualText) -> BilingualText {
        BilingualText(
            en: "The rates are due only if the good originates; they follow its RCEP country of origin (\(article.english)).",
            zh: "货物须具备原产资格方可适用；税率按RCEP原产国确定（\(article.chinese)）。")
    }

    static func onlyExtracts(_ parties: String) -> BilingualText {
        BilingualText(
            en: "Only an extract of the schedule is loaded for: \(parties). What is not in it is not listed, and may fall too.",
            zh: "下列缔约方仅载入税率表摘录：\(parties)。摘录以外的税目未列出，也可能降税。")
    }

    static func strayLines(_ count: Int) -> BilingualText {
        BilingualText(
            en: "\(count) lines are left out because their subheading is not in the HS edition of the schedule.",
            zh: "\(count)个税目的子目不在税率表所用协调制度版本中，未列入。")
    }

    static func moreLines(_ count: Int) -> BilingualText {
        BilingualText(en: "... and \(count) more lines (--limit).", zh: "……另有\(count)个税目（--limit）。")
    }
}
