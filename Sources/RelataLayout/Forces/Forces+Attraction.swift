extension Forces {
  /// Lets every link pull its ends together with its weight times its length.
  /// - Complexity: O(number of links).
  mutating func attract(_ network: Network, at places: Places) {
    places.x.withUnsafeBufferPointer { x in
      places.y.withUnsafeBufferPointer { y in
        for node in 0..<network.count {
          var (sumX, sumY, sum) = (0.0, 0.0, 0.0)
          for link in network.row(of: node) {
            let other = Int(network.targets[link])
            let weight = network.weights[link]
            sumX += weight * (x[other] - x[node])
            sumY += weight * (y[other] - y[node])
            sum += weight
          }
          self.x[node] += sumX
          self.y[node] += sumY
          stiffness[node] += sum
        }
      }
    }
  }
}
