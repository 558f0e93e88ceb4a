import CRelataExplorer

/// The files of the page, which are in the program.
struct PageParts {
  let template: String
  let style: String
  let script: String

  init() {
    template = Self.text { relata_explorer_page(&$0) }
    style = Self.text { relata_explorer_style(&$0) }
    script = Self.joined(
      (0..<relata_explorer_module_count()).map { number in
        Self.text { relata_explorer_module(number, &$0) }
      })
  }

  private static func text(_ file: (inout Int) -> UnsafePointer<UInt8>?) -> String {
    var size = 0
    guard let bytes = file(&size) else { return "" }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: size), as: UTF8.self)
  }

  /// Modules as one script: a file that is opened from disk cannot import others. What each
  /// exports has a name of its own.
  static func joined(_ modules: [String]) -> String {
    let lines = modules.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .filter { !$0.hasPrefix("import ") }
      .map { $0.hasPrefix("export ") ? $0.dropFirst("export ".count) : $0 }
    return "\"use strict\";\n(() => {\n" + lines.joined(separator: "\n") + "\n})();\n"
  }
}
