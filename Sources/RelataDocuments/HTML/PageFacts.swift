/// What `meta`, `link`, `time` and other elements of a page say, as they stand.
struct PageFacts {
  struct Heading {
    let node: Int
    let level: HTMLElement
    let text: String
  }

  private(set) var scripts: [String] = []
  private(set) var title: String?
  private(set) var canonical: String?
  private(set) var base: String?
  private(set) var language: String?
  /// Of the first `time` element with a date.
  private(set) var time: String?
  private(set) var shownAuthors: [String] = []
  /// Headings of the first and second level that are shown, in document order.
  private(set) var headings: [Heading] = []
  private var named: [String: [String]] = [:]

  /// - Complexity: O(n).
  init(_ tree: MarkupTree) {
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      read(tree, index, node.element)
      // Titles of pictures and what is not shown say nothing of the page.
      index = node.element == .svg || node.element == .template ? Int(node.end) : index + 1
    }
  }

  /// The first value of a `meta` element, by its name in lower case.
  subscript(name: String) -> String? { named[name]?.first { value in value.contains { !$0.isWhitespace } } }

  func all(_ name: String) -> [String] { named[name] ?? [] }

  private mutating func read(_ tree: MarkupTree, _ index: Int, _ element: HTMLElement) {
    switch element {
    case .meta: readMeta(tree, index)
    case .link:
      if tree.value(of: .rel, at: index)?.lowercased() == "canonical", canonical == nil {
        canonical = tree.value(of: .href, at: index)
      }
    case .base: base = base ?? tree.value(of: .href, at: index)
    case .html: language = tree.value(of: .lang, at: index) ?? tree.value(of: .xmlLang, at: index)
    case .title: if title == nil { title = tree.text(in: index, atMost: 2_000) }
    case .script:
      if tree.value(of: .type, at: index)?.lowercased().hasPrefix("application/ld+json") == true,
        scripts.count < 100
      {
        scripts.append(tree.text(in: index))
      }
    case .h1, .h2:
      if headings.count < 200, !tree.isHidden(index) {
        headings.append(
          Heading(node: index, level: element, text: Self.collapsed(tree.text(in: index, atMost: 2_000))))
      }
    case .time: if time == nil { time = tree.value(of: .datetime, at: index) }
    default: break
    }
    guard element != .meta, element != .text, !tree.nodes[index].range.isEmpty else { return }
    readMicrodata(tree, index)
  }

  private mutating func readMeta(_ tree: MarkupTree, _ index: Int) {
    guard let content = tree.value(of: .content, at: index), content.utf8.count <= 10_000 else { return }
    for attribute in [HTMLAttribute.property, .name, .itemprop] {
      guard let names = tree.value(of: attribute, at: index) else { continue }
      for name in names.lowercased().split(separator: " ") {
        named[String(name), default: []].append(content)
      }
    }
  }

  private mutating func readMicrodata(_ tree: MarkupTree, _ index: Int) {
    if let name = tree.utf8(of: .itemprop, at: index) {
      if name.elementsEqual("datePublished".utf8), time == nil || tree.nodes[index].element == .time {
        let value = tree.value(of: .content, at: index) ?? tree.value(of: .datetime, at: index)
        if let value { named["datepublished", default: []].append(value) }
      } else if name.elementsEqual("author".utf8) {
        addAuthor(tree, index)
      }
    } else if tree.utf8(of: .rel, at: index)?.elementsEqual("author".utf8) == true {
      addAuthor(tree, index)
    } else if let name = tree.utf8(of: .class, at: index),
      name.contains("byline".utf8) || name.elementsEqual("author".utf8)
    {
      addAuthor(tree, index)
    }
  }

  private mutating func addAuthor(_ tree: MarkupTree, _ index: Int) {
    guard shownAuthors.isEmpty else { return }
    // Of people in microdata the name is an element of its own.
    let name = (index..<Int(tree.nodes[index].end)).prefix(200).first {
      tree.nodes[$0].element != .text && tree.utf8(of: .itemprop, at: $0)?.elementsEqual("name".utf8) == true
    }
    let text = Self.collapsed(
      name.flatMap { tree.value(of: .content, at: $0) } ?? tree.text(in: name ?? index, atMost: 200))
    // More than a name: the whole line with date and newspaper.
    if !text.isEmpty, text.utf8.count <= 60 { shownAuthors.append(text) }
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
