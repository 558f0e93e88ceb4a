#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A pipe whose ends no program inherits unless it is given them: one that another thread starts
/// meanwhile would keep it open.
struct Pipe: ~Copyable {
  let readEnd: Int32
  private(set) var writeEnd: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    let isOpen = Inheritance.withoutSpawning {
      guard pipe(&ends) == 0 else { return false }
      for end in ends { Inheritance.forbid(end) }
      return true
    }
    guard isOpen else { return nil }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  mutating func closeWriteEnd() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }

  deinit {
    close(readEnd)
    if writeEnd >= 0 { close(writeEnd) }
  }
}
