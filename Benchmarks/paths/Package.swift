// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that the product does not carry its measurements.
let package = Package(
  name: "paths",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "relata", path: "../..", traits: []), .package(name: "support", path: "../support"),
  ],
  targets: [
    .executableTarget(
      name: "PathBenchmark",
      dependencies: [
        .product(name: "Relata", package: "relata"), .product(name: "BenchmarkSupport", package: "support"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
