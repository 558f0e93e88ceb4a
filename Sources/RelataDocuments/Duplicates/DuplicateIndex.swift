/// Finds, among the texts seen so far, the one that a text is a near duplicate of.
///
/// Only texts that share one of their `probes` smallest hashes are compared. Of a text cut to a third these
/// are ten on average, so that fewer than one in ten thousand is missed.
public struct DuplicateIndex: Sendable {
  /// The text that another one is a near duplicate of.
  public struct Match: Hashable, Sendable {
    /// As it was given to `insert`.
    public var key: String
    /// As it was given to `insert`.
    public var date: String?
    /// How much of each is in the other.
    public var similarity: SignatureSimilarity
  }

  private static let probes = 32
  /// How many texts are compared for one hash: those inserted last. A sequence of words in more texts than
  /// this is a formula ("all rights reserved"); copies of one article share other ones as well.
  private static let candidates = 48

  private var criteria: DuplicateCriteria
  private var entries: [DuplicateEntry] = []
  /// Of each entry, since 1970.
  private var days: [Int?] = []
  /// For each hash the last place in `places` that holds it.
  private var heads: [UInt32: Int32] = [:]
  private var places: [Place] = []

  private struct Place {
    var entry: Int32
    /// The place before with the same hash, -1 if there is none.
    var previous: Int32
  }

  /// An index of no texts yet.
  public init(criteria: DuplicateCriteria = DuplicateCriteria()) { self.criteria = criteria }

  /// Adds a text; returns the text, of those added before, that it is most contained in or contains most.
  /// - Complexity: O(1) on average.
  @discardableResult
  public mutating func insert(_ signature: ShingleSignature, date: String? = nil, key: String) -> Match? {
    let match = match(for: signature, date: date)
    add(DuplicateEntry(key: key, date: date, signature: signature))
    return match
  }

  /// The text that one with this signature is a near duplicate of, if there is one.
  public func match(for signature: ShingleSignature, date: String? = nil) -> Match? {
    best(for: signature, day: Self.day(date)).map { index, similarity in
      Match(key: entries[index].key, date: entries[index].date, similarity: similarity)
    }
  }

  mutating func add(_ entry: DuplicateEntry) {
    let index = Int32(entries.count)
    entries.append(entry)
    days.append(Self.day(entry.date))
    for hash in entry.signature.shingles.smallest.prefix(Self.probes) {
      places.append(Place(entry: index, previous: heads[hash] ?? -1))
      heads[hash] = Int32(places.count - 1)
    }
  }

  /// The position of the best match in the order of insertion; the earlier one of two that are equally good.
  func best(for signature: ShingleSignature, day: Int?) -> (index: Int, similarity: SignatureSimilarity)? {
    Self.best(
      for: signature, day: day, criteria,
      among: candidates(for: signature).lazy.map { candidate in
        (candidate.index, entries[candidate.index].signature, days[candidate.index], candidate.hits)
      })
  }

  /// A text that may be the original of another.
  private typealias Candidate = (index: Int, signature: ShingleSignature, day: Int?, hits: Int)

  private static func best(
    for signature: ShingleSignature, day: Int?, _ criteria: DuplicateCriteria,
    among candidates: some Sequence<Candidate>
  ) -> (index: Int, similarity: SignatureSimilarity)? {
    var best: (index: Int, similarity: SignatureSimilarity)?
    for candidate in candidates where isCandidate(candidate.signature, for: signature, hits: candidate.hits) {
      let similarity = SignatureSimilarity(signature, candidate.signature)
      var distance: Int?
      if let day, let other = candidate.day { distance = abs(day - other) }
      guard criteria.areMet(by: similarity, distance: distance) else { continue }
      if let best, best.similarity.isAtLeast(similarity) { continue }
      best = (candidate.index, similarity)
    }
    return best
  }

  /// The hashes by which a text is found: those that share none are never compared.
  package static func hashes(of signature: ShingleSignature) -> [UInt32] {
    Array(signature.shingles.smallest.prefix(probes))
  }

  /// What the index answers where it holds these texts: for each the number of hashes, of ``hashes(of:)``,
  /// under which it is one of the last 48.
  /// - Returns: the place of the best match, the first of two that are equally good.
  package static func best(
    for entry: DuplicateEntry, among others: [(entry: DuplicateEntry, hits: Int)]
  ) -> Int? {
    best(
      for: entry.signature, day: day(entry.date), DuplicateCriteria(),
      among: others.enumerated().lazy.map { place, other in
        (place, other.entry.signature, day(other.entry.date), other.hits)
      })?.index
  }

  /// The days since 1970 of a date in ISO 8601, perhaps with a time; nil for anything else.
  static func day(_ date: String?) -> Int? { date.flatMap { ISODate($0) }?.day.daysSinceEpoch }

  /// The positions of the texts that may be duplicates, ascending, and under how many hashes each was found.
  private func candidates(for signature: ShingleSignature) -> [(index: Int, hits: Int)] {
    var found: [Int32] = []
    for hash in signature.shingles.smallest.prefix(Self.probes) {
      var place = heads[hash] ?? -1
      var count = 0
      while place >= 0, count < Self.candidates {
        found.append(places[Int(place)].entry)
        place = places[Int(place)].previous
        count += 1
      }
    }
    found.sort()
    return found.chunked().map { (Int($0.element), $0.count) }
  }

  /// One hash in common may be that of a quotation or a formula, unless one of the texts is much shorter than
  /// the other, or both are short.
  private static func isCandidate(
    _ other: ShingleSignature, for signature: ShingleSignature, hits: Int
  ) -> Bool {
    let shorter = min(signature.count, other.count)
    let longer = max(signature.count, other.count)
    return hits > 1 || shorter < 2 * probes || shorter * 2 < longer
  }
}

extension [Int32] {
  /// The different elements of a sorted array and how often each is there.
  fileprivate func chunked() -> [(element: Int32, count: Int)] {
    var chunks: [(element: Int32, count: Int)] = []
    for element in self {
      if chunks.last?.element == element {
        chunks[chunks.count - 1].count += 1
      } else {
        chunks.append((element, 1))
      }
    }
    return chunks
  }
}

extension SignatureSimilarity {
  fileprivate func isAtLeast(_ other: SignatureSimilarity) -> Bool {
    (containment, resemblance) >= (other.containment, other.resemblance)
  }
}
