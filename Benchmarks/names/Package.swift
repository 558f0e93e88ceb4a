// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that the product does not carry its measurements.
let package = Package(
  name: "names",
  platforms: [.macOS(.v14)],
  dependencies: [.package(name: "relata", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "NameBenchmark", dependencies: [.product(name: "Relata", package: "relata")])
  ],
  swiftLanguageModes: [.v6]
)
