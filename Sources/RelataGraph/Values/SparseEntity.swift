/// An ``Entity`` in lines of JSON, where what is empty may be missing.
package struct SparseEntity: Decodable {
  package var value: Entity

  private enum Key: CodingKey { case id, name, type, aliases, identifiers, mentionCount, links }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    value = Entity(
      id: try container.decode(EntityID.self, forKey: .id),
      name: try container.decode(String.self, forKey: .name),
      type: try container.decode(EntityType.self, forKey: .type),
      aliases: try container.decodeIfPresent([Alias].self, forKey: .aliases) ?? [],
      identifiers: try container.decodeIfPresent([String: String].self, forKey: .identifiers) ?? [:],
      mentionCount: try container.decodeIfPresent(Int.self, forKey: .mentionCount) ?? 0,
      links: try container.decodeIfPresent([IdentityLink].self, forKey: .links) ?? [])
  }
}
