import ArgumentParser
import Relata

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures the language model against treebanks (CoNLL-U).",
    discussion: """
      Reads the words of each sentence as the treebank has them, analyses them anew and counts how many words get the \
      treebank's part of speech, lemma, head and relation; with --raw also from the plain text, where words and \
      sentences must be found first. Where the treebank has names (Name=B-PER in the last column), they are counted too. \
      Test sections of the Universal Dependencies treebanks are at universaldependencies.org.

      EXAMPLES:
        relata evaluate en_ewt-ud-test.conllu
        relata evaluate --raw en_ewt-ud-test.conllu en_gum-ud-test.conllu
      """)

  @Argument(help: "CoNLL-U files; each gets its own report.")
  var files: [String]

  @Flag(help: "Also print the F1 of each dependency relation.")
  var relations = false

  @Flag(help: "Also read the documents from their plain text.")
  var raw = false

  @OptionGroup var jobs: JobCount

  func run() async throws {
    let analyzer = try builtInAnalyzer()
    for file in files {
      let gold = try treebank(file)
      let predicted = try await analyzer.analyze(
        documents: gold.documents.map { $0.map(\.sentence.tokens) }, jobs: jobs.count
      ).flatMap { $0 }
      var evaluation = TreebankEvaluation()
      var names = NameEvaluation()
      for (gold, predicted) in zip(gold.map(\.sentence), predicted) {
        if gold.hasTree { evaluation.add(gold: gold.tokens, predicted: predicted.tokens) }
        names.add(gold: gold.names, predicted: predicted.names)
      }
      try StandardOutput.write("\(file)\n")
      if gold.contains(where: \.sentence.hasTree) { try StandardOutput.write(evaluation.report + "\n") }
      if relations { try StandardOutput.write(evaluation.relationReport + "\n") }
      if !names.isEmpty { try StandardOutput.write(names.report + "\n") }
      if raw {
        let documents = gold.documents.map { RawDocument($0) }
        let read = try await analyzer.analyze(documents.map(\.source), jobs: jobs.count)
        var evaluation = RawTextEvaluation()
        for (gold, predicted) in zip(documents, read) { evaluation.add(gold: gold, predicted: predicted) }
        try StandardOutput.write("from raw text\n\(evaluation.report)\n")
      }
    }
  }

  private func treebank(_ path: String) throws(CommandFailure) -> [CoNLLUSentence] {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw CommandFailure(.noInput, "\(path): this file cannot be read; is it there?")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandFailure(.badData, "\(path): CoNLL-U must be UTF-8")
    }
    let sentences: [CoNLLUSentence]
    do {
      sentences = try CoNLLUReader().sentences(of: text)
    } catch {
      throw CommandFailure(.badData, "\(path): \(error)")
    }
    guard !sentences.isEmpty else { throw CommandFailure(.badData, "\(path): no sentences in this file") }
    return sentences
  }
}

extension Sentence {
  /// Whether the file has a tree for it: exactly one root.
  fileprivate var hasTree: Bool { tokens.filter { $0.head == nil }.count == 1 }
}
