import ArgumentParser
import Relata

/// A user's word on which names are one thing's: an option of building.
struct IdentityFile: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Names that are one thing's and names that are not (YAML; see Documentation/identities.md).",
      valueName: "file"))
  var identities: String?

  /// No rules where no file is named.
  func load(_ ontology: Ontology) throws(CommandFailure) -> IdentityRules {
    guard let path = identities else { return IdentityRules() }
    let text = try UserTextFile.read(path, what: "list of identities")
    do {
      return try IdentityRules(yaml: text, fileName: path, ontology: ontology)
    } catch {
      throw CommandFailure(.badData, "\(error)")
    }
  }
}
