import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Testing

@testable import ProofsOfOrigin

/// Annex 3B and Article 3.16: what every proof holds, in English, and the Parties it is for.
extension RefusalTests {
    static let minimum: [RefusalCase] = [
        .declaration("nothing", change: { _ in }),
        .declaration("no goods", "items.none") { $0.request.shipment.items = [] },
        .declaration("no consignee", "consignee.missing") { $0.request.shipment.consignee = nil },
        .declaration("exporter in Chinese", "language.notEnglish") { $0.request.profile.exporter.name = "嘉陵摩托有限公司" },
        .declaration("address in Chinese", "language.notEnglish") { $0.request.shipment.consignee?.address = "胡志明市" },
        .certificate("producer in Chinese", "language.notEnglish") { drafting in
            var producer = drafting.request.profile.exporter
            producer.name = "嘉陵"
            drafting.request.shipment.items[0].producer = .named(producer)
        },
        .declaration("invoicing company in Chinese", "language.notEnglish") {
            $0.request.shipment.invoicingCompany = .init(name: "香港贸易", country: try Drafting.party("HK"))
        },
        .declaration("description in Chinese", "language.notEnglish") { $0.request.shipment.items[0].description = "摩托车" },
        .declaration("unit in Chinese", "language.notEnglish") { $0.dossiers[0].good.quantity?.unit = "辆" },
        .declaration("packages in Chinese", "language.notEnglish") { $0.request.shipment.items[0].packages = "1 箱" },
        .declaration("port in Chinese", "language.notEnglish") { $0.request.shipment.transport.portOfLoading = "钦州" },
        .declaration("remark in Chinese", "language.notEnglish") { $0.request.shipment.remarks = ["备注"] },
        .declaration("exporter elsewhere", "exporter.elsewhere") {
            $0.request.profile.exporter.country = try Drafting.party("SG")
        },
        .certificate("to itself", "importingParty.same", "importingParty.differs") {
            $0.request.shipment.importingParty = try Drafting.party("CN")
        },
        .certificate("to another Party", "importingParty.differs") {
            $0.request.shipment.importingParty = try Drafting.party("JP")
        },
        .certificate("of two Parties", "exportingParty.differs") { drafting in
            var other = drafting.dossiers[0]
            other.good.id = "B"
            other.exportingParty = try Drafting.party("TH")
            other.importingParty = try Drafting.party("VN")
            drafting.dossiers.append(other)
            drafting.request.shipment.items.append(.init(good: "B"))
        },
        .certificate("dossier without a Party", "importingParty.missing") { $0.dossiers[0].importingParty = nil },
        .certificate("to no Party", "importingParty.differs", "party.unknown") {
            $0.request.shipment.importingParty = try Drafting.party("US")
        },
        .backToBack("before it is in force", "party.notInForce", "authorisation.notYetValid", "good.notOnFile", "original.inFuture") {
            $0.request.shipment.importingParty = try Drafting.party("PH")
            $0.request.date = try Drafting.date("2023-06-01")
        },
        .declaration("good without a dossier", "dossier.missing") { $0.request.shipment.items[0].good = "B" },
        .certificate("the same item twice", "items.twice") {
            $0.request.shipment.items.append($0.request.shipment.items[0])
        },
        .certificate("the same good with other marks", change: {
            $0.request.shipment.items.append($0.request.shipment.items[0])
            $0.request.shipment.items[1].marks = "JL-118 / 2"
        }),
        .certificate("another good of the same Parties", change: { drafting in
            var other = drafting.dossiers[0]
            other.good.id = "B"
            drafting.dossiers.append(other)
            drafting.request.shipment.items.append(.init(good: "B"))
        }),
        .declaration("Latin letters with accents", change: {
            $0.request.shipment.consignee?.address = "25 Lê Thánh Tôn, Thành phố Hồ Chí Minh"
        }),
        .declaration("Cyrillic letters", "language.notEnglish") { $0.request.shipment.consignee?.name = "Сонг Хонг" },
        .declaration("nothing but a dash", "language.notEnglish") { $0.request.shipment.consignee?.address = "-" },
        .declaration("marks are what stands on the packages", change: { $0.request.shipment.items[0].marks = "渝北 1-40" }),
        .declaration("a description in English instead of the dossier's", change: {
            $0.dossiers[0].good.description = "摩托车"
            $0.request.shipment.items[0].description = "Motorcycle"
        }),
        .backToBack("the day it is in force", "authorisation.notYetValid", "good.notOnFile", "original.inFuture") {
            $0.request.shipment.importingParty = try Drafting.party("PH")
            $0.request.date = try Drafting.date("2023-06-02")
        },
    ]
}
