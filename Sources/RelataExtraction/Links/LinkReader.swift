import RelataGraph
import RelataLanguage

/// Which mentions of a sentence are linked, by which word, as what.
///
/// Each ordered pair attends to the sentence's words; its attention was taught where the words are
/// that express the relation.
struct LinkReader {
  /// What a sentence offers.
  struct Input {
    var words: WordVectors
    /// Indices of the mentions to pair, with the token of each and its row in ``MentionReading/vectors``.
    var mentions: [(index: Int, token: Int)]
    /// For tokens that the ontology knows as triggers, the numbers of the relations.
    var triggers: [Int: [Int]]
    /// Times that can date what the sentence tells: the vectors and token of each.
    var times: [(words: WordVectors, token: Int)]
    /// For pairs of positions in `mentions`, the number of a relation that the grammar of a trigger gives.
    var rules: [Pair: Int]
    /// The tokens that are verbs.
    var verbs: Set<Int>
    /// Of the positions in `mentions`.
    var coordination: Coordination
  }

  struct Pair: Hashable {
    var subject: Int
    var object: Int
  }

  /// More mentions of one sentence are not paired: a list of 2,000 names would make 4,000,000 pairs.
  static let mostMentions = 40
  /// How much less likely than no time at all the report's date may be, in logits, to be taken. Five of six
  /// times that this adds in news are right, fewer beyond it (`Documentation/model-card.md`).
  private static let reportLead: Float = 0.5

  let heads: FactHeads
  let kernels: KernelRunner
  private let rows = Scratch<Float>()

  init(heads: FactHeads, kernels: KernelRunner) {
    self.heads = heads
    self.kernels = kernels
  }

  /// What is told of one conjunct is told of all (``Coordination``).
  ///
  /// - Parameter lowest: the probability below which a pair is left out, unless the
  ///   grammar of a trigger links it.
  /// - Complexity: O(mentions² · words) of the sentence, both bounded for pairs.
  func links(in input: Input, mentions reading: MentionReading, lowest: Float) -> [Link] {
    let chosen = Array(input.mentions.prefix(Self.mostMentions))
    let (count, length) = (chosen.count, input.words.count)
    guard count > 1, length > 0 else { return [] }
    let sides = Sides(chosen.map(\.index), reading, heads, kernels)
    let words = Words(input.words, heads, kernels)
    var pairs: [Pair] = []
    for i in 0..<count {
      for j in 0..<count where i != j && chosen[i].token != chosen[j].token {
        let pair = Pair(subject: i, object: j)
        guard input.rules[pair] != nil || !input.coordination.isOfAnother(pair) else { continue }
        pairs.append(pair)
      }
    }
    guard !pairs.isEmpty else { return [] }
    let width = FactHeads.pair
    var hidden = [Float](repeating: 0, count: pairs.count * width)
    var told = [[(relation: Int, weight: Float)]](repeating: [], count: pairs.count)
    var triggers = [Int?](repeating: nil, count: pairs.count)
    let knownTriggers = input.triggers.sorted { $0.key < $1.key }
    var logits = [Float](repeating: 0, count: length + 1)
    hidden.withUnsafeMutableBufferPointer { hidden in
      logits.withUnsafeMutableBufferPointer { logits in
        guard let hidden = hidden.baseAddress, let logits = logits.baseAddress else { return }
        for (row, pair) in pairs.enumerated() {
          let h = hidden + row * width
          let (i, j) = (chosen[pair.subject].token, chosen[pair.object].token)
          sides.start(pair, into: h)
          for attention in 0..<FactHeads.attentions {
            attend(to: pair, at: i, and: j, attention: attention, sides: sides, words: words, into: logits)
            kernels.softmax(logits, count: length + 1)
            words.mix(logits + 1, attention, into: h, kernels)
            guard attention == 0 else { continue }
            var best = 0
            for word in 1...length where logits[word] > logits[best] { best = word }
            triggers[row] = best == 0 ? nil : best - 1
            for (token, relations) in knownTriggers where token < length {
              for relation in relations { told[row].append((relation, logits[token + 1])) }
            }
          }
          add(heads.distance.row(WordDistance.step(from: i, to: j)), to: h)
          add(heads.rule.row(input.rules[pair].map { $0 + 1 } ?? 0), to: h)
          for (relation, weight) in told[row] {
            let vector = heads.trigger.row(relation)
            for k in 0..<width { h[k] += weight * vector[k] }
          }
        }
        kernels.gelu(hidden, count: pairs.count * width)
        let second = rows.room(pairs.count * width)
        kernels.linear(heads.second, hidden, rows: pairs.count, gelu: true, into: second)
        for k in 0..<pairs.count * width { hidden[k] += second[k] }
      }
    }
    let logOdds = hidden.withUnsafeBufferPointer { hidden -> [Float] in
      guard let hidden = hidden.baseAddress else { return [] }
      return pairs.indices.map {
        kernels.dot(hidden + $0 * width, heads.linkWeights.row(0), width) + heads.linkBias.row(0)[0]
      }
    }
    let spokesmen = input.coordination.spokesmen(
      of: pairs, logOdds: logOdds, isByVerb: triggers.map { $0.map(input.verbs.contains) ?? false },
      isSettled: { input.rules[$0] != nil })
    // Only what is a link is looked at further.
    let kept = zip(pairs, spokesmen).map {
      (pair: $0, spokesman: $1, probability: kernels.probability(ofLogOdds: logOdds[$1]))
    }.filter { $0.probability >= lowest || input.rules[$0.pair] != nil }
    guard !kept.isEmpty else { return [] }
    var compact: [Float] = []
    compact.reserveCapacity(kept.count * width)
    for link in kept { compact += hidden[link.spokesman * width..<(link.spokesman + 1) * width] }
    let relations = relationScores(
      compact, kept.map(\.pair), kept.map { told[$0.spokesman] }, kept.map { input.rules[$0.pair] }, sides)
    let qualities = output(heads.qualities, compact, rows: kept.count)
    let times = timeScores(compact, rows: kept.count, input.times)
    return kept.enumerated().map { position, link in
      let quality = qualities[
        position * (2 + heads.modalities.count)..<(position + 1) * (2 + heads.modalities.count)]
      let first = quality.startIndex
      let modality = (0..<heads.modalities.count).max {
        (quality[first + 2 + $0], $1) < (quality[first + 2 + $1], $0)
      }
      return Link(
        subject: chosen[link.pair.subject].index, object: chosen[link.pair.object].index,
        probability: link.probability, relations: relations[position], trigger: triggers[link.spokesman],
        negation: kernels.probability(ofLogOdds: quality[first]),
        importance: kernels.probability(ofLogOdds: quality[first + 1]),
        modality: heads.modalities[modality ?? 0], time: times[position])
    }
  }

