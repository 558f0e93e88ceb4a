/// The line under which sites embed somebody's post: `— Name (@handle) January 10, 2025`.
enum PostSignature {
  /// Where the signature starts; nil where the text does not end with one.
  ///
  /// Only the last 160 scalars are looked at.
  static func find(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    let floor = max(range.lowerBound, range.upperBound - 160)
    guard let handle = (floor..<range.upperBound).last(where: { scalars[$0] == "@" }), handle > floor,
      scalars[handle - 1] == "("
    else { return nil }
    var end = handle + 1
    while end < range.upperBound, scalars[end].isWordScalar { end += 1 }
    guard end > handle + 1, end < range.upperBound, scalars[end] == ")" else { return nil }
    let rest = scalars[(end + 1)..<range.upperBound]
    // Nothing but a date may follow.
    guard rest.count <= 40, rest.isEmpty || rest.contains(where: \.isASCIIDigit) else { return nil }
    guard
      let dash = (floor..<handle).last(where: {
        scalars[$0] == "—" || scalars[$0] == "–" || scalars[$0] == "-"
      }),
      rest.isEmpty == false || handle - dash < 60
    else { return nil }
    return dash
  }
}
