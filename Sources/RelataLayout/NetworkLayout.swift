/// Numbers in, points out: a place for each node of any network.
struct NetworkLayout: Sendable {
  var options: LayoutOptions

  /// The space that stays free around a box, in points.
  private static let gap = 6.0
  /// The space that stays free around a component, in points.
  private static let margin = 24.0

  /// The length of the line between the boxes of a component of two, in points.
  private static let pairDistance = 48.0

  init(options: LayoutOptions) { self.options = options }

  /// The place of each node, nil for omitted ones, all within a frame whose upper left corner is the origin.
  /// - Parameter sizes: The boxes of the nodes, beside their masses.
  /// - Complexity: O(*n* log *n* + *m* log *m*) for *n* nodes and *m* links.
  func places(of network: Network, sizes: [Size]) -> [LayoutPoint?] {
    let components = network.components()
    let alone = components.filter { $0.nodes.count == 1 }.map { $0.nodes[0] }
    let shape = shape(aboveGridOf: options.isolated == .grid ? alone.map { sizes[$0] } : [], all: sizes)
    var result: [LayoutPoint?] = Array(repeating: nil, count: network.count)
    let parts = components.filter { $0.nodes.count > 1 }.map {
      Part(
        nodes: $0.nodes, sizes: sizes,
        places: places(of: $0.network, sizes: $0.nodes.map { sizes[$0] }, aspectRatio: shape))
    }.inPackingOrder()
    let packing = Packing(
      parts.map { Size(width: $0.bounds.width + Self.margin, height: $0.bounds.height + Self.margin) },
      aspectRatio: shape)
    for (number, part) in parts.enumerated() {
      for (index, node) in part.nodes.enumerated() {
        result[node] = LayoutPoint(
          x: rounded(part.places.x[index] - part.bounds.minX + packing.corners.x[number]),
          y: rounded(part.places.y[index] - part.bounds.minY + packing.corners.y[number]))
      }
    }
    guard options.isolated == .grid else { return result }
    let grid = IsolatedGrid(
      sizes: alone.map { sizes[$0] }, gap: Self.gap, width: packing.size.width, aspectRatio: aspectRatio)
    for (index, node) in alone.enumerated() {
      result[node] = LayoutPoint(
        x: rounded(grid.centers.x[index]), y: rounded(packing.size.height + grid.centers.y[index]))
    }
    return result
  }

  /// The wanted shape, where a wish makes sense.
  private var aspectRatio: Double {
    options.aspectRatio > 0 ? max(0.1, min(10, options.aspectRatio)) : 1
  }

  /// The shape of what stands above the grid of nodes without links, so that both
  /// together have the wanted one.
  private func shape(aboveGridOf alone: [Size], all: [Size]) -> Double {
    let surface = { (sizes: [Size]) in sizes.reduce(0) { $0 + $1.width * $1.height } }
    let grid = IsolatedGrid.surface(of: alone, gap: Self.gap)
    // The frame around a drawing of forces is about twice as large as the drawing.
    let linked = 2 * max(0, surface(all) - surface(alone)) / density
    // The grid takes its part of the height; half of the whole at most, or little would be
    // left of few linked nodes.
    return aspectRatio / (1 - min(0.5, grid / max(1, grid + linked)))
  }

  /// How much of a drawing's surface nodes cover. Dots without labels leave more of it to the lines.
  private var density: Double { options.labels == nil ? 0.15 : 0.3 }

  /// Multiples of an eighth of a point: short when written, and nothing that an eye could see.
  private func rounded(_ coordinate: Double) -> Double { (coordinate * 8).rounded() / 8 }

  /// Of a connected network.
  private func places(of network: Network, sizes: [Size], aspectRatio: Double) -> Places {
    if network.count == 2 { return pair(sizes) }
    var places = MultilevelLayout(of: network).places(seed: options.seed)
    places.turnLevel()
    let roomy = sizes.map { Size(width: $0.width + Self.gap, height: $0.height + Self.gap) }
    Scaling(aspectRatio: aspectRatio, density: density).scale(&places, of: network, sizes: roomy)
    if options.labels != nil { BoxSeparation(sizes: roomy).separate(&places) }
    return places
  }

  /// Two nodes beside each other, with a line between them that has room for a word.
  private func pair(_ sizes: [Size]) -> Places {
    var places = Places(count: 2)
    places.x[1] = (sizes[0].width + sizes[1].width) / 2 + Self.pairDistance
    return places
  }
}

/// A connected part with its own drawing.
private struct Part {
  /// The numbers of its nodes in the whole network.
  var nodes: [Int]
  var places: Places
  var bounds: Bounds

  init(nodes: [Int], sizes: [Size], places: Places) {
    self.nodes = nodes
    self.places = places
    bounds = Bounds(of: places, sizes: nodes.map { sizes[$0] })
  }
}

extension [Part] {
  /// The first, then the others in descending height, so that they stand in rows.
  fileprivate func inPackingOrder() -> [Part] {
    indices.sorted {
      if $0 == 0 || $1 == 0 { return $0 < $1 }
      return self[$0].bounds.height == self[$1].bounds.height
        ? $0 < $1 : self[$0].bounds.height > self[$1].bounds.height
    }.map { self[$0] }
  }
}
