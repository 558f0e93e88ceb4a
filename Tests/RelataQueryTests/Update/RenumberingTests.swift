import RelataQuery
import RelataTestSupport
import Testing

@Suite("Lists of which elements go and to which others come")
struct RenumberingTests {
  @Test("are as if they were made element by element, and everything has its place", arguments: 0..<200)
  func splice(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let old = (0..<random.number(12)).map { UInt32($0) }
    let splice = RandomSplice(of: old.count, &random)
    let renumbering = splice.renumbering
    let added = (0..<renumbering.addedCount).map { 100 + UInt32($0) }
    let list = splice.list(old, adding: added)
    func place(_ element: UInt32) -> UInt32 {
      list.firstIndex(of: element).map { UInt32($0) } ?? Renumbering.gone
    }
    #expect(renumbering.count == list.count)
    #expect(renumbering.splice(FixedBuffer(old, or: 0), FixedBuffer(added, or: 0)).contents == list)
    #expect(renumbering.places(of: old.count).contents == old.map(place))
    #expect(renumbering.placesOfAdded() == added.map(place))
  }

  @Test("of texts of any length, too", arguments: 0..<200)
  func texts(seed: Int) {
    var random = SeededGenerator(seed: seed)
    func texts(_ count: Int) -> [String] {
      (0..<count).map { _ in random.choice(["", "a", "\u{E9}", "e\u{301}", "two words", "日本"]) }
    }
    let old = texts(random.number(12))
    let splice = RandomSplice(of: old.count, &random)
    let added = texts(splice.renumbering.addedCount)
    let spliced = splice.renumbering.splice(PackedStrings(old), PackedStrings(added))
    let list = splice.list(old, adding: added)
    #expect(spliced.count == list.count)
    for (number, text) in list.enumerated() {
      #expect(spliced[number].utf8.elementsEqual(text.utf8), "\(number) of \(list)")
    }
  }

  @Test("what has been dealt with is not dealt with again")
  func again() {
    var renumbering = Renumbering()
    renumbering.keep(upTo: 3)
    renumbering.drop(upTo: 2)
    renumbering.keep(upTo: 3)
    renumbering.add(0)
    renumbering.add(2)
    renumbering.add()
    renumbering.drop(upTo: 5)
    renumbering.keep(upTo: 6)
    #expect(renumbering.stretches == [.kept(0..<3), .added(0..<3), .kept(5..<6)])
    #expect(renumbering.count == 7)
  }
}
