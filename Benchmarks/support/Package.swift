// swift-tools-version: 6.1
import PackageDescription

// What several of the benchmarks use: each is a package of its own.
let package = Package(
  name: "support",
  platforms: [.macOS(.v15)],
  products: [.library(name: "BenchmarkSupport", targets: ["BenchmarkSupport"])],
  targets: [.target(name: "BenchmarkSupport")],
  swiftLanguageModes: [.v6]
)
