import ArgumentParser
import Relata

/// Sets or takes back what a user says of every graph of a collection.
struct CollectionRulesCommand<Rules: UserRules>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Rules.name, abstract: Rules.effect,
      discussion:
        "The file is described in Documentation/\(Rules.name).md. Without one, what was set is taken back.")
  }

  @OptionGroup var file: CollectionFile

  @Argument(help: ArgumentHelp("The file of \(Rules.name) (YAML).", valueName: Rules.name))
  var rules: String?

  func run() async throws {
    let collection = try file.open()
    try await CommandFailure.told {
      let set = try CollectionSettings.set(Rules.self, to: rules, of: collection)
      try collection.compact()
      try StandardOutput.write(
        "\(file.path): \(set?.count ?? "no \(Rules.name)"), in every graph from now on".onOneLine + "\n")
    }
  }
}
