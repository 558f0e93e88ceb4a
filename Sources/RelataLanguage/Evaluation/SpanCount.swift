/// How many items of one kind a gold standard and the system have, and how many of them are the same.
public struct SpanCount: Hashable, Sendable {
  /// How many the gold standard has.
  public var gold = 0
  /// How many the system has.
  public var system = 0
  /// How many are the same in both.
  public var equal = 0

  /// Nothing counted yet.
  public init() {}

  /// 0…1; 0 where the system has none.
  public var precision: Double { system == 0 ? 0 : Double(equal) / Double(system) }
  /// 0…1; 0 where the gold standard has none.
  public var recall: Double { gold == 0 ? 0 : Double(equal) / Double(gold) }
  /// The harmonic mean of precision and recall, 0…1.
  public var f1: Double { gold + system == 0 ? 0 : 2 * Double(equal) / Double(gold + system) }

  mutating func add<Item: Hashable>(gold: Set<Item>, system: Set<Item>) {
    self.gold += gold.count
    self.system += system.count
    equal += gold.intersection(system).count
  }
}
