/// `command path... --option value...`.
struct Options {
  private(set) var command = ""
  private(set) var paths: [String] = []
  private var values: [String: String] = [:]

  init(_ arguments: some Sequence<String>) {
    var option: String?
    for argument in arguments {
      if let name = option {
        values[name] = argument
        option = nil
      } else if argument.hasPrefix("--") {
        option = String(argument.dropFirst(2))
      } else if command.isEmpty {
        command = argument
      } else {
        paths.append(argument)
      }
    }
  }

  subscript(name: String) -> String? { values[name] }
}
