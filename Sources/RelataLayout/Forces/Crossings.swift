/// How many pairs of links cross each other in a drawing.
struct Crossings: Sendable {
  private(set) var count = 0

  /// - Complexity: O(*m*²) for *m* links.
  init(of network: Network, at places: Places) {
    var links: [SIMD4<Double>] = []
    for node in 0..<network.count {
      for link in network.row(of: node) where Int(network.targets[link]) > node {
        let other = Int(network.targets[link])
        links.append(SIMD4(places.x[node], places.y[node], places.x[other], places.y[other]))
      }
    }
    for (index, link) in links.enumerated() {
      for other in links[(index + 1)...] where Self.cross(link, other) { count += 1 }
    }
  }

  /// Links with a common end do not: their ends lie on each other's lines.
  private static func cross(_ a: SIMD4<Double>, _ b: SIMD4<Double>) -> Bool {
    side(a, b.x, b.y) * side(a, b.z, b.w) < 0 && side(b, a.x, a.y) * side(b, a.z, a.w) < 0
  }

  private static func side(_ link: SIMD4<Double>, _ x: Double, _ y: Double) -> Double {
    (link.z - link.x) * (y - link.y) - (link.w - link.y) * (x - link.x)
  }
}
