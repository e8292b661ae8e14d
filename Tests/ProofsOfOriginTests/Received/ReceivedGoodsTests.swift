import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Testing

@testable import ProofsOfOrigin

/// Articles 2.6, 3.2 and 3.19, Annex 3A: what a proof says of each good.
struct ReceivedGoodsTests {
    static let codes = [
        ReceivedProofCase("none", ["hsCode.missing doubt"]) { $0.items[1].hsCode = nil },
        ReceivedProofCase("five digits", ["hsCode.notSixDigits doubt"]) { $0.items[1].hsCode = "8544.3" },
        ReceivedProofCase("letters", ["hsCode.notSixDigits doubt"]) { $0.items[1].hsCode = "8544.3O" },
        ReceivedProofCase("national digits", ["hsCode.moreDigits minorDiscrepancy"]) { $0.items[1].hsCode = "8544.30.20" },
        ReceivedProofCase("there is none", ["hsCode.notInAnnex doubt"]) { $0.items[1].hsCode = "8544.31" },
        ReceivedProofCase("of another edition, unsaid", ["hsCode.notInAnnex doubt"]) { $0.items[1].hsCode = "8517.12" },
        ReceivedProofCase("of another edition, the same", ["hsCode.otherEdition minorDiscrepancy"]) {
            $0.items[1].hsEdition = "2012"
        },
        ReceivedProofCase("of another edition, split", ["hsCode.otherEdition doubt"]) {
            $0.items[1].hsCode = "8517.12"
            $0.items[1].hsEdition = "2012"
        },
        ReceivedProofCase("of no edition", ["hsCode.unknownEdition doubt"]) { $0.items[1].hsEdition = "2027" },
        ReceivedProofCase("edition unsaid", []) { $0.items[1].hsEdition = nil },
    ]

    static let criteria = [
        ReceivedProofCase("none", ["criterion.missing doubt"]) { $0.items[1].criterion = nil },
        ReceivedProofCase("unknown", ["criterion.unknown doubt"]) { $0.items[1].criterion = "P" },
        ReceivedProofCase("symbol of the annex", ["criterion.otherSymbol minorDiscrepancy"]) { $0.items[1].criterion = "CTH" },
        ReceivedProofCase("with a number", ["criterion.otherSymbol minorDiscrepancy"]) { $0.items[0].criterion = "RVC 40%" },
        ReceivedProofCase("small letters", ["criterion.otherSymbol minorDiscrepancy"]) { $0.items[1].criterion = "pe" },
        ReceivedProofCase("CTC where the rule is RVC40", ["criterion.notInRule doubt", "fob.needless minorDiscrepancy"]) {
            $0.items[0].criterion = "CTC"
        },
        ReceivedProofCase("CR where there is none", ["criterion.notInRule doubt"]) { $0.items[1].criterion = "CR" },
        ReceivedProofCase("CR where there is one", []) {
            $0.items[1].hsCode = "2920.90"
            $0.items[1].criterion = "CR"
        },
        ReceivedProofCase("CTC where the rule is WO alone", ["criterion.notInRule doubt"]) {
            $0.items[1].hsCode = "0101.21"
        },
        ReceivedProofCase("RVC where the rule has CTH too", []) {
            $0.items[1].criterion = "RVC"
            $0.items[1].fob = try ReceivedProofs.amount("1", "USD")
        },
        ReceivedProofCase("WO whatever the rule", []) { $0.items[1].criterion = "WO" },
        ReceivedProofCase("PE whatever the rule", ["fob.needless minorDiscrepancy"]) { $0.items[0].criterion = "PE" },
        ReceivedProofCase("of a code that is not known", ["hsCode.notInAnnex doubt"]) {
            $0.items[1].hsCode = "8544.31"
            $0.items[1].criterion = "CR"
        },
        ReceivedProofCase("ACU", []) { $0.items[1].supplements = ["ACU"] },
        ReceivedProofCase("ACU and DMI", []) { $0.items[1].supplements = ["ACU", "DMI"] },
        ReceivedProofCase("ACU alone", ["criterion.supplementAlone doubt"]) {
            $0.items[1].criterion = nil
            $0.items[1].supplements = ["ACU"]
        },
        ReceivedProofCase("DMI as criterion", ["criterion.supplementAlone doubt"]) { $0.items[1].criterion = "DMI" },
        ReceivedProofCase("DMI beside RVC", ["supplement.deMinimis doubt"]) { $0.items[0].supplements = ["DMI"] },
        ReceivedProofCase("DMI beside WO", ["supplement.deMinimis doubt"]) {
            $0.items[1].criterion = "WO"
            $0.items[1].supplements = ["DMI"]
        },
        ReceivedProofCase("DMI beside PE", ["supplement.deMinimis doubt"]) {
            $0.items[1].criterion = "PE"
            $0.items[1].supplements = ["DMI"]
        },
        ReceivedProofCase("DMI beside CR", ["supplement.deMinimis doubt"]) {
            $0.items[1].hsCode = "2920.90"
            $0.items[1].criterion = "CR"
            $0.items[1].supplements = ["DMI"]
        },
        ReceivedProofCase("ACU beside WO", ["supplement.cumulation doubt"]) {
            $0.items[1].criterion = "WO"
            $0.items[1].supplements = ["ACU"]
        },
        ReceivedProofCase("unknown supplement", ["supplement.unknown minorDiscrepancy"]) { $0.items[1].supplements = ["IIM"] },
        ReceivedProofCase("RVC without FOB", ["fob.missing doubt"]) { $0.items[0].fob = nil },
        ReceivedProofCase("FOB of nothing", ["fob.notPositive doubt"]) {
            $0.items[0].fob = try ReceivedProofs.amount("0", "USD")
        },
        ReceivedProofCase("FOB without currency", ["fob.currencyMissing doubt"]) { $0.items[0].fob?.unit = nil },
        ReceivedProofCase("FOB without RVC", ["fob.needless minorDiscrepancy"]) {
            $0.items[1].fob = try ReceivedProofs.amount("1", "USD")
        },
    ]

