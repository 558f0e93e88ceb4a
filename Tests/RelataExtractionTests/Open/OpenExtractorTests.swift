import RelataExtraction
import RelataGazetteer
import RelataLanguage
import Testing

@Suite("Open information extraction")
struct OpenExtractorTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    /// In the notation `predicate(first argument; second argument; …)`. Without those
    /// that restate a noun phrase.
    let clauses: Set<String>
    /// What noun phrases say.
    let nominals: Set<String>

    init(_ text: String, _ clauses: Set<String>, nominals: Set<String> = []) {
      self.text = text
      self.clauses = clauses
      self.nominals = nominals
    }

    var testDescription: String { text }
  }

  static let examples = [
    Example(
      "The council approved the budget on Monday.", ["approved(The council; the budget; on Monday)"]),
    Example(
      "The bridge was built by Roman engineers in 43 AD.",
      ["was built by(The bridge; Roman engineers; in 43 AD)"]),
    Example(
      "Maria Lopez, the director of the museum, opened the exhibition.",
      ["opened(Maria Lopez; the exhibition)"],
      nominals: ["is(Maria Lopez; the director of the museum)", "is of(the director; the museum)"]),
    Example(
      "The farmers who lost their crops asked the government for help.",
      [
        "lost(The farmers; their crops)",
        "asked(The farmers who lost their crops; the government; for help)",
      ],
      nominals: ["had(their; crops)"]),
    Example(
      "The company tried to sell its factory in Leeds.",
      ["tried to sell(The company; its factory; in Leeds)"], nominals: ["had(its; factory)"]),
    Example(
      "She is a member of the committee.", ["is(She; a member of the committee)"],
      nominals: ["is of(a member; the committee)"]),
    Example(
      "Anna and Peter visited Rome and Venice.",
      [
        "visited(Anna; Rome)", "visited(Anna; Venice)", "visited(Peter; Rome)", "visited(Peter; Venice)",
      ]),
    Example(
      "The minister said that the road would be closed.",
      ["said that(The minister; the road would be closed)"]),
    Example(
      "The storm destroyed houses and killed a fisherman.",
      ["destroyed(The storm; houses)", "killed(The storm; a fisherman)"]),
    Example("Officials did not answer the letter.", ["did not answer(Officials; the letter)"]),
    Example(
      "A painting stolen from the gallery was found in a cellar.",
      [
        "was stolen from(A painting; the gallery)",
        "was found in(A painting stolen from the gallery; a cellar)",
      ]),
    Example(
      "\"The lake is too cold,\" said the guide.",
      ["is(The lake; too cold)", "said(the guide; \"The lake is too cold,\")"]),
    Example(
      "The village in which the poet lived has a small school.",
      [
        "lived(the poet; in The village)", "has(The village in which the poet lived; a small school)",
      ]),
    Example(
      "It is hard to find the entrance.", ["is(It; hard; to find the entrance)"]),
    Example("The river is near the town.", ["is near(The river; the town)"]),
    Example(
      "President Novak resigned yesterday.", ["resigned(President Novak; yesterday)"],
      nominals: ["is(Novak; President)"]),
    Example(
      "He gave his sister a book.", ["gave(He; a book; his sister)"], nominals: ["had(his; sister)"]),
  ]

  @Test("a sentence gives these propositions and no others", arguments: examples)
  func propositions(_ example: Example) throws {
    let found = try Self.propositions(example.text)
    #expect(Set(found.map(Self.notation)) == example.clauses.union(example.nominals))
    #expect(found.count == example.clauses.count + example.nominals.count)
  }

  @Test("what a clause says is surer than what a noun phrase says")
  func confidence() throws {
    let found = try Self.propositions("Maria Lopez, the director of the museum, opened the exhibition.")
    let clause = try #require(found.first { $0.predicate == "opened" })
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0 == clause || $0.confidence < clause.confidence })
  }

  /// Sentences as they are not in textbooks: headlines, fragments, brackets,
  /// quotations, lists, other scripts.
  static let difficult =
    examples.map(\.text) + [
      "Storms (the worst since 1987), floods - and then silence.",
      "\"We wo n't pay,\" he said; \"never\" -- or so the mayor's aide, Ms. O'Neil, claims.",
      "Which of the towns whose halls burned did those who fled, and who had nowhere to go, leave last?",
      "There being no quorum, to vote was what the members, tired and hungry, refused to consider doing.",
      "Réunion’s préfet a déclaré… 12,5 % (!?)",
      "and , and , and ; or : but",
      "Not only the north, the south, the east, but also the west, the centre and the isles voted for A, B, C, D and E.",
      "Где река? 河はどこ?",
      "!",
    ]

  @Test("arguments are made of words of the sentence, confidences are from 0 to 1", arguments: difficult)
  func wellFormed(_ text: String) throws {
    let words = Set(Tokenizer().tokens(of: text).map(\.form))
    for proposition in try Self.propositions(text) {
      #expect((0...1).contains(proposition.confidence))
      #expect(!proposition.predicate.isEmpty)
      #expect(proposition.arguments.count >= 2)
      for argument in proposition.arguments {
        #expect(!argument.isEmpty)
        #expect(!argument.contains { $0 == "\t" || $0.isNewline })
        #expect(
          text.contains(argument) || Tokenizer().tokens(of: argument).allSatisfy { words.contains($0.form) })
      }
    }
  }

  @Test("the same text gives the same propositions")
  func deterministic() throws {
    for text in Self.difficult {
      #expect(try Self.propositions(text) == Self.propositions(text))
    }
  }

  @Test("damaged trees end: cycles, heads out of range, no root")
  func damagedTrees() throws {
    let extractor = try Self.extractor.get()
    let forms = ["Ann", "said", "Bob", "and", "Cy", "left", "early"]
    let relations = ["nsubj", "conj", "xcomp", "acl:relcl", "appos", "advcl", "ccomp"]
    for shift in 1..<forms.count {
      for relation in relations {
        let tokens = forms.indices.map { index in
          Token(
            form: forms[index], range: index * 8..<index * 8 + 5, lemma: forms[index].lowercased(),
            partOfSpeech: index.isMultiple(of: 2) ? .properNoun : .verb,
            head: (index + shift) % (forms.count + 1),
            relation: relation)
        }
        let found = extractor.propositions(of: Sentence(tokens: tokens))
        #expect(found.allSatisfy { (0...1).contains($0.confidence) && $0.arguments.count >= 2 })
      }
    }
    #expect(extractor.propositions(of: Sentence(tokens: [])).isEmpty)
  }

  private static let analyzer = Result { Analyzer(model: try LanguageModel.embedded()) }
  private static let extractor = Result { OpenExtractor(words: try .embedded()) }

  private static func propositions(_ text: String) throws -> [OpenProposition] {
    let sentences = try analyzer.get().analyze([Tokenizer().tokens(of: text)])
    let extractor = try extractor.get()
    return sentences.flatMap { extractor.propositions(of: $0) }
  }

  private static func notation(_ proposition: OpenProposition) -> String {
    "\(proposition.predicate)(\(proposition.arguments.joined(separator: "; ")))"
  }
}