  private func attend(
    to pair: Pair, at i: Int, and j: Int, attention: Int, sides: Sides, words: Words,
    into logits: UnsafeMutablePointer<Float>
  ) {
    let region = heads.region.row(attention)
    logits[0] =
      sides.null[pair.subject * FactHeads.attentions + attention]
      + sides.nullObject[pair.object * FactHeads.attentions + attention]
    let (low, high) = (min(i, j), max(i, j))
    let length = words.count
    let subject = sides.scores(ofSubject: pair.subject, attention, words, kernels)
    let object = sides.scores(ofObject: pair.object, attention, words, kernels)
    for word in 0..<length {
      let place = word == i ? 1 : word == j ? 3 : word < low ? 0 : word > high ? 4 : 2
      logits[word + 1] = (subject[word] + object[word]) + region[place]
    }
  }

  private func add(_ vector: UnsafePointer<Float>, to h: UnsafeMutablePointer<Float>) {
    for k in 0..<FactHeads.pair { h[k] += vector[k] }
  }

  /// A layer applied to rows.
  private func output(_ layer: LinearLayer, _ x: [Float], rows: Int) -> [Float] {
    var y = [Float](repeating: 0, count: rows * layer.weight.rows)
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        guard let x = x.baseAddress, let y = y.baseAddress else { return }
        kernels.linear(layer, x, rows: rows, into: y)
      }
    }
    return y
  }

  private func relationScores(
    _ hidden: [Float], _ pairs: [Pair], _ told: [[(relation: Int, weight: Float)]], _ rules: [Int?],
    _ sides: Sides
  ) -> [[Float]] {
    let count = heads.relations.count
    let scores = output(heads.relation, hidden, rows: pairs.count)
    let bonus = heads.triggerWeight.row(0)
    let ruleBonus = heads.ruleWeight.row(0)
    return pairs.enumerated().map { position, pair in
      var row = Array(scores[position * count..<(position + 1) * count])
      for k in 0..<count {
        row[k] +=
          sides.relationSubject[pair.subject * count + k] + sides.relationObject[pair.object * count + k]
      }
      for (relation, weight) in told[position] { row[relation] += weight * bonus[relation] }
      if let rule = rules[position] { row[rule] += ruleBonus[rule] }
      row.withUnsafeMutableBufferPointer { row in
        guard let base = row.baseAddress else { return }
        kernels.softmax(base, count: count)
      }
      return row
    }
  }

  private func timeScores(
    _ hidden: [Float], rows: Int, _ times: [(words: WordVectors, token: Int)]
  ) -> [LinkTime] {
    let slots = output(heads.timeSlots, hidden, rows: rows)
    let queries = output(heads.timeQuery, hidden, rows: rows)
    var keys = [Float](repeating: 0, count: times.count * FactHeads.key)
    if !times.isEmpty {
      keys.withUnsafeMutableBufferPointer { keys in
        guard let base = keys.baseAddress else { return }
        kernels.take(times.map { ($0.words, $0.token) })
        kernels.apply(heads.timeKey, rows: times.count, into: base)
      }
    }
    return (0..<rows).map { row in
      let report = slots[row * 2 + 1]
      var best: (score: Float, time: LinkTime) = (slots[row * 2], .unknown)
      var isReport = report > best.score - Self.reportLead
      if report > best.score { best = (report, .report) }
      for time in times.indices {
        let score = queries.withUnsafeBufferPointer { q in
          keys.withUnsafeBufferPointer { k -> Float in
            guard let q = q.baseAddress, let k = k.baseAddress else { return 0 }
            // The square root of 64.
            return kernels.dot(q + row * FactHeads.key, k + time * FactHeads.key, FactHeads.key) / 8
          }
        }
        if score > report { isReport = false }
        if score > best.score { best = (score, .expression(time)) }
      }
      if best.time == .unknown, isReport { return .report }
      return best.time
    }
  }
}
