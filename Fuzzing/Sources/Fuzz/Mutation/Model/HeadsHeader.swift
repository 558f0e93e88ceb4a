/// What the header of a model file says of the heads for facts: labels and tensors, whose sizes agree.
struct HeadsHeader {
  var types: [String]
  var relations: [String]
  var modalities: [String]
  /// How many layers of the encoder are there a second time.
  var layers = 1

  /// As in the model that comes with relata, but for fewer relations.
  static let usual = HeadsHeader(
    types: [
      "Person", "PopulationGroup", "Organization", "ArmedGroup", "GovernmentBody", "Company", "Place",
      "Country", "City", "Facility", "Event", "Thing",
    ],
    relations: [
      "captured", "killed", "attacked", "controls", "head_of_state_of", "leads", "member_of", "visited",
      "met_with", "praised", "accused", "told", "family_of", "located_in", "part_of", "founded", "other",
    ],
    modalities: ["asserted", "reported", "planned", "alleged", "hypothetical"])

  /// Of any numbers of labels, known and unknown ones, some of them more than once.
  static func arbitrary(using random: inout SplitMix) -> HeadsHeader {
    var header = usual
    let modalities = usual.modalities
    header.types = labels(usual.types, atMost: random.below(4) == 0 ? 66 : 24, using: &random)
    header.relations = labels(usual.relations, atMost: 50, using: &random)
    header.modalities = (0...random.below(8)).map { _ in OddValues.one(of: modalities, using: &random) }
    header.layers = random.below(4)
    return header
  }

  private static func labels(
    _ known: [String], atMost most: Int, using random: inout SplitMix
  ) -> [String] {
    (0...random.below(most)).map { _ in
      random.below(8) == 0 ? OddValues.text(using: &random) : OddValues.one(of: known, using: &random)
    }
  }

  var sets: [ModelHeader.LabelSet] {
    [
      ModelHeader.LabelSet(head: "entity_types", labels: types),
      ModelHeader.LabelSet(head: "modalities", labels: modalities),
      ModelHeader.LabelSet(head: "relations", labels: relations),
    ]
  }

  /// All tensors of these heads.
  func add(to list: inout TensorList) {
    let (t, r) = (types.count, relations.count)
    func layer(_ name: String, _ rows: Int, _ columns: Int) {
      list.add(layer: "facts.\(name)", rows, columns)
    }
    func table(_ name: String, _ rows: Int, _ columns: Int) {
      list.add(table: "facts.\(name)", rows, columns)
    }
    for number in 0..<layers { list.add(encoder: "facts.layer\(number)", inner: 64) }
    for part in ["head", "first", "last"] { layer("mention_\(part)", 256, 384) }
    table("mention_kind", 4, 256)
    table("mention_type", t + 1, 256)
    layer("entity", 1 + t, 256)
    layer("antecedents.mention", 832, 256)
    layer("antecedents.word", 832, 384)
    layer("antecedents.kind", 832, 64)
    for (name, rows) in Self.features { table("antecedents.features.\(name)", rows, 128) }
    table("antecedents.output.weight", 1, 128)
    table("antecedents.output.bias", 1, 1)
    table("antecedents.new.weight", 1, 64)
    table("antecedents.new.bias", 1, 1)
    for end in ["subject", "object"] {
      layer(end, 384, 256)
      layer("\(end)_gate", 384, 256)
      layer("\(end)_query", 128, 256)
      layer("relation_\(end)", r, 256)
    }
    layer("key", 128, 384)
    layer("value", 768, 384)
    layer("null", 2, 256)
    layer("null_object", 2, 256)
    layer("second", 384, 384)
    table("link.weight", 1, 384)
    table("link.bias", 1, 1)
    layer("relation", r, 384)
    layer("qualities", 2 + modalities.count, 384)
    table("region", 2, 5)
    table("distance", 20, 384)
    table("rule", r + 1, 384)
    table("trigger", r, 384)
    table("trigger_weight", 1, r)
    table("rule_weight", 1, r)
    layer("time_query", 64, 384)
    layer("time_key", 64, 384)
    layer("time_slots", 2, 384)
  }

  /// What is looked up about two mentions: the tables, and how many rows each has.
  private static let features = [
    ("sentences", 9), ("mentions", 10), ("kinds", 16), ("lemma", 3), ("types", 3), ("number", 4),
    ("gender", 5), ("subject", 4), ("pronoun", 11), ("rank", 6), ("head_word", 5), ("modifiers", 7),
    ("determiner", 11), ("candidate_determiner", 11), ("path", 7), ("count", 7), ("latest", 2),
    ("chain_word", 4), ("likely_type", 6), ("title", 3), ("role", 9),
  ]
}
