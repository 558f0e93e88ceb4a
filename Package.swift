// swift-tools-version: 6.1
import PackageDescription

let swift: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Of modules that work more than others: `make test` asks for optimised code of these, with the checks of a
/// debug build, since what tests run takes half the time then. Nobody else does: a package that others depend
/// on may not ask for flags.
let hot =
  Context.environment["RELATA_OPTIMIZED_TESTS"] == nil
  ? swift : swift + [.unsafeFlags(["-O", "-assert-config", "Debug"])]

/// The libraries of the house. A target that uses one through the re-exports of `Relata` must also name
/// it: SwiftPM recompiles a target only when one of its direct dependencies changes, and optimised
/// builds inline across modules.
let modules = [
  "RelataGraph", "RelataDocuments", "RelataLanguage", "RelataNames", "RelataGazetteer", "RelataExtraction",
  "RelataResolution",
  "RelataQuery", "RelataQuestions", "RelataStore", "RelataCollection", "RelataFormats", "RelataGraphviz",
  "RelataLayout", "RelataExplorer",
]
let house = modules.map { Target.Dependency(stringLiteral: $0) }

/// A C target whose only content is a data file, embedded with `#embed` (C23).
func embedded(_ name: String) -> Target {
  .target(name: name, exclude: ["Data"])
}

