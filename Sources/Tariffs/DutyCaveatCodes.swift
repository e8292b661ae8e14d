extension DutyCaveats {
    /// Stable names for programs, in the order of `words`.
    public var codes: [String] {
        Self.names.filter { contains($0.0) }.map(\.1)
    }

    private static let names: [(DutyCaveats, String)] = [
        (.preferenceNotLoaded, "preferenceNotLoaded"), (.preferenceNotStated, "preferenceNotStated"),
        (.preferenceUnconfirmed, "preferenceUnconfirmed"), (.preferenceComplex, "preferenceComplex"),
        (.statedNotApplied, "statedNotApplied"), (.mfnNotLoaded, "mfnNotLoaded"), (.mfnNotStated, "mfnNotStated"),
        (.mfnComplex, "mfnComplex"), (.mfnUnconfirmed, "mfnUnconfirmed"), (.mfnDiffers, "mfnDiffers"),
        (.preferenceOfOtherDate, "preferenceOfOtherDate"), (.mfnOfOtherDate, "mfnOfOtherDate"),
        (.mfnByEqualDigits, "mfnByEqualDigits"), (.mfnSharedBySubheading, "mfnSharedBySubheading"),
        (.mappedBetweenEditions, "mappedBetweenEditions"), (.splitLine, "splitLine"), (.strayCode, "strayCode"),
        (.beforeAgreement, "beforeAgreement"),
    ]
}
