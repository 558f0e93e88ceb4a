// swift-tools-version: 6.1
import PackageDescription

// A package that depends on a tagged version of Relata, as its users' packages do.
// scripts/consumer-test copies it to where it builds it, adds the README's example and says by the
// environment which version is meant.

let address = Context.environment["RELATA_ADDRESS"] ?? "the address of a repository with a tag"

/// The traits to build Relata with, separated by commas; its own where the variable is not set.
let traits: Set<Package.Dependency.Trait> =
  if let names = Context.environment["RELATA_TRAITS"] {
    Set(names.split(separator: ",").map { .trait(name: String($0)) })
  } else {
    [.defaults]
  }

let package = Package(
  name: "consumers",
  platforms: [.macOS(.v15)],
  dependencies: [.package(url: address, from: "1.0.0", traits: traits)],
  targets: [
    .executableTarget(name: "ReadmeExample", dependencies: [.product(name: "Relata", package: "relata")]),
    .executableTarget(name: "Drawing", dependencies: [.product(name: "Relata", package: "relata")]),
    // One for each smaller product, with as much as a program of it has at least.
    .executableTarget(
      name: "OntologyTypes", dependencies: [.product(name: "RelataGraph", package: "relata")]),
    .executableTarget(
      name: "GraphPaths",
      dependencies: [
        .product(name: "RelataFormats", package: "relata"), .product(name: "RelataQuery", package: "relata"),
      ]),
    .executableTarget(
      name: "MappedGraphPaths", dependencies: [.product(name: "RelataStore", package: "relata")]),
    .executableTarget(
      name: "TaggedWords", dependencies: [.product(name: "RelataLanguage", package: "relata")]),
  ],
  swiftLanguageModes: [.v6]
)
