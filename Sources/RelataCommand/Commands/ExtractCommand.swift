import ArgumentParser
import Relata
import RelataExtraction
import RelataLanguage

struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Prints what each sentence says, in its own words: open information extraction.",
    discussion: """
      One proposition a line, in columns parted by tabs: sentence, confidence (0 to 1), predicate, first argument, second \
      argument, further arguments. Every argument is made of words of the sentence; a predicate that the sentence leaves \
      out is a form of “be” or “have”. No vocabulary is needed, nothing is resolved: pronouns stay pronouns.

      The confidence is the share of a proposition's words that annotators of the CaRB benchmark would write as well; \
      relations inside noun phrases have low ones. --min-confidence 0.37 gives about the best balance.

      EXAMPLES:
        relata extract --open articles
        echo "Rebels led by Khan captured Aleppo in 2016." | relata extract --open -
        relata extract --open --one-sentence-per-line dev.txt > dev.tsv
      """)

  @OptionGroup var inputs: InputDocuments

  @Flag(
    help:
      "Extract propositions of any kind. The only kind of extraction so far; the graph comes from “relata build”."
  )
  var open = false

  @Flag(help: "Take each line for one sentence, and print it as it is.")
  var oneSentencePerLine = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Leave out propositions below this confidence (0 to 1).", valueName: "x"))
  var minConfidence = 0.0

  @Flag(help: "Add a last column: what the confidence was computed from, as name=value.")
  var trace = false

  @OptionGroup var jobs: JobCount

  func validate() throws {
    guard open else { throw ValidationError("extract needs --open (for typed relations see “relata build”)") }
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence must be from 0 to 1")
    }
  }

  func run() async throws {
    let analyzer = try builtInAnalyzer()
    let extractor = try builtInExtractor()
    try await inputs.forEachSlice(jobs: jobs.count) { documents in
      for document in documents {
        if oneSentencePerLine {
          try await extractLines(of: document, analyzer, extractor)
        } else if let analyzed = try await analyzer.analyze([document], jobs: jobs.count).first {
          let prose = analyzed.blocks.filter { $0.kind == .prose }.flatMap(\.sentences)
          try print(prose.map { ($0.text, $0) }, extractor)
        }
      }
    }
  }

  private func builtInExtractor() throws(CommandFailure) -> OpenExtractor {
    do {
      return OpenExtractor(words: try .embedded())
    } catch {
      throw CommandFailure(.internalError, "the word lists built in are damaged: \(error)")
    }
  }

  /// Each line is a document of its own, so that its reading does not depend on its neighbours.
  private func extractLines(
    of document: SourceDocument, _ analyzer: Analyzer, _ extractor: OpenExtractor
  ) async throws {
    let lines = document.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    if let number = lines.firstIndex(where: { $0.contains("\t") }) {
      throw CommandFailure(
        .badData,
        "\(document.id):\(number + 1): a sentence with a tab cannot stand in a column; replace it by a space")
    }
    let sentences = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    let analyzed = try await analyzer.analyze(
      documents: sentences.map { [Tokenizer().tokens(of: $0)] }, jobs: jobs.count)
    let read = zip(sentences, analyzed).compactMap { line, parts in parts.first.map { (line, $0) } }
    try print(read, extractor)
  }

  private func print(_ sentences: [(text: String, sentence: Sentence)], _ extractor: OpenExtractor) throws {
    var output = ""
    for (text, sentence) in sentences {
      for proposition in extractor.propositions(of: sentence) where proposition.confidence >= minConfidence {
        var columns = [text, "\(proposition.confidence)", proposition.predicate] + proposition.arguments
        if trace {
          columns.append(proposition.features.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
        }
        output += columns.joined(separator: "\t") + "\n"
      }
    }
    try StandardOutput.write(output)
  }
}

extension Sentence {
  /// The words with single spaces where white space stood between them.
  fileprivate var text: String {
    var text = ""
    for (index, token) in tokens.enumerated() {
      text += token.form
      if token.hasSpaceAfter && index + 1 < tokens.count { text += " " }
    }
    return text
  }
}
