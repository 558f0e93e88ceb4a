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
      treebank's part of speech, lemma, head and relation. Test sections of the Universal Dependencies treebanks are at \
      universaldependencies.org.

      EXAMPLES:
        relata evaluate en_ewt-ud-test.conllu
        relata evaluate en_ewt-ud-test.conllu en_gum-ud-test.conllu
      """)

  @Argument(help: "CoNLL-U files; each gets its own report.")
  var files: [String]

  @OptionGroup var jobs: JobCount

  func run() async throws {
    let analyzer = try builtInAnalyzer()
    for file in files {
      let gold = try treebank(file)
      let predicted = try await analyzer.analyze(gold.map(\.sentence.tokens), jobs: jobs.count)
      var evaluation = TreebankEvaluation()
      for (gold, predicted) in zip(gold, predicted) {
        evaluation.add(gold: gold.sentence.tokens, predicted: predicted.tokens)
      }
      try StandardOutput.write("\(file)\n\(evaluation.report)\n")
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
