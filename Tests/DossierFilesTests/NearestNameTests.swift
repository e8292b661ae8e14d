import Testing

@testable import DossierFiles

struct NearestNameTests {
    private static let names = ["hsCode", "hsEdition", "value", "status", "country", "netWeightKg", "a", "FIFO"]

    @Test(arguments: [
        ("hscode", "hsCode"), ("HS_CODE", "hsCode"), ("hs-code", "hsCode"), ("hsCdoe", "hsCode"), ("hsCod", "hsCode"),
        ("vaule", "value"), ("net weight kg", "netWeightKg"), ("netWeight", "netWeightKg"), ("contry", "country"),
        ("fifo", "FIFO"), ("A", "a"), ("price", nil), ("", nil), ("x", nil), ("___", nil), ("重量", nil),
        (String(repeating: "h", count: 10000), nil),
    ] as [(String, String?)])
    func findsWhatWasMeant(written: String, meant: String?) {
        #expect(NearestName.nearest(to: written, among: Self.names) == meant)
    }
}
