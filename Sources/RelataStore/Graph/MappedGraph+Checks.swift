import RelataQuery

/// What is not looked at when a graph is opened, but once it is needed.
extension MappedGraph {
  func checkRanking() throws(MappedGraphError) {
    try image.check(Section.ranking) { index.rankingMisfit }
  }

  func checkTime() throws(MappedGraphError) { try image.check(Section.time) { index.timeMisfit } }

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
