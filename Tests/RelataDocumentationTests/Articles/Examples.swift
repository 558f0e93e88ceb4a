/// A file of this target that holds the code of one article: what stands between the lines `// example` and
/// `// end`, beside tests that run it.
struct Examples {
  /// What the article must import for its code to compile.
  let imports: Set<String>
  /// In the order of the article.
  let code: [ShownCode]

  init(_ path: String) throws {
    let text = try Checkout.text(of: path)
    var code: [ShownCode] = []
    var shown: [Substring]?
    var imports: Set<String> = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "// example" {
        shown = []
      } else if line == "// end", let lines = shown {
        code.append(ShownCode(lines))
        shown = nil
      } else if line.hasPrefix("import ") {
        imports.insert(String(line.dropFirst("import ".count)))
      } else {
        shown?.append(line)
      }
    }
    self.code = code
    self.imports = imports.subtracting(["Testing"])
  }
}
