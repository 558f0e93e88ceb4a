/// What pulls and pushes each node, and how stiffly: force divided by stiffness is about the
/// way to where it would rest.
struct Forces: Sendable {
  var x: [Double]
  var y: [Double]
  var stiffness: [Double]

  init(count: Int) {
    x = Array(repeating: 0, count: count)
    y = Array(repeating: 0, count: count)
    stiffness = Array(repeating: 0, count: count)
  }
}
