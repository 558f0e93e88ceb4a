import Relata

/// Why the names of an entity were taken for one thing's, as text and as JSON.
struct IdentityAnswer {
  struct Record: Encodable {
    let entity: Entity
  }

  let entity: Entity
  private let statementText: StatementText

  init(entity: Entity, statementText: StatementText) {
    self.entity = entity
    self.statementText = statementText
  }

  var record: Record { Record(entity: entity) }

  var text: String {
    var lines = [entity.name, "  \(entity.id) · \(entity.type) · \(mentions(entity.mentionCount))", ""]
    lines.append(entity.aliases.count > 1 ? "Why these names are one" : "Its only name")
    let names = Set(entity.aliases.map(\.name))
    for alias in entity.aliases {
      lines.append("  \(alias.name) (\(alias.count))")
      if let example = alias.example { lines.append("    " + statementText.quote(example)) }
      lines += reasons(alias.name).map { "    = " + $0 }
    }
    let others = entity.links.filter { !names.contains($0.name) }
    if !others.isEmpty {
      lines += ["", "Names that stand for it in between"]
      lines += others.map { "  \($0.name) = \($0.explanation)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Why a name is taken for others; where it is only the one that others were joined
  /// to, nothing need be said.
  private func reasons(_ name: String) -> [String] {
    let own = entity.links.filter { $0.name == name }
    if !own.isEmpty { return own.map(\.explanation) }
    guard entity.aliases.count > 1, name != entity.name, !entity.links.contains(where: { $0.other == name })
    else { return [] }
    let folded = NameFolding.fold(name)
    if let twin = entity.aliases.first(where: { $0.name != name && NameFolding.fold($0.name) == folded }) {
      return [IdentityLink(name: name, other: twin.name, reason: .sameName).explanation]
    }
    return ["why was not recorded"]
  }
}
