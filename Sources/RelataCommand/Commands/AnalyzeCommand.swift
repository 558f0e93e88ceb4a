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
    // A few documents at a time: enough for all jobs, so few that the first words appear soon and memory stays small.
    var rest = documents[...]
    var size = 1
    while !rest.isEmpty {
      for analyzed in try await analyzer.analyze(Array(rest.prefix(size)), jobs: jobs.count) {
        try StandardOutput.write(CoNLLUWriter().bytes(of: analyzed))
      }
      rest = rest.dropFirst(size)
      size = 32
    }
  }
}
