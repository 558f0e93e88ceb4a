import ArgumentParser
import Relata

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draws the graph, or the part of it around an entity.",
    discussion: """
      The ending of the output file says what to draw: .svg, .png or .pdf. Without --engine, small graphs are layered (dot), \
      large ones spread by forces (sfdp).

      EXAMPLES:
        relata render --output graph.pdf
        relata render --focus "HTS" --hops 1 --output hts.svg
        relata render --focus Putin --focus Sharaa --hops 2 --engine neato --output two.png
      """)

  @Option(help: ArgumentHelp("Draw only what is around this entity; may be repeated.", valueName: "name"))
  var focus: [String] = []

  @Option(help: "How far around.")
  var hops = 1

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write: .svg, .png or .pdf.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("The layout engine: \(Drawing.engineNames).", valueName: "name"))
  var engine: String?

  @OptionGroup var graphFile: GraphFile
  @OptionGroup var ontologyFile: OntologyFile

  func validate() throws {
    if hops < 0 { throw ValidationError("--hops must not be negative") }
    _ = try Drawing(fileName: output, engineName: engine)
  }

  func run() throws {
    let drawing = try Drawing(fileName: output, engineName: engine)
    let ontology = try ontologyFile.loadVocabulary()
    var graph = try graphFile.load()
    if !focus.isEmpty {
      let matcher = EntityMatcher(graph)
      var centers: Set<EntityID> = []
      for name in focus { centers.insert(try matcher.entity(named: name).id) }
      graph = graph.neighborhood(of: centers, hops: hops)
    }
    // A drawing takes its time: make sure of its place before.
    let (folder, name) = try OutputFolder.containing(output)
    do {
      try folder.write([ExportedFile(name: name, bytes: try drawing.draw(graph, ontology: ontology))])
    } catch {
      folder.removeIfNew()
      throw error
    }
  }
}
