/// What can be seen of a unit without knowing its neighbours.
struct TextUnitFeatures {
  /// At most this many words make a line short; longer units are hardly ever boilerplate.
  static let shortest = 30
  private static let longestLine = 600

  private static let postMarks = PhraseList(["pic.twitter.com/", "https://t.co/", "pic.x.com/"])
  private static let creditMarks = PhraseList(["image:", "photo"])

  let words: Int
  let endsSentence: Bool
  let endsWithColon: Bool
  /// The text in lower case, spaces and apostrophes evened out; empty for units too long to be boilerplate.
  let line: String
  let isBoilerplate: Bool
  let section: Boilerplate.Section?
  /// Ends with the signature of a post, `— Name (@handle) January 10, 2025`.
  let isPost: Bool
  /// A quotation with its speaker under it, set apart to be seen: `"…" - Name`, `… — Name`.
  let isPullQuote: Bool
  /// Nothing but such a signature.
  let isSignature: Bool

  var isShort: Bool { words <= Self.shortest && !line.isEmpty }
  /// A short line that is no sentence.
  var isFragment: Bool { isShort && !endsSentence && !(endsWithColon && words > 5) && wordsAfterStop <= 5 }
  /// How many words follow the last full stop inside a line; none where there is no stop.
  let wordsAfterStop: Int

  init(_ unit: TextUnit, in scalars: [Unicode.Scalar]) {
    let range = unit.range
    var words = 0
    var insideWord = false
    for index in range {
      let isSpace = scalars[index].isSpace
      if !isSpace, !insideWord { words += 1 }
      insideWord = !isSpace
    }
    self.words = words
    endsSentence = scalars.endsSentence(range)
    endsWithColon = scalars[range].last == ":"
    let lastStop = range.count <= Self.longestLine ? scalars.lastInnerStop(range) : nil
    wordsAfterStop =
      lastStop.map { scalars[$0..<range.upperBound].split(whereSeparator: \.isSpace).count - 1 } ?? 0
    guard range.count <= Self.longestLine else {
      line = ""
      section = nil
      isBoilerplate = TableShape.isRow(scalars, range)
      isPullQuote = false
      isPost = range.count <= 1_200 && PostSignature.find(in: scalars, range) != nil
      isSignature = false
      return
    }
    line = Self.normalised(scalars[range])
    let signature = PostSignature.find(in: scalars, range)
    isPost = signature != nil || words <= 80 && Self.postMarks.occurs(in: Array(line.utf8))
    isSignature = signature.map { $0 <= range.lowerBound + 2 } ?? false
    section = words <= 8 && !unit.isListItem ? Boilerplate.section(line) : nil
    let isFrame = words <= 40 && Boilerplate.isFrame(line)
    isPullQuote = words <= 60 && !endsSentence && !endsWithColon && PullQuote.matches(scalars, range)
    isBoilerplate =
      isFrame && Self.mayBeFrame(words: words, endsSentence: endsSentence, line: line)
      || TableShape.isRow(scalars, range)
      || LineContent.isBoilerplate(scalars, range, line, words, endsSentence)
  }

  /// A sentence of running text can begin like a frame's line ("Subscribe to …"): it is long, then.
  private static func mayBeFrame(words: Int, endsSentence: Bool, line: String) -> Bool {
    words <= 12 || !endsSentence || words <= 40 && !line.contains(". ")
      || creditMarks.occurs(in: Array(line.utf8))
  }

  static func normalised(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in scalars {
      if scalar.isSpace {
        pendingSpace = true
        continue
      }
      if scalar.isInvisible { continue }
      if pendingSpace, !view.isEmpty { view.append(" ") }
      pendingSpace = false
      view.append(scalar.isApostrophe ? "'" : scalar)
    }
    return String(view).lowercased()
  }
}
