import RelataQuery

/// What is not looked at when a graph is opened, but once it is needed.
extension MappedGraph {
  func checkRanking() throws(MappedGraphError) {
    try image.check(Section.ranking) { index.rankingMisfit }
  }

  func checkTime() throws(MappedGraphError) { try image.check(Section.time) { index.timeMisfit } }

  /// What is copied as a whole when a graph is changed; where single records are read, each is looked at.
  func checkRecords() throws(MappedGraphError) {
    let tables: [(Section, Section)] = [
      (.stringOffsets, .stringBytes), (.entityOffsets, .entityBytes), (.statementOffsets, .statementBytes),
      (.documentOffsets, .documentBytes), (.contradictionOffsets, .contradictionBytes),
      (.correctionOffsets, .correctionBytes),
    ]
    for (offsets, bytes) in tables where !(try image.strings(offsets, bytes).ascends) {
      throw .damaged("the places of the \(bytes)")
    }
    let mentionCounts: FixedBuffer<UInt32> = try image.table(.mentionCounts)
    guard index.entityCount == entityCount, mentionCounts.count == entityCount else {
      throw .damaged("the number of entities")
    }
  }

  /// The names, of which spellings may be looked up.
  func checkedNames() throws(MappedGraphError) -> NameIndex {
    let names = try image.names()
    try image.check(Section.spellings) { names.spellingMisfit }
    return names
  }

  func checkSounds(of names: NameIndex) throws(MappedGraphError) {
    try image.check(Section.sounds) { names.soundMisfit }
  }
}
