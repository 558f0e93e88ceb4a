import ArgumentParser
import RelataNames

/// Mistakes in the names of commands and options, which the parser of arguments takes for something else.
enum MisspeltArguments {
  /// A word where a command has to stand, and none of that name; nil where all are known.
  ///
  /// "relata bild seeds" would otherwise be told as two arguments too many, and "relata help bild" get the
  /// help of all.
  static func unknownCommand(
    in arguments: some Collection<String>, of root: any ParsableCommand.Type
  ) -> String? {
    var command = root
    var called = [name(of: root)]
    for argument in arguments {
      let subcommands = command.configuration.subcommands
      guard !subcommands.isEmpty, !argument.hasPrefix("-") else { return nil }
      if called.count == 1, argument == "help" { continue }
      guard let next = subcommands.first(where: { names(of: $0).contains(argument) }) else {
        let known = subcommands.filter { $0.configuration.shouldDisplay }.map { name(of: $0) }
        return "“\(called.joined(separator: " "))” has no command “\(argument)”; "
          + Suggestion(argument, among: known).advice
      }
      command = next
      called.append(argument)
    }
    return nil
  }

  /// The option that is like one that is missing: "--outptu" where "--output" is. Nil where none is.
  ///
  /// - Parameter message: the parser's.
  static func misspeltOption(in arguments: some Collection<String>, missing message: String) -> String? {
    let beginning = "Missing expected argument '"
    guard message.hasPrefix(beginning) else { return nil }
    let option = String(message.dropFirst(beginning.count).prefix { $0 != " " && $0 != "'" })
    guard option.hasPrefix("--") else { return nil }
    // Its value may stand behind "=".
    let given = arguments.prefix { $0 != "--" }.map { String($0.prefix { $0 != "=" }) }
    return given.first {
      $0.hasPrefix("--") && $0 != option && Suggestion($0, among: [option]).hint != nil
    }.map { "Unknown option '\($0)'. Did you mean '\(option)'?" }
  }

  private static func names(of command: any ParsableCommand.Type) -> [String] {
    [name(of: command)] + command.configuration.aliases
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)"
  }
}
