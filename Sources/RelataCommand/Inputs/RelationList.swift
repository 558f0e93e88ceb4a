import Relata
import RelataNames

/// Relations named on the command line, by identifier or by label: `captured,head_of_state_of`
/// or `"head of state of"`.
struct RelationList {
  let ids: Set<String>

  /// - Parameter used: the relations of the graph.
  init(_ text: String, option: String, used: Set<String>, ontology: Ontology) throws(CommandFailure) {
    var ids: Set<String> = []
    for part in text.split(separator: ",") {
      let typed = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let name = typed.lowercased()
      let id = name.split(separator: " ").joined(separator: "_")
      if used.contains(id) || ontology.relation(id) != nil {
        ids.insert(id)
      } else if used.contains(name) {
        ids.insert(name)
      } else if let relation = ontology.relations.first(where: { $0.label.lowercased() == name }) {
        ids.insert(relation.id)
      } else {
        let known = used.sorted()
        throw CommandFailure(
          .usage,
          "\(option): there is no relation “\(typed)”; "
            + (Suggestion(id, among: known).hint ?? "this graph has: " + known.joined(separator: ", ")))
      }
    }
    guard !ids.isEmpty else { throw CommandFailure(.usage, "\(option): name at least one relation") }
    self.ids = ids
  }
}
