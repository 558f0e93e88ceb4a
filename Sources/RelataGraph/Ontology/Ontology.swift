/// The entity types with their hierarchy, and the relation types.
public struct Ontology: Hashable, Sendable {
  /// One entity type as the data file describes it.
  public struct TypeDescription: Hashable, Sendable {
    /// The type's identifier.
    public var type: EntityType
    /// nil only for the root, `Thing`.
    public var parent: EntityType?
    /// For people: "Armed group".
    public var label: String
    /// A Wikidata item, e.g. `Q5`.
    public var wikidata: String?
    /// A class of schema.org, e.g. `Person`.
    public var schemaOrg: String?
    /// A colour as `#rrggbb` and a Graphviz shape, for drawings.
    public var color: String
    /// The shape that Graphviz draws it in.
    public var shape: String

    /// A type of these parts.
    public init(
      type: EntityType, parent: EntityType?, label: String, wikidata: String? = nil,
      schemaOrg: String? = nil, color: String, shape: String
    ) {
      self.type = type
      self.parent = parent
      self.label = label
      self.wikidata = wikidata
      self.schemaOrg = schemaOrg
      self.color = color
      self.shape = shape
    }
  }

  /// In the order of the data file: parents before children.
  public let types: [TypeDescription]
  /// In the order of the data file.
  public let relations: [RelationType]

  private let typeIndex: [EntityType: Int]
  private let relationIndex: [String: Int]

  /// An ontology of types and relations that hold together, which is not checked:
  /// ``init(yaml:fileName:)`` does.
  public init(types: [TypeDescription], relations: [RelationType]) {
    self.types = types
    self.relations = relations
    typeIndex = Dictionary(
      types.enumerated().map { ($1.type, $0) }, uniquingKeysWith: { first, _ in first })
    relationIndex = Dictionary(
      relations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Complexity: O(1).
  public func relation(_ id: String) -> RelationType? { relationIndex[id].map { relations[$0] } }

  /// - Complexity: O(1).
  public func description(of type: EntityType) -> TypeDescription? {
    typeIndex[type].map { types[$0] }
  }

  /// The type itself, then its parent, up to the root.
  /// - Complexity: O(depth of the hierarchy).
  public func path(of type: EntityType) -> [EntityType] {
    var path: [EntityType] = []
    var current: EntityType? = type
    while let type = current, !path.contains(type) {
      path.append(type)
      current = description(of: type)?.parent
    }
    return path
  }

  /// Whether `type` is `ancestor` or a kind of it. Everything is a `Thing`.
  /// - Complexity: O(depth of the hierarchy).
  public func isKind(_ type: EntityType, of ancestor: EntityType) -> Bool {
    ancestor == .thing || path(of: type).contains(ancestor)
  }

  /// Whether a type is one of the allowed types or a kind of one of them.
  public func allows(_ type: EntityType, in allowed: [EntityType]) -> Bool {
    allowed.contains { isKind(type, of: $0) }
  }
}
