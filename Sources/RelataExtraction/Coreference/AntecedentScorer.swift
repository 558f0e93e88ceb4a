import RelataLanguage

/// Finds for each description and pronoun the mention before it that speaks of the same, or that it
/// speaks of something new.
///
/// A mention-ranking model (Denis and Baldridge, "Specialized models and ranking for coreference resolution",
/// 2008; Lee et al., "End-to-end neural coreference resolution", 2017, for the score of being new).
struct AntecedentScorer {
  let heads: FactHeads
  let kernels: KernelRunner

  /// For each mention its antecedent; nil for names and for what is new.
  ///
  /// - Parameters:
  ///   - mentions: in the order of the text; names with their chain.
  ///   - reading: what the heads see in them.
  /// - Complexity: linear in mentions, each looking back at most ``AntecedentFeatures/reach``.
  func antecedents(
    of mentions: [Mention], reading: MentionReading, features: AntecedentFeatures
  ) -> [Int?] {
    let count = mentions.count
    var result = [Int?](repeating: nil, count: count)
    guard count > 0 else { return result }
    let (width, hidden) = (FactHeads.antecedent, FactHeads.coreference)
    var anaphors = [Float](repeating: 0, count: count * width)
    var candidates = anaphors
    var anaphorHidden = [Float](repeating: 0, count: count * hidden)
    var candidateHidden = anaphorHidden
    var new = [Float](repeating: 0, count: count)
    reading.vectors.withUnsafeBufferPointer { m in
      guard let m = m.baseAddress else { return }
      kernels.quantize(m, rows: count, columns: FactHeads.mention)
      apply(heads.anaphor, count, &anaphors)
      apply(heads.candidate, count, &candidates)
      apply(heads.anaphorHidden, count, &anaphorHidden)
      apply(heads.candidateHidden, count, &candidateHidden)
      apply(heads.new, count, &new)
    }
    var named: [Int: Int] = [:]
    var h = [Float](repeating: 0, count: hidden)
    for anaphor in 0..<count {
      let mention = mentions[anaphor]
      if mention.kind == .nominal || mention.kind == .pronoun {
        var best = new[anaphor]
        for candidate in max(0, anaphor - AntecedentFeatures.reach)..<anaphor {
          let other = mentions[candidate]
          guard mention.sentence - other.sentence <= AntecedentFeatures.within,
            other.sentence != mention.sentence || other.head != mention.head,
            !features.excludes(anaphor, candidate)
          else { continue }
          let isName = other.kind == .name || other.kind == .demonym
          let namesSoFar = isName ? other.entities.first.flatMap { named[$0] } ?? 0 : 0
          for k in 0..<hidden {
            h[k] = anaphorHidden[anaphor * hidden + k] + candidateHidden[candidate * hidden + k]
          }
          h.withUnsafeMutableBufferPointer { h in
            features.rows(anaphor, candidate, namesSoFar: namesSoFar) { table, row in
              let vector = heads.coreferenceFeatures[table].row(row)
              for k in 0..<hidden { h[k] += vector[k] }
            }
          }
          let score = score(anaphors, anaphor, candidates, candidate, &h)
          if score > best {
            best = score
            result[anaphor] = candidate
          }
        }
      }
      if mention.kind == .name || mention.kind == .demonym, let chain = mention.entities.first {
        named[chain, default: 0] += 1
      }
    }
    return result
  }

  private func apply(_ layer: LinearLayer, _ rows: Int, _ y: inout [Float]) {
    y.withUnsafeMutableBufferPointer { y in
      guard let base = y.baseAddress else { return }
      kernels.apply(layer, rows: rows, into: base)
    }
  }

  private func score(
    _ anaphors: [Float], _ anaphor: Int, _ candidates: [Float], _ candidate: Int, _ h: inout [Float]
  ) -> Float {
    let (width, hidden) = (FactHeads.antecedent, FactHeads.coreference)
    let bilinear = anaphors.withUnsafeBufferPointer { a in
      candidates.withUnsafeBufferPointer { c -> Float in
        guard let a = a.baseAddress, let c = c.baseAddress else { return 0 }
        return kernels.dot(a + anaphor * width, c + candidate * width, width)
      }
    }
    return h.withUnsafeMutableBufferPointer { h -> Float in
      guard let h = h.baseAddress else { return 0 }
      kernels.gelu(h, count: hidden)
      // The square root of 128.
      return bilinear / 11.313708
        + (kernels.dot(h, heads.coreferenceWeights.row(0), hidden) + heads.coreferenceBias.row(0)[0])
    }
  }
}
