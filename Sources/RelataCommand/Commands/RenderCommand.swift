import ArgumentParser
import Relata

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draws the graph, or the part of it around an entity, or a timeline.",
    discussion: """
      The ending of the output file says what to draw: .svg, .png or .pdf. All statements between two entities share a line, whose \
      label lists the three most important; about \(PictureOptions.usualLineLimit) lines are drawn, the most important ones, unless \
      --all asks for all. No label lies over another one or over an entity. With --engine, Graphviz places the entities.

      --timeline draws what happened when, as .svg: dates from left to right, a lane for each of the most important actors.

      EXAMPLES:
        relata render --output graph.pdf
        relata render --all --output everything.svg
        relata render --timeline --focus Sharaa --output timeline.svg
        relata render --focus "HTS" --hops 1 --output hts.svg
        relata render --focus Putin --focus Sharaa --hops 2 --engine neato --output two.png
      """)

  @Option(help: ArgumentHelp("Draw only what is around this entity; may be repeated.", valueName: "name"))
  var focus: [String] = []

  @Option(
    parsing: .unconditional, help: "How many statements around what --focus names (default: 1).")
  var hops: Int?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write: .svg, .png or .pdf.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("The layout engine: \(Drawing.engineNames).", valueName: "name"))
  var engine: String?

  @Flag(name: .customLong("all"), help: "Draw all statements, not only the most important ones.")
  var drawsAll = false

  @Flag(help: "Draw dated statements along an axis of time, a lane for each actor.")
  var timeline = false

  @OptionGroup var graphFile: GraphFile
  @OptionGroup var ontologyFile: OntologyFile

  func validate() throws {
    if let hops {
      if hops < 1 { throw ValidationError("--hops must be at least 1") }
      if focus.isEmpty {
        throw ValidationError("--hops goes with --focus, which names what is in the middle")
      }
    }
    _ = try Drawing(fileName: output, engineName: engine)
    guard timeline else { return }
    if !output.lowercased().hasSuffix(".svg") {
      throw ValidationError("--output: a timeline is drawn as .svg only")
    }
    if engine != nil { throw ValidationError("--engine does not go with --timeline") }
  }

  func run() throws {
    let ontology = try ontologyFile.loadVocabulary()
    var graph = try graphFile.load()
    if !focus.isEmpty {
      let matcher = EntityMatcher(graph)
      var centers: Set<EntityID> = []
      for name in focus { centers.insert(try matcher.entity(named: name).id) }
      graph = graph.neighborhood(of: centers, hops: hops ?? 1)
    }
    // A drawing takes its time: make sure of its place before.
    try OutputTarget(output).write { ExportedFile(name: output, bytes: try draw(graph, ontology)) }
  }

  private func draw(_ graph: KnowledgeGraph, _ ontology: Ontology) throws -> [UInt8] {
    guard timeline else {
      return try Drawing(fileName: output, engineName: engine)
        .draw(graph, ontology: ontology, drawsAll: drawsAll)
    }
    var options = TimelineOptions()
    if drawsAll { (options.laneLimit, options.statementLimit) = (nil, nil) }
    do {
      return try TimelineWriter(ontology: ontology, options: options).write(graph)
    } catch {
      throw CommandFailure(.noAnswer, "\(error)")
    }
  }
}
