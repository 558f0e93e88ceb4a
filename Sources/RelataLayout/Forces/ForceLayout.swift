/// Moves nodes to where pulls and pushes balance, for a fixed number of rounds.
///
/// Links pull with their length and masses push with *1/d*, as in ForceAtlas2. These two have one scale for a
/// network and for its coarsenings, so that a group of nodes rests where its members will. Each node moves by
/// its force divided by its stiffness, hence hubs do not swing.
///
/// Sources: Jacomy, Venturini, Heymann and Bastian, "ForceAtlas2, a Continuous Graph Layout Algorithm for
/// Handy Network Visualization", PLOS ONE 9 (2014); Fruchterman and Reingold, "Graph Drawing by
/// Force-directed Placement", Software 21 (1991).
struct ForceLayout: Sendable {
  /// How many times all nodes move.
  var rounds: Int
  /// How far a node moves at most in the first round, in lengths of a typical link; the last
  /// round's way is a hundredth.
  var reach: Double
  /// The distance at which pushes fade.
  var range: Double
  /// What the middle of the drawing pulls a mass with, as a share of what all links pull with.
  var gravity = 0.03
  /// How wide a cell of the tree may be, seen from its distance, to count as one mass.
  var openness = 1.0

  /// - Complexity: O(`rounds` × (*n* log *n* + *m*)) for *n* nodes and *m* links.
  func move(_ places: inout Places, of network: Network) {
    let unit = network.typicalLength
    for round in 0..<rounds {
      let tree = Quadtree(of: places, masses: network.masses)
      var forces = Forces(count: network.count)
      forces.repel(tree, openness: openness * openness, range: range)
      forces.attract(network, at: places)
      forces.gather(network, at: places, strength: gravity)
      let rest = 1 - Double(round) / Double(rounds)
      step(&places, forces, share: 0.2 + 0.7 * rest, limit: unit * reach * (0.01 + 0.99 * rest * rest))
    }
  }

  private func step(_ places: inout Places, _ forces: Forces, share: Double, limit: Double) {
    for node in 0..<places.count where forces.stiffness[node] > 0 {
      let x = forces.x[node] / forces.stiffness[node] * share
      let y = forces.y[node] / forces.stiffness[node] * share
      let square = x * x + y * y
      let shortening = square > limit * limit ? limit / square.squareRoot() : 1
      places.x[node] += x * shortening
      places.y[node] += y * shortening
    }
  }
}

extension Network {
  /// The length at which two average nodes with an average link rest: 1 where there is no link.
  var typicalLength: Double {
    guard !weights.isEmpty else { return 1 }
    let mass = masses.reduce(0, +) / Double(count)
    let weight = weights.reduce(0, +) / Double(weights.count)
    return mass / weight.squareRoot()
  }
}
