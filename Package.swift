// swift-tools-version: 6.3
import PackageDescription

/// One direction only: each target may use those above it, never one below.
let package = Package(
    name: "rcep",
    products: [
        .executable(name: "rcep", targets: ["rcep"]),
        .library(name: "OriginDetermination", targets: ["OriginDetermination"]),
        .library(name: "OriginModel", targets: ["HarmonizedSystem", "OriginModel", "OriginRules"]),
        .library(name: "RuleFiles", targets: ["RuleFiles"]),
        .library(name: "DossierFiles", targets: ["DossierFiles"]),
        .library(name: "Reporting", targets: ["Reporting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]
        ),
        .systemLibrary(
            name: "CPangoCairo",
            pkgConfig: "pangocairo",
            providers: [.apt(["libpango1.0-dev"])]
        ),
        .systemLibrary(
            name: "CLibZip",
            pkgConfig: "libzip",
            providers: [.apt(["libzip-dev"])]
        ),
        .systemLibrary(name: "CByteMasks"),
        .target(name: "Bilingual"),
        .target(name: "HarmonizedSystem", dependencies: ["Bilingual"]),
        .target(name: "OriginModel", dependencies: ["Bilingual", "HarmonizedSystem"]),
        .target(name: "OriginRules", dependencies: ["OriginModel"]),
        .target(name: "OriginDetermination", dependencies: ["OriginRules"]),
        .target(name: "LocalFiles", dependencies: ["Bilingual"]),
        .target(name: "RuleFiles", dependencies: [
            "OriginRules", "LocalFiles", "CLibXML2", .product(name: "Crypto", package: "swift-crypto"),
        ]),
        .target(name: "Tariffs", dependencies: ["OriginDetermination"]),
        .target(name: "TariffFiles", dependencies: ["Tariffs", "RuleFiles", "LocalFiles", "CLibXML2"]),
        .target(name: "DossierFiles", dependencies: ["OriginModel"]),
        .target(name: "ProofsOfOrigin", dependencies: ["OriginDetermination"]),
        .target(name: "ProofFiles", dependencies: ["ProofsOfOrigin", "DossierFiles", "Reporting"]),
        .target(name: "ProofRegister", dependencies: [
            "OriginModel", "LocalFiles", .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "Crypto", package: "swift-crypto"),
        ]),
        .target(name: "ZipArchives", dependencies: ["Bilingual", "CLibZip"]),
        .target(name: "Reporting", dependencies: ["OriginDetermination", "Tariffs", "CByteMasks"]),
        .target(name: "Typesetting", dependencies: ["CPangoCairo"]),
        .target(name: "PrintedReports", dependencies: ["Typesetting", "Reporting", "ProofsOfOrigin"]),
        .target(name: "Batch", dependencies: ["OriginDetermination", "DossierFiles", "LocalFiles", "CByteMasks"]),
        .executableTarget(name: "rcep", dependencies: [
            "Reporting", "DossierFiles", "RuleFiles", "TariffFiles", "LocalFiles", "ProofFiles", "ProofRegister",
            "PrintedReports", "Batch", "ZipArchives",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Crypto", package: "swift-crypto"),
        ]),
        .testTarget(name: "BilingualTests", dependencies: ["Bilingual"]),
        .testTarget(name: "HarmonizedSystemTests", dependencies: ["HarmonizedSystem"]),
        .testTarget(name: "LocalFilesTests", dependencies: ["LocalFiles"]),
        .testTarget(name: "OriginModelTests", dependencies: ["OriginModel"]),
        .testTarget(name: "OriginDeterminationTests", dependencies: ["OriginDetermination", "RuleFiles", "DossierFiles"]),
        .testTarget(name: "OriginRulesTests", dependencies: ["OriginRules", "RuleFiles"]),
        .testTarget(name: "RuleFilesTests", dependencies: ["Reporting", "RuleFiles"], exclude: ["Fixtures"]),
        .testTarget(name: "TariffsTests", dependencies: ["Tariffs"]),
        .testTarget(
            name: "TariffFilesTests", dependencies: ["TariffFiles", "Tariffs", "RuleFiles"], exclude: ["Fixtures"]),
        .testTarget(name: "DossierFilesTests", dependencies: ["Bilingual", "DossierFiles", "OriginModel"]),
        .testTarget(name: "ReportingTests", dependencies: ["Reporting", "DossierFiles", "RuleFiles"], exclude: ["Snapshots"]),
        .testTarget(name: "ProofsOfOriginTests", dependencies: ["ProofsOfOrigin", "RuleFiles", "DossierFiles"]),
        .testTarget(name: "ProofFilesTests", dependencies: ["ProofFiles"]),
        .executableTarget(name: "IssueProofs", dependencies: ["ProofRegister"], path: "Tests/IssueProofs"),
        .testTarget(name: "ProofRegisterTests", dependencies: ["ProofRegister", "IssueProofs"]),
        .target(name: "PDFInspection", path: "Tests/PDFInspection"),
        .testTarget(name: "TypesettingTests", dependencies: ["Typesetting", "PDFInspection"]),
        .testTarget(
            name: "PrintedReportsTests", dependencies: ["PrintedReports", "RuleFiles", "DossierFiles", "PDFInspection"]),
        .testTarget(name: "BatchTests", dependencies: ["Batch", "RuleFiles", "DossierFiles"]),
        .testTarget(name: "CommandTests", dependencies: ["rcep", "IssueProofs", "PDFInspection"], exclude: ["Transcripts"]),
    ],
    swiftLanguageModes: [.v6]
)
