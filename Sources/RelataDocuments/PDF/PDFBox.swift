/// A rectangle on a page, in points (1/72 inch), the origin at the top left, y downwards.
struct PDFBox: Hashable, Sendable {
  var xMin: Double
  var yMin: Double
  var xMax: Double
  var yMax: Double

  var width: Double { xMax - xMin }
  var height: Double { yMax - yMin }
  var centerY: Double { (yMin + yMax) / 2 }

  func union(_ other: PDFBox) -> PDFBox {
    PDFBox(
      xMin: min(xMin, other.xMin), yMin: min(yMin, other.yMin), xMax: max(xMax, other.xMax),
      yMax: max(yMax, other.yMax))
  }
}
