import Relata
import RelataNames

/// Entity types named on the command line, with all their kinds: `Organization` means armed groups as well.
struct TypeList {
  let types: Set<EntityType>

  init(_ text: String, ontology: Ontology) throws(CommandFailure) {
    var types: Set<EntityType> = []
    for part in text.split(separator: ",") {
      let typed = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let name = typed.lowercased()
      let named = ontology.types.first {
        $0.type.rawValue.lowercased() == name || $0.label.lowercased() == name
      }
      guard let named else {
        throw CommandFailure(
          .usage,
          "--types: there is no type “\(typed)”; "
            + Suggestion(typed, among: ontology.types.map(\.type.rawValue)).advice)
      }
      types.formUnion(ontology.types.map(\.type).filter { ontology.isKind($0, of: named.type) })
    }
    guard !types.isEmpty else { throw CommandFailure(.usage, "--types: name at least one type") }
    self.types = types
  }
}
