/// Which candidates bear which name.
struct Bearers {
  private var all = Rows<NameID, Int>()
  private var main = Rows<NameID, Int>()

  /// - Parameters:
  ///   - members: candidates, ascending.
  ///   - names: which of a candidate's names count.
  init(_ candidates: Candidates, _ members: some Sequence<Int>, names: (Profile) -> [NameID]) {
    var every: [(name: NameID, member: Int)] = []
    var fullest: [(name: NameID, member: Int)] = []
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

/// Lists of numbers by a number, in two arrays: a list for each of a million names would take many times their memory.
struct Rows<Row: FixedWidthInteger, Value: FixedWidthInteger> {
  private var starts: [Int32] = [0]
  private var values: [Int32] = []

  init() {}

  /// The values of a row keep their order.
  init(rows: Int, _ pairs: [(name: Row, member: Value)]) {
    starts = [Int32](repeating: 0, count: rows + 1)
    for pair in pairs { starts[Int(pair.name) + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    var next = starts
    values = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      values[Int(next[Int(pair.name)])] = Int32(pair.member)
      next[Int(pair.name)] += 1
    }
  }

  subscript(row: Row) -> ArraySlice<Int32> { values[Int(starts[Int(row)])..<Int(starts[Int(row) + 1])] }
}
