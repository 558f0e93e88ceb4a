import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How much is done at the same time. Results do not depend on it.
struct JobCount: ParsableArguments {
  @Option(
    name: .customLong("jobs"),
    help: ArgumentHelp(
      "How many pieces of text to work on at the same time (default: one per processor).", valueName: "n"))
  var requested: Int?

  var count: Int { requested ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    if let requested, requested < 1 { throw ValidationError("--jobs must be at least 1") }
  }
}
