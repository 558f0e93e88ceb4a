extension Places {
  /// Turns all around their middle so that the direction in which they spread most lies level.
  /// - Complexity: O(number of places).
  mutating func turnLevel() {
    guard count > 1 else { return }
    center()
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for index in 0..<count {
      xx += x[index] * x[index]
      yy += y[index] * y[index]
      xy += x[index] * y[index]
    }
    // The eigenvector of the larger eigenvalue of the covariance matrix.
    let difference = (xx - yy) / 2
    let length = (difference * difference + xy * xy).squareRoot()
    var (cosine, sine) = difference >= 0 ? (difference + length, xy) : (xy, length - difference)
    let norm = (cosine * cosine + sine * sine).squareRoot()
    guard norm > 0 else { return }
    cosine /= norm
    sine /= norm
    for index in 0..<count {
      let point = self[index]
      self[index] = LayoutPoint(x: point.x * cosine + point.y * sine, y: point.y * cosine - point.x * sine)
    }
  }

  /// Moves all so that their middle is the origin.
  private mutating func center() {
    let middleX = x.reduce(0, +) / Double(count)
    let middleY = y.reduce(0, +) / Double(count)
    for index in 0..<count {
      x[index] -= middleX
      y[index] -= middleY
    }
  }
}
