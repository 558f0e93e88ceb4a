import RelataDocuments
public import RelataGazetteer
public import RelataGraph
public import RelataLanguage
import RelataQuery

/// Understands questions in plain English about one graph.
///
/// ```swift
/// let reader = QuestionReader(graph, ontology: ontology, analyzer: analyzer, gazetteer: gazetteer)
/// let answer = try QuestionAnswerer(graph, ontology: ontology).answer(reader.read("Who captured Damascus?"))
/// ```
///
/// The language model tags and parses the question; names are looked up in the graph; the predicate is looked
/// up among the ontology's triggers, by which statements are found in texts as well. `Documentation/ask.md`
/// says what is understood.
public struct QuestionReader: Sendable {
  private let ontology: Ontology
  private let analyzer: Analyzer
  private let gazetteer: Gazetteer
  private let matcher: EntityMatcher
  private let writer: PatternWriter
  private let openRelations: [String]

  /// - Complexity: O(entities + statements).
  public init(_ graph: KnowledgeGraph, ontology: Ontology, analyzer: Analyzer, gazetteer: Gazetteer) {
    self.ontology = ontology
    self.analyzer = analyzer
    self.gazetteer = gazetteer
    matcher = EntityMatcher(graph)
    writer = PatternWriter(graph)
    openRelations = Set(graph.statements.filter(\.isOpen).map(\.relation)).sorted()
  }

  /// - Complexity: a look-up of a name for each run of words, and O(triggers) for each word.
  /// - Throws: ``QuestionError``.
  public func read(_ text: String) throws(QuestionError) -> Question {
    var trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard trimmed.contains(where: { $0.isLetter }) else { throw .empty }
    // The parser expects questions to end as questions do.
    if trimmed.last?.isPunctuation != true { trimmed += "?" }
    let sentences = analyzer.analyze(SourceDocument(id: "question", text: trimmed)).blocks.flatMap(
      \.sentences)
    guard let sentence = sentences.first(where: { !$0.tokens.isEmpty }) else { throw .empty }
    guard sentences.count == 1 else { throw .notUnderstood("ask one question at a time") }
    var question = try read(sentence, of: trimmed)
    question.text = text
    return question
  }

  /// Understands a question that is analysed already.
  /// - Parameters:
  ///   - sentence: the whole question; the ranges of its tokens count the scalars of `text`, their heads are
  ///     a tree.
  ///   - text: the question as it was analysed.
  /// - Complexity: as ``read(_:)``.
  /// - Throws: ``QuestionError``.
  public func read(_ sentence: Sentence, of text: String) throws(QuestionError) -> Question {
    let kinds = KindFinder(ontology: ontology, gazetteer: gazetteer)
    let names = try NameFinder(matcher: matcher, kinds: kinds).names(in: sentence, text: text)
    let words = QuestionWords(
      tokens: sentence.tokens, names: names, phrase: try AskingPhrase(sentence.tokens, names: names))
    let composer = try QuestionComposer(
      words, ontology: ontology, kinds: kinds, writer: writer,
      finder: PredicateFinder(ontology: ontology, openRelations: openRelations))
    return try composer.compose(text)
  }
}
