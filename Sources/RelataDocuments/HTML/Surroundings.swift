/// In what elements a node lies.
struct Surroundings: OptionSet {
  let rawValue: UInt16
  static let article = Surroundings(rawValue: 1 << 0)
  static let main = Surroundings(rawValue: 1 << 1)
  static let articleBody = Surroundings(rawValue: 1 << 2)
  static let header = Surroundings(rawValue: 1 << 3)
  static let footer = Surroundings(rawValue: 1 << 4)
  static let aside = Surroundings(rawValue: 1 << 5)
  static let form = Surroundings(rawValue: 1 << 6)
  static let list = Surroundings(rawValue: 1 << 7)
  static let table = Surroundings(rawValue: 1 << 8)
  static let address = Surroundings(rawValue: 1 << 9)
  static let quote = Surroundings(rawValue: 1 << 10)
  static let figure = Surroundings(rawValue: 1 << 11)
}

extension Surroundings {
  /// Of each node.
  static func of(_ tree: MarkupTree, _ outline: PageOutline) -> [Surroundings] {
    var result = Array(repeating: Surroundings(), count: tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() {
      let around = node.parent >= 0 ? result[Int(node.parent)] : []
      result[index] = around
      guard node.element != .text else { continue }
      if tree.utf8(of: .itemprop, at: index)?.elementsEqual("articleBody".utf8) == true {
        result[index].insert(.articleBody)
      }
      let isPage = outline.isPage(index, tree)
      switch node.element {
      // Teasers are articles too: one that holds little is none of ours.
      case .article:
        if outline.share(index) > 0.25 {
          result[index].insert(.article)
        } else {
          result[index].remove(.article)
        }
      case .main: result[index].insert(.main)
      case .header: if !isPage { result[index].insert(.header) }
      case .footer: if !isPage { result[index].insert(.footer) }
      case .aside: if !isPage { result[index].insert(.aside) }
      case .form: if !isPage { result[index].insert(.form) }
      case .ul, .ol, .dl: result[index].insert(.list)
      case .table: result[index].insert(.table)
      case .address: result[index].insert(.address)
      case .blockquote: result[index].insert(.quote)
      case .figure: result[index].insert(.figure)
      default: break
      }
    }
    return result
  }
}
