/// Finds, among the texts seen so far, the one that a text is a near duplicate of.
///
/// Only texts that share one of their `probes` smallest hashes are compared. Of a text cut to a third these are ten on average, so
/// that fewer than one in ten thousand is missed.
public struct DuplicateIndex: Sendable {
  public struct Match: Hashable, Sendable {
    public var key: String
    /// As it was given to `insert`.
    public var date: String?
    public var similarity: SignatureSimilarity
  }

  private static let probes = 32
  /// How many texts are compared for one hash: those inserted last. A sequence of words in more texts than this is a formula ("all
  /// rights reserved"); copies of one article share other ones as well.
  private static let candidates = 48

  private var criteria: DuplicateCriteria
  private var entries: [DuplicateEntry] = []
  /// For each hash the last place in `places` that holds it.
  private var heads: [UInt32: Int32] = [:]
  private var places: [Place] = []

  private struct Place {
    var entry: Int32
    /// The place before with the same hash, -1 if there is none.
    var previous: Int32
  }

  public init(criteria: DuplicateCriteria = DuplicateCriteria()) { self.criteria = criteria }

  /// Adds a text; returns the text, of those added before, that it is most contained in or contains most.
  /// - Complexity: O(1) on average.
  @discardableResult
  public mutating func insert(_ signature: ShingleSignature, date: String? = nil, key: String) -> Match? {
    let match = match(for: signature)
    add(DuplicateEntry(key: key, date: date, signature: signature))
    return match
  }

  /// The text that one with this signature is a near duplicate of, if there is one.
  public func match(for signature: ShingleSignature) -> Match? {
    best(for: signature).map { index, similarity in
      Match(key: entries[index].key, date: entries[index].date, similarity: similarity)
    }
  }

  mutating func add(_ entry: DuplicateEntry) {
    let index = Int32(entries.count)
    entries.append(entry)
    for hash in entry.signature.sketch.prefix(Self.probes) {
      places.append(Place(entry: index, previous: heads[hash] ?? -1))
      heads[hash] = Int32(places.count - 1)
    }
  }

  /// The position of the best match in the order of insertion; the earlier one of two that are equally good.
  func best(for signature: ShingleSignature) -> (index: Int, similarity: SignatureSimilarity)? {
    var best: (index: Int, similarity: SignatureSimilarity)?
    for index in candidates(for: signature) {
      let other = entries[index].signature
      let similarity = SignatureSimilarity(signature, other)
      guard criteria.areMet(by: similarity, shorter: min(signature.count, other.count)) else { continue }
      if let best, best.similarity.isAtLeast(similarity) { continue }
      best = (index, similarity)
    }
    return best
  }

  /// Ascending.
  private func candidates(for signature: ShingleSignature) -> [Int] {
    var found: Set<Int32> = []
    for hash in signature.sketch.prefix(Self.probes) {
      var place = heads[hash] ?? -1
      var count = 0
      while place >= 0, count < Self.candidates {
        found.insert(places[Int(place)].entry)
        place = places[Int(place)].previous
        count += 1
      }
    }
    return found.sorted().map(Int.init)
  }
}

extension SignatureSimilarity {
  fileprivate func isAtLeast(_ other: SignatureSimilarity) -> Bool {
    (containment, resemblance) >= (other.containment, other.resemblance)
  }
}
