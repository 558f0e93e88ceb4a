// swift-tools-version: 6.1
import PackageDescription

// Built by fuzz.py, which adds the instrumentation to every module and links libFuzzer. A package of its own,
// so that nobody who depends on relata builds it.
let package = Package(
  name: "fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "relata", path: "..")],
  targets: [
    .systemLibrary(name: "CLibFuzzer"),
    .executableTarget(
      name: "Fuzz", dependencies: ["CLibFuzzer", .product(name: "Relata", package: "relata")],
      swiftSettings: [.enableUpcomingFeature("ExistentialAny")]),
  ],
  swiftLanguageModes: [.v6]
)
