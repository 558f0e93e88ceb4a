/// Which candidates bear which name.
struct Bearers {
  private var all = Rows<NameID, Int>()
  private var main = Rows<NameID, Int>()

  /// - Parameters:
  ///   - members: candidates, ascending.
  ///   - names: which of a candidate's names count.
  init(_ candidates: Candidates, _ members: some Sequence<Int>, names: (Profile) -> [NameID]) {
    var every: [(row: NameID, value: Int)] = []
    var fullest: [(row: NameID, value: Int)] = []
    for index in members {
      let primary = candidates.primary(index)?.folded
      for name in names(candidates.profile(index)) {
        every.append((name, index))
        if candidates.names[name].folded == primary { fullest.append((name, index)) }
      }
    }
    all = Rows(rows: candidates.names.names.count, every)
    main = Rows(rows: candidates.names.names.count, fullest)
  }

  /// Ascending.
  func all(_ name: NameID) -> ArraySlice<Int32> { all[name] }

  /// Those whose fullest name it is, ascending.
  func main(_ name: NameID) -> ArraySlice<Int32> { main[name] }
}
