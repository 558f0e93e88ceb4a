import Foundation

/// Makes inputs that get past the first check of a reader, by the rules of a file in `Grammars/`.
///
/// Each rule is `NAME : ALTERNATIVE | ALTERNATIVE`, going on in lines that begin with blanks; an alternative
/// is a row of names and of texts in quotation marks, with `\n`, `\t`, `\"`, `\\` and `\xHH`. The first rule
/// makes a whole input. `#` begins a comment.
struct Grammar {
  enum Symbol: Hashable {
    case text([UInt8])
    case rule(Int)
  }

  private var rules: [[[Symbol]]] = []
  /// Of each alternative: how deep its shortest text is nested.
  private var depths: [[Int]] = []
  /// Everything that stands in quotation marks.
  private(set) var texts: [[UInt8]] = []

  private static let deepest = 12

  /// nil where a reader has none.
  static func of(_ reader: Reader) -> Grammar? {
    let folder = ProcessInfo.processInfo.environment["FUZZ_GRAMMARS"] ?? "Grammars"
    guard let text = try? String(contentsOfFile: "\(folder)/\(reader.rawValue).txt", encoding: .utf8) else {
      return nil
    }
    return Grammar(text)
  }

  init(_ text: String) {
    var names: [String: Int] = [:]
    var bodies: [(name: String, tokens: [Token])] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      var tokens = Self.tokens(line)
      guard !tokens.isEmpty else { continue }
      if line.first?.isWhitespace == true, !bodies.isEmpty {
        bodies[bodies.count - 1].tokens += tokens
        continue
      }
      guard case .name(let name) = tokens.removeFirst(), tokens.first == .colon else {
        fatalError("grammar: no rule: \(line)")
      }
      tokens.removeFirst()
      names[name] = bodies.count
      bodies.append((name, tokens))
    }
    for body in bodies {
      rules.append(
        body.tokens.split(separator: .bar, omittingEmptySubsequences: false).map { alternative in
          alternative.map { token in
            switch token {
            case .text(let bytes): return .text(bytes)
            case .name(let name):
              guard let number = names[name] else { fatalError("grammar: no rule “\(name)”") }
              return .rule(number)
            case .colon, .bar: fatalError("grammar: a mark out of place in “\(body.name)”")
            }
          }
        })
    }
    texts = Array(
      Set(rules.joined().joined().compactMap { if case .text(let bytes) = $0 { bytes } else { nil } })
    ).sorted { $0.lexicographicallyPrecedes($1) }
    findDepths()
  }

  private mutating func findDepths() {
    let unknown = 1_000
    depths = rules.map { $0.map { _ in unknown } }
    var isChanging = true
    while isChanging {
      isChanging = false
      let least = depths.map { $0.min() ?? unknown }
      for (rule, alternatives) in rules.enumerated() {
        for (place, alternative) in alternatives.enumerated() {
          let depth = alternative.reduce(0) { depth, symbol in
            if case .rule(let number) = symbol { max(depth, least[number] + 1) } else { depth }
          }
          if depth < depths[rule][place] {
            depths[rule][place] = depth
            isChanging = true
          }
        }
      }
    }
  }

  /// A whole input.
  func input(limit: Int, using random: inout SplitMix) -> [UInt8] {
    text(of: 0, limit: limit, using: &random)
  }

  /// A part of one.
  func part(limit: Int, using random: inout SplitMix) -> [UInt8] {
    text(of: random.below(rules.count), limit: limit, using: &random)
  }

  private func text(of rule: Int, limit: Int, using random: inout SplitMix) -> [UInt8] {
    var bytes: [UInt8] = []
    append(rule, depth: 0, limit: limit, to: &bytes, using: &random)
    return bytes
  }

  private func append(
    _ rule: Int, depth: Int, limit: Int, to bytes: inout [UInt8], using random: inout SplitMix
  ) {
    var place = random.below(rules[rule].count)
    if depth > Self.deepest || bytes.count > limit {
      let least = depths[rule].min() ?? 0
      place = depths[rule].firstIndex(of: least) ?? 0
    }
    for symbol in rules[rule][place] {
      switch symbol {
      case .text(let text): bytes += text
      case .rule(let number): append(number, depth: depth + 1, limit: limit, to: &bytes, using: &random)
      }
    }
  }

  // MARK: - The file

  private enum Token: Hashable {
    case name(String)
    case text([UInt8])
    case colon, bar
  }

  private static func tokens(_ line: Substring) -> [Token] {
    var tokens: [Token] = []
    var rest = Array(line.utf8)[...]
    while let first = rest.first {
      switch first {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): rest.removeFirst()
      case UInt8(ascii: ":"):
        tokens.append(.colon)
        rest.removeFirst()
      case UInt8(ascii: "|"):
        tokens.append(.bar)
        rest.removeFirst()
      case UInt8(ascii: "\""):
        rest.removeFirst()
        tokens.append(.text(quoted(&rest)))
      default:
        let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "|") }
        tokens.append(.name(Array(name).text))
        rest = rest[name.endIndex...]
      }
    }
    return tokens
  }

  /// Up to the next quotation mark.
  private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\"), let mark = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      switch mark {
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "x"):
        bytes.append(UInt8(Array(rest.prefix(2)).text, radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      default: bytes.append(mark)
      }
    }
    return bytes
  }
}
