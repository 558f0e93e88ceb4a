import Foundation

/// A program that others use to read our files.
enum Consumer {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  struct Output {
    var standardOutput: Data
    var standardError: String
    var status: Int32
  }

  /// Runs a script of `Consumers` on files and decodes the JSON that it prints.
  static func python<Result: Decodable>(
    _ script: String, files: [[UInt8]], arguments: [String] = [], as type: Result.Type = Result.self
  ) throws -> Result {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    let interpreter =
      ProcessInfo.processInfo.environment["RELATA_PYTHON"]
      ?? root.appendingPathComponent(".build/python/bin/python").path
    guard FileManager.default.isExecutableFile(atPath: interpreter) else {
      throw Failure(
        description:
          "no Python at \(interpreter): run `make test`, which sets it up, or set RELATA_PYTHON to one with Tests/requirements.txt"
      )
    }
    return try withFiles(files) { paths in
      let output = try run(
        interpreter, ["-I", folder.appendingPathComponent("Consumers/\(script)").path] + paths + arguments)
      guard output.status == 0 else { throw Failure(description: "\(script): \(output.standardError)") }
      return try JSONDecoder().decode(type, from: output.standardOutput)
    }
  }

  /// Runs Graphviz's `dot` on DOT text.
  static func dot(_ arguments: [String], input: [UInt8]) throws -> Output {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard
      let dot = folders.map({ "\($0)/dot" }).first(where: FileManager.default.isExecutableFile(atPath:))
    else {
      throw Failure(description: "there is no `dot` in PATH: install Graphviz (`apt-get install graphviz`)")
    }
    return try withFiles([input]) { try run(dot, arguments + $0) }
  }

  private static func withFiles<Result>(
    _ files: [[UInt8]], _ body: ([String]) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "relata-formats-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = try files.enumerated().map { index, bytes in
      let file = folder.appendingPathComponent(String(index))
      try Data(bytes).write(to: file)
      return file.path
    }
    return try body(paths)
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> Output {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    // Through files, not pipes: a full pipe that nobody reads would stop the program.
    let folder = FileManager.default.temporaryDirectory
    let files = ["out", "err"].map { folder.appendingPathComponent("relata-\(UUID().uuidString).\($0)") }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    for file in files { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Output(
      standardOutput: try Data(contentsOf: files[0]),
      standardError: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      status: process.terminationStatus)
  }
}
