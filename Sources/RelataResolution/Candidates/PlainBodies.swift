import RelataExtraction
import RelataGazetteer
import RelataGraph

/// Bodies and parties whose names say only what they are: "Interior Ministry", "Ministry of Health", "Labour Party".
/// Each state has its own.
struct PlainBodies {
  private let types: TypeCompatibility
  private let gazetteer: Gazetteer

  init(types: TypeCompatibility, gazetteer: Gazetteer) {
    self.types = types
    self.gazetteer = gazetteer
  }

  /// Whether an entity is one, by all of its names.
  /// - Complexity: O(length of the names).
  func contain(_ entity: DocumentEntity) -> Bool {
    !entity.isDescribed && isBody(entity.type) && isPlain(entity.name)
      && entity.names.allSatisfy { isPlain($0.name) }
  }

  /// "Senate", "Ministry of Health", but not "Senate of the state".
  private func isPlain(_ name: String) -> Bool {
    if isHead(name) { return true }
    guard let of = name.firstRange(of: " of "), name[of.upperBound...].first?.isUppercase == true else {
      return false
    }
    return isHead(name[..<of.lowerBound])
  }

  private func isHead(_ noun: some StringProtocol) -> Bool {
    gazetteer.organizationHead(noun.lowercased()).map(isBody) ?? false
  }

  private func isBody(_ type: EntityType) -> Bool { types.qualifiedKind(of: type) == .governmentBody }
}
