package import RelataExtraction
package import RelataGraph

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DocumentEntity {
  /// An entity of a graph, as if one document spoke of it.
  package init(known entity: Entity) {
    self.init(
      name: entity.name, type: entity.type,
      names: entity.aliases.isEmpty ? [Alias(name: entity.name, count: 1)] : entity.aliases,
      mentionCount: entity.mentionCount, identifiers: entity.identifiers, links: entity.links,
      isDescribed: Self.isDescription(entity))
  }

  /// Whether an entity has no name of its own ("the siege", "covert US-Israeli war"): then
  /// it is no other document's.
  private static func isDescription(_ entity: Entity) -> Bool {
    guard entity.type != .person, entity.identifiers.isEmpty,
      let first = entity.name.split(separator: " ").first
    else { return false }
    // "al-Qaeda" is a name.
    return first.first?.isLowercase == true && !first.contains(where: \.isUppercase)
  }
}

extension Statement {
  /// The confidence of each of its witnesses, so that all of them together are as sure as it is.
  package var witnessConfidence: Double {
    1 - pow(1 - min(0.999, confidence), 1 / Double(max(1, evidence.count)))
  }

  /// One statement for each piece of evidence, as the documents may have said it.
  var witnesses: [Statement] {
    let confidence = witnessConfidence
    return evidence.map { piece in
      var witness = self
      witness.evidence = [piece]
      witness.confidence = confidence
      return witness
    }
  }
}
