import DossierFiles
import OriginModel
import Testing

struct DossierReadingTests {
    private static func sample() throws -> Dossier {
        try SampleDossier.read(SampleDossier.text).dossier
    }

    private static func usd(_ amount: String) throws -> Money {
        try money(amount, "USD")
    }

    private static func money(_ amount: String, _ currency: String) throws -> Money {
        Money(try ExactDecimal(parsing: amount), try #require(CurrencyCode(currency)))
    }

    @Test func readsTheGood() throws {
        let good = try Self.sample().good
        #expect(good.id == "CQ-150")
        #expect(good.description == "摩托车 motorcycle")
        #expect(good.hsCode.text == "8711.20.10")
        #expect(good.hsCode.subheading.printed == "8711.20")
        #expect(good.hsCode.edition == .hs2022)
        #expect(good.fob == (try Self.usd("820")))
        #expect(good.quantity == Quantity(amount: ExactDecimal(significand: 1, scale: 0), unit: "台"))
        #expect(good.netWeightKg == ExactDecimal(significand: 1285, scale: 1))
        #expect(good.ruleBranch == 1)
    }

    @Test func readsWhatStandsAroundTheGood() throws {
        let dossier = try Self.sample()
        #expect(dossier.exportingParty == CountryCode("CN"))
        #expect(dossier.importingParty == CountryCode("VN"))
        #expect(dossier.date == CalendarDate("2026-11-01"))
        #expect(dossier.inventoryMethod == .FIFO)
        #expect(
            dossier.costs
                == Costs(
                    directLabour: try Self.usd("61"), directOverhead: try Self.usd("48"), profit: try Self.usd("90"),
                    other: try Self.usd("22")))
        let rate = try #require(dossier.exchangeRates.first)
        #expect(rate.from == CurrencyCode("EUR"))
        #expect(rate.to == CurrencyCode("USD"))
        #expect(rate.rate == ExactDecimal(significand: 117, scale: 2))
        #expect(rate.date == CalendarDate("2026-10-30"))
        #expect(rate.source == "央行 bank")
        #expect(
            dossier.route == [
                RouteStop(
                    country: try #require(CountryCode("SG")), customsControl: true,
                    operations: [RouteStop.Handling(description: "转船", kind: .reloading)]),
                RouteStop(country: try #require(CountryCode("MY")), customsControl: nil),
            ])
    }

    @Test func readsProduction() throws {
        let production = try Self.sample().production
        #expect(production.whollyObtained == .j)
        #expect(
            production.operations
                == [Operation(description: "welding"), Operation(description: "packing", minimal: .b)])
        #expect(
            production.chemicalReaction
                == .stated(party: try #require(CountryCode("CN")), description: "hardening of paint"))
    }

