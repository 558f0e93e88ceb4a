import CRelataKernels

/// Runs a model over one sentence. Every sentence is computed by itself, unpadded, so that neither batches nor threads change a bit.
struct Encoder {
  let model: LanguageModel
  let level: relata_level
  private var quantized: [Int8] = []
  private var scales: [Float] = []

  init(model: LanguageModel, level: relata_level = relata_best_level()) {
    self.model = model
    self.level = level
  }

  /// y = weight · x + bias for each row of x.
  mutating func linear(_ layer: LinearLayer, _ x: [Float], rows: Int) -> [Float] {
    quantize(x, rows: rows, columns: layer.weight.columns)
    return applyLinear(layer, rows: rows)
  }

  private mutating func quantize(_ x: [Float], rows: Int, columns: Int) {
    if quantized.count < rows * columns { quantized = [Int8](repeating: 0, count: rows * columns) }
    if scales.count < rows { scales = [Float](repeating: 0, count: rows) }
    relata_quantize(level, x, Int32(rows), Int32(columns), &quantized, &scales)
  }

  /// Applies a layer to what was quantised last.
  private func applyLinear(_ layer: LinearLayer, rows: Int) -> [Float] {
    let weight = layer.weight
    return [Float](unsafeUninitializedCapacity: rows * weight.rows) { buffer, count in
      relata_linear(
        level, weight.values, weight.scales, weight.sums, layer.bias, Int32(weight.rows),
        Int32(weight.columns), quantized,
        scales, Int32(rows), buffer.baseAddress)
      count = rows * weight.rows
    }
  }

  func gelu(_ x: inout [Float]) { relata_gelu(level, &x, Int32(x.count)) }

  private func normalize(_ x: inout [Float], residual: [Float]?, _ norm: LanguageModel.Norm, rows: Int) {
    let width = Int32(LanguageModel.width)
    if let residual {
      relata_layer_norm(level, &x, residual, norm.gain, norm.shift, 1e-12, Int32(rows), width)
    } else {
      relata_layer_norm(level, &x, nil, norm.gain, norm.shift, 1e-12, Int32(rows), width)
    }
  }

  func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
    relata_dot(level, a, b, Int32(count))
  }

  /// The last layer's vector for each word (its first piece).
  /// - Parameter pieces: ids with their shape and, for the first piece of a word, true.
  mutating func encode(ids: [Int32], shapes: [Int], firsts: [Int]) -> [Float] {
    let width = LanguageModel.width
    let count = ids.count
    var x = [Float](repeating: 0, count: count * width)
    for position in 0..<count {
      let id = Int(ids[position])
      let row = model.words.values + id * width
      let scale = model.words.scales[id]
      let place = model.positionTable + position * width
      let shape = model.shapeTable + shapes[position] * width
      for k in 0..<width { x[position * width + k] = Float(row[k]) * scale + place[k] + shape[k] }
    }
    normalize(&x, residual: nil, model.norm, rows: count)
    var scores = [Float](repeating: 0, count: count)
    var mixed = [Float](repeating: 0, count: count * width)
    for layer in model.layers {
      quantize(x, rows: count, columns: width)
      let query = applyLinear(layer.query, rows: count)
      let key = applyLinear(layer.key, rows: count)
      let value = applyLinear(layer.value, rows: count)
      relata_attention(
        level, query, key, value, Int32(count), Int32(LanguageModel.heads),
        Int32(width / LanguageModel.heads), &scores, &mixed)
      var attended = linear(layer.output, mixed, rows: count)
      normalize(&attended, residual: x, layer.norm1, rows: count)
      var inner = linear(layer.up, attended, rows: count)
      gelu(&inner)
      var next = linear(layer.down, inner, rows: count)
      normalize(&next, residual: attended, layer.norm2, rows: count)
      x = next
    }
    var words = [Float](repeating: 0, count: firsts.count * width)
    for (word, position) in firsts.enumerated() {
      for k in 0..<width { words[word * width + k] = x[position * width + k] }
    }
    return words
  }
}