    static let countries = [
        ReceivedProofCase("none", ["countryOfOrigin.missing doubt"]) { $0.items[1].countryOfOrigin = nil },
        ReceivedProofCase("no Party", ["countryOfOrigin.notAParty invalid"]) { $0.items[1].countryOfOrigin?.party = "US" },
        ReceivedProofCase("no code", ["countryOfOrigin.notAParty invalid"]) { $0.items[1].countryOfOrigin?.party = "Japan" },
        ReceivedProofCase("importing Party", ["countryOfOrigin.importingParty doubt"]) {
            $0.items[1].countryOfOrigin?.party = "VN"
        },
        ReceivedProofCase("contributor", []) { $0.items[1].countryOfOrigin = .init(party: "JP", mark: "*") },
        ReceivedProofCase("highest of all", []) { $0.items[1].countryOfOrigin = .init(party: "JP", mark: "**") },
        ReceivedProofCase("three stars", ["countryOfOrigin.unknownMark minorDiscrepancy"]) {
            $0.items[1].countryOfOrigin = .init(party: "CN", mark: "***")
        },
        ReceivedProofCase("WO with a contributor", ["countryOfOrigin.noContributor doubt"]) {
            $0.items[1].criterion = "WO"
            $0.items[1].countryOfOrigin = .init(party: "JP", mark: "*")
        },
        ReceivedProofCase("WO elsewhere", ["countryOfOrigin.elsewhere doubt"]) {
            $0.items[1].criterion = "WO"
            $0.items[1].countryOfOrigin?.party = "JP"
        },
        ReceivedProofCase("PE elsewhere: minimal operations", []) {
            $0.items[1].criterion = "PE"
            $0.items[1].countryOfOrigin?.party = "JP"
        },
        ReceivedProofCase("CTC elsewhere, to a Party with lists", []) { $0.items[1].countryOfOrigin?.party = "JP" },
        ReceivedProofCase("CTC elsewhere, to a Party without", ["countryOfOrigin.elsewhere doubt"]) {
            $0.items[1].countryOfOrigin?.party = "JP"
            $0.importingParty = "AU"
            $0.consignee?.country = "AU"
        },
    ]

