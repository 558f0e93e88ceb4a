import Foundation
import Testing

/// The kernels under the address and undefined-behaviour sanitizers: they read and write with raw pointers.
@Suite struct SanitizerTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func run(_ tool: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// The compiler beside Swift's own, which built the kernels.
  private func compiler() throws -> String {
    let found = try run(
      "/usr/bin/env", ["sh", "-c", "readlink -f \"$(command -v swift)\" || command -v swift"])
    let beside = URL(filePath: found.output.trimmingCharacters(in: .whitespacesAndNewlines))
      .deletingLastPathComponent().appending(path: "clang").path
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : "/usr/bin/clang"
  }

  @Test func kernelsTouchNoMemoryThatIsNotTheirs() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kernels-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "kernels").path
    let kernels = Self.root.appending(path: "Sources/CRelataKernels").path
    let built = try run(
      try compiler(),
      [
        "-std=c2x", "-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-I",
        kernels + "/include",
        kernels + "/kernels.c",
        Self.root.appending(path: "Tests/RelataLanguageTests/Sanitized/kernels.c").path, "-o",
        program, "-lm",
      ])
    try #require(built.status == 0, "\(built.output.suffix(2000))")
    let result = try run(program, [])
    #expect(result.status == 0, "\(result.output.suffix(2000))")
    #expect(result.output.contains(" 0 failures"))
  }
}
