import RelataLanguage

/// The weights that rank antecedents (Documentation/model-file.md).
struct AntecedentHead: Sendable {
  /// The width of what is added up about a pair, of the vectors whose product is taken, and of what tells whether a mention is
  /// new.
  static let pair = 128
  static let product = 128
  static let newness = 64
  /// The width of what a mention is likely to be; what is beyond its types is 0.
  static let kinds = 64

  /// What one layer gives for a mention: a row of each of these, one behind the other.
  struct Columns {
    static let anaphor = 0
    static let candidate = anaphor + pair
    static let anaphorProduct = candidate + pair
    static let candidateProduct = anaphorProduct + product
    static let anaphorGate = candidateProduct + product
    static let candidateGate = anaphorGate + pair
    static let new = candidateGate + pair
    static let count = new + newness
  }

  /// Of a mention's vector, of its head's, and of what it is likely to be: the types, then whether it is an entity at all.
  let mention, word, kind: LinearLayer
  /// In the order of ``AntecedentFeatures/Name/allCases``.
  let features: [FactHeads.Table]
  let output, outputBias, new, newBias: FactHeads.Table

  init(
    types: Int,
    linear: (_ name: String, _ columns: Int, _ rows: Int) throws(ModelError) -> LinearLayer,
    table: (_ name: String, _ rows: Int, _ columns: Int) throws(ModelError) -> FactHeads.Table
  ) throws(ModelError) {
    mention = try linear("antecedents.mention", FactHeads.mention, Columns.count)
    word = try linear("antecedents.word", WordVectors.width, Columns.count)
    guard types < Self.kinds else { throw .malformed("there are \(types) types of entities") }
    kind = try linear("antecedents.kind", Self.kinds, Columns.count)
    var features: [FactHeads.Table] = []
    for name in AntecedentFeatures.Name.allCases {
      features.append(try table("antecedents.features." + name.rawValue, name.count, Self.pair))
    }
    self.features = features
    output = try table("antecedents.output.weight", 1, Self.pair)
    outputBias = try table("antecedents.output.bias", 1, 1)
    new = try table("antecedents.new.weight", 1, Self.newness)
    newBias = try table("antecedents.new.bias", 1, 1)
  }
}
