/// A column of a table that refers to values by numbers, and the values: numbered in the order of their first
/// use, as where the table is made anew, and none that nothing refers to.
struct NumberedColumn<Value: Hashable> {
  let values: [Value]
  let column: FixedBuffer<UInt32>
  /// By old number: the number in this column, or ``unused``.
  let numbers: [UInt32]

  /// The number of a value that this column does not have any more.
  static var unused: UInt32 { .max }

  /// - Parameter fixedCount: how many values keep their numbers, the first in both lists, used or not.
  /// - Complexity: O(n).
  init(
    _ old: [Value], _ oldColumn: FixedBuffer<UInt32>, adding added: [Value], _ addedColumn: [UInt32],
    _ renumbering: Renumbering, fixedCount: Int = 0
  ) {
    var all = old
    var known: [Value: UInt32] = [:]
    if added.count > fixedCount {
      known.reserveCapacity(old.count)
      for (number, value) in old.enumerated().dropFirst(fixedCount) where known[value] == nil {
        known[value] = UInt32(number)
      }
    }
    var addedNumbers = (0..<UInt32(fixedCount)).map(\.self)
    for value in added.dropFirst(fixedCount) {
      let number = known[value] ?? UInt32(all.count)
      if known.updateValue(number, forKey: value) == nil { all.append(value) }
      addedNumbers.append(number)
    }
    let column = renumbering.splice(
      oldColumn, FixedBuffer(addedColumn.map { addedNumbers[Int($0)] }, or: 0))
    let unused = Self.unused
    var numbers = [UInt32](repeating: unused, count: all.count)
    var values = Array(all.prefix(fixedCount))
    for number in 0..<fixedCount { numbers[number] = UInt32(number) }
    numbers.withUnsafeMutableBufferPointer { numbers in
      for place in 0..<column.count {
        let old = Int(column.base[place])
        if numbers[old] == unused {
          numbers[old] = UInt32(values.count)
          values.append(all[old])
        }
        column.base[place] = numbers[old]
      }
    }
    self.values = values
    self.column = column
    self.numbers = numbers
  }
}