    @Test(arguments: codes) func code(_ row: ReceivedProofCase) throws { try row.verify() }
    @Test(arguments: criteria) func criterion(_ row: ReceivedProofCase) throws { try row.verify() }
    @Test(arguments: countries) func countryOfOrigin(_ row: ReceivedProofCase) throws { try row.verify() }

    /// Whether the list is whole, its lines, and what is then said of a country of origin elsewhere.
    static let lists: [(isComplete: Bool, lines: [String], findings: [String], notes: [String])] = [
        (true, ["8544301000"], [], ["countryOfOrigin.onlyWhereListed"]),
        (true, ["0304750000"], ["countryOfOrigin.elsewhere"], []),
        (false, ["0304750000"], [], ["countryOfOrigin.onlyWhereListed"]),
    ]

    @Test(arguments: lists)
    func appendixList(isComplete: Bool, lines: [String], findings: [String], notes: [String]) throws {
        var proof = try ReceivedProofs.certificate()
        proof.items[1].countryOfOrigin?.party = "JP"
        let list = AppendixList(
            party: try #require(CountryCode("VN")), edition: .hs2022, isComplete: isComplete, lines: lines,
            source: BilingualText(same: "test"))
        let check = try ReceivedProofs.check(proof, list: list)
        #expect(check.findings.map(\.code) == findings)
        #expect(check.notes.map(\.code) == notes)
    }

    @Test func aCriterionOfOneBranchIsNoted() throws {
        var proof = try ReceivedProofs.certificate()
        // The rule is split: RVC is open to sausages of insects alone.
        proof.items = [try ReceivedProofs.item(1, "Sausages", "1601.00", "RVC", fob: .init(
            amount: try ReceivedProofs.amount("900", "USD").amount, unit: "USD"))]
        let check = try ReceivedProofs.check(proof)
        #expect(check.findings.isEmpty)
        #expect(check.notes.map(\.code) == ["criterion.onlyInBranch"])
    }

    static let backToBack = [
        ReceivedProofCase("good", [], ReceivedProofs.backToBack) { _ in },
        ReceivedProofCase("ticked, no data", ["original.missing doubt"]) { $0.ticks = ["backToBack"] },
        ReceivedProofCase("not ticked", ["backToBack.notTicked minorDiscrepancy"], ReceivedProofs.backToBack) { $0.ticks = [] },
        ReceivedProofCase("not in box 14", ["backToBack.notInRemarks minorDiscrepancy"], ReceivedProofs.backToBack) {
            $0.remarks = []
        },
        ReceivedProofCase("no number", ["original.noNumber doubt"], ReceivedProofs.backToBack) { $0.originalProof?.number = nil },
        ReceivedProofCase("no date", ["original.noDate doubt"], ReceivedProofs.backToBack) { $0.originalProof?.issued = nil },
        ReceivedProofCase("no Party", ["original.noParty doubt"], ReceivedProofs.backToBack) {
            $0.originalProof?.exportingParty = nil
        },
        ReceivedProofCase("no country of origin", ["original.noCountryOfOrigin doubt"], ReceivedProofs.backToBack) {
            $0.originalProof?.countryOfOrigin = nil
        },
        ReceivedProofCase("no authorisation code", ["original.noAuthorisationCode doubt"], ReceivedProofs.backToBack) {
            $0.originalProof?.kind = .declarationOfOrigin
        },
        ReceivedProofCase("of a non-Party", ["original.notAParty invalid"], ReceivedProofs.backToBack) {
            $0.originalProof?.exportingParty = "US"
        },
        ReceivedProofCase("of the same Party", ["original.sameParty doubt"], ReceivedProofs.backToBack) {
            $0.originalProof?.exportingParty = "CN"
        },
        ReceivedProofCase("on the day of the original", [], ReceivedProofs.backToBack) {
            $0.originalProof?.issued = $0.issued
        },
        ReceivedProofCase("before the original", ["original.inFuture invalid"], ReceivedProofs.backToBack) {
            $0.originalProof?.issued = try ReceivedProofs.day("2026-03-03")
        },
        ReceivedProofCase(
            "on the original's last day", on: "2026-03-02", [], ReceivedProofs.backToBack
        ) {
            $0.originalProof?.issued = try ReceivedProofs.day("2025-03-02")
            $0.validUntil = $0.issued
        },
        ReceivedProofCase(
            "on an expired original", ["original.expired invalid", "validity.expired invalid"], ReceivedProofs.backToBack
        ) {
            $0.originalProof?.issued = try ReceivedProofs.day("2025-03-01")
            $0.validUntil = nil
        },
        ReceivedProofCase("beyond the original", ["backToBack.tooLong doubt"], ReceivedProofs.backToBack) {
            $0.validUntil = try ReceivedProofs.day("2027-01-21")
        },
        ReceivedProofCase(
            "expired with the original", on: "2027-01-21", ["validity.expired invalid"], ReceivedProofs.backToBack
        ) { $0.validUntil = nil },
        ReceivedProofCase("another country", ["backToBack.otherCountryOfOrigin doubt"], ReceivedProofs.backToBack) {
            $0.items[0].countryOfOrigin?.party = "CN"
        },
    ]

