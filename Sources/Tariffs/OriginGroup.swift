import OriginModel

/// Names for several Parties at once, as schedules and their columns use them.
public enum OriginGroup {
    /// The ten Parties that are members of ASEAN.
    public static let asean: Set<CountryCode> = codes(["BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "VN"])
    /// All fifteen Parties.
    public static let everyParty: Set<CountryCode> = asean.union(codes(["AU", "CN", "JP", "KR", "NZ"]))

    /// The Parties a word stands for: the code of a Party, `ASEAN`, or `ALL`, in capital or small letters; nil for
    /// anything else, also for the code of a country that is no Party.
    public static func parties(named word: some StringProtocol) -> Set<CountryCode>? {
        switch word.uppercased() {
        case "ASEAN": return asean
        case "ALL", "ANY": return everyParty
        case let name:
            guard let code = CountryCode(name), everyParty.contains(code) else { return nil }
            return [code]
        }
    }

    private static func codes(_ texts: [String]) -> Set<CountryCode> {
        Set(texts.compactMap { CountryCode($0) })
    }
}