let package = Package(
  name: "relata",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "relata", targets: ["RelataCommand"]),
    // All of it. The modules that Relata re-exports are named, so that what breaks their callers is found.
    .library(name: "Relata", targets: ["Relata"] + modules),
    // Parts of it, for programs that need no more: Documentation/library.md says what each carries. Each has
    // the modules whose types its interface is made of.
    .library(name: "RelataGraph", targets: ["RelataGraph"]),
    .library(name: "RelataFormats", targets: ["RelataFormats", "RelataLayout", "RelataGraph"]),
    .library(name: "RelataQuery", targets: ["RelataQuery", "RelataGraph"]),
    .library(name: "RelataStore", targets: ["RelataStore", "RelataQuery", "RelataGraph"]),
    .library(name: "RelataLanguage", targets: ["RelataLanguage", "RelataDocuments"]),
  ],
  traits: [
    .trait(name: "Graphviz", description: "Draw graphs in-process with the system's libgvc."),
    .trait(name: "Markup", description: "Read HTML, DOCX, ODT and EPUB with the system's libxml2."),
    .trait(name: "Archives", description: "Read zip, tar and compressed files with the system's libarchive."),
    .default(enabledTraits: ["Graphviz", "Markup", "Archives"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Values: the vocabulary of the whole house.
    embedded("CRelataOntology"),
    .target(
      name: "RelataGraph",
      dependencies: ["CRelataOntology", .product(name: "Yams", package: "Yams")],
      swiftSettings: hot),

    // Lists of words that rules look in.
    embedded("CRelataWords"),
    .target(name: "RelataWords", dependencies: ["CRelataWords"], swiftSettings: swift),

    // What is known of names as strings: folding, sounds, acronyms, distances.
    .target(name: "RelataNames", dependencies: ["RelataWords"], swiftSettings: hot),

    // Bytes of any format -> text, with what the document says about itself.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    embedded("CRelataLanguages"),
    .target(
      name: "RelataDocuments",
      dependencies: [
        .target(name: "CLibXML2", condition: .when(traits: ["Markup"])),
        .target(name: "CLibArchive", condition: .when(traits: ["Archives"])),
        "CRelataLanguages", "RelataWords", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: swift, linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),

    // Text -> sentences of tokens.
    .target(name: "CRelataKernels"),
    embedded("CRelataModel"),
    .target(
      name: "RelataLanguage",
      dependencies: ["RelataDocuments", "RelataWords", "CRelataKernels", "CRelataModel"],
      swiftSettings: hot),

    // Sentences -> statements of one document -> one graph.
    embedded("CRelataGazetteers"),
    .target(
      name: "RelataGazetteer", dependencies: ["CRelataGazetteers", "RelataGraph", "RelataNames"],
      swiftSettings: hot),
    .target(
      name: "RelataExtraction",
      dependencies: [
        "RelataDocuments", "RelataLanguage", "RelataGraph", "RelataNames", "RelataGazetteer", "RelataWords",
        "CRelataModel",
      ],
      swiftSettings: hot),
    .target(
      name: "RelataResolution",
      dependencies: [
        "RelataExtraction", "RelataGraph", "RelataNames", "RelataGazetteer", "RelataWords",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: swift),

    // What is done with a graph.
    .target(name: "RelataQuery", dependencies: ["RelataGraph", "RelataNames"], swiftSettings: swift),
    // Questions in plain English -> patterns and paths. Reads the question alone, never documents.
    .target(
      name: "RelataQuestions",
      dependencies: [
        "RelataDocuments", "RelataGraph", "RelataGazetteer", "RelataLanguage", "RelataNames", "RelataQuery",
        "RelataWords",
      ],
      swiftSettings: swift),
    // A graph in a file that maps into memory.
    .target(name: "CRelataChecksum"),
    .target(
      name: "RelataStore", dependencies: ["RelataGraph", "RelataQuery", "CRelataChecksum"],
      swiftSettings: hot),
    // Documents and what was read in them, in a SQLite file that grows.
    .target(
      name: "RelataCollection",
      dependencies: [
        "RelataDocuments", "RelataExtraction", "RelataGraph", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: swift),
    // Where things stand in a drawing.
    .target(
      name: "RelataLayout", dependencies: ["RelataGraph"], swiftSettings: hot,
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(
      name: "RelataFormats", dependencies: ["RelataGraph", "RelataNames", "RelataLayout"],
      swiftSettings: hot),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .target(
      name: "RelataGraphviz",
      dependencies: [
        "RelataGraph", "RelataNames", "RelataFormats",
        .target(name: "CGraphviz", condition: .when(traits: ["Graphviz"])),
      ],
      swiftSettings: swift),

    // One HTML page to look, ask and correct.
    embedded("CRelataExplorer"),
    .target(
      name: "RelataExplorer",
      dependencies: [
        "CRelataExplorer", "RelataGraph", "RelataQuery", "RelataFormats", "RelataLayout",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: swift),

    // The whole pipeline as a library, and the command.
    .target(name: "Relata", dependencies: house, swiftSettings: swift),
    .executableTarget(
      name: "RelataCommand",
      dependencies: house + [
        "Relata", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swift),

    // The readers as the fuzzer sees them, and its inputs. The package in Fuzzing/ adds the fuzzer.
    .target(
      name: "RelataFuzzing", dependencies: house + ["Relata"], path: "Fuzzing/Sources/Fuzz",
      exclude: ["main.swift", "Session.swift"], swiftSettings: [.enableUpcomingFeature("ExistentialAny")]),

    // What the tests of several targets use.
    .target(name: "RelataTestSupport", path: "Tests/RelataTestSupport", swiftSettings: swift),

    .testTarget(
      name: "RelataWordsTests",
      dependencies: [
        "RelataWords", "RelataDocuments", "RelataExtraction", "RelataLanguage", "RelataNames",
        "RelataQuestions", "RelataResolution",
      ],
      swiftSettings: swift),
    .testTarget(name: "RelataGraphTests", dependencies: ["RelataGraph"], swiftSettings: swift),
    .testTarget(
      name: "RelataNamesTests", dependencies: ["RelataNames", "RelataTestSupport"], swiftSettings: swift),
    .testTarget(
      name: "RelataDocumentsTests", dependencies: ["RelataDocuments", "RelataTestSupport"],
      exclude: ["Fixtures"], swiftSettings: swift),
    .testTarget(
      name: "RelataLanguageTests",
      dependencies: [
        "RelataDocuments", "RelataLanguage", "RelataWords", "CRelataKernels", "CRelataModel",
        "RelataTestSupport",
      ],
      exclude: ["Sanitized"],
      swiftSettings: swift),
    .testTarget(
      name: "RelataGazetteerTests", dependencies: ["RelataGazetteer", "RelataNames", "RelataGraph"],
      swiftSettings: swift),
    .testTarget(
      name: "RelataExtractionTests",
      dependencies: [
        "RelataDocuments", "RelataExtraction", "RelataLanguage", "RelataNames", "RelataGraph",
        "RelataGazetteer", "RelataTestSupport",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "RelataResolutionTests", dependencies: ["RelataResolution", "RelataTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "RelataQueryTests", dependencies: ["RelataQuery", "RelataGraph", "RelataTestSupport"],
      exclude: ["Consumers"], swiftSettings: swift),
    .testTarget(
      name: "RelataQuestionsTests",
      dependencies: [
        "RelataQuestions", "RelataGraph", "RelataGazetteer", "RelataLanguage", "RelataQuery",
        "RelataTestSupport",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "RelataStoreTests",
      dependencies: [
        "RelataStore", "RelataFormats", "RelataQuery", "RelataGraph", "CRelataChecksum", "RelataTestSupport",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "RelataCollectionTests",
      dependencies: [
        "RelataCollection", "RelataDocuments", "RelataExtraction", "RelataGraph", "RelataTestSupport",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "RelataLayoutTests", dependencies: ["RelataLayout", "RelataGraph", "RelataTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "RelataExplorerTests",
      dependencies: [
        "RelataExplorer", "RelataGraph", "RelataLayout", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: swift),
    .testTarget(
      name: "RelataFormatsTests", dependencies: ["RelataFormats", "RelataGraph", "RelataTestSupport"],
      exclude: ["Consumers"], swiftSettings: swift),
    .testTarget(
      name: "RelataGraphvizTests",
      dependencies: ["RelataGraphviz", "RelataFormats", "RelataGraph", "RelataTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "RelataCommandTests", dependencies: house + ["Relata", "RelataCommand", "RelataTestSupport"],
      exclude: ["Browser"], swiftSettings: swift),
    .testTarget(name: "RelataFuzzTests", dependencies: ["RelataFuzzing"], swiftSettings: swift),
    // What the catalogues show, and that they show what runs.
    .testTarget(name: "RelataDocumentationTests", dependencies: house + ["Relata"], swiftSettings: swift),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
