import Bilingual
import OriginDetermination
import OriginModel
import OriginRules
import Testing

/// Article 2.6: the RCEP country of origin by every paragraph, on known and unknown lists.
@Suite struct TariffDifferentialsTests {
    /// What is loaded of the importing Party's list.
    enum List: Sendable {
        case none
        case whole([String])
        case part([String])
    }

    struct Case: Sendable {
        var sketch: Sketch
        var list: List = .none
        var line: String?
    }

    /// To Japan, a Party with a schedule by origin.
    private static func toJapan(
        _ sketch: Sketch, _ list: List = .none, line: String? = nil
    ) -> Case {
        Case(sketch: sketch.with { $0.importer = "JP" }, list: list, line: line)
    }

    /// To Japan, on its list.
    private static func listed(_ sketch: Sketch) -> Case {
        toJapan(sketch, .whole(["8473300000"]), line: "8473300000")
    }

    private static let notListed = List.whole(["0101210000"])

    /// CTH met; domestic value addition = 100 - foreign - Korean.
    private static func assembled(korean: String, foreign: String) -> Sketch {
        Sketch("8473.30", .claimed("10", "8482.10", korean, in: "KR"), .foreign("20", "8501.10", foreign))
    }

    private static let onlyMinimal = Sketch(
        "8473.30", .claimed("10", "8482.10", "30", in: "KR"), .claimed("20", "8501.10", "20", in: "CN")
    ).with { $0.operations = [.b] }

    /// Party, paragraph and candidates.
    static let answers: [Row<Case, String>] = [
        Row("2.6.2: the rule is satisfied", toJapan(assembled(korean: "30", foreign: "60"), notListed), "CN 2.6.2 CN"),
        Row(
            "2.6.2: wholly obtained",
            toJapan(Sketch("8473.30").with { $0.category = .a }, notListed), "CN 2.6.2 CN"),
        Row(
            "2.6.2: exclusively from originating materials",
            toJapan(onlyMinimal.with { $0.operations = [nil] }, notListed), "CN 2.6.2 CN"),
        Row("2.6.2: operations not stated", toJapan(onlyMinimal.with { $0.operations = [] }, notListed), "CN 2.6.2 CN"),
        Row("2.6.5: PE with minimal operations only", toJapan(onlyMinimal, notListed), "KR 2.6.4 KR"),
        Row(
            "2.6.4: a tie",
            toJapan(
                Sketch(
                    "8473.30", .claimed("10", "8482.10", "30", in: "KR"), .claimed("20", "8501.10", "30", in: "VN")
                ).with { $0.operations = [.b] }, notListed), "nil undetermined KR VN"),
        Row("2.6.3: exactly 20 %", listed(assembled(korean: "30", foreign: "50")), "CN 2.6.3 CN"),
        Row("2.6.4: 19.99 %", listed(assembled(korean: "30.01", foreign: "50")), "KR 2.6.4 KR"),
        Row(
            "2.6.3: by the direct formula",
            listed(
                assembled(korean: "30", foreign: "60").with { $0.costs = CostSketch(labour: "20") }),
            "CN 2.6.3 CN"),
        Row(
            "2.6.4: no Party contributed",
            listed(Sketch("8473.30", .foreign("20", "8501.10", "90"))), "nil undetermined "),
        Row(
            "packaging and indirect materials: the first contributes, the second does not",
            listed(
                Sketch(
                    "8473.30", .foreign("10", "8501.10", "60"),
                    .claimed("20", "4819.10", "15", in: "KR").role(.retailPackaging),
                    .claimed("30", "2905.11", "30", in: "VN").role(.indirect),
                    .claimed("40", "8482.10", "14", in: "TH"))), "KR 2.6.4 KR"),
        Row(
            "an intermediate that counts whole is the exporting Party's",
            toJapan(
                Sketch(
                    "8473.30", .made("10", "8473.30", "31", from: .foreign("1", "8501.10", "10")),
                    .claimed("20", "8501.10", "30", in: "KR")).with { $0.operations = [.b] }, notListed),
            "CN 2.6.4 CN"),
        Row("no list: both readings agree", toJapan(assembled(korean: "30", foreign: "50")), "CN 2.6.2 CN"),
        Row(
            "no list: the readings differ", toJapan(assembled(korean: "30.01", foreign: "50")),
            "nil undetermined CN KR"),
        Row(
            "a part of the list without the good", toJapan(assembled(korean: "30.01", foreign: "50"), .part(["0101210000"])),
            "nil undetermined CN KR"),
        Row(
            "a part of the list with the good's line",
            toJapan(assembled(korean: "30.01", foreign: "50"), .part(["8473301000"]), line: "8473301000"),
            "KR 2.6.4 KR"),
        Row(
            "some lines of the subheading",
            toJapan(assembled(korean: "30.01", foreign: "50"), .whole(["8473301000"])), "nil undetermined CN KR"),
        Row(
            "another line of the subheading",
            toJapan(assembled(korean: "30.01", foreign: "50"), .whole(["8473301000"]), line: "8473309000"),
            "CN 2.6.2 CN"),
        Row(
            "a Party with one schedule has no list",
            Case(sketch: assembled(korean: "30.01", foreign: "50").with { $0.importer = "AU" }), "CN 2.6.2 CN"),
        Row(
            "nothing to pay in Singapore", Case(sketch: onlyMinimal.with { $0.importer = "SG" }), "KR 2.6.4 KR"),
    ]

