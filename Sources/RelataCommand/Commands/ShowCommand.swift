import ArgumentParser
import Relata

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows everything that the graph knows of one entity.",
    discussion: """
      Its names, then what it did, what was done to it and what it said, by time, each with a sentence that says so.

      EXAMPLES:
        relata show "HTS"
        relata show person/vladimir-putin --from-graph output
        relata show "al-Sharaa" --why
        relata show Syria --json | jq '.asObject[].label'
      """)

  @Argument(help: "The name or identifier of the entity.")
  var entity: String

  @Flag(
    help: "Show instead why its names were taken for one: where each stands, and the reason for each merge.")
  var why = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var graphFile: GraphFile
  @OptionGroup var ontologyFile: OntologyFile

  func run() throws {
    let ontology = try ontologyFile.loadVocabulary()
    let (found, graph) = try graphFile.query { mapped in
      let found = try mapped.entity(named: entity)
      return (found, try mapped.part(about: found.id))
    }
    if why {
      let answer = IdentityAnswer(entity: found, statementText: StatementText(graph, ontology: ontology))
      if json { try writeJSON(answer.record) } else { try StandardOutput.write(answer.text) }
      return
    }
    guard let report = EntityReport(of: found.id, in: graph) else {
      throw CommandFailure(.unknownEntity, "no entity of this graph is called “\(entity)”")
    }
    let answer = EntityAnswer(report: report, graph: graph, ontology: ontology)
    if json { try writeJSON(answer.record) } else { try StandardOutput.write(answer.text) }
  }
}
