import RelataGraph

extension ByteStream {
  /// The same bytes as ``PartialDate/description``.
  mutating func write(_ date: PartialDate) {
    // No text gives such a date; whatever makes one gets what the description says.
    guard (date.year ?? 0) >= 0, (date.month ?? 0) >= 0, (date.day ?? 0) >= 0 else {
      return write(date.description)
    }
    if let year = date.year { writePadded(year, 4) } else { write("XXXX" as StaticString) }
    if let month = date.month {
      append(UInt8(ascii: "-"))
      writePadded(month, 2)
    }
    if let day = date.day {
      append(UInt8(ascii: "-"))
      writePadded(day, 2)
    }
  }

  /// The same bytes as ``TimeSpan/description``.
  mutating func write(_ time: TimeSpan) {
    if let start = time.start { write(start) }
    guard time.start == nil || time.start != time.end else { return }
    append(UInt8(ascii: "/"))
    if let end = time.end { write(end) }
  }

  private mutating func writePadded(_ number: Int, _ width: Int) {
    var limit = 10
    for _ in 1..<width {
      if number < limit { append(UInt8(ascii: "0")) }
      limit *= 10
    }
    write(number)
  }
}
