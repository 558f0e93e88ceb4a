import ArgumentParser
import Relata

/// What a user says of the graphs that are made, in a YAML file.
protocol UserRules {
  /// What the option, the command of a collection, its setting and the page of the documentation are called.
  static var name: String { get }
  /// What is in the file.
  static var summary: String { get }
  /// What a collection does with them.
  static var effect: String { get }
  /// How many there are, in words.
  var count: String { get }

  init(yaml: String, fileName: String, ontology: Ontology) throws(DataFileError)
}

extension IdentityRules: UserRules {
  static let name = "identities"
  static let summary = "Names that are one thing's and names that are not"
  static let effect = "Sets which names are one thing's and which are not, for every graph of a collection."
  var count: String { counted(same.count + different.count, "rule of identity", "rules of identity") }
}

extension Corrections: UserRules {
  static let name = "corrections"
  static let summary = "Corrections of the graph, as the explorer saves them"
  static let effect = "Sets what is corrected in every graph of a collection."
  var count: String { counted(items.count, "correction") }
}

/// A file of rules: an option of all that make a graph.
struct RuleFile<Rules: UserRules>: ParsableArguments {
  @Option(
    name: .customLong(Rules.name),
    help: ArgumentHelp("\(Rules.summary) (YAML; see Documentation/\(Rules.name).md).", valueName: "file"))
  var path: String?

  /// nil where no file is named.
  /// - Parameter name: how messages and the graph name the file; nil: by its path.
  func load(_ ontology: Ontology, called name: String? = nil) throws(CommandFailure) -> Rules? {
    guard let path else { return nil }
    let text = try UserTextFile.read(path, what: "list of \(Rules.name)")
    do {
      return try Rules(yaml: text, fileName: name ?? path, ontology: ontology)
    } catch {
      throw CommandFailure(.badData, "\(error)")
    }
  }

  /// Tells the texts of lists apart; nil where no file is named.
  func digest() throws(CommandFailure) -> String? {
    try UserTextFile.digest(path, what: "list of \(Rules.name)")
  }
}
