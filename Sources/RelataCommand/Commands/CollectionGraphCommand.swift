import ArgumentParser
import Relata

struct CollectionGraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Writes the knowledge graph of a collection.",
    discussion:
      "The output folder gets what “relata build” writes; to ask only, give the collection itself: --graph news.relata-db."
  )

  @OptionGroup var file: CollectionFile
  @OptionGroup var output: GraphOutput

  func run() async throws {
    let formats = try output.format.map(OutputFormat.list)
    let collection = try file.open()
    let builder = try await CommandFailure.told {
      try CollectionSettings.builder(of: collection)
    }
    let folder = try OutputFolder(path: output.output)
    do {
      let progress = ProgressLine(isQuiet: output.quiet)
      let result = try await CommandFailure.told {
        let state = try collection.state()
        let result = try CollectionBuilder(collection, builder)
          .graph(options: output.options, progress: progress.show)
        // Questions need not resolve all of it again. A folder that cannot be written to costs time only.
        if output.options == BuildOptions() { try? CollectionGraph(collection).save(result.graph, of: state) }
        return result
      }
      progress.clear()
      guard result.report.documents > 0 else {
        throw CommandFailure(.noInput, "\(file.path): this collection has no documents yet")
      }
      try output.write(
        result, reading: ReadingText(result.report), ontology: builder.ontology, formats: formats,
        into: folder)
    } catch {
      folder.removeIfNew()
      throw error
    }
  }
}
