import RelataGraph
import RelataLanguage
import Testing

@testable import RelataExtraction

/// The log-linear model of relations beside the heads.
@Suite("Relations by words and tree") struct RelationWeightsTests {
  /// "They have worked for the Brigade".
  private let tree = SentenceTree(
    Sentence(
      tokens: [
        ("They", "they", "PRP", 2, "nsubj"), ("have", "have", "VBP", 2, "aux"),
        ("worked", "work", "VBN", nil, "root"),
        ("for", "for", "IN", 5, "case"), ("the", "the", "DT", 5, "det"),
        ("Brigade", "brigade", "NNP", 2, "obl"),
      ].map { form, lemma, tag, head, relation in
        Token(form: form, range: 0..<0, lemma: lemma, tag: tag, head: head, relation: relation)
      }))
  private let they = RelationFeatures.End(token: 0, type: "Person", isNameless: true)
  private let brigade = RelationFeatures.End(token: 5, type: "GovernmentBody", isNameless: false)

  @Test("the features are those that the weights were learned for")
  func sameAsInTraining() {
    // What `features` of Training/relata_training/facts/lexical.py makes of the same tree.
    #expect(
      RelationFeatures(subject: they, object: brigade, trigger: 2, in: tree).keys == [
        0xAF63_BD4C_8601_B7DF, 0x6E24_7B02_514C_6B17, 0x0ECB_9DE1_E10C_13F9, 0x969F_0A9E_8A3E_A8EF,
        0x9F28_B4E2_9A99_BDFC, 0x1E6F_7CB4_A8A1_CAEC, 0x7F1C_A087_9C94_554D, 0xC7FF_6616_9B34_6651,
        0x4D22_557E_4491_CE12, 0x1051_C385_31AA_6BF2, 0xB217_C23C_7785_35FD, 0x2CF1_4271_EBFF_7ABD,
        0x7B8F_FBC4_4A67_4BB9, 0x4287_806E_3C84_4ADF, 0x5933_9C5D_3E0E_D28B, 0x26A3_E720_1246_457F,
        0x8E97_3B55_52D5_13B8, 0xA4A0_7BAE_7827_CB97, 0x5937_3318_C7C7_E21E, 0x27F0_8C20_14DB_EE34,
        0xB5F5_60EC_D044_6013, 0x3FA2_2748_120A_D1F1,
      ])
  }

  @Test("ends that change places, another trigger or type are other features")
  func whatTheySee() {
    let keys = RelationFeatures(subject: they, object: brigade, trigger: 2, in: tree).keys
    let turned = RelationFeatures(subject: brigade, object: they, trigger: 2, in: tree).keys
    let without = RelationFeatures(subject: they, object: brigade, trigger: nil, in: tree).keys
    let ship = RelationFeatures.End(token: 5, type: "Ship", isNameless: false)
    let other = RelationFeatures(subject: they, object: ship, trigger: 2, in: tree).keys
    // The word alone, and the word above both, which is the same both ways.
    #expect(Set(keys).intersection(turned).count == 3)
    // Types, adpositions beside types, the path, its word, "they": what needs no trigger, nor the order of
    // all three.
    #expect(Set(keys).intersection(without).count == 9)
    #expect(Set(keys).intersection(other).count == keys.count - 7)
  }

  @Test("weights of known features are added up") func sums() throws {
    let keys = RelationFeatures(subject: they, object: brigade, trigger: 2, in: tree).keys
    let file = Self.file([(keys[1], [(0, 100), (1, -50)]), (keys[5], [(1, 20)]), (12_345, [(0, 127)])])
    try file.withUnsafeBytes { bytes in
      let weights = try RelationWeights(bytes)
      #expect(weights.relations == ["employs", "holds_position"])
      let scores = weights.scores(RelationFeatures(subject: they, object: brigade, trigger: 2, in: tree))
      #expect(scores == [50, -15])
    }
  }

  @Test("other weights have another identifier, the same ones the same") func identifier() throws {
    let files = [1, 2, 1].map { Self.file([(7, [(0, Int8($0))])]) }
    let identifiers = try files.map { try $0.withUnsafeBytes { try RelationWeights($0).identifier } }
    #expect(identifiers[0] == identifiers[2] && identifiers[0] != identifiers[1])
    #expect(identifiers.allSatisfy { $0.count == 8 })
  }

  @Test("a damaged file is refused", arguments: 0..<6) func damage(kind: Int) {
    var file = Self.file([(7, [(0, 1)]), (9, [(1, 2), (0, 3)])])
    switch kind {
    case 0: file[0] ^= 1
    case 1: file.removeLast()
    case 2: file.append(0)
    case 3: file.removeLast(file.count - 20)
    // The relation of the first weight; where the second feature's weights begin.
    case 4: file[28 + 2 * 8 + 3 * 4] = 2
    default: file[28 + 2 * 8 + 4] = 200
    }
    #expect(throws: ModelError.self) { try file.withUnsafeBytes { _ = try RelationWeights($0) } }
  }

  @Test("every bit of the header and the tables can be wrong without a crash") func bits() throws {
    let features = RelationFeatures(subject: they, object: brigade, trigger: 2, in: tree)
    let good = Self.file([(features.keys[1], [(0, 1)]), (features.keys[5], [(1, 2), (0, 3)])])
    for bit in 0..<8 * good.count {
      var file = good
      file[bit / 8] ^= 1 << UInt8(bit % 8)
      file.withUnsafeBytes { bytes in
        guard let weights = try? RelationWeights(bytes) else { return }
        #expect(weights.scores(features).count == 2)
      }
    }
  }

  @Test("the one in the program knows every relation that the heads know") func embedded() throws {
    let weights = try RelationWeights.embedded()
    #expect(try weights.relations == FactHeads(LanguageModel.embedded()).relations)
  }

  /// A file of features with weights, half a unit a step, for two relations.
  private static func file(_ features: [(key: UInt64, weights: [(relation: UInt8, steps: Int8)])]) -> [UInt8]
  {
    let sorted = features.sorted { $0.key < $1.key }
    let names = Array("employs\nholds_position".utf8)
    let all = sorted.flatMap(\.weights)
    func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
      withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
    var file = Array("RELRELA1".utf8)
    for count in [sorted.count, 2, all.count, names.count] { file += bytes(UInt32(count)) }
    file += bytes(Float(0.5).bitPattern)
    for feature in sorted { file += bytes(feature.key) }
    var start: UInt32 = 0
    file += bytes(start)
    for feature in sorted {
      start += UInt32(feature.weights.count)
      file += bytes(start)
    }
    return file + all.map(\.relation) + all.map { UInt8(bitPattern: $0.steps) } + names
  }
}
