/// The places of all entities and labels: no two overlap.
struct PictureLayout: Sendable {
  /// Of the entities.
  var nodes: [PicturePoint]
  /// Of the labels, one for each link.
  var labels: [PicturePoint]
  var size: PictureSize

  /// The most entities and labels for which this layout takes some seconds at most.
  static let maximumBoxes = 2_500

  /// The width at which a README shows a picture is some 900 pixels. With its margins the picture has less
  /// than 1,000 points, so that the small print of 10 points has 9 pixels.
  static let usualWidth = 968.0

  private static let gap = 7.0

  /// Lays out each connected part, then packs them in rows.
  /// - Complexity: O(*n*²) for *n* entities and labels.
  init(_ problem: LayoutProblem) {
    let width = Self.width(for: problem)
    var nodes = [PicturePoint](repeating: PicturePoint(x: 0, y: 0), count: problem.nodes.count)
    var labels = [PicturePoint](repeating: PicturePoint(x: 0, y: 0), count: problem.links.count)
    var shelves = Shelves(width: width, gap: 26)
    for component in problem.components() {
      let part = problem.part(nodes: component.nodes, links: component.links)
      let places = Self.places(of: part, width: width)
      let (origin, size) = Self.extent(places, part.boxes)
      let corner = shelves.place(size) - origin
      for (index, node) in component.nodes.enumerated() { nodes[node] = places[index] + corner }
      for (index, link) in component.links.enumerated() {
        labels[link] = places[part.nodes.count + index] + corner
      }
    }
    (self.nodes, self.labels, size) = (nodes, labels, shelves.size)
  }

  /// Takes places from elsewhere and only keeps everything apart.
  init(_ problem: LayoutProblem, near places: [PicturePoint]) {
    let boxes = problem.boxes
    let (origin, size) = Self.extent(places, boxes)
    var places = places.map { $0 - origin }
    Separation(sizes: boxes, gap: 5, width: max(size.width, 200)).separate(&places)
    let (corner, extent) = Self.extent(places, boxes)
    nodes = places.prefix(problem.nodes.count).map { $0 - corner }
    labels = places.dropFirst(problem.nodes.count).map { $0 - corner }
    self.size = extent
  }

  /// The usual width; for pictures that would be a tower, more.
  private static func width(for problem: LayoutProblem) -> Double {
    // What is drawn where nobody asks for more has the width of a page.
    guard problem.nodes.count + problem.links.count > 280 else { return usualWidth }
    let area = problem.boxes.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
    // A third of the area is covered where lines can still be followed; a page is up
    // to twice as high as wide.
    let square = (area * 3.2 / 1.9).squareRoot()
    let widest = problem.boxes.reduce(0) { max($0, $1.width) }
    return max(usualWidth, square, widest + 20)
  }

  private static func places(of part: LayoutProblem, width: Double) -> [PicturePoint] {
    let boxes = part.boxes
    guard boxes.count > 1 else { return [PicturePoint(x: 0, y: 0)] }
    let stress = StressLayout(part)
    let separation = Separation(sizes: boxes, gap: gap, width: width)
    let refinement = Refinement(problem: part, separation: separation)
    let placement = LabelPlacement(problem: part, sizes: boxes, gap: 3, width: width)
    var best: (cost: Double, places: [PicturePoint])?
    // Chance decides how well the first places untangle: the best of several is taken, of
    // large pictures the first.
    let attempts = boxes.count > 600 ? 1 : boxes.count > 280 ? 3 : 8
    for seed in 1...attempts {
      // Some attempts begin flatter or broader: what is kept apart anyway takes less paper so.
      let flatness = seed % 2 == 0 ? 0.55 : 0.72
      let ratio = seed % 4 < 2 ? 0.75 : 1.3
      var places = fitted(
        stress.places(seed: UInt64(seed)), boxes, width: width, flatness: flatness, wanted: ratio)
      refinement.refine(&places, rounds: 140)
      separation.separate(&places)
      placement.place(&places)
      let cost = Clutter(part, places).cost
      if best.map({ cost < $0.cost }) ?? true { best = (cost, places) }
    }
    guard var best else { return [] }
    // What chance left empty is pressed out of the best, as long as it becomes easier to read.
    for _ in 0..<12 where boxes.count >= 24 && boxes.count <= 600 {
      var places = best.places.map { PicturePoint(x: $0.x, y: $0.y * 0.88) }
      refinement.refine(&places, rounds: 30)
      separation.separate(&places)
      placement.place(&places)
      let cost = Clutter(part, places).cost
      guard cost < best.cost else { break }
      best = (cost, places)
    }
    return best.places
  }

  /// Turned so that the picture is upright, stretched for text that is wider than high,
  /// and brought to the width.
  private static func fitted(
    _ places: [PicturePoint], _ boxes: [PictureSize], width: Double, flatness: Double, wanted: Double
  ) -> [PicturePoint] {
    // Cosines and sines of every 15 degrees, as numbers, so that no machine's mathematics decides.
    let turns = [
      (1.0, 0.0), (0.9659258262890683, 0.25881904510252074), (0.8660254037844387, 0.5),
      (0.7071067811865476, 0.7071067811865476), (0.5, 0.8660254037844387),
      (0.25881904510252074, 0.9659258262890683), (0.0, 1.0), (-0.25881904510252074, 0.9659258262890683),
      (-0.5, 0.8660254037844387), (-0.7071067811865476, 0.7071067811865476),
      (-0.8660254037844387, 0.5), (-0.9659258262890683, 0.25881904510252074),
    ]
    let isSmall = boxes.count < 24
    var best: (cost: Double, places: [PicturePoint])?
    for (cosine, sine) in turns {
      let turned = places.map {
        PicturePoint(x: 1.45 * ($0.x * cosine - $0.y * sine), y: flatness * ($0.x * sine + $0.y * cosine))
      }
      let (origin, size) = extent(turned, boxes)
      // A few lie side by side, many fill a page.
      let wanted = isSmall ? 3 : wanted
      let ratio = size.width / max(size.height, 1)
      let cost = max(ratio / wanted, wanted / ratio)
      if best.map({ cost < $0.cost }) ?? true { best = (cost, turned.map { $0 - origin }) }
    }
    guard let places = best?.places else { return [] }
    let (_, size) = extent(places, boxes)
    guard size.width > width else { return places }
    let factor = width / size.width
    return places.map { PicturePoint(x: $0.x * factor, y: $0.y / max(0.8, factor)) }
  }

  /// The left upper corner and the size of all rectangles together.
  static func extent(_ places: [PicturePoint], _ boxes: [PictureSize]) -> (PicturePoint, PictureSize) {
    guard !places.isEmpty else { return (PicturePoint(x: 0, y: 0), PictureSize(width: 0, height: 0)) }
    var (left, top, right, bottom) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
    for (place, box) in zip(places, boxes) {
      left = min(left, place.x - box.width / 2)
      right = max(right, place.x + box.width / 2)
      top = min(top, place.y - box.height / 2)
      bottom = max(bottom, place.y + box.height / 2)
    }
    return (PicturePoint(x: left, y: top), PictureSize(width: right - left, height: bottom - top))
  }
}
