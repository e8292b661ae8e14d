/// A place the good passes between the exporting and the importing Party (Article 3.15).
public struct RouteStop: Sendable, Hashable {
    /// What was done to the good there.
    public struct Handling: Sendable, Hashable {
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case unloading, reloading, storing
            /// Keeping the good in good condition.
            case preserving
            /// Moving it on to the importing Party.
            case moving
            /// Anything that is not logistics.
            case other
        }

        public var description: String
        /// nil: not stated what kind it is.
        public var kind: Kind?

        public init(description: String, kind: Kind? = nil) {
            self.description = description
            self.kind = kind
        }
    }

    public var country: CountryCode
    /// Whether the good stayed under customs control there; nil when not stated.
    public var customsControl: Bool?
    public var operations: [Handling]

    public init(country: CountryCode, customsControl: Bool?, operations: [Handling] = []) {
        self.country = country
        self.customsControl = customsControl
        self.operations = operations
    }
}
