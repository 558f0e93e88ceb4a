package import CRelataKernels

/// Applies a model's layers to rows of numbers; its memory is used again for the next. One for each thread.
///
/// The same bits on every instruction set (Documentation/model-file.md).
package final class KernelRunner {
  let level: relata_level
  private let quantized = Scratch<UInt8>()
  private let scales = Scratch<Float>()

  package init(level: relata_level = relata_best_level()) {
    self.level = level
  }

  /// y = weight · x + bias for each row of x, through GELU where asked.
  package func linear(
    _ layer: LinearLayer, _ x: UnsafePointer<Float>, rows: Int, gelu: Bool = false,
    into y: UnsafeMutablePointer<Float>
  ) {
    quantize(x, rows: rows, columns: layer.weight.columns)
    apply(layer, rows: rows, gelu: gelu, into: y)
  }

  /// Rounds rows to 8 bits, for ``apply(_:rows:gelu:into:)``.
  package func quantize(_ x: UnsafePointer<Float>, rows: Int, columns: Int) {
    relata_quantize(level, x, Int32(rows), Int32(columns), quantized.room(rows * columns), scales.room(rows))
  }

  /// Takes chosen rows of what is rounded already, for ``apply(_:rows:gelu:into:)``.
  package func take(_ rows: some Collection<(vectors: WordVectors, row: Int)>) {
    let width = WordVectors.width
    let target = quantized.room(rows.count * width)
    let targetScales = scales.room(rows.count)
    for (position, (vectors, row)) in rows.enumerated() {
      vectors.values.withUnsafeBufferPointer { values in
        guard let base = values.baseAddress else { return }
        (target + position * width).update(from: base + row * width, count: width)
      }
      targetScales[position] = vectors.scales[row]
    }
  }

  /// Applies a layer to what was rounded or taken last.
  package func apply(
    _ layer: LinearLayer, rows: Int, gelu: Bool = false, into y: UnsafeMutablePointer<Float>
  ) {
    withUnsafePointer(to: layer.weight.matrix) { matrix in
      relata_linear(
        level, matrix, layer.bias, quantized.room(rows * layer.weight.columns), scales.room(rows),
        Int32(rows), gelu ? 1 : 0, y)
    }
  }

  /// What was rounded last, as vectors that can be kept.
  func vectors(rows: Int) -> WordVectors {
    let width = WordVectors.width
    return WordVectors(
      values: Array(UnsafeBufferPointer(start: quantized.room(rows * width), count: rows * width)),
      scales: Array(UnsafeBufferPointer(start: scales.room(rows), count: rows)))
  }

  /// Σ a[k] · b[k]; `count` is a multiple of 16.
  package func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
    relata_dot(level, a, b, Int32(count))
  }

  package func gelu(_ x: UnsafeMutablePointer<Float>, count: Int) {
    relata_gelu(level, x, Int32(count))
  }

  package func softmax(_ x: UnsafeMutablePointer<Float>, count: Int) {
    relata_softmax(level, x, Int32(count))
  }

  /// y += Σ weights[i] · rows[i · stride…] over `count` rows; `width` is a multiple of 16.
  package func mix(
    _ weights: UnsafePointer<Float>, count: Int, _ rows: UnsafePointer<Float>, stride: Int, width: Int,
    into y: UnsafeMutablePointer<Float>
  ) {
    relata_mix(level, weights, Int32(count), rows, Int32(stride), Int32(width), y)
  }
}

extension KernelRunner {
  /// The probability that log odds say.
  package func probability(ofLogOdds x: Float) -> Float {
    var pair = (x, Float(0))
    return withUnsafeMutablePointer(to: &pair) { pointer in
      pointer.withMemoryRebound(to: Float.self, capacity: 2) { values in
        softmax(values, count: 2)
        return values[0]
      }
    }
  }
}
