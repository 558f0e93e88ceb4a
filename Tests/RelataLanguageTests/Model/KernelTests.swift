import CRelataKernels
import Foundation
import RelataTestSupport
import Testing

/// Every instruction set of this processor against plain C (same bits) and plain C against the definitions.
@Suite struct KernelTests {
  private func bits(_ values: [Float]) -> [UInt32] { values.map(\.bitPattern) }

  private func quantized(_ level: relata_level, _ x: [Float], tokens: Int) -> (q: [UInt8], scales: [Float]) {
    var q = [UInt8](repeating: 99, count: x.count)
    var scales = [Float](repeating: 99, count: tokens)
    relata_quantize(level, x, Int32(tokens), Int32(x.count / tokens), &q, &scales)
    return (q, scales)
  }

  @Test(arguments: levels, [64, 384, 1536])
  func quantizationIsWithinHalfAStep(level: relata_level, columns: Int) {
    var generator = SeededGenerator(seed: UInt64(columns))
    var x = generator.floats(5 * columns, in: -8...8)
    for column in 0..<columns { x[2 * columns + column] = 0 }
    for column in 0..<columns { x[3 * columns + column] *= 1e-20 }
    for column in 0..<columns { x[4 * columns + column] = column == 0 ? 1e30 : 1e-30 }
    let (q, scales) = quantized(level, x, tokens: 5)
    #expect(scales[2] == 0)
    for (index, value) in x.enumerated() {
      let scale = scales[index / columns]
      #expect(q[index] >= 1)
      #expect(abs(value - scale * (Float(q[index]) - 128)) <= scale * 0.50001)
    }
    let plain = quantized(RELATA_PLAIN, x, tokens: 5)
    #expect(q == plain.q)
    #expect(bits(scales) == bits(plain.scales))
  }

