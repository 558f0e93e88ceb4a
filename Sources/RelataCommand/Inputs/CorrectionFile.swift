import ArgumentParser
import Relata

/// What a user corrects in a graph: an option of all that make one.
struct CorrectionFile: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Corrections of the graph, as the explorer saves them (YAML; see Documentation/corrections.md).",
      valueName: "file"))
  var corrections: String?

  /// None where no file is named.
  func load(_ ontology: Ontology) throws(CommandFailure) -> Corrections {
    guard let path = corrections else { return Corrections() }
    let text = try UserTextFile.read(path, what: "list of corrections")
    do {
      return try Corrections(yaml: text, fileName: path, ontology: ontology)
    } catch {
      throw CommandFailure(.badData, "\(error)")
    }
  }
}
