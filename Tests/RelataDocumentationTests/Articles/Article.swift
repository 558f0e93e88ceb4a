import Foundation

/// A page for people who write programs: part of a target's catalogue, or a file of `Documentation`.
struct Article {
  /// From the root of the checkout.
  let path: String
  let text: String

  /// A page of the checkout.
  init(_ path: String) throws {
    self.path = path
    text = try Checkout.text(of: path)
  }

  /// The pages of all catalogues.
  static func ofCatalogues() throws -> [Article] {
    try Checkout.files(below: "Sources").filter { $0.contains(".docc/") && $0.hasSuffix(".md") }.map(
      Article.init)
  }

  /// The Swift that it shows, block by block, but for package manifests, which no target can hold.
  var code: [ShownCode] {
    var blocks: [ShownCode] = []
    var lines: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```swift" {
        lines = []
      } else if line == "```", let block = lines {
        if block.first?.hasPrefix("// Package.swift") != true { blocks.append(ShownCode(block)) }
        lines = nil
      } else {
        lines?.append(line)
      }
    }
    return blocks
  }

  /// Where the tests have its code: that of `Sources/RelataGraph/RelataGraph.docc/Identity.md` is in
  /// `RelataGraph/Identity.swift`.
  var examplesPath: String {
    let parts = path.split(separator: "/")
    let name = (parts.last ?? "").replacing(".md", with: ".swift")
    return "\(Checkout.examples)/\(parts[1])/\(name)"
  }
}