  /// Rows in panels of sixteen, four columns after four columns, as the header of the kernels describes them.
  private func panels(_ weights: [Int8], rows: Int, columns: Int) -> UnsafeMutableBufferPointer<Int8> {
    let panels = (rows + 15) / 16
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: panels * 16 * columns, alignment: 64)
    let packed = memory.bindMemory(to: Int8.self)
    packed.initialize(repeating: 0)
    for row in 0..<rows {
      for k in 0..<columns {
        packed[row / 16 * 16 * columns + k / 4 * 64 + row % 16 * 4 + k % 4] = weights[row * columns + k]
      }
    }
    return packed
  }

  /// Shapes off the kernels' blocks of rows and tokens, and the extremes, where 16-bit sums would saturate.
  @Test(
    arguments: levels,
    [
      (1, 64, 1), (3, 64, 5), (16, 128, 4), (9, 384, 7), (50, 384, 2), (6, 1536, 9), (33, 64, 16),
      (17, 64, 37),
    ])
  func linearLayersAreExact(level: relata_level, shape: (rows: Int, columns: Int, tokens: Int)) {
    let (rows, columns, tokens) = shape
    var generator = SeededGenerator(seed: UInt64(rows * columns + tokens))
    for extreme in [nil, (127, 127), (127, -127), (-127, -127), (-127, 127)] as [(Int8, Int8)?] {
      let weights = (0..<rows * columns).map { _ in
        extreme?.0 ?? Int8.random(in: -127...127, using: &generator)
      }
      let q = (0..<tokens * columns).map { _ in extreme?.1 ?? Int8.random(in: -127...127, using: &generator) }
      let weightScales = generator.floats(rows, in: 0.001...0.1)
      let scales = generator.floats(tokens, in: 0.001...0.1)
      let bias = generator.floats(rows)
      let sums = (0..<rows).map { row in
        (0..<columns).reduce(Int32(0)) { $0 + Int32(weights[row * columns + $1]) }
      }
      let packed = panels(weights, rows: rows, columns: columns)
      defer { packed.deallocate() }
      let shifted = q.map { UInt8(Int($0) + 128) }
      func run(_ bias: [Float]?, gelu: Bool) -> [Float] {
        var y = [Float](repeating: .nan, count: tokens * rows)
        weightScales.withUnsafeBufferPointer { weightScales in
          sums.withUnsafeBufferPointer { sums in
            var matrix = relata_matrix(
              values: packed.baseAddress, scales: weightScales.baseAddress, sums: sums.baseAddress,
              rows: Int32(rows),
              columns: Int32(columns))
            relata_linear(level, &matrix, bias, shifted, scales, Int32(tokens), gelu ? 1 : 0, &y)
          }
        }
        return y
      }
      let y = run(bias, gelu: false)
      let unbiased = run(nil, gelu: false)
      var activated = y
      relata_gelu(RELATA_PLAIN, &activated, Int32(activated.count))
      #expect(bits(run(bias, gelu: true)) == bits(activated))
      for token in 0..<tokens {
        for row in 0..<rows {
          var sum: Int32 = 0
          for k in 0..<columns { sum += Int32(weights[row * columns + k]) * Int32(q[token * columns + k]) }
          let product = Float(sum) * (weightScales[row] * scales[token])
          #expect(unbiased[token * rows + row] == product)
          #expect(y[token * rows + row] == product + bias[row])
        }
      }
    }
  }

  @Test(arguments: levels)
  func geluFollowsTheErrorFunction(level: relata_level) {
    let x =
      stride(from: Float(-12), through: 12, by: 0.037).map { $0 } + [0, -0.0, 1e-30, 90, -90, 1e30, -1e30]
    var y = x
    relata_gelu(level, &y, Int32(y.count))
    for (x, y) in zip(x, y) {
      let exact = 0.5 * Double(x) * (1 + erf(Double(x) / 2.0.squareRoot()))
      #expect(abs(Double(y) - exact) <= 1e-6 + 1e-6 * abs(exact), "gelu(\(x)) = \(y), not \(exact)")
    }
    var plain = x
    relata_gelu(RELATA_PLAIN, &plain, Int32(plain.count))
    #expect(bits(y) == bits(plain))
  }

  @Test(arguments: levels, [true, false])
  func layerNormCentresAndScales(level: relata_level, hasResidual: Bool) {
    let (tokens, columns) = (3, 384)
    var generator = SeededGenerator(seed: 5)
    let x = generator.floats(tokens * columns)
    let residual = generator.floats(tokens * columns, in: -1...4)
    let gain = generator.floats(columns)
    let shift = generator.floats(columns)
    func run(_ level: relata_level) -> [Float] {
      var y = x
      if hasResidual {
        relata_layer_norm(level, &y, residual, gain, shift, 1e-12, Int32(tokens), Int32(columns))
      } else {
        relata_layer_norm(level, &y, nil, gain, shift, 1e-12, Int32(tokens), Int32(columns))
      }
      return y
    }
    let y = run(level)
    #expect(bits(y) == bits(run(RELATA_PLAIN)))
    for token in 0..<tokens {
      let row = (0..<columns).map { column -> Double in
        let index = token * columns + column
        return Double(x[index]) + (hasResidual ? Double(residual[index]) : 0)
      }
      let mean = row.reduce(0, +) / Double(columns)
      let deviation = (row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(columns)).squareRoot()
      for column in 0..<columns {
        let exact = (row[column] - mean) / deviation * Double(gain[column]) + Double(shift[column])
        #expect(abs(Double(y[token * columns + column]) - exact) < 1e-4)
      }
    }
  }

  @Test(arguments: levels, [(1, 1), (2, 2), (7, 7), (40, 40), (3, 17), (5, 64)])
  func attentionIsAWeightedMean(level: relata_level, shape: (queries: Int, tokens: Int)) {
    let (queries, tokens) = shape
    let (heads, width) = (2, 32)
    let stride = heads * width
    var generator = SeededGenerator(seed: UInt64(tokens))
    let query = generator.floats(queries * stride)
    let key = generator.floats(tokens * stride)
    let value = generator.floats(tokens * stride)
    func run(_ level: relata_level) -> [Float] {
      var scratch = [Float](repeating: .nan, count: relata_attention_scratch(Int32(tokens), Int32(width)))
      var result = [Float](repeating: .nan, count: queries * stride)
      relata_attention(
        level, query, Int32(queries), key, value, Int32(tokens), Int32(heads), &scratch, &result)
      return result
    }
    let result = run(level)
    #expect(bits(result) == bits(run(RELATA_PLAIN)))
    for head in 0..<heads {
      for i in 0..<queries {
        let weights = (0..<tokens).map { j -> Double in
          let dot = (0..<width).reduce(0.0) {
            $0 + Double(query[i * stride + head * width + $1]) * Double(key[j * stride + head * width + $1])
          }
          return exp(dot / Double(width).squareRoot())
        }
        let total = weights.reduce(0, +)
        for k in 0..<width {
          let exact = (0..<tokens).reduce(0.0) {
            $0 + weights[$1] / total * Double(value[$1 * stride + head * width + k])
          }
          #expect(abs(Double(result[i * stride + head * width + k]) - exact) < 1e-4)
        }
      }
    }
  }

  @Test(arguments: levels, [(1, 1), (3, 4), (5, 9)])
  func productsOfRowsAreDotProducts(level: relata_level, shape: (rows: Int, columns: Int)) {
    let (rows, columns) = shape
    let (width, stride) = (48, columns + 1)
    var generator = SeededGenerator(seed: UInt64(rows))
    let a = generator.floats(rows * width)
    let b = generator.floats(columns * width)
    var y = [Float](repeating: -1, count: rows * stride)
    relata_products(level, a, Int32(rows), b, Int32(columns), Int32(width), &y, Int32(stride))
    for i in 0..<rows {
      for j in 0..<columns {
        let dot = relata_dot(
          RELATA_PLAIN, Array(a[i * width..<(i + 1) * width]), Array(b[j * width..<(j + 1) * width]),
          Int32(width))
        #expect(y[i * stride + j].bitPattern == dot.bitPattern)
      }
      #expect(y[i * stride + columns] == -1)
    }
  }

  @Test(arguments: levels, [16, 256])
  func dotProductsHaveOneOrder(level: relata_level, count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let a = generator.floats(count)
    let b = generator.floats(count)
    let dot = relata_dot(level, a, b, Int32(count))
    #expect(dot.bitPattern == relata_dot(RELATA_PLAIN, a, b, Int32(count)).bitPattern)
    #expect(abs(Double(dot) - zip(a, b).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }) < 1e-3)
  }

  /// The check value of the catalogue of CRC algorithms, and no bytes at all.
  @Test func checksumIsThatOfGzip() {
    #expect(relata_crc32(Array("123456789".utf8), 9) == 0xCBF4_3926)
    let none: [UInt8] = []
    #expect(relata_crc32(none, 0) == 0)
  }
}
