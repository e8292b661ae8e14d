/// An edition of the Harmonized System, named by the year it came into force.
public enum HSEdition: String, Sendable, Hashable, CaseIterable, Comparable {
    case hs2012 = "2012"
    case hs2017 = "2017"
    case hs2022 = "2022"

    public static func < (left: HSEdition, right: HSEdition) -> Bool {
        left.rawValue < right.rawValue
    }
}
