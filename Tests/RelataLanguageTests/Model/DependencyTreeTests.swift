import RelataTestSupport
import Testing

@testable import RelataLanguage

@Suite struct DependencyTreeTests {
  /// The total of the best tree with exactly one root among all assignments of heads.
  private func bruteForce(_ scores: [Float], _ count: Int) -> Double {
    let width = count + 1
    var heads = [Int](repeating: 0, count: count)
    var best = -Double.infinity
    while true {
      if heads.filter({ $0 == 0 }).count == 1, isTree(heads.map { $0 == 0 ? nil : $0 - 1 }) {
        best = max(best, total(scores, heads))
      }
      var digit = 0
      while digit < count {
        heads[digit] += 1
        if heads[digit] < width { break }
        heads[digit] = 0
        digit += 1
      }
      if digit == count { return best }
    }
  }

  private func total(_ scores: [Float], _ heads: [Int]) -> Double {
    heads.indices.reduce(0) { $0 + Double(scores[$1 * (heads.count + 1) + heads[$1]]) }
  }

  private func isSingleRootedTree(_ heads: [Int]) -> Bool { isTree(heads.map { $0 == 0 ? nil : $0 - 1 }) }

  @Test(arguments: 1...5, [0, 1, 2])
  func findsTheBestTree(count: Int, kind: UInt64) {
    var generator = SeededGenerator(seed: UInt64(count) * 10 + kind)
    for _ in 0..<(count < 5 ? 60 : 12) { check(count, kind, &generator) }
  }

  @Test(arguments: [0, 1, 2])
  func findsTheBestTreeOfSixWords(kind: UInt64) {
    var generator = SeededGenerator(seed: 60 + kind)
    check(6, kind, &generator)
  }

  private func check(_ count: Int, _ kind: UInt64, _ generator: inout SeededGenerator) {
    // Real numbers; small integers, so that many trees tie; and scores that would like
    // every word to be a root.
    var scores =
      kind == 1
      ? (0..<count * (count + 1)).map { _ in Float(Int.random(in: 0...2, using: &generator)) }
      : generator.floats(count * (count + 1), in: -30...30)
    if kind == 2 { for word in 0..<count { scores[word * (count + 1)] += 100 } }
    let heads = DependencyTree.heads(scores: scores, count: count)
    #expect(isSingleRootedTree(heads))
    #expect(abs(total(scores, heads) - bruteForce(scores, count)) < 1e-4, "\(scores)")
  }

  @Test(arguments: [7, 20, 63, 120])
  func longSentencesGiveTreesWithOneRoot(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    for top in [Float(1), 40] {
      let heads = DependencyTree.heads(
        scores: generator.floats(count * (count + 1), in: -top...top), count: count)
      #expect(heads.count == count)
      #expect(isSingleRootedTree(heads))
    }
  }

  @Test func equalScoresGiveATree() {
    for count in 1...9 {
      let scores = [Float](repeating: 0, count: count * (count + 1))
      #expect(isSingleRootedTree(DependencyTree.heads(scores: scores, count: count)))
    }
  }

  @Test func noWordsHaveNoHeads() { #expect(DependencyTree.heads(scores: [], count: 0).isEmpty) }

  /// Two cycles, one inside the other once contracted; the root can be reached only through the third word.
  @Test func nestedCyclesAreBroken() {
    let low: Float = -50
    let scores: [Float] = [
      low, low, 10, 9, low,
      low, 10, low, low, low,
      -5, 8, low, low, 8.5,
      low, low, low, 10, low,
    ]
    let heads = DependencyTree.heads(scores: scores, count: 4)
    #expect(heads == [3, 1, 0, 3])
  }
}
