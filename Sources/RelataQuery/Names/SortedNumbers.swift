extension RandomAccessCollection<UInt32> where Index == Int {
  /// Whether a number is among these, which ascend.
  /// - Complexity: O(log n).
  func containsSorted(_ number: UInt32) -> Bool {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low] == number
  }
}