    @Test(arguments: backToBack) func backToBackProof(_ row: ReceivedProofCase) throws { try row.verify() }

    static let beside = [
        ReceivedProofCase("all of it", [], ReceivedProofs.backToBack) {
            $0.items[0].quantity = try ReceivedProofs.amount("5000", "pcs")
        },
        ReceivedProofCase("one more", ["backToBack.tooMuch invalid"], ReceivedProofs.backToBack) {
            $0.items[0].quantity = try ReceivedProofs.amount("5000.001", "pcs")
        },
        ReceivedProofCase("another unit", ["backToBack.otherUnit doubt"], ReceivedProofs.backToBack) {
            $0.items[0].quantity = try ReceivedProofs.amount("1", "kg")
        },
        ReceivedProofCase("another criterion", ["backToBack.otherCriterion doubt"], ReceivedProofs.backToBack) {
            $0.items[0].criterion = "PE"
        },
        ReceivedProofCase("another good", ["backToBack.notInOriginal doubt"], ReceivedProofs.backToBack) {
            $0.items[0].good = nil
            $0.items[0].hsCode = "4011.50"
        },
        ReceivedProofCase("known by its code", [], ReceivedProofs.backToBack) { $0.items[0].good = nil },
        ReceivedProofCase(
            "another number", ["original.otherNumber doubt"], ReceivedProofs.backToBack
        ) {
            $0.originalProof?.number = "TH26-8"
            $0.remarks = ["TH26-8"]
        },
        ReceivedProofCase("another day", ["original.otherDate minorDiscrepancy"], ReceivedProofs.backToBack) {
            $0.originalProof?.issued = try ReceivedProofs.day("2026-01-21")
        },
        ReceivedProofCase("another Party", ["original.otherParty doubt"], ReceivedProofs.backToBack) {
            $0.originalProof?.exportingParty = "MY"
        },
        ReceivedProofCase("no data of it", ["original.missing doubt"], ReceivedProofs.backToBack) { $0.originalProof = nil },
    ]

    @Test(arguments: beside)
    func besideTheOriginal(_ row: ReceivedProofCase) throws {
        try row.verify(original: try ReceivedProofs.original())
    }

    /// Quantity and day of the other proof, and whether ours, 2,000 of 5,000 on 2 March, is then too much.
    static let others: [(quantity: String, day: String, isTooMuch: Bool)] = [
        ("3000", "2026-02-01", false), ("3001", "2026-02-01", true), ("3001", "2026-03-02", true),
        ("3001", "2026-03-03", false),
    ]

    @Test(arguments: others)
    func quantitiesAreSummed(quantity: String, day: String, isTooMuch: Bool) throws {
        var other = try ReceivedProofs.backToBack()
        other.number = "CN26-2"
        other.issued = try ReceivedProofs.day(day)
        other.items[0].quantity = try ReceivedProofs.amount(quantity, "pcs")
        let check = try ReceivedProofs.check(
            try ReceivedProofs.backToBack(), original: try ReceivedProofs.original(), others: [other])
        #expect(check.findings.map(\.code) == (isTooMuch ? ["backToBack.tooMuch"] : []))
    }
}
