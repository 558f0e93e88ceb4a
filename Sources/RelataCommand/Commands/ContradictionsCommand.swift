import ArgumentParser
import Relata

struct ContradictionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contradictions",
    abstract: "Shows what the documents contradict each other in, with their sentences side by side.",
    discussion: """
      First contradicting dates, then places, offices and outcomes (one text affirms what another denies). Only what texts \
      state as fact or report is compared: plans, threats and allegations contradict nothing.

      EXAMPLES:
        relata contradictions
        relata contradictions output/graph.jsonld --about date
        relata contradictions --graph news.relata-db
        relata contradictions --json | jq '.contradictions[].explanation'
      """)

  @Option(
    help: ArgumentHelp(
      "Show only contradictions about this: date, place, office or outcome.", valueName: "topic"),
    transform: topic)
  var about: ContradictionReport.Topic?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var graphFile: GraphArgument
  @OptionGroup var ontologyFile: OntologyFile

  func run() throws {
    let ontology = try ontologyFile.loadVocabulary()
    let graph = try graphFile.load()
    var report = ContradictionReport(of: graph, ontology: ontology)
    if let about { report.items = report.items(about: about) }
    let answer = ContradictionAnswer(report: report, graph: graph, ontology: ontology, about: about)
    if json { try writeJSON(answer.record) } else { try StandardOutput.write(answer.text) }
  }
}

@Sendable private func topic(_ text: String) throws -> ContradictionReport.Topic {
  guard let topic = ContradictionReport.Topic(rawValue: text) else {
    throw ValidationError(
      "there is no topic “\(text)”; topics are "
        + ContradictionReport.Topic.allCases.map(\.rawValue).joined(separator: ", "))
  }
  return topic
}
