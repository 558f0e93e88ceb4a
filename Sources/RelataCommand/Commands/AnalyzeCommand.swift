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

  @OptionGroup var inputs: InputDocuments

  @OptionGroup var jobs: JobCount

  func run() async throws {
    let analyzer = try builtInAnalyzer()
    try await inputs.forEachSlice(jobs: jobs.count) { documents in
      for analyzed in try await analyzer.analyze(documents, jobs: jobs.count) {
        try StandardOutput.write(CoNLLUWriter().bytes(of: analyzed))
      }
    }
  }
}
