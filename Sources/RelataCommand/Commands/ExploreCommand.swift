import ArgumentParser
import Relata

struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Makes a page to look around in the graph, ask it and correct it, and opens it.",
    discussion: """
      One HTML file with the graph, its documents and all that the page needs: it opens from disk in any browser, without a server and \
      without the network.

      EXAMPLES:
        relata explore
        relata explore news.relata-db --output news.html
        relata explore output --title "Syria in November" --no-browser
      """)

  @OptionGroup var graphFile: GraphArgument

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output = "graph.html"

  @Option(help: ArgumentHelp("The heading (default: what matters most).", valueName: "text"))
  var title: String?

  @Flag(name: .customLong("without-texts"), help: "Leave the documents' texts out of the page.")
  var withoutTexts = false

  @Flag(name: .customLong("no-browser"), help: "Do not open the page.")
  var withoutBrowser = false

  @OptionGroup var ontologyFile: OntologyFile

  func run() throws {
    let ontology = try ontologyFile.loadVocabulary()
    var graph = try graphFile.load()
    if withoutTexts { for index in graph.documents.indices { graph.documents[index].text = nil } }
    let page = ExplorerPage(ontology: ontology, title: title)
      .html(of: graph, layout: Drawing.places(in: graph))
    let target = try OutputTarget(output)
    try target.write { ExportedFile(name: output, bytes: page) }
    guard target.isFile else { return }
    if withoutBrowser || !Browser.open(output) { try StandardOutput.write(output + "\n") }
  }
}
