import RelataGraph

/// What an entity is called, before the rest of it is put together.
struct EntityHead {
  var id: EntityID
  var name: String
  var type: EntityType
  var mentionCount: Int
}
