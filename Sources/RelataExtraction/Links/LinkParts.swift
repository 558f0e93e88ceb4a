import RelataLanguage

extension LinkReader {
  /// What each mention of a sentence contributes to a pair, as its subject and as its object.
  final class Sides {
    private let subject, object, subjectGate, objectGate: [Float]
    private let subjectQuery, objectQuery: [Float]
    let null, nullObject, relationSubject, relationObject: [Float]
    private var subjectScores: [Int: [Float]] = [:]
    private var objectScores: [Int: [Float]] = [:]

    init(_ mentions: [Int], _ reading: MentionReading, _ heads: FactHeads, _ kernels: KernelRunner) {
      let width = FactHeads.mention
      var rows: [Float] = []
      rows.reserveCapacity(mentions.count * width)
      for mention in mentions { rows += reading.vectors[mention * width..<(mention + 1) * width] }
      rows.withUnsafeBufferPointer { rows in
        if let base = rows.baseAddress { kernels.quantize(base, rows: mentions.count, columns: width) }
      }
      func applied(_ layer: LinearLayer) -> [Float] {
        [Float](unsafeUninitializedCapacity: mentions.count * layer.weight.rows) { y, count in
          count = mentions.count * layer.weight.rows
          if let base = y.baseAddress { kernels.apply(layer, rows: mentions.count, into: base) }
        }
      }
      subject = applied(heads.subject)
      object = applied(heads.object)
      subjectGate = applied(heads.subjectGate)
      objectGate = applied(heads.objectGate)
      subjectQuery = applied(heads.subjectQuery)
      objectQuery = applied(heads.objectQuery)
      null = applied(heads.nullSubject)
      nullObject = applied(heads.nullObject)
      relationSubject = applied(heads.relationSubject)
      relationObject = applied(heads.relationObject)
    }

    /// What does not depend on the words: the sum of both sides and their product.
    func start(_ pair: Pair, into h: UnsafeMutablePointer<Float>) {
      let width = FactHeads.pair
      let (i, j) = (pair.subject * width, pair.object * width)
      for k in 0..<width {
        h[k] = subject[i + k] + object[j + k] + subjectGate[i + k] * objectGate[j + k] / 8
      }
    }

    func scores(ofSubject mention: Int, _ attention: Int, _ words: Words, _ kernels: KernelRunner) -> [Float]
    {
      let place = mention * FactHeads.attentions + attention
      if let known = subjectScores[place] { return known }
      let scores = words.scores(subjectQuery, row: mention, attention, kernels)
      subjectScores[place] = scores
      return scores
    }

    func scores(ofObject mention: Int, _ attention: Int, _ words: Words, _ kernels: KernelRunner) -> [Float] {
      let place = mention * FactHeads.attentions + attention
      if let known = objectScores[place] { return known }
      let scores = words.scores(objectQuery, row: mention, attention, kernels)
      objectScores[place] = scores
      return scores
    }
  }

  /// What pairs find at a sentence's words.
  struct Words {
    let count: Int
    private let keys, values: [Float]

    init(_ words: WordVectors, _ heads: FactHeads, _ kernels: KernelRunner) {
      let count = words.count
      self.count = count
      kernels.take((0..<count).map { (words, $0) })
      func applied(_ layer: LinearLayer) -> [Float] {
        [Float](unsafeUninitializedCapacity: count * layer.weight.rows) { y, written in
          written = count * layer.weight.rows
          if let base = y.baseAddress { kernels.apply(layer, rows: count, into: base) }
        }
      }
      keys = applied(heads.keys)
      values = applied(heads.values)
    }

    /// How well each word answers a mention's query.
    func scores(_ queries: [Float], row: Int, _ attention: Int, _ kernels: KernelRunner) -> [Float] {
      let (key, stride) = (FactHeads.key, FactHeads.key * FactHeads.attentions)
      return queries.withUnsafeBufferPointer { queries in
        keys.withUnsafeBufferPointer { keys in
          guard let queries = queries.baseAddress, let keys = keys.baseAddress else { return [] }
          let query = queries + row * stride + attention * key
          // The square root of 64.
          return (0..<count).map { kernels.dot(query, keys + $0 * stride + attention * key, key) / 8 }
        }
      }
    }

    /// Adds the words' values, weighed.
    func mix(
      _ weights: UnsafePointer<Float>, _ attention: Int, into h: UnsafeMutablePointer<Float>,
      _ kernels: KernelRunner
    ) {
      let width = FactHeads.pair
      values.withUnsafeBufferPointer { values in
        guard let base = values.baseAddress else { return }
        kernels.mix(
          weights, count: count, base + attention * width, stride: width * FactHeads.attentions, width: width,
          into: h)
      }
    }
  }
}
