import ArgumentParser
import Relata

/// Which ontology to use: the option that building and asking share.
struct OntologyFile: ParsableArguments {
  @Option(
    help: ArgumentHelp("An ontology of your own (YAML) instead of the one built in.", valueName: "file"))
  var ontology: String?

  /// Without the triggers of the relations built in, which only who reads text needs, in half the time.
  func loadVocabulary() throws(CommandFailure) -> Ontology { try load(includesTriggers: false) }

  func load(includesTriggers: Bool = true) throws(CommandFailure) -> Ontology {
    guard let path = ontology else {
      do {
        return try Ontology.embedded(includesTriggers: includesTriggers)
      } catch {
        throw CommandFailure(.internalError, "the ontology built in is damaged: \(error)")
      }
    }
    let text = try UserTextFile.read(path, what: "ontology")
    do {
      return try Ontology(yaml: text, fileName: path)
    } catch {
      throw CommandFailure(.badData, "\(error)")
    }
  }

  /// Tells the texts of ontologies apart; nil for the one built in.
  func digest() throws(CommandFailure) -> String? { try UserTextFile.digest(ontology, what: "ontology") }
}
