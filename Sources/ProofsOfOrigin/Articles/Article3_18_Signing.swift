import OriginModel

/// Articles 3.18.2 and 3.21: what stands against a person's signing a declaration on a day. First and last days count.
public enum SigningObstacle: Sendable, Hashable {
    /// The authorisation begins on a later day.
    case notYetValid(from: CalendarDate)
    case expired(last: CalendarDate)
    /// The person is not among the signatories.
    case unknownSignatory
    case signatoryNoLonger(last: CalendarDate)

    public var article: String {
        switch self {
        case .notYetValid, .expired: "3.21"
        case .unknownSignatory, .signatoryNoLonger: "3.18.2"
        }
    }
}

extension ApprovedExporterAuthorisation {
    public func obstacles(to name: String, signingOn day: CalendarDate) -> [SigningObstacle] {
        [obstacle(on: day), obstacle(to: name, on: day)].compactMap { $0 }
    }

    /// Of the authorisation, whoever signs.
    func obstacle(on day: CalendarDate) -> SigningObstacle? {
        if day < issued { return .notYetValid(from: issued) }
        return validUntil < day ? .expired(last: validUntil) : nil
    }

    /// Of the person.
    func obstacle(to name: String, on day: CalendarDate) -> SigningObstacle? {
        guard let person = signatories.first(where: { $0.name == name }) else { return .unknownSignatory }
        guard let until = person.until, until < day else { return nil }
        return .signatoryNoLonger(last: until)
    }

    /// Who may sign on a day.
    public func signatories(on day: CalendarDate) -> [String] {
        signatories.filter { $0.until.map { $0 >= day } ?? true }.map(\.name)
    }
}
