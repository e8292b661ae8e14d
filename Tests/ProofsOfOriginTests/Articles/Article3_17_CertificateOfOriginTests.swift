import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Testing

@testable import ProofsOfOrigin

/// Article 3.17: invoices, issue after shipment, certified true copies.
extension RefusalTests {
    static let certificates: [RefusalCase] = [
        .certificate("nothing", change: { _ in }),
        .certificate("no invoice", "invoice.missing") { $0.request.shipment.invoices = [] },
        .certificate("late without departure", "departure.missing") {
            $0.request.shipment.transport.departure = nil
            $0.request.shipment.lateBecause = "strike at the port"
        },
        .certificate("late without a cause", "retroactive.noCause") {
            $0.request.shipment.transport.departure = try Drafting.date("2026-10-31")
        },
        .certificate("a year late", change: {
            $0.request.shipment.transport.departure = try Drafting.date("2025-11-01")
            $0.request.shipment.lateBecause = "strike at the port"
        }),
        .certificate("a year and a day late", "retroactive.tooLate") {
            $0.request.shipment.transport.departure = try Drafting.date("2025-10-31")
            $0.request.shipment.lateBecause = "strike at the port"
        },
        .declaration("copy of a declaration", "trueCopy.declaration") {
            $0.request.shipment.trueCopyOf = .init(number: "C-1", issued: try Drafting.date("2026-10-01"))
        },
        .certificate("copy before the original", "trueCopy.beforeOriginal") {
            $0.request.shipment.trueCopyOf = .init(number: "C-1", issued: try Drafting.date("2026-11-02"))
        },
        .certificate("copy on the last day", change: {
            $0.request.shipment.trueCopyOf = .init(number: "C-1", issued: try Drafting.date("2025-11-01"))
        }),
        .certificate("copy a day too late", "trueCopy.tooLate") {
            $0.request.shipment.trueCopyOf = .init(number: "C-1", issued: try Drafting.date("2025-10-31"))
        },
        .certificate("day of shipment", change: {
            $0.request.shipment.transport.departure = try Drafting.date(Drafting.day)
        }),
        .certificate("before shipment", change: {
            $0.request.shipment.transport.departure = try Drafting.date("2026-11-02")
        }),
        .certificate("late, with a cause", change: {
            $0.request.shipment.transport.departure = try Drafting.date("2026-10-31")
            $0.request.shipment.lateBecause = "strike at the port"
        }),
        .declaration("a declaration without an invoice", change: { $0.request.shipment.invoices = [] }),
        .certificate("copy on the day of the original", change: {
            $0.request.shipment.trueCopyOf = .init(number: "C-1", issued: try Drafting.date(Drafting.day))
        }),
        .certificate("copy of one that was late without a cause", "retroactive.noCause") {
            $0.request.shipment.transport.departure = try Drafting.date("2026-03-01")
            $0.request.shipment.trueCopyOf = .init(number: "C-1", issued: try Drafting.date("2026-03-02"))
        },
        .certificate("the original was in time, however late the copy", change: {
            $0.request.shipment.transport.departure = try Drafting.date("2025-11-01")
            $0.request.shipment.trueCopyOf = .init(number: "C-1", issued: try Drafting.date("2025-11-01"))
        }),
    ]
}
