/// Packs rectangles in rows, from left to right and from top to bottom.
struct Shelves {
  let width: Double
  let gap: Double
  private var corner = PicturePoint(x: 0, y: 0)
  private var rowHeight = 0.0
  /// What all of them take.
  private(set) var size = PictureSize(width: 0, height: 0)

  init(width: Double, gap: Double) {
    self.width = width
    self.gap = gap
  }

  /// The left upper corner for the next one.
  mutating func place(_ box: PictureSize) -> PicturePoint {
    if corner.x > 0, corner.x + box.width > width {
      corner = PicturePoint(x: 0, y: corner.y + rowHeight + gap)
      rowHeight = 0
    }
    let place = corner
    corner.x += box.width + gap
    rowHeight = max(rowHeight, box.height)
    size.width = max(size.width, place.x + box.width)
    size.height = max(size.height, place.y + box.height)
    return place
  }
}
