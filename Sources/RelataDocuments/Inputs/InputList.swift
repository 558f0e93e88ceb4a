#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `@FILE`: inputs that are listed in a file, one path a line. Empty lines and those that
/// begin with `#` say nothing.
enum InputList {
  /// - Throws: ``InputFailure`` where a list cannot be read.
  static func expanded(_ inputs: [String]) throws(InputFailure) -> [String] {
    var result: [String] = []
    for input in inputs {
      // A file may be called so; then it is meant.
      guard input.hasPrefix("@"), !FileManager.default.fileExists(atPath: input) else {
        result.append(input)
        continue
      }
      result += try paths(in: String(input.dropFirst()))
    }
    return result
  }

  private static func paths(in list: String) throws(InputFailure) -> [String] {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: list))
    } catch {
      throw InputFailure(.missing, list, "this list of inputs cannot be read; is it there?")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw InputFailure(.badData, list, "this list of inputs must be UTF-8")
    }
    return text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.hasPrefix("#") }
  }
}
