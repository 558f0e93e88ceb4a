import Foundation
import RelataStore

/// A folder into which files are put, that is gone when nobody needs it any more.
final class OutputSetFolder: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appending(path: "relata set \(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// By name; nil for folders.
  var contents: [String: String?] { get throws { try contents(".") } }

  func contents(_ folder: String) throws -> [String: String?] {
    let folder = "\(path)/\(folder)"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
      })
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  func make(_ folder: String) throws {
    try FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
  }

  func finished(_ text: String, _ name: String) throws -> OutputFile {
    let file = try OutputFile(at: OutputPlace("\(path)/\(name)"))
    try Array(text.utf8).withUnsafeBytes { try file.write($0) }
    try file.finish()
    return file
  }

  /// Size and time of a file, as a list has them.
  func mark(_ name: String) throws -> String {
    var status = stat()
    guard lstat("\(path)/\(name)", &status) == 0 else { throw CocoaError(.fileNoSuchFile) }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return "\(status.st_size):\(time.tv_sec * 1_000_000_000 + time.tv_nsec)"
  }

  func list(_ name: String, _ lines: [[String]]) throws {
    let text = ["relata pending 1"] + lines.map { $0.joined(separator: "\t") }
    try write(text.joined(separator: "\n") + "\n", to: ".relata-\(name)")
  }

  func age(_ name: String, _ seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: "\(path)/\(name)")
  }
}
