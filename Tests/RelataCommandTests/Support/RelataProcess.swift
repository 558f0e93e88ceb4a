import Foundation
import Testing

/// The built command, run as a user runs it.
enum RelataProcess {
  struct Outcome {
    let status: Int32
    /// Whether a signal ended it; then `status` is the signal's number.
    let isSignal: Bool
    let output: String
    let errors: String

    /// The lines of standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

    /// Those but for the time that it took.
    var messages: [String] { errorLines.filter { !$0.contains(" words per second") } }
  }

  /// `relata` beside the test bundle.
  static var executable: URL {
    get throws {
      let bundle =
        Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
        ?? URL(filePath: CommandLine.arguments[0])
      let url = bundle.deletingLastPathComponent().appending(path: "relata")
      try #require(FileManager.default.isExecutableFile(atPath: url.path), "no command at \(url.path)")
      return url
    }
  }

  /// - Parameters:
  ///   - launcher: a program and its arguments, which becomes the command.
  ///   - wait: returns when it has ended.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder, input: String? = nil, output: FileHandle? = nil,
    under launcher: [String] = [], wait: (Process) throws -> Void = { $0.waitUntilExit() }
  ) throws -> Outcome {
    let process = Process()
    let words = launcher + [try executable.path] + arguments
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = folder.url
    // Files, not pipes: no pipe fills up, whatever is printed.
    let files = try TemporaryFolder()
    let outputURL = try files.write("", to: "out")
    let errorURL = try files.write("", to: "err")
    process.standardInput = try FileHandle(forReadingFrom: files.write(input ?? "", to: "in"))
    process.standardOutput = try output ?? FileHandle(forWritingTo: outputURL)
    process.standardError = try FileHandle(forWritingTo: errorURL)
    try process.run()
    try wait(process)
    return Outcome(
      status: process.terminationStatus, isSignal: process.terminationReason == .uncaughtSignal,
      output: try String(contentsOf: outputURL, encoding: .utf8),
      errors: try String(contentsOf: errorURL, encoding: .utf8))
  }
}
