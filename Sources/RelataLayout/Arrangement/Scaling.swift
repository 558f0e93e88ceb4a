/// Brings a drawing of forces into points: links are about as long as boxes need, and the
/// whole has the wanted shape.
struct Scaling: Sendable {
  /// The width of the drawing divided by its height, about.
  var aspectRatio: Double
  /// How much of the drawing's surface boxes cover.
  var density: Double

  /// - Complexity: O(number of places).
  func scale(_ places: inout Places, of network: Network, sizes: [Size]) {
    guard places.count > 1 else { return }
    let deviationX = deviation(places.x)
    let deviationY = deviation(places.y)
    // Boxes are wide: a drawing may be stretched, but not squeezed, and not so much that it looks distorted.
    let stretch = max(1, min(1.8, aspectRatio * deviationY / max(deviationX, 1e-9)))
    // An even disc has about 4π times the product of its deviations as its surface.
    let surface = 12.6 * max(deviationX * stretch, 1e-9) * max(deviationY, deviationX * 0.05, 1e-9)
    let boxes = sizes.reduce(0) { $0 + $1.width * $1.height }
    let factor = (boxes / density / surface).squareRoot()
    for index in 0..<places.count {
      places.x[index] *= factor * stretch
      places.y[index] *= factor
    }
  }

  private func deviation(_ numbers: [Double]) -> Double {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    return (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count)).squareRoot()
  }
}
