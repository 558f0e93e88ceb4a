import ArgumentParser

@main
struct RelataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relata",
    abstract: "Turns a folder of news and reports into a typed knowledge graph.")
}