    private static func determine(_ given: Case) throws -> Determination {
        var law = try SmallLaw.inForce.get()
        var dossier = try given.sketch.dossier()
        dossier.importingTariffLine = given.line
        let lines: ([String], Bool)? =
            switch given.list {
            case .none: nil
            case .whole(let lines): (lines, true)
            case .part(let lines): (lines, false)
            }
        if let lines, let party = dossier.importingParty {
            law.appendixLists[party] = AppendixList(
                party: party, edition: .hs2022, isComplete: lines.1, lines: lines.0,
                source: BilingualText(en: "a list", zh: "清单"))
        }
        return try Determiner(law: law).determine(dossier, on: need(given.sketch.date, CalendarDate.init))
    }

    @Test(arguments: answers) func countryOfOrigin(_ row: Row<Case, String>) throws {
        let finding = try #require(try Self.determine(row.given).countryOfOrigin)
        let candidates = finding.candidates.map(\.description).joined(separator: " ")
        #expect("\(finding.party?.description ?? "nil") \(finding.basis.rawValue) \(candidates)" == row.expected)
    }

    @Test(arguments: answers) func explanationSaysTheSame(_ row: Row<Case, String>) throws {
        let determination = try Self.determine(row.given)
        let finding = try #require(determination.countryOfOrigin)
        let step = try #require(determination.explanation.children.first { $0.article.hasPrefix("2.6") })
        #expect(step.statement == finding.statement)
        #expect(step.result == (finding.party == nil ? .undetermined : .met))
        #expect(step.steps(citing: "2.6.4").contains { $0.result == .information })
    }

    @Test func domesticValueAdditionCountsOtherPartiesAsForeign() throws {
        let finding = try #require(
            try Self.determine(Self.toJapan(Self.assembled(korean: "30.01", foreign: "50"))).countryOfOrigin)
        #expect(finding.domesticValueAddition.indirect.description == "19.99")
        #expect(!finding.domesticValueAddition.isMet)
        #expect(finding.contributions.map { "\($0.party) \($0.value) \($0.share)" } == ["KR USD 30.01 100.00"])
    }

    /// Nothing is said of a good that does not originate, or whose importing Party is not named.
    @Test func notAsked() throws {
        let failing = Sketch("8473.30", .foreign("10", "8473.30", "90"))
        #expect(try Self.determine(Self.toJapan(failing)).countryOfOrigin == nil)
        #expect(try Self.assembled(korean: "30", foreign: "50").determined().countryOfOrigin == nil)
    }
}
