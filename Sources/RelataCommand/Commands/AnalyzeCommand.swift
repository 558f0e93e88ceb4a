import ArgumentParser
import Relata

struct AnalyzeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Prints how each sentence is read: CoNLL-U.",
    discussion: """
      One word a line: form, lemma, part of speech, features, head, dependency relation; the last column has the place in \
      the original text (Unicode scalars) and names. The format is described at universaldependencies.org/format.html.

      EXAMPLES:
        relata analyze articles/one.txt
        echo "HTS captured Aleppo." | relata analyze -
        relata analyze articles | grep Name=B-PER | cut -f 2 | sort | uniq -c
      """)

  @Argument(help: "Files and folders to read; “-” is standard input.")
  var inputs: [String]

  @OptionGroup var jobs: JobCount

  func run() async throws {
    let documents = try InputDocuments.read(inputs)
    let analyzer = try builtInAnalyzer()
    // Document by document, so that the first words appear soon.
    for document in documents {
      for analyzed in try await analyzer.analyze([document], jobs: jobs.count) {
        try StandardOutput.write(CoNLLUWriter().bytes(of: analyzed))
      }
    }
  }
}
