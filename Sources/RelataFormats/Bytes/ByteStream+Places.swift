extension ByteStream {
  /// A coordinate of a drawing, to a tenth of a point; `-0` is none.
  mutating func write(coordinate: Double) {
    let tenths = coordinate.isFinite ? Int(max(-1e12, min(1e12, coordinate * 10)).rounded()) : 0
    if tenths < 0 { append(UInt8(ascii: "-")) }
    write(abs(tenths) / 10)
    append(UInt8(ascii: "."))
    write(abs(tenths) % 10)
  }
}
