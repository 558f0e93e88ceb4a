import RelataDocuments
import RelataLanguage
import Testing

@Suite struct CoNLLUTests {
  private static let sample = """
    # newdoc id = d1
    # newpar
    # sent_id = s1
    # text = They don't like Mr. Po.
    1\tThey\tthey\tPRON\tPRP\tNumber=Plur\t4\tnsubj\t_\tEntity=(x)
    2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
    2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
    3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
    4\tlike\tlike\tVERB\tVB\t_\t0\troot\t_\t_
    4.1\tghost\tghost\tVERB\tVB\t_\t_\t_\t_\t_
    5\tMr.\tMr.\tPROPN\tNNP\t_\t4\tobj\t_\tName=B-PER
    6\tPo\tPo\tPROPN\tNNP\t_\t5\tflat\t_\tName=I-PER|SpaceAfter=No
    7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

    """

  @Test func readsWordsMultiwordsAndNames() throws {
    let sentence = try #require(try CoNLLUReader().sentences(of: Self.sample).first)
    let tokens = sentence.sentence.tokens
    #expect(sentence.id == "s1")
    #expect(sentence.newDocument == "d1")
    #expect(sentence.startsParagraph)
    #expect(tokens.map(\.form) == ["They", "do", "n't", "like", "Mr.", "Po", "."])
    #expect(tokens.map(\.range) == [0..<4, 5..<7, 7..<10, 11..<15, 16..<19, 20..<22, 22..<23])
    #expect(tokens.map(\.hasSpaceAfter) == [true, false, true, true, true, false, true])
    #expect(tokens.map(\.head) == [3, 3, 3, nil, 3, 4, 3])
    #expect(tokens[0].feature("Number") == "Plur")
    #expect(sentence.multiwords == [.init(tokens: 1..<3, form: "don't")])
    #expect(sentence.sentence.names == [NameSpan(tokens: 4..<6, label: .person)])
  }

  @Test(
    arguments: [
      ("1\ta\ta\n", "3 columns"), ("1\ta\t\tX\t_\t_\t0\troot\t_\t_\n", "empty column"),
      ("2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n", "word 2"), ("1\ta\ta\tX\t_\t_\t5\tdep\t_\t_\n\n", "head 5"),
      ("1\ta\ta\tX\t_\t_\tx\tdep\t_\t_\n", "x is no head"),
      ("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n", "missing"),
      ("1\ta\ta\tX\t_\t_\t-9223372036854775808\tdep\t_\t_\n", "-9223372036854775808 is no head"),
      (
        "1-5\tabc\t_\t_\t_\t_\t_\t_\t_\t_\n1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n"
          + "1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n2\tb\tb\tX\t_\t_\t1\tdep\t_\t_\n\n", "1-2 is no range"
      ),
    ])
  func saysWhatIsWrong(text: String, reason: String) throws {
    let error = try #require(throws: CoNLLUError.self) { try CoNLLUReader().sentences(of: text) }
    #expect(error.description.contains(reason))
    #expect(error.line >= 1)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let document = Self.analyzed(
      "King Rudolf didn't see the U.S. envoys' “can’t do” plan. He said: it's \u{A0}over.")
    let text = String(decoding: CoNLLUWriter().bytes(of: document), as: UTF8.self)
    let sentences = try CoNLLUReader().sentences(of: text)
    let written = document.blocks.flatMap(\.sentences)
    #expect(sentences.map { $0.sentence.tokens.map(\.form) } == written.map { $0.tokens.map(\.form) })
    #expect(sentences.map { $0.sentence.names } == written.map(\.names))
    #expect(sentences.flatMap(\.multiwords).map(\.form) == ["didn't", "envoys'", "can’t", "it's"])
    for (one, other) in zip(sentences, written) {
      #expect(
        one.sentence.tokens.dropLast().map(\.hasSpaceAfter) == other.tokens.dropLast().map(\.hasSpaceAfter))
    }
  }

  @Test(arguments: 0..<20)
  func anyTreeAndTextGivesAValidFile(seed: Int) throws {
    var document = Self.analyzed(RandomText(seed: UInt64(seed) &+ 77).text(length: 300))
    // Heads that make circles, point outside, or leave no root.
    for block in document.blocks.indices {
      for sentence in document.blocks[block].sentences.indices {
        for index in document.blocks[block].sentences[sentence].tokens.indices {
          let head = (index &* 7 &+ seed) % 11
          document.blocks[block].sentences[sentence].tokens[index].head = head == 0 ? nil : head - 2
          document.blocks[block].sentences[sentence].tokens[index].relation =
            seed.isMultiple(of: 2) ? "root" : "a b"
        }
      }
    }
    let bytes = CoNLLUWriter().bytes(of: document)
    let text = String(decoding: bytes, as: UTF8.self)
    for sentence in try CoNLLUReader().sentences(of: text) {
      let tokens = sentence.sentence.tokens
      #expect(tokens.count { $0.head == nil } == 1)
      for index in tokens.indices {
        var node: Int? = index
        var steps = 0
        while let current = node, steps <= tokens.count {
          node = tokens[current].head
          steps += 1
        }
        #expect(node == nil, "a circle")
      }
    }
    #expect(try PythonCoNLLU.check(bytes).sentences == document.sentenceCount)
  }

  @Test func anIndependentReaderSeesTheSame() throws {
    let document = Self.analyzed(
      "The king's men can't go.\n\nIt's over — “really over”. He cannot stay at 10:30am.")
    let result = try PythonCoNLLU.check(CoNLLUWriter().bytes(of: document))
    #expect(result.sentences == 3)
    #expect(result.words == document.wordCount)
    #expect(result.multiwords == ["king's", "can't", "It's", "cannot"])
    #expect(
      result.spelled == [
        "The king's men can't go.", "It's over — “really over”.", "He cannot stay at 10:30am.",
      ])
  }

  /// A document with the first two tokens of each sentence as a name and a flat tree.
  private static func analyzed(_ text: String) -> AnalyzedDocument {
    let source = SourceDocument(id: "x\ty", text: text)
    var blocks = Segmenter().segment(source)
    for block in blocks.indices {
      for sentence in blocks[block].sentences.indices {
        let count = blocks[block].sentences[sentence].tokens.count
        for index in 1..<max(1, count) { blocks[block].sentences[sentence].tokens[index].head = 0 }
        if count > 1 { blocks[block].sentences[sentence].names = [NameSpan(tokens: 0..<2, label: .person)] }
      }
    }
    return AnalyzedDocument(source: source, blocks: blocks)
  }
}
