import Bilingual

/// What is unknown or assumed behind a duty.
public struct DutyCaveats: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// No schedule that is loaded holds a preference for goods of this origin under this code.
    public static let preferenceNotLoaded = DutyCaveats(rawValue: 1 << 0)
    public static let preferenceNotStated = DutyCaveats(rawValue: 1 << 1)
    public static let preferenceUnconfirmed = DutyCaveats(rawValue: 1 << 2)
    public static let preferenceComplex = DutyCaveats(rawValue: 1 << 3)
    /// The schedule states a rate in brackets that is not the one applied.
    public static let statedNotApplied = DutyCaveats(rawValue: 1 << 4)
    public static let mfnNotLoaded = DutyCaveats(rawValue: 1 << 5)
    public static let mfnNotStated = DutyCaveats(rawValue: 1 << 6)
    public static let mfnComplex = DutyCaveats(rawValue: 1 << 7)
    public static let mfnUnconfirmed = DutyCaveats(rawValue: 1 << 8)
    /// The lines of another tariff that this line may correspond to have different MFN rates.
    public static let mfnDiffers = DutyCaveats(rawValue: 1 << 9)
    /// The preferential rate was taken for other days, or another year of Annex I, than the date falls in.
    public static let preferenceOfOtherDate = DutyCaveats(rawValue: 1 << 10)
    public static let mfnOfOtherDate = DutyCaveats(rawValue: 1 << 11)
    /// The MFN rate is that of the line with the same digits in a tariff of another edition.
    public static let mfnByEqualDigits = DutyCaveats(rawValue: 1 << 12)
    /// The MFN rate is the one that all lines of the national tariff under the subheading share.
    public static let mfnSharedBySubheading = DutyCaveats(rawValue: 1 << 13)
    /// The line is of another edition, in which its subheading does not mean just the goods of the code asked about.
    public static let mappedBetweenEditions = DutyCaveats(rawValue: 1 << 14)
    public static let splitLine = DutyCaveats(rawValue: 1 << 15)
    /// The subheading of the line is not in the edition of its schedule.
    public static let strayCode = DutyCaveats(rawValue: 1 << 16)
    /// The date comes before the Agreement.
    public static let beforeAgreement = DutyCaveats(rawValue: 1 << 17)

    private static let sentences: [(DutyCaveats, BilingualText)] = [
        (
            .preferenceNotLoaded,
            BilingualText(
                en: "no schedule with a preference for goods of this origin is loaded", zh: "尚未载入适用于该原产地货物的优惠税率表")
        ),
        (
            .preferenceNotStated,
            BilingualText(
                en: "the schedule states no preferential rate for this line, which is not a rate of zero",
                zh: "该税目未列明优惠税率，不等于零税率")
        ),
        (
            .preferenceUnconfirmed,
            BilingualText(en: "the source is not sure of the preferential rate", zh: "资料来源未确认优惠税率")
        ),
        (
            .preferenceComplex,
            BilingualText(
                en: "the preferential rate is specific, compound, split or by quota: see the tariff itself",
                zh: "优惠税率为从量、复合、分段或配额税率，以税则为准")
        ),
        (
            .statedNotApplied,
            BilingualText(
                en: "the preferential rate stated in brackets is not the one applied", zh: "括号内的优惠税率并非实际适用的税率")
        ),
        (.mfnNotLoaded, BilingualText(en: "the MFN rate is not loaded", zh: "尚未载入最惠国税率")),
        (.mfnNotStated, BilingualText(en: "the MFN rate is not stated", zh: "最惠国税率未列明")),
        (
            .mfnComplex,
            BilingualText(
                en: "the MFN rate is specific, compound, split or by quota: see the tariff itself",
                zh: "最惠国税率为从量、复合、分段或配额税率，以税则为准")
        ),
        (.mfnUnconfirmed, BilingualText(en: "the source is not sure of the MFN rate", zh: "资料来源未确认最惠国税率")),
        (
            .mfnDiffers,
            BilingualText(
                en: "the national lines this line may correspond to have different MFN rates",
                zh: "该税目可能对应的各国别税目最惠国税率不同")
        ),
        (
            .preferenceOfOtherDate,
            BilingualText(
                en: "the preferential rate is of other days than the date: see the days of its schedule",
                zh: "优惠税率所属日期与所查日期不同，见税率表适用日期")
        ),
        (
            .mfnOfOtherDate,
            BilingualText(
                en: "the MFN rate is of other days than the date: see the days of its schedule",
                zh: "最惠国税率所属日期与所查日期不同，见税率表适用日期")
        ),
        (
            .mfnByEqualDigits,
            BilingualText(
                en: "the MFN rate is that of the line with the same digits in a tariff of another HS edition",
                zh: "最惠国税率取自另一版协调制度税则中编码相同的税目")
        ),
        (
            .mfnSharedBySubheading,
            BilingualText(
                en: "the MFN rate is the one all national lines of the subheading share", zh: "最惠国税率取自该子目各国别税目的共同税率")
        ),
        (
            .mappedBetweenEditions,
            BilingualText(
                en: "the line is of another HS edition, in which its subheading covers other goods too or only some "
                    + "of these",
                zh: "该税目属于另一版协调制度，其子目范围与所查子目不完全一致")
        ),
        (
            .splitLine,
            BilingualText(
                en: "the tariff prints this line more than once, with rates by season or condition",
                zh: "税则对该税目按季节或条件列明多个税率")
        ),
        (
            .strayCode,
            BilingualText(
                en: "the subheading of this line is not in the HS edition of the schedule", zh: "该税目的子目不在税率表所用协调制度版本中")
        ),
        (
            .beforeAgreement,
            BilingualText(en: "the date comes before the Agreement entered into force", zh: "该日期早于协定生效日")
        ),
    ]

    /// One sentence each, in a fixed order.
    public var words: [BilingualText] {
        Self.sentences.filter { contains($0.0) }.map(\.1)
    }
}
