import OriginModel
import Testing

@testable import ProofsOfOrigin

/// Articles 3.18.2 and 3.21, at the boundary days of what is on file.
struct SigningTests {
    static let cases: [(person: String, day: String, obstacles: [String])] = [
        ("Li Wei", "2025-02-28", ["3.21 from 2025-03-01"]), ("Li Wei", "2025-03-01", []), ("Li Wei", "2028-02-29", []),
        ("Li Wei", "2028-03-01", ["3.21 last 2028-02-29"]), ("Zhou Lan", "2026-06-30", []),
        ("Zhou Lan", "2026-07-01", ["3.18.2 last 2026-06-30"]),
        ("Zhou Lan", "2028-03-01", ["3.21 last 2028-02-29", "3.18.2 last 2026-06-30"]),
        ("Zhou Lan", "2025-02-28", ["3.21 from 2025-03-01"]), ("Wang Fang", "2026-01-01", ["3.18.2 unknown"]),
        ("li wei", "2026-01-01", ["3.18.2 unknown"]),
    ]

    @Test(arguments: cases)
    func obstacles(person: String, day: String, obstacles: [String]) throws {
        let authorisation = ApprovedExporterAuthorisation(
            code: "AE1", issued: try Drafting.date("2025-03-01"), validUntil: try Drafting.date("2028-02-29"), goods: [],
            signatories: [.init(name: "Li Wei"), .init(name: "Zhou Lan", until: try Drafting.date("2026-06-30"))])
        let found = authorisation.obstacles(to: person, signingOn: try Drafting.date(day)).map { obstacle in
            switch obstacle {
            case .notYetValid(let first): "\(obstacle.article) from \(first)"
            case .expired(let last), .signatoryNoLonger(let last): "\(obstacle.article) last \(last)"
            case .unknownSignatory: "\(obstacle.article) unknown"
            }
        }
        #expect(found == obstacles)
        #expect(try authorisation.signatories(on: Drafting.date(day)).contains("Zhou Lan") == (day <= "2026-06-30"))
    }
}
