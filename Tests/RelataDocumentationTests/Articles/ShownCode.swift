/// Code as an article shows it, the modules that it imports told apart.
struct ShownCode: Equatable {
  let imports: Set<String>
  /// Without blank ones at the beginning and at the end.
  let lines: [String]

  init(_ lines: some Sequence<Substring>) {
    var imports: Set<String> = []
    var rest: [String] = []
    for line in lines {
      if line.hasPrefix("import ") {
        imports.insert(String(line.dropFirst("import ".count)))
      } else if !(rest.isEmpty && line.isEmpty) {
        rest.append(String(line))
      }
    }
    while rest.last?.isEmpty == true { rest.removeLast() }
    self.imports = imports
    self.lines = rest
  }
}
