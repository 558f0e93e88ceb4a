import CRelataKernels

/// Runs a model's layers over one window at a time; its memory is used again for the next. One for each thread.
///
/// Windows are computed one by one and unpadded, so that neither batches nor threads change a bit.
final class Encoder {
  /// What a window's pieces became: rows of the last layer, one for each word.
  struct Words {
    let rows: UnsafeMutablePointer<Float>
    let count: Int
  }

  let model: LanguageModel
  let level: relata_level
  private let quantized = Scratch<UInt8>()
  private let scales = Scratch<Float>()
  private let hidden = Scratch<Float>()
  private let attended = Scratch<Float>()
  private let query = Scratch<Float>()
  private let key = Scratch<Float>()
  private let value = Scratch<Float>()
  private let mixed = Scratch<Float>()
  private let inner = Scratch<Float>()
  private let attention = Scratch<Float>()
  private let chosen = Scratch<Float>()

  init(model: LanguageModel, level: relata_level = relata_best_level()) {
    self.model = model
    self.level = level
  }

  /// y = weight · x + bias for each row of x, through GELU where asked.
  func linear(
    _ layer: LinearLayer, _ x: UnsafePointer<Float>, rows: Int, gelu: Bool = false,
    into y: UnsafeMutablePointer<Float>
  ) {
    quantize(x, rows: rows, columns: layer.weight.columns)
    apply(layer, rows: rows, gelu: gelu, into: y)
  }

  func quantize(_ x: UnsafePointer<Float>, rows: Int, columns: Int) {
    relata_quantize(level, x, Int32(rows), Int32(columns), quantized.room(rows * columns), scales.room(rows))
  }

  /// Applies a layer to what was quantised last.
  func apply(_ layer: LinearLayer, rows: Int, gelu: Bool = false, into y: UnsafeMutablePointer<Float>) {
    withUnsafePointer(to: layer.weight.matrix) { matrix in
      relata_linear(
        level, matrix, layer.bias, quantized.room(rows * layer.weight.columns), scales.room(rows),
        Int32(rows), gelu ? 1 : 0, y)
    }
  }

  func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
    relata_dot(level, a, b, Int32(count))
  }

  private func normalize(
    _ x: UnsafeMutablePointer<Float>, residual: UnsafePointer<Float>?, _ norm: LanguageModel.Norm, rows: Int
  ) {
    relata_layer_norm(
      level, x, residual, norm.gain, norm.shift, 1e-12, Int32(rows), Int32(LanguageModel.width))
  }

  /// The last layer's vectors of a window's words, valid until the next call.
  ///
  /// - Parameter input: at most ``LanguageModel/positions`` pieces.
  /// - Complexity: O(pieces), with a term quadratic in the window.
  func encode(_ input: ReadingWindow.Input) -> Words {
    let (ids, shapes, firsts) = (input.ids, input.shapes, input.firsts)
    let width = LanguageModel.width
    let count = ids.count
    var x = hidden.room(count * width)
    for position in 0..<count {
      let id = Int(ids[position])
      let row = model.words.values + id * width
      let scale = model.words.scales[id]
      let place = model.positionTable + position * width
      let shape = model.shapeTable + Int(shapes[position]) * width
      let target = x + position * width
      for k in 0..<width { target[k] = Float(row[k]) * scale + place[k] + shape[k] }
    }
    normalize(x, residual: nil, model.norm, rows: count)
    let scratch = attention.room(relata_attention_scratch(Int32(count), Int32(width / LanguageModel.heads)))
    let (q, k, v) = (query.room(count * width), key.room(count * width), value.room(count * width))
    let (result, between) = (mixed.room(count * width), attended.room(count * width))
    for (index, layer) in model.layers.enumerated() {
      quantize(x, rows: count, columns: width)
      apply(layer.key, rows: count, into: k)
      apply(layer.value, rows: count, into: v)
      // Only words are read from the last layer: other pieces need no more than their keys and values.
      let isLast = index == model.layers.count - 1
      let rows = isLast ? firsts.count : count
      if isLast {
        let words = chosen.room(max(1, rows) * width)
        for (word, position) in firsts.enumerated() {
          (words + word * width).update(from: x + position * width, count: width)
        }
        x = words
        quantize(x, rows: rows, columns: width)
      }
      apply(layer.query, rows: rows, into: q)
      relata_attention(level, q, Int32(rows), k, v, Int32(count), Int32(LanguageModel.heads), scratch, result)
      linear(layer.output, result, rows: rows, into: between)
      normalize(between, residual: x, layer.norm1, rows: rows)
      let wide = inner.room(rows * layer.up.weight.rows)
      linear(layer.up, between, rows: rows, gelu: true, into: wide)
      linear(layer.down, wide, rows: rows, into: x)
      normalize(x, residual: between, layer.norm2, rows: rows)
    }
    return Words(rows: x, count: firsts.count)
  }
}
