/// Lists of numbers by a number, in two arrays: a list for each of a million names would take
/// many times their memory.
struct Rows<Row: FixedWidthInteger, Value: FixedWidthInteger> {
  private var starts: [Int32] = [0]
  private var values: [Int32] = []

  init() {}

  /// The values of a row keep their order.
  init(rows: Int, _ pairs: [(row: Row, value: Value)]) {
    starts = [Int32](repeating: 0, count: rows + 1)
    for pair in pairs { starts[Int(pair.row) + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    var next = starts
    values = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      values[Int(next[Int(pair.row)])] = Int32(pair.value)
      next[Int(pair.row)] += 1
    }
  }

  subscript(row: Row) -> ArraySlice<Int32> { values[Int(starts[Int(row)])..<Int(starts[Int(row) + 1])] }
}
