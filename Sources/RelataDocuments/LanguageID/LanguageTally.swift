/// Counts the letters of each language while a text is read in passages, so that a quotation or a paragraph
/// in another language weighs what it is long and no more.
struct LanguageTally {
  /// A passage ends with the first paragraph after so many letters,
  static let passage = 240
  /// or with the word after so many.
  static let longestPassage = 480

  /// Letters of scripts that are used for one language.
  var lettersOfSystems: Double { byScript.values.reduce(0, +) }

  private let model: NgramModel
  private let folding: LetterFolding
  private var byModel: [Double]
  private var byScript: [WritingSystem: Double] = [:]
  private var letters16: [UInt16] = [LetterFolding.space]
  /// The letters of the passage, without spaces.
  private var passageLetters = 0
  /// What was counted; a letter that writes a syllable or a word counts twice.
  private(set) var letters = 0.0

  init(model: NgramModel, folding: LetterFolding) {
    self.model = model
    self.folding = folding
    byModel = Array(repeating: 0, count: model.languages.count)
  }

  mutating func add(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars {
      let letter = folding[scalar]
      if letter != LetterFolding.space {
        letters16.append(letter)
        passageLetters += 1
        continue
      }
      if letters16.last != LetterFolding.space { letters16.append(LetterFolding.space) }
      if scalar == "\n" ? passageLetters >= Self.passage : passageLetters >= Self.longestPassage {
        endPassage()
      }
      guard scalar.value > 0x370, let system = WritingSystem(scalar) else { continue }
      byScript[system, default: 0] += system.weight
      letters += system.weight
    }
    if letters16.last != LetterFolding.space { letters16.append(LetterFolding.space) }
  }

  mutating func finish() { endPassage() }

  private mutating func endPassage() {
    guard passageLetters > 0 else { return }
    let count = Double(passageLetters)
    for (index, probability) in model.probabilities(letters16).enumerated() {
      byModel[index] += Double(probability) * count
    }
    letters += count
    letters16.removeAll(keepingCapacity: true)
    letters16.append(LetterFolding.space)
    passageLetters = 0
  }

  /// The languages with their shares of the letters, the largest first.
  func shares(model: NgramModel) -> [IdentifiedLanguage] {
    guard letters >= Double(LanguageIdentifier.shortest) else { return [] }
    var shares: [IdentifiedLanguage] = []
    for (language, count) in zip(model.languages, byModel) where count > letters * LanguageIdentifier.least {
      shares.append(
        IdentifiedLanguage(code: language.code, name: language.name, probability: count / letters))
    }
    for (system, count) in systems where count > letters * LanguageIdentifier.least {
      shares.append(IdentifiedLanguage(code: system.code, name: system.name, probability: count / letters))
    }
    return shares.sorted { ($1.probability, $0.code) < ($0.probability, $1.code) }
  }

  /// Chinese characters are Japanese in a text that has kana: these are a third of it and more.
  private var systems: [WritingSystem: Double] {
    guard let han = byScript[.han], let kana = byScript[.kana], kana >= han / 10 else { return byScript }
    var systems = byScript
    systems[.han] = nil
    systems[.kana] = han + kana
    return systems
  }
}
