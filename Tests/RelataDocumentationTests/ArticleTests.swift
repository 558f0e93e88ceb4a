import Testing

@Suite("Articles for people who write programs")
struct ArticleTests {
  @Test("each library that the package offers has a catalogue with a page of its own")
  func catalogues() throws {
    let manifest = try Checkout.text(of: "Package.swift")
    let products = manifest.matches(of: #/\.library\(\s*name: "(\w+)"/#).map { String($0.output.1) }
    #expect(products.contains("Relata"))
    for product in products {
      let page = try Article("Sources/\(product)/\(product).docc/\(product).md")
      #expect(page.text.hasPrefix("# ``\(product)``\n"))
      #expect(!page.code.isEmpty, "\(page.path) shows no code")
    }
  }

  @Test("the code that an article shows is the code that the tests run")
  func code() throws {
    for article in try Article.ofCatalogues() {
      let blocks = article.code
      let examples = try Examples(article.examplesPath)
      #expect(
        blocks.map(\.lines) == examples.code.map(\.lines),
        "\(article.path) and \(article.examplesPath) differ")
      // No other module helps the examples to compile.
      #expect(
        blocks.reduce(into: []) { $0.formUnion($1.imports) } == examples.imports,
        "\(article.path) and \(article.examplesPath) import different modules")
    }
  }

  @Test("no line of code is wider than a page shows")
  func width() throws {
    for article in try Article.ofCatalogues() {
      let wide = article.code.flatMap(\.lines).filter { $0.count > 80 }
      #expect(wide.isEmpty, "\(article.path)")
    }
  }

  @Test("Documentation/library.md shows no code that nothing compiles")
  func library() throws {
    #expect(try Article("Documentation/library.md").code.isEmpty)
  }

  @Test("there are no examples of articles that are gone")
  func stray() throws {
    let known = Set(try Article.ofCatalogues().map(\.examplesPath))
    let files = try Checkout.files(below: Checkout.examples).filter { $0.hasSuffix(".swift") }
    let examples = try files.filter { try Checkout.text(of: $0).contains("\n// example\n") }
    #expect(Set(examples) == known)
  }
}
