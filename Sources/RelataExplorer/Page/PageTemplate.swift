/// A text with places such as `{{title}}`.
struct PageTemplate {
  private let text: [UInt8]

  init(_ text: String) { self.text = Array(text.utf8) }

  /// The text with its places filled, in one pass: what is filled in may look like a place.
  ///
  /// A place that is not among `values` stays as it is.
  func filled(_ values: [String: [UInt8]]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + values.values.reduce(0) { $0 + $1.count })
    var position = 0
    while position < text.count {
      if let (name, end) = place(at: position), let value = values[name] {
        result += value
        position = end
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }

  /// The name of a place that begins here, and where the text goes on.
  private func place(at start: Int) -> (name: String, end: Int)? {
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    guard start + 4 < text.count, text[start] == open, text[start + 1] == open else { return nil }
    var end = start + 2
    while end < text.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[end]) { end += 1 }
    guard end > start + 2, end + 1 < text.count, text[end] == close, text[end + 1] == close else {
      return nil
    }
    return (String(decoding: text[(start + 2)..<end], as: UTF8.self), end + 2)
  }
}
