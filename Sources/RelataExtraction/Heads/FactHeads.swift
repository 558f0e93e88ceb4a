import RelataGraph
import RelataLanguage

/// The weights that read mentions, coreference and links off the encoder's vectors
/// (Documentation/model-file.md).
///
/// Everything about a pair of mentions is a sum of something about each of them, up to the last hidden layer:
/// work grows with the mentions rather than with the pairs.
struct FactHeads: Sendable {
  /// The width of a mention's vector, of a pair's, and of an attention's query.
  static let mention = 256
  static let pair = 384
  static let key = 64
  static let attentions = 2

  struct Table: Sendable {
    nonisolated(unsafe) let values: UnsafePointer<Float>
    let rows: Int
    let columns: Int

    /// A row's begin; rows beyond the table are its last.
    func row(_ index: Int) -> UnsafePointer<Float> { values + min(max(index, 0), rows - 1) * columns }
  }

  // Mentions.
  let mentionHead, mentionFirst, mentionLast, entity: LinearLayer
  let mentionKind, mentionType: Table
  // Coreference.
  let antecedents: AntecedentHead
  // Links.
  let subject, object, subjectGate, objectGate, subjectQuery, objectQuery, keys, values: LinearLayer
  let nullSubject, nullObject, second, relation, relationSubject, relationObject, qualities: LinearLayer
  let linkWeights, linkBias: Table
  let region, distance, rule, trigger, triggerWeight, ruleWeight: Table
  // Times.
  let timeQuery, timeKey, timeSlots: LinearLayer

  let types: [EntityType]
  /// The relations of the ontology that it was trained with; the last one stands for all others.
  let relations: [String]
  let modalities: [Modality]
  /// The numbers of the relations.
  let relationNumbers: [String: Int]

  /// - Throws: ``ModelError`` where the model has no heads for facts, or damaged ones.
  init(_ model: LanguageModel) throws(ModelError) {
    let tensors = model.tensors
    func linear(_ name: String, _ columns: Int, _ rows: Int) throws(ModelError) -> LinearLayer {
      try tensors.linear("facts." + name, columns: columns, rows: rows)
    }
    func table(_ name: String, _ rows: Int, _ columns: Int) throws(ModelError) -> Table {
      Table(
        values: try tensors.floats("facts." + name, count: rows * columns), rows: rows, columns: columns)
    }
    func labels(_ name: String) throws(ModelError) -> [String] {
      guard let labels = model.factLabels[name], !labels.isEmpty else {
        throw .malformed("labels “\(name)” are missing")
      }
      return labels
    }
    types = try labels("entity_types").map(EntityType.init(rawValue:))
    relations = try labels("relations")
    modalities = try labels("modalities").compactMap(Modality.init(rawValue:))
    guard modalities.count == model.factLabels["modalities"]?.count else {
      throw .malformed("unknown modalities")
    }
    relationNumbers = Dictionary(
      relations.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let (width, mention, pair, key) = (WordVectors.width, Self.mention, Self.pair, Self.key)
    mentionHead = try linear("mention_head", width, mention)
    mentionFirst = try linear("mention_first", width, mention)
    mentionLast = try linear("mention_last", width, mention)
    entity = try linear("entity", mention, 1 + types.count)
    mentionKind = try table("mention_kind", 4, mention)
    mentionType = try table("mention_type", types.count + 1, mention)
    antecedents = try AntecedentHead(types: types.count, linear: linear, table: table)
    subject = try linear("subject", mention, pair)
    object = try linear("object", mention, pair)
    subjectGate = try linear("subject_gate", mention, pair)
    objectGate = try linear("object_gate", mention, pair)
    subjectQuery = try linear("subject_query", mention, key * Self.attentions)
    objectQuery = try linear("object_query", mention, key * Self.attentions)
    keys = try linear("key", width, key * Self.attentions)
    values = try linear("value", width, pair * Self.attentions)
    nullSubject = try linear("null", mention, Self.attentions)
    nullObject = try linear("null_object", mention, Self.attentions)
    second = try linear("second", pair, pair)
    linkWeights = try table("link.weight", 1, pair)
    linkBias = try table("link.bias", 1, 1)
    relation = try linear("relation", pair, relations.count)
    relationSubject = try linear("relation_subject", mention, relations.count)
    relationObject = try linear("relation_object", mention, relations.count)
    qualities = try linear("qualities", pair, 2 + modalities.count)
    region = try table("region", Self.attentions, 5)
    distance = try table("distance", 2 * WordDistance.steps, pair)
    rule = try table("rule", relations.count + 1, pair)
    trigger = try table("trigger", relations.count, pair)
    triggerWeight = try table("trigger_weight", 1, relations.count)
    ruleWeight = try table("rule_weight", 1, relations.count)
    timeQuery = try linear("time_query", pair, key)
    timeKey = try linear("time_key", width, key)
    timeSlots = try linear("time_slots", pair, 2)
  }
}

/// How many words apart two mentions are, in steps, told apart by their order.
enum WordDistance {
  static let steps = 10
  private static let limits = [2, 3, 4, 5, 7, 10, 14, 20, 30]

  static func step(from i: Int, to j: Int) -> Int {
    let distance = abs(i - j)
    let step = limits.count { distance >= $0 }
    return j >= i ? step : steps + step
  }
}
