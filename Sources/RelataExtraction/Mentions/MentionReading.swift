import RelataGraph
import RelataLanguage

/// What the heads see in a document's mentions: a vector for each, whether it denotes something worth an
/// entity, and of which type.
struct MentionReading: Sendable {
  /// Row by row, ``FactHeads/mention`` numbers for each mention.
  private(set) var vectors: [Float]
  /// The probability of each mention to denote an entity, 0…1.
  private(set) var entityProbabilities: [Float]
  /// Probabilities of ``FactHeads/types`` for each mention, row by row.
  private(set) var typeScores: [Float]
  let typeCount: Int

  /// - Complexity: linear in mentions.
  init(_ mentions: [Mention], vectors words: [WordVectors], heads: FactHeads, kernels: KernelRunner) {
    typeCount = heads.types.count
    let width = FactHeads.mention
    let count = mentions.count
    vectors = [Float](repeating: 0, count: count * width)
    entityProbabilities = []
    typeScores = []
    guard count > 0 else { return }
    let typeNumbers = Dictionary(
      heads.types.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var part = [Float](repeating: 0, count: count * width)
    vectors.withUnsafeMutableBufferPointer { m in
      part.withUnsafeMutableBufferPointer { part in
        guard let m = m.baseAddress, let part = part.baseAddress else { return }
        kernels.take(mentions.map { (words[$0.sentence], $0.head) })
        kernels.apply(heads.mentionHead, rows: count, into: m)
        kernels.take(mentions.map { (words[$0.sentence], $0.tokens.lowerBound) })
        kernels.apply(heads.mentionFirst, rows: count, into: part)
        for k in 0..<count * width { m[k] += part[k] }
        kernels.take(mentions.map { (words[$0.sentence], $0.tokens.upperBound - 1) })
        kernels.apply(heads.mentionLast, rows: count, into: part)
        for (index, mention) in mentions.enumerated() {
          let kind = heads.mentionKind.row(mention.kind.number)
          let type = heads.mentionType.row(
            mention.types.first.flatMap { typeNumbers[$0] }.map { $0 + 1 } ?? 0)
          for k in 0..<width {
            m[index * width + k] += part[index * width + k] + (kind[k] + type[k])
          }
        }
        kernels.gelu(m, count: count * width)
      }
    }
    let columns = 1 + typeCount
    var scores = [Float](repeating: 0, count: count * columns)
    scores.withUnsafeMutableBufferPointer { scores in
      vectors.withUnsafeBufferPointer { m in
        guard let scores = scores.baseAddress, let m = m.baseAddress else { return }
        kernels.linear(heads.entity, m, rows: count, into: scores)
      }
    }
    for index in 0..<count {
      entityProbabilities.append(kernels.probability(ofLogOdds: scores[index * columns]))
      var row = Array(scores[index * columns + 1..<(index + 1) * columns])
      row.withUnsafeMutableBufferPointer { row in
        guard let base = row.baseAddress else { return }
        kernels.softmax(base, count: row.count)
      }
      typeScores += row
    }
  }

  /// The probability of each type for a mention.
  func types(of mention: Int) -> ArraySlice<Float> {
    typeScores[mention * typeCount..<(mention + 1) * typeCount]
  }

  /// The probability that two mentions are of the same type, were they independent.
  func likelihoodOfSameType(_ first: Int, _ second: Int) -> Float {
    var sum: Float = 0
    for k in 0..<typeCount { sum += typeScores[first * typeCount + k] * typeScores[second * typeCount + k] }
    return sum
  }
}

extension Mention.Kind {
  /// The order of the model's table.
  var number: Int {
    switch self {
    case .name: 0
    case .demonym: 1
    case .nominal: 2
    case .pronoun: 3
    }
  }
}
