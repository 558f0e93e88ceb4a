/// Whom a name of one word may mean, among persons with full names: whom the text speaks of most, those
/// before it first.
struct ShortNameTargets {
  private struct Target {
    /// The set of names.
    var root: Int
    var weight: Int
    /// The first in which a full name of it stands that fits.
    var sentence: Int
    /// The mention of the first such name.
    var fuller: Int
  }

  /// By sentence.
  private let targets: [Target]
  /// By place: the best of those up to it.
  private let bestBefore: [Int]
  /// By place: the best of those from it on.
  private let bestFrom: [Int]
  private let places: [Int: Int]

  /// - Parameters:
  ///   - fitting: mentions of the full names that fit, in the order of the text, with their sets.
  ///   - weight: of a set.
  /// - Complexity: O(*n* log *n*) for *n* full names.
  init(_ fitting: [(mention: Int, sentence: Int, root: Int)], weight: [Int: Int]) {
    var found: [Int: Int] = [:]
    var targets: [Target] = []
    for (mention, sentence, root) in fitting {
      if let place = found[root] {
        targets[place].sentence = min(targets[place].sentence, sentence)
        continue
      }
      found[root] = targets.count
      targets.append(
        Target(root: root, weight: weight[root, default: 0], sentence: sentence, fuller: mention))
    }
    targets.sort { ($0.sentence, $0.fuller) < ($1.sentence, $1.fuller) }
    var before: [Int] = []
    for place in targets.indices {
      before.append(before.last.map { Self.isBetter(targets[$0], targets[place]) ? $0 : place } ?? place)
    }
    var from = Array(targets.indices)
    for place in targets.indices.dropLast().reversed() {
      from[place] = Self.isBetter(targets[from[place + 1]], targets[place]) ? from[place + 1] : place
    }
    self.targets = targets
    bestBefore = before
    bestFrom = from
    places = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1.root, $0) })
  }

  private static func isBetter(_ a: Target, _ b: Target) -> Bool {
    (a.weight, b.root) > (b.weight, a.root)
  }

  /// Whether a set is one of those that are meant.
  func contains(_ root: Int) -> Bool { places[root] != nil }

  /// The set that is meant in a sentence, and the full name in it; nil where none fits.
  /// - Complexity: O(log *n*).
  func best(in sentence: Int) -> (root: Int, fuller: Int)? {
    var (low, high) = (0, targets.count)
    while low < high {
      let middle = (low + high) / 2
      if targets[middle].sentence <= sentence { low = middle + 1 } else { high = middle }
    }
    // Of what stands before one more is counted.
    guard low > 0 else { return targets.isEmpty ? nil : answer(bestFrom[0]) }
    guard low < targets.count else { return answer(bestBefore[low - 1]) }
    let (near, far) = (targets[bestBefore[low - 1]], targets[bestFrom[low]])
    return answer((near.weight + 1, far.root) > (far.weight, near.root) ? bestBefore[low - 1] : bestFrom[low])
  }

  private func answer(_ place: Int) -> (root: Int, fuller: Int) {
    (targets[place].root, targets[place].fuller)
  }
}
