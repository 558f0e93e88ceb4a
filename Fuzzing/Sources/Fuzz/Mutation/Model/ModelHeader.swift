/// The header of a model file, part by part: sizes agree with each other, but need not be those of any model.
struct ModelHeader {
  /// The labels of one head.
  struct LabelSet {
    var head: String
    var labels: [String]

    /// As a member of a JSON object.
    var member: String { head.json + ":[" + labels.map(\.json).joined(separator: ",") + "]" }
  }

  /// In the order of their heads' names.
  var sets: [LabelSet]
  /// How many layers the encoder has, and how wide they are inside.
  var layers = 1
  var inner = 64
  /// How wide the heads are that choose heads and relations.
  var arcs = 64
  var relations = 64
  /// How many rows the table of word pieces has.
  var pieces = 16
  var window = 128

  /// Two labels a head: the least that leaves a choice.
  static let usual = ModelHeader(sets: [
    LabelSet(head: "feats", labels: ["_", "Number=Sing"]),
    LabelSet(head: "labels", labels: ["root", "nsubj"]),
    LabelSet(head: "lemma_scripts", labels: ["k 0 ", "l 1 e"]),
    LabelSet(head: "names", labels: ["O", "S-PER"]),
    LabelSet(head: "upos", labels: ["NOUN", "VERB"]),
    LabelSet(head: "xpos", labels: ["NN", "VBD"]),
  ])

  /// Of any sizes that the payload has room for, and of any labels that are accepted.
  static func arbitrary(using random: inout SplitMix) -> ModelHeader {
    var header = usual
    header.layers = 1 + random.below(3)
    header.inner = 64 * (1 + random.below(24))
    header.arcs = 64 * (1 + random.below(4))
    header.relations = 64 * (1 + random.below(3))
    header.pieces = 16 + random.below(100)
    header.window = 1 + random.below(512)
    for place in header.sets.indices {
      let accepted = known[header.sets[place].head] ?? [""]
      header.sets[place].labels = (0...random.below(20)).map { _ in
        OddValues.one(of: accepted, using: &random)
      }
    }
    return header
  }

  /// Labels of each head that are accepted.
  private static let known: [String: [String]] = [
    "feats": ["_", "Number=Sing", "Number=Plur|", "", "|=|", "Tense=Past|VerbForm=Part"],
    "labels": ["root", "nsubj", "obj", "obl:agent", "conj", "flat", "", ":", "root:", "é"],
    "lemma_scripts": ["k 0 ", "l 1 e", "l 0 ", "k 9223372036854775807 x", "l 2 \u{301}", "k 1  "],
    "names": ["O", "B-PER", "I-PER", "E-PER", "S-PER", "S-ORG", "S-LOC", "I-EVENT", "E-TIME", "B-MISC"],
    "upos": ["NOUN", "PROPN", "VERB", "PRON", "ADP", "PUNCT", "X"],
    "xpos": ["NN", "NNP", "VBD", "VBZ", "PRP", "IN", "DT", ".", "", "N", "WP$"],
  ]

  /// All tensors but those of the heads for facts.
  func add(to list: inout TensorList) {
    list.add("words", pieces, 384, "int8")
    // Longer than all others: the whole payload.
    list.add("positions", 512, 384, "float32", at: 0)
    list.add(table: "shapes", 10, 384)
    list.add(norm: "norm")
    for layer in 0..<layers { list.add(encoder: "layer\(layer)", inner: inner) }
    for set in sets where set.head != "labels" { list.add(layer: set.head, set.labels.count, 384) }
    list.add(layer: "starts", 2, 384)
    for head in ["arc_dep", "arc_head"] { list.add(layer: head, arcs, 384) }
    for head in ["label_dep", "label_head"] { list.add(layer: head, relations, 384) }
    list.add(layer: "arc_bilinear", arcs, arcs)
    let relationCount = sets.first { $0.head == "labels" }?.labels.count ?? 1
    list.add(layer: "label_bilinear", relationCount * (relations + 1), relations)
    list.add(table: "arc_root", arcs, 1)
    list.add(table: "label_root", relations, 1)
  }

  /// The header before and behind its labels and tensors.
  ///
  /// - Parameters:
  ///   - labels: members of an object.
  ///   - tensors: objects.
  ///   - vocabulary: where it lies in the payload, which ends with it.
  func text(labels: String, tensors: String, vocabulary: Range<Int>) -> String {
    """
    {"version":2,"window":\(window),"labels":{\(labels)},"folding":{"É":"e"},\
    "vocabulary":{"offset":\(vocabulary.lowerBound),"size":\(vocabulary.count)},\
    "tensors":[\(tensors)],"payload":{"size":\(vocabulary.upperBound),"crc32":0}}
    """
  }

  /// The whole of it, for a payload that ends with the vocabulary.
  func text(vocabulary: Range<Int>) -> [UInt8] {
    var list = TensorList()
    add(to: &list)
    let labels = sets.map(\.member).joined(separator: ",")
    let tensors = list.objects.joined(separator: ",")
    return Array(text(labels: labels, tensors: tensors, vocabulary: vocabulary).utf8)
  }
}
