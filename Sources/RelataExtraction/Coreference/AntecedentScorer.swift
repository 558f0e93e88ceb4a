import RelataLanguage

/// Finds for each description and pronoun the mention before it that speaks of the same, or that it
/// speaks of something new.
///
/// A mention-ranking model (Denis and Baldridge, "Specialized models and ranking for coreference resolution",
/// 2008; Lee et al., "End-to-end neural coreference resolution", 2017, for the score of being new) that is
/// told what the candidate's chain has been called so far (Björkelund and Kuhn, "Learning structured
/// perceptrons for coreference resolution with latent antecedents and non-local features", 2014).
struct AntecedentScorer {
  private typealias Columns = AntecedentHead.Columns

  private let head: AntecedentHead
  private let kernels: KernelRunner
  private let reading: MentionReading
  private let features: AntecedentFeatures
  /// Row by row, ``AntecedentHead/Columns`` for each mention.
  private let rows: [Float]

  /// - Parameters:
  ///   - mentions: in the order of the text; names with their chain.
  ///   - reading: what the heads see in them.
  ///   - words: the encoder's vectors of each sentence's words.
  init(
    _ mentions: [Mention], reading: MentionReading, words: [WordVectors], features: AntecedentFeatures,
    head: AntecedentHead, kernels: KernelRunner
  ) {
    self.head = head
    self.kernels = kernels
    self.reading = reading
    self.features = features
    rows = Self.rows(mentions, reading, words, head, kernels)
  }

  private static func rows(
    _ mentions: [Mention], _ reading: MentionReading, _ words: [WordVectors], _ head: AntecedentHead,
    _ kernels: KernelRunner
  ) -> [Float] {
    let count = mentions.count
    var rows = [Float](repeating: 0, count: count * Columns.count)
    guard count > 0 else { return rows }
    var part = rows
    var kinds: [Float] = []
    for mention in 0..<count {
      kinds += reading.types(of: mention)
      kinds.append(reading.entityProbabilities[mention])
      kinds += repeatElement(0, count: (mention + 1) * AntecedentHead.kinds - kinds.count)
    }
    rows.withUnsafeMutableBufferPointer { rows in
      part.withUnsafeMutableBufferPointer { part in
        guard let rows = rows.baseAddress, let part = part.baseAddress else { return }
        reading.vectors.withUnsafeBufferPointer { m in
          guard let m = m.baseAddress else { return }
          kernels.linear(head.mention, m, rows: count, into: rows)
        }
        kernels.take(mentions.map { (words[$0.sentence], $0.head) })
        kernels.apply(head.word, rows: count, into: part)
        for k in 0..<count * Columns.count { rows[k] += part[k] }
        kinds.withUnsafeBufferPointer { kinds in
          guard let kinds = kinds.baseAddress else { return }
          kernels.linear(head.kind, kinds, rows: count, into: part)
        }
        for k in 0..<count * Columns.count { rows[k] += part[k] }
        for mention in 0..<count {
          kernels.gelu(rows + mention * Columns.count + Columns.new, count: AntecedentHead.newness)
        }
      }
    }
    return rows
  }

  /// For each mention its antecedent; nil for names and for what is new.
  ///
  /// - Parameter mentions: those that it was made for.
  /// - Complexity: linear in mentions, each looking back at most ``AntecedentFeatures/reach``.
  func antecedents(of mentions: [Mention]) -> [Int?] {
    var result = [Int?](repeating: nil, count: mentions.count)
    var chains = ChainsSoFar()
    rows.withUnsafeBufferPointer { rows in
      guard let rows = rows.baseAddress else { return }
      for (anaphor, mention) in mentions.enumerated() {
        if mention.kind == .nominal || mention.kind == .pronoun {
          result[anaphor] = antecedent(of: anaphor, mentions, rows, chains)
        }
        chains.add(mention, features.traits[anaphor], antecedent: result[anaphor])
      }
    }
    return result
  }

  private func antecedent(
    of anaphor: Int, _ mentions: [Mention], _ rows: UnsafePointer<Float>, _ chains: ChainsSoFar
  ) -> Int? {
    let mention = mentions[anaphor]
    let own = rows + anaphor * Columns.count
    var best =
      kernels.dot(own + Columns.new, head.new.row(0), AntecedentHead.newness) + head.newBias.row(0)[0]
    var found: Int?
    var hidden = [Float](repeating: 0, count: AntecedentHead.pair)
    hidden.withUnsafeMutableBufferPointer { hidden in
      guard let hidden = hidden.baseAddress else { return }
      for candidate in max(0, anaphor - AntecedentFeatures.reach)..<anaphor {
        let other = mentions[candidate]
        guard mention.sentence - other.sentence <= AntecedentFeatures.within,
          other.sentence != mention.sentence || other.head != mention.head,
          !features.excludes(anaphor, candidate)
        else { continue }
        let score = score(anaphor, candidate, rows, chains, hidden)
        if score > best {
          best = score
          found = candidate
        }
      }
    }
    return found
  }

  private func score(
    _ anaphor: Int, _ candidate: Int, _ rows: UnsafePointer<Float>, _ chains: ChainsSoFar,
    _ hidden: UnsafeMutablePointer<Float>
  ) -> Float {
    let (a, c) = (rows + anaphor * Columns.count, rows + candidate * Columns.count)
    let width = AntecedentHead.pair
    for k in 0..<width {
      hidden[k] =
        a[Columns.anaphor + k] + c[Columns.candidate + k]
        + a[Columns.anaphorGate + k] * c[Columns.candidateGate + k] / AntecedentHead.gateScale
    }
    features.rows(
      anaphor, candidate, chains: chains, likelyType: reading.likelihoodOfSameType(anaphor, candidate)
    ) { table, row in
      let vector = head.features(table).row(row)
      for k in 0..<width { hidden[k] += vector[k] }
    }
    kernels.gelu(hidden, count: width)
    let product = kernels.dot(
      a + Columns.anaphorProduct, c + Columns.candidateProduct, AntecedentHead.product)
    return product / AntecedentHead.productScale
      + (kernels.dot(hidden, head.output.row(0), width) + head.outputBias.row(0)[0])
  }
}
