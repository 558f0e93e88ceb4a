import RelataLanguage

/// The weights that rank antecedents (Documentation/model-file.md).
struct AntecedentHead: Sendable {
  /// The width of what is added up about a pair, of the vectors whose product is taken, and of what tells
  /// whether a mention is new.
  static let pair = 128
  static let product = 128
  static let newness = 64
  /// The width of what a mention is likely to be: types, then an entity at all; the rest is 0.
  static let kinds = 64
  /// What products are divided by: of gates, and, the square root of its width, of vectors.
  static let gateScale: Float = 8
  static let productScale: Float = 11.313708

  /// What one layer gives for a mention: a row of each of these, one behind the other.
  enum Columns {
    static let anaphor = 0
    static let candidate = anaphor + pair
    static let anaphorProduct = candidate + pair
    static let candidateProduct = anaphorProduct + product
    static let anaphorGate = candidateProduct + product
    static let candidateGate = anaphorGate + pair
    static let new = candidateGate + pair
    static let count = new + newness
  }

  /// Of a mention's vector, of its head's, and of what it is likely to be.
  let mention, word, kind: LinearLayer
  private let tables: [FactHeads.Table]
  let output, outputBias, new, newBias: FactHeads.Table

  init(
    types: Int,
    linear: (_ name: String, _ columns: Int, _ rows: Int) throws(ModelError) -> LinearLayer,
    table: (_ name: String, _ rows: Int, _ columns: Int) throws(ModelError) -> FactHeads.Table
  ) throws(ModelError) {
    guard types < Self.kinds else { throw .malformed("there are \(types) types of entities") }
    mention = try linear("antecedents.mention", FactHeads.mention, Columns.count)
    word = try linear("antecedents.word", WordVectors.width, Columns.count)
    kind = try linear("antecedents.kind", Self.kinds, Columns.count)
    var tables: [FactHeads.Table] = []
    for name in AntecedentFeatures.Name.allCases {
      tables.append(try table("antecedents.features." + name.tensor, name.count, Self.pair))
    }
    self.tables = tables
    output = try table("antecedents.output.weight", 1, Self.pair)
    outputBias = try table("antecedents.output.bias", 1, 1)
    new = try table("antecedents.new.weight", 1, Self.newness)
    newBias = try table("antecedents.new.bias", 1, 1)
  }
  func features(_ name: AntecedentFeatures.Name) -> FactHeads.Table { tables[name.rawValue] }
}
