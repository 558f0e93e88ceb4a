import Foundation
import Testing

/// Programs of the system that make what the tests need.
enum Programs {
  static func areThere(_ names: String...) -> Bool {
    names.allSatisfy { name in
      ["/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
      }
    }
  }

  /// Runs a line of shell in a folder.
  static func shell(_ line: String, in folder: TemporaryFolder) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder.url
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(line)")
  }
}
