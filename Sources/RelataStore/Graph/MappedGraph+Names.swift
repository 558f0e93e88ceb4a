import RelataGraph
public import RelataQuery

extension MappedGraph {
  /// What a name means, as `EntityMatcher` finds it.
  ///
  /// - Complexity: as of `EntityMatcher.find(_:suggestionLimit:)`; the first name that is no identifier also
  ///   costs a check of all names against their checksums.
  public func find(_ query: String, suggestionLimit: Int = 5) throws(MappedGraphError) -> EntityLookup {
    if let entity = try entity(EntityID(rawValue: query)) {
      return .unique(EntityMatch(entity: entity, name: entity.name, quality: .identifier))
    }
    let names = try checkedNames()
    return try NameSearch(names).find(
      query, suggestionLimit: suggestionLimit,
      entity: { (number) throws(MappedGraphError) in try entity(number) },
      willUseSounds: { () throws(MappedGraphError) in try checkSounds(of: names) })
  }
}
