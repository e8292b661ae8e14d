// swift-tools-version: 6.1
import PackageDescription

/// A package of its own, so that who builds rcep needs no benchmark package.
let package = Package(
    name: "rcep-benchmarks",
    dependencies: [
        .package(name: "rcep", path: "../../.."),
        // Without traits: its hooks into malloc and the runtime would cost more than what is measured.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "OriginBenchmarks",
            dependencies: [
                .product(name: "OriginDetermination", package: "rcep"),
                .product(name: "OriginModel", package: "rcep"),
                .product(name: "RuleFiles", package: "rcep"),
                .product(name: "DossierFiles", package: "rcep"),
                .product(name: "Reporting", package: "rcep"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/OriginBenchmarks",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