    @Test func readsMaterials() throws {
        let materials = try Self.sample().materials
        #expect(materials.map(\.id) == ["10", "20", "30"])
        #expect(materials.map(\.status) == [.originating, .nonOriginating, .undetermined])
        #expect(materials.map(\.role) == [.material, .material, .accessory])
        #expect(materials.map(\.country) == [CountryCode("CN"), CountryCode("IT"), nil])
        #expect(materials[0].hsCode.edition == .hs2017)
        #expect(
            materials[0].evidence
                == Evidence(
                    kind: .producerRecords, reference: "ENG-7", date: try #require(CalendarDate("2026-07-30")),
                    validUntil: CalendarDate("2027-07-29")))
        #expect(materials[1].value == (try Self.money("95.50", "EUR")))
        #expect(materials[1].netWeightKg == ExactDecimal(significand: 42, scale: 1))
        #expect(materials[1].activeIngredient == false)
        #expect(materials[2].activeIngredient == nil)
        #expect(materials[2].accessory == AccessoryTerms(invoicedSeparately: false, customary: true))
    }

    @Test func readsDeductionsWithAndWithoutEvidence() throws {
        let deductions = try #require(try Self.sample().materials[1].deductions)
        #expect(deductions.transport?.value == (try Self.money("3.10", "EUR")))
        #expect(deductions.transport?.evidence == "BL-77")
        #expect(deductions.duties?.evidence == "")
        #expect(deductions.waste?.evidence == "")
        #expect(deductions.waste?.value == (try Self.money("0.4", "EUR")))
    }

    @Test func readsWhatAMaterialWasMadeOf() throws {
        let intermediate = try #require(try Self.sample().materials[0].selfProduced)
        #expect(intermediate.operations == [Operation(description: "casting")])
        #expect(intermediate.chemicalReaction == .absent)
        #expect(intermediate.materials.map(\.id) == ["1", "2"])
        #expect(intermediate.materials.map(\.role) == [.material, .indirect])
        #expect(intermediate.materials[0].value == (try Self.usd("40")))
    }

    @Test func leavesOutWhatIsNotStated() throws {
        let text = #"""
            {"format": "rcep-dossier/1", "exportingParty": "CN", "materials": [],
             "good": {"id": "1", "description": "x", "hsCode": "080510", "fob": {"amount": 1, "currency": "USD"}}}
            """#
        let dossier = try SampleDossier.read(text).dossier
        #expect(dossier.good.hsCode.edition == .hs2022)
        #expect(dossier.good.hsCode.subheading.digits == "080510")
        #expect(dossier.good.quantity == nil)
        #expect(dossier.production == Production())
        #expect(dossier.materials.isEmpty)
        #expect(dossier.costs == nil)
        #expect(dossier.date == nil)
    }

    @Test(arguments: [
        ("0.1", 1, 1), ("\"0.1\"", 1, 1), ("1e2", 100, 0), ("\"1E-2\"", 1, 2), ("820", 820, 0), ("\"820.00\"", 820, 0),
        ("12345678901234567.123456789012", 12_345_678_901_234_567_123_456_789_012, 12),
        ("\"999999999999999999.999999999999\"", 999_999_999_999_999_999_999_999_999_999, 12), ("\"007.50\"", 75, 1),
        ("0.3000000000000000000000", 3, 1), ("8.20e2", 820, 0), ("1e17", 100_000_000_000_000_000, 0),
    ] as [(String, Int128, Int)])
    func readsAmountsExactly(written: String, significand: Int128, scale: Int) throws {
        let text = try SampleDossier.text(replacing: "\"820.00\"", with: written)
        let amount = try SampleDossier.read(text).dossier.good.fob.amount
        #expect(amount == ExactDecimal(significand: significand, scale: scale))
    }

    @Test(arguments: ["8711.20", "871120", "8711 20 10", "8711.20.10.90", "8711-20", "871120109012", "8711.20109012", " 8711.20 "])
    func readsCodesAsTheyAreWritten(code: String) throws {
        let text = try SampleDossier.text(replacing: "\"8711.20.10\"", with: "\"\(code)\"")
        let stated = try SampleDossier.read(text).dossier.good.hsCode
        #expect(stated.text == code)
        #expect(stated.subheading.digits == "871120")
    }

    @Test func readsAsManyLevelsOfIntermediatesAsAreAllowed() throws {
        let dossier = try SampleDossier.read(NestedDossier.text(levels: 32)).dossier
        var depth = 0
        var materials = dossier.materials
        while let inner = materials.first?.selfProduced {
            depth += 1
            materials = inner.materials
        }
        #expect(depth == 32)
    }

    @Test(arguments: Files.names(in: "Fixtures/dossiers", ending: ".json"))
    func readsTheExamples(name: String) throws {
        let path = "Fixtures/dossiers/\(name)"
        let file = try DossierFile.read(try Files.bytes(path), file: path)
        #expect(file.file == path)
        #expect(!file.dossier.good.id.isEmpty)
    }

    @Test func hasExamplesToRead() {
        #expect(Files.names(in: "Fixtures/dossiers", ending: ".json").count >= 20)
    }

    @Test func readsThePublishedCases() throws {
        let json = try JSONText(try Files.bytes("Fixtures/cases/published.json"))
        let cases = json.elements(of: json.root)
        #expect(!cases.isEmpty)
        for item in cases {
            let node = try #require(json.value("dossier", of: item))
            let file = try DossierFile.read(Array(json.source(node).utf8), file: "published.json")
            #expect(!file.dossier.materials.isEmpty)
        }
    }
}

/// A good made of a material made of a material ...
enum NestedDossier {
    static func text(levels: Int) -> String {
        let material = #"""
            {"id": "1", "description": "x", "hsCode": "870899", "status": "nonOriginating",
             "value": {"amount": 1, "currency": "USD"}
            """#
        let opening = String(repeating: material + ", \"selfProduced\": {\"materials\": [", count: levels)
        return #"""
            {"format": "rcep-dossier/1", "exportingParty": "CN",
             "good": {"id": "1", "description": "x", "hsCode": "870899", "fob": {"amount": 9, "currency": "USD"}},
             "materials": [
            """# + opening + material + "}" + String(repeating: "]}}", count: levels) + "]}"
    }
}
