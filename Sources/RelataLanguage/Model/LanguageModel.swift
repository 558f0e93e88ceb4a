import CRelataModel

/// The weights of the analyser: a transformer encoder with heads, as a model file holds them.
///
/// Copies share the weights. Safe to use from any number of threads.
public struct LanguageModel: Sendable {
  struct Norm: Sendable {
    nonisolated(unsafe) let gain: UnsafePointer<Float>
    nonisolated(unsafe) let shift: UnsafePointer<Float>
  }

  struct Layer: Sendable {
    let query, key, value, output, up, down: LinearLayer
    let norm1, norm2: Norm
  }

  static let heads = 12
  static let width = 384
  static let positions = 512
  /// How many word pieces are read together, separators included, as in training; a
  /// longer sentence is read alone.
  let window: Int

  let storage: ModelStorage
  /// Tells models apart: the checksum of the weights, in hexadecimal.
  public let identifier: String
  let words: QuantizedTable
  nonisolated(unsafe) let positionTable: UnsafePointer<Float>
  nonisolated(unsafe) let shapeTable: UnsafePointer<Float>
  let norm: Norm
  let layers: [Layer]
  /// A second version of the upper layers, for the heads that read facts; empty in a
  /// model without such heads.
  let factLayers: [Layer]
  let upos, xpos, feats, lemmas, names, starts: LinearLayer
  let arcDependent, arcHead, arcBilinear, labelDependent, labelHead, labelBilinear: LinearLayer
  nonisolated(unsafe) let arcRoot: UnsafePointer<Float>
  nonisolated(unsafe) let labelRoot: UnsafePointer<Float>
  let labels: LabelSets
  let wordPiece: WordPiece
  /// What the heads for facts choose from, by head.
  package let factLabels: [String: [String]]
  /// Where those heads find their weights.
  package let tensors: TensorReader

  /// The English model that is part of the program.
  /// - Throws: ``ModelError`` only if the program was built with a damaged file.
  public static func embedded() throws(ModelError) -> LanguageModel {
    let bytes = UnsafeRawBufferPointer(start: relata_model_data(), count: relata_model_size())
    return try LanguageModel(storage: ModelStorage(embedded: bytes), verifying: false)
  }

  /// A model from a file's bytes, which are copied and whose checksum is verified.
  /// - Throws: ``ModelError`` where the bytes are no model, cut off, altered or of another version.
  public init(bytes: some Collection<UInt8>) throws(ModelError) {
    try self.init(storage: ModelStorage(copying: bytes), verifying: true)
  }

  /// `PREFIX0`, `PREFIX1` and so on, as many as there are.
  private static func layers(_ prefix: String, _ reader: TensorReader) throws(ModelError) -> [Layer] {
    var layers: [Layer] = []
    while reader.contains("\(prefix)\(layers.count).query.weight") {
      let name = "\(prefix)\(layers.count)."
      let inner = try reader.linear(name + "up", columns: width)
      layers.append(
        Layer(
          query: try reader.linear(name + "query", columns: width, rows: width),
          key: try reader.linear(name + "key", columns: width, rows: width),
          value: try reader.linear(name + "value", columns: width, rows: width),
          output: try reader.linear(name + "output", columns: width, rows: width),
          up: inner, down: try reader.linear(name + "down", columns: inner.weight.rows, rows: width),
          norm1: try reader.norm(name + "norm1"), norm2: try reader.norm(name + "norm2")))
    }
    return layers
  }

  private init(storage: ModelStorage, verifying: Bool) throws(ModelError) {
    self.storage = storage
    let file = try ModelFile(storage.bytes, verifying: verifying)
    identifier = String(file.header.payload.crc32, radix: 16)
    window = file.header.window
    guard (1...Self.positions).contains(window) else { throw .malformed("a window of \(window) word pieces") }
    let reader = try TensorReader(storage: storage, file: file)
    words = try reader.table("words", columns: Self.width)
    positionTable = try reader.floats("positions", count: Self.positions * Self.width)
    shapeTable = try reader.floats("shapes", count: WordShape.count * Self.width)
    norm = try reader.norm("norm")
    layers = try Self.layers("layer", reader)
    guard !layers.isEmpty else { throw .malformed("it has no layers") }
    factLayers = try Self.layers("facts.layer", reader)
    guard factLayers.count <= layers.count else { throw .malformed("it has too many layers for facts") }
    factLabels = file.header.labels
    tensors = reader
    labels = try LabelSets(file.header.labels)
    upos = try reader.linear("upos", columns: Self.width, rows: labels.upos.count)
    xpos = try reader.linear("xpos", columns: Self.width, rows: labels.xpos.count)
    feats = try reader.linear("feats", columns: Self.width, rows: labels.feats.count)
    lemmas = try reader.linear("lemma_scripts", columns: Self.width, rows: labels.lemmas.count)
    names = try reader.linear("names", columns: Self.width, rows: labels.names.count)
    starts = try reader.linear("starts", columns: Self.width, rows: 2)
    arcDependent = try reader.linear("arc_dep", columns: Self.width)
    let arcs = arcDependent.weight.rows
    arcHead = try reader.linear("arc_head", columns: Self.width, rows: arcs)
    arcBilinear = try reader.linear("arc_bilinear", columns: arcs, rows: arcs)
    arcRoot = try reader.floats("arc_root", count: arcs)
    labelDependent = try reader.linear("label_dep", columns: Self.width)
    let width = labelDependent.weight.rows
    labelHead = try reader.linear("label_head", columns: Self.width, rows: width)
    labelBilinear = try reader.linear(
      "label_bilinear", columns: width, rows: labels.relations.count * (width + 1))
    labelRoot = try reader.floats("label_root", count: width)
    wordPiece = try WordPiece(
      vocabulary: UnsafeRawBufferPointer(
        rebasing: storage.bytes[(file.payload + file.header.vocabulary.offset)...].prefix(
          file.header.vocabulary.size)),
      folding: file.header.folding)
    guard wordPiece.count <= words.rows else { throw .malformed("more word pieces than embeddings") }
  }
}

/// The labels that each head chooses from.
struct LabelSets: Sendable {
  let upos: [PartOfSpeech]
  let xpos: [String]
  let feats: [String]
  let lemmas: [LemmaScript]
  let relations: [String]
  let names: [NameTag]

  init(_ sets: [String: [String]]) throws(ModelError) {
    func set(_ key: String) throws(ModelError) -> [String] {
      guard let labels = sets[key], !labels.isEmpty else { throw .malformed("labels “\(key)” are missing") }
      return labels
    }
    var parts: [PartOfSpeech] = []
    for text in try set("upos") {
      guard let part = PartOfSpeech(rawValue: text) else { throw .malformed("part of speech “\(text)”") }
      parts.append(part)
    }
    upos = parts
    xpos = try set("xpos")
    feats = try set("feats").map { $0 == "_" ? "" : $0 }
    var scripts: [LemmaScript] = []
    for text in try set("lemma_scripts") {
      guard let script = LemmaScript(text) else { throw .malformed("lemma script “\(text)”") }
      scripts.append(script)
    }
    lemmas = scripts
    relations = try set("labels")
    var tags: [NameTag] = []
    for text in try set("names") {
      guard let tag = NameTag(text) else { throw .malformed("name tag “\(text)”") }
      tags.append(tag)
    }
    names = tags
  }
}
