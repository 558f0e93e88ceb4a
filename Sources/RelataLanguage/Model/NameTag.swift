/// A BIOES tag: begin, inside, end or single word of a name, or outside.
enum NameTag: Hashable, Sendable {
  case outside
  case begin(NameLabel)
  case inside(NameLabel)
  case end(NameLabel)
  case single(NameLabel)

  init?(_ text: String) {
    if text == "O" {
      self = .outside
      return
    }
    guard text.count > 2, let label = NameLabel(rawValue: String(text.dropFirst(2))) else { return nil }
    switch text.prefix(2) {
    case "B-": self = .begin(label)
    case "I-": self = .inside(label)
    case "E-": self = .end(label)
    case "S-": self = .single(label)
    default: return nil
    }
  }

  /// Whether a sequence may begin with this tag.
  var canStart: Bool {
    switch self {
    case .outside, .begin, .single: true
    case .inside, .end: false
    }
  }

  var canEnd: Bool {
    switch self {
    case .outside, .end, .single: true
    case .inside, .begin: false
    }
  }

  func canFollow(_ previous: NameTag) -> Bool {
    switch previous {
    case .begin(let label), .inside(let label): self == .inside(label) || self == .end(label)
    case .outside, .end, .single: canStart
    }
  }
}

/// The best valid sequence of name tags (Viterbi 1967).
struct NameDecoder: Sendable {
  private let tags: [NameTag]
  private let predecessors: [[Int]]

  init(tags: [NameTag]) {
    self.tags = tags
    predecessors = tags.map { tag in tags.indices.filter { tag.canFollow(tags[$0]) } }
  }

  /// - Parameter logits: scores by word and tag, row by row.
  /// - Complexity: O(words · tags²).
  func names(_ logits: [Float], words: Int) -> [NameSpan] {
    logits.withUnsafeBufferPointer { names($0, words: words) }
  }

  func names(_ logits: UnsafeBufferPointer<Float>, words: Int) -> [NameSpan] {
    guard words > 0 else { return [] }
    let width = tags.count
    // Nearly always the best tag of each word is already part of a valid sequence,
    // which is then the best one.
    if let path = greedy(logits, words: words) { return spans(path, logits) }
    let impossible = -Float.greatestFiniteMagnitude / 4
    var score = tags.indices.map { tags[$0].canStart ? logits[$0] : impossible }
    var pointers: [[Int]] = []
    for word in 1..<max(1, words) {
      var next = [Float](repeating: impossible, count: width)
      var back = [Int](repeating: 0, count: width)
      for tag in 0..<width {
        guard var best = predecessors[tag].first else { continue }
        for candidate in predecessors[tag] where score[candidate] > score[best] { best = candidate }
        back[tag] = best
        next[tag] = score[best] + logits[word * width + tag]
      }
      pointers.append(back)
      score = next
    }
    guard var last = tags.indices.filter({ tags[$0].canEnd }).max(by: { score[$0] < score[$1] }) else {
      return []
    }
    var path = [last]
    for back in pointers.reversed() {
      last = back[last]
      path.append(last)
    }
    path.reverse()
    return spans(path, logits)
  }

  /// The best tag of each word, where they make a valid sequence.
  private func greedy(_ logits: UnsafeBufferPointer<Float>, words: Int) -> [Int]? {
    let width = tags.count
    var path: [Int] = []
    path.reserveCapacity(words)
    for word in 0..<words {
      var best = 0
      for tag in 1..<max(1, width) where logits[word * width + tag] > logits[word * width + best] {
        best = tag
      }
      guard path.last.map({ tags[best].canFollow(tags[$0]) }) ?? tags[best].canStart else { return nil }
      path.append(best)
    }
    guard let last = path.last, tags[last].canEnd else { return nil }
    return path
  }

  private func spans(_ path: [Int], _ logits: UnsafeBufferPointer<Float>) -> [NameSpan] {
    var result: [NameSpan] = []
    var start = 0
    for (word, tag) in path.enumerated() {
      switch tags[tag] {
      case .single(let label):
        result.append(
          NameSpan(
            tokens: word..<word + 1, label: label, confidence: confidence(path, logits, word..<word + 1)))
      case .begin: start = word
      case .end(let label):
        result.append(
          NameSpan(
            tokens: start..<word + 1, label: label, confidence: confidence(path, logits, start..<word + 1)))
      case .inside, .outside: break
      }
    }
    return result
  }

  /// The mean probability of the tags chosen for some words.
  private func confidence(_ path: [Int], _ logits: UnsafeBufferPointer<Float>, _ words: Range<Int>) -> Double
  {
    let width = tags.count
    var total = 0.0
    for word in words {
      let row = logits[word * width..<(word + 1) * width]
      let largest = row.max() ?? 0
      // A rational bound of the exponential would do; the sum only ranks confidence, so
      // three decimals are kept.
      var sum = 0.0
      for value in row { sum += Softmax.exponential(Double(value - largest)) }
      total += Softmax.exponential(Double(row[row.startIndex + path[word]] - largest)) / sum
    }
    return (total / Double(words.count) * 1000).rounded() / 1000
  }
}

/// The exponential function without the C library, so that every platform gives the same bits.
enum Softmax {
  /// e^x for x ≤ 0 by squaring a Taylor polynomial of x / 1024 (relative error below 1e-9).
  static func exponential(_ x: Double) -> Double {
    guard x > -40 else { return 0 }
    let r = x / 1024
    var p = 1 + r * (1 + r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24))))
    for _ in 0..<10 { p *= p }
    return p
  }
}
