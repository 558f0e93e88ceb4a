import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How much is done at the same time. Results do not depend on it.
struct JobCount: ParsableArguments {
  @Option(
    name: .customLong("jobs"), parsing: .unconditional,
    help: ArgumentHelp(
      "How many pieces of text to work on at the same time, 1 to 1024 (default: one per processor).",
      valueName: "n"))
  var requested: Int?

  /// More than any machine has processors that it could use.
  private static let mostJobs = 1024

  var count: Int { requested ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    guard let requested else { return }
    guard (1...Self.mostJobs).contains(requested) else {
      throw ValidationError("--jobs must be at least 1 and at most \(Self.mostJobs)")
    }
  }
}
