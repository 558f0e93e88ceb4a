import RelataGazetteer
import RelataLanguage

/// A document's sentences in one row, with the kind of block that each stands in.
struct Reading: Sendable {
  var trees: [SentenceTree] = []
  var isProse: [Bool] = []
  var title: String?
  /// The sentence that is the document's title: it tells facts in the present tense, without auxiliaries.
  var titleSentence: Int?
  /// The encoder's vectors of each sentence's words.
  var vectors: [WordVectors] = []

  init(_ document: AnalyzedDocument, _ gazetteer: Gazetteer) {
    let names = NameRepair(gazetteer: gazetteer, document: document)
    let appositions = AppositionRepair(gazetteer: gazetteer)
    for block in document.blocks where block.kind != .boilerplate {
      for sentence in block.sentences {
        let tree = SentenceTree(
          appositions.repaired(ClauseRepair.repaired(names.repaired(sentence))))
        if block.kind == .heading, title == nil {
          title = tree.text(tree.tokens.indices)
          titleSentence = trees.count
        }
        trees.append(tree)
        vectors.append(sentence.vectors ?? WordVectors())
        isProse.append(block.kind == .prose)
      }
    }
  }
}
