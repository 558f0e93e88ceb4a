/// A set of hashes, of which only the number and the smallest ones are kept: a bottom-*k* sketch.
///
/// The smallest hashes are a random sample of the set, and the same elements are sampled in all sets, so that
/// the share that two sets have in common is that of their samples (Broder 1997; Cohen and Kaplan 2007). Sets
/// of up to *k* elements are compared exactly.
struct HashSketch: Hashable, Sendable {
  /// Of the whole set.
  let count: Int
  /// Ascending, each once.
  let smallest: [UInt32]

  init(count: Int, smallest: [UInt32]) {
    self.count = count
    self.smallest = smallest
  }

  /// - Complexity: O(*n* log *n*).
  init(_ hashes: [UInt32], capacity: Int) {
    var smallest: [UInt32] = []
    var count = 0
    var last: UInt32?
    for hash in hashes.sorted() where hash != last {
      last = hash
      count += 1
      if count <= capacity { smallest.append(hash) }
    }
    self.init(count: count, smallest: smallest)
  }

  /// Every hash of the set up to here is in `smallest`.
  private var limit: UInt32 { smallest.count < count ? smallest.last ?? 0 : .max }

  /// The sampled elements of both sets, of the one that has fewer, and of either.
  /// - Complexity: O(*k*).
  func overlap(with other: HashSketch) -> (shared: Int, ofSmaller: Int, ofEither: Int) {
    let (smaller, larger) = count <= other.count ? (self, other) : (other, self)
    let limit = min(smaller.limit, larger.limit)
    var shared = 0
    var ofSmaller = 0
    var ofLarger = 0
    for hash in smaller.smallest {
      guard hash <= limit else { break }
      ofSmaller += 1
      while ofLarger < larger.smallest.count, larger.smallest[ofLarger] < hash { ofLarger += 1 }
      if ofLarger < larger.smallest.count, larger.smallest[ofLarger] == hash { shared += 1 }
    }
    while ofLarger < larger.smallest.count, larger.smallest[ofLarger] <= limit { ofLarger += 1 }
    return (shared, ofSmaller, ofSmaller + ofLarger - shared)
  }
}
