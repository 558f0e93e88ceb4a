import RelataNames
import RelataTestSupport
import Testing

@Suite struct DisjointSetsTests {
  @Test(
    "joined is what a chain of joins connects, whatever the order; the root is the smallest",
    arguments: 0..<30)
  func agreesWithColouring(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let count = 1 + random.number(30)
    var sets = DisjointSets(count: count)
    var colours = Array(0..<count)
    for _ in 0..<random.number(40) {
      let (a, b) = (random.number(count), random.number(count))
      let (from, to) = (max(colours[a], colours[b]), min(colours[a], colours[b]))
      let wereApart = sets.join(a, b)
      #expect(wereApart == (from != to))
      for index in colours.indices where colours[index] == from { colours[index] = to }
      #expect(sets.root(of: a) == sets.find(b))
    }
    #expect(sets.roots() == colours)
  }

  @Test func grows() {
    var sets = DisjointSets(count: 0)
    let members = (0..<4).map { _ in sets.add() }
    sets.join([3, 1])
    sets.join([])
    #expect(members == [0, 1, 2, 3] && sets.roots() == [0, 1, 2, 1])
  }
}
