/// What the header of a model file says of its tensors, each as a JSON object.
struct TensorList {
  private(set) var objects: [String] = []
  /// Where weights and numbers may lie in the payload. Tensors lie over each other: no reader minds, and a
  /// payload in which each had a place of its own would take most of the time.
  private let values: Range<Int>
  /// Where all scales and all sums lie.
  private let scales, sums: Int

  /// Empty, for tensors that lie in these places.
  init(values: Range<Int> = 0..<0, scales: Int = 0, sums: Int = 0) {
    self.values = values
    self.scales = scales
    self.sums = sums
  }

  /// - Parameter place: nil: somewhere among the values, or at their beginning where it is too long.
  mutating func add(_ name: String, _ rows: Int, _ columns: Int, _ type: String, at place: Int? = nil) {
    let size =
      switch type {
      case "float32": rows * columns * 4
      case "int8": rows * columns
      default: (rows + 15) / 16 * 16 * columns
      }
    let room = max(0, min(values.count - size, objects.count * 64)) / 64 * 64
    var object = "{\"name\":\"\(name)\",\"rows\":\(rows),\"columns\":\(columns),\"type\":\"\(type)\""
    object += ",\"offset\":\(place ?? values.lowerBound + room)"
    if type != "float32" { object += ",\"scales\":\(scales)" }
    if type == "int8-panels" { object += ",\"sums\":\(sums)" }
    objects.append(object + "}")
  }

  mutating func add(table name: String, _ rows: Int, _ columns: Int) { add(name, rows, columns, "float32") }

  /// The weights and the bias of a layer.
  mutating func add(layer name: String, _ rows: Int, _ columns: Int) {
    add("\(name).weight", rows, columns, "int8-panels")
    add("\(name).bias", rows, 1, "float32")
  }

  mutating func add(norm name: String) {
    for part in ["gain", "shift"] { add("\(name).\(part)", 384, 1, "float32") }
  }

  /// One layer of the encoder.
  mutating func add(encoder name: String, inner: Int) {
    for part in ["query", "key", "value", "output"] { add(layer: "\(name).\(part)", 384, 384) }
    add(layer: "\(name).up", inner, 384)
    add(layer: "\(name).down", 384, inner)
    add(norm: "\(name).norm1")
    add(norm: "\(name).norm2")
  }
}

extension String {
  /// In quotation marks, as JSON has it.
  var json: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
