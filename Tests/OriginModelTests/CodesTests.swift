import OriginModel
import Testing

@Suite struct CountryCodeTests {
    static let texts: [Row<String, Bool>] = [
        Row("China", "CN", true), Row("first of all", "AA", true), Row("last of all", "ZZ", true),
        Row("lower case", "cn", false),
        Row("mixed", "Cn", false), Row("one letter", "C", false), Row("three letters", "CHN", false),
        Row("nothing", "", false),
        Row("a digit", "C1", false), Row("a space", "CN ", false), Row("a letter of two bytes", "Ö", false),
        Row("full-width", "ＣＮ", false), Row("Chinese", "中国", false),
    ]

    @Test(arguments: texts) func reading(_ row: Row<String, Bool>) {
        #expect(CountryCode(row.given)?.description == (row.expected ? row.given : nil))
    }

    @Test func order() {
        let codes = ["AU", "BN", "CN", "ID", "JP", "KH", "KR", "LA"].compactMap { CountryCode($0) }
        #expect(codes.count == 8)
        #expect(codes.shuffled().sorted() == codes)
        #expect(CountryCode("CN") == CountryCode("CN"))
        #expect(CountryCode("CN") != CountryCode("NC"))
    }
}

@Suite struct CurrencyCodeTests {
    static let texts: [Row<String, Bool>] = [
        Row("dollars", "USD", true), Row("yuan", "CNY", true), Row("lower case", "usd", false),
        Row("two letters", "US", false),
        Row("four letters", "USDT", false), Row("nothing", "", false), Row("a digit", "US1", false),
        Row("a sign", "US$", false),
        Row("a letter of three bytes", "元", false),
    ]

    @Test(arguments: texts) func reading(_ row: Row<String, Bool>) {
        #expect(CurrencyCode(row.given)?.description == (row.expected ? row.given : nil))
    }
}

@Suite struct NamesOfListsTests {
    @Test func categoriesOfWhollyObtained() {
        #expect(WhollyObtainedCategory.allCases.map(\.rawValue).joined() == "abcdefghij")
    }

    @Test func kindsOfMinimalOperations() {
        #expect(MinimalOperationKind.allCases.map(\.rawValue).joined() == "abcdefghij")
    }

    /// The names the dossier format fixes.
    @Test func namesOfTheDossier() {
        #expect(Material.Status.allCases.map(\.rawValue) == ["originating", "nonOriginating", "undetermined"])
        #expect(
            Material.Role.allCases.map(\.rawValue) == [
                "material", "retailPackaging", "shippingPackaging", "accessory", "indirect",
            ])
        #expect(
            Evidence.Kind.allCases.map(\.rawValue) == [
                "certificateOfOrigin", "declarationOfOrigin", "supplierDeclaration", "producerRecords",
            ])
        #expect(InventoryMethod.allCases.map(\.rawValue) == ["segregation", "FIFO", "LIFO", "average"])
    }
}
