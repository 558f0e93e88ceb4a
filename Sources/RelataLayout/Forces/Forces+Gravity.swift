extension Forces {
  /// Lets the middle of all masses pull every one, so that what hangs on a single link does not drift away.
  /// - Parameter strength: What the middle pulls one mass with, as a share of what all links pull with.
  /// - Complexity: O(number of nodes).
  mutating func gather(_ network: Network, at places: Places, strength: Double) {
    var (middleX, middleY, total) = (0.0, 0.0, 0.0)
    for node in 0..<network.count {
      middleX += network.masses[node] * places.x[node]
      middleY += network.masses[node] * places.y[node]
      total += network.masses[node]
    }
    middleX /= total
    middleY /= total
    let pull = strength * network.weights.reduce(0, +) / total
    for node in 0..<network.count {
      let weight = pull * network.masses[node]
      x[node] += weight * (middleX - places.x[node])
      y[node] += weight * (middleY - places.y[node])
      stiffness[node] += weight
    }
  }
}
