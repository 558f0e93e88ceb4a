import CRelataKernels

/// Runs a model's layers over one window at a time; its memory is used again for the
/// next. One for each thread.
///
/// Windows are computed one by one and unpadded, so that neither batches nor threads change a bit.
final class Encoder {
  /// What a window's pieces became: rows of the last layer, one for each word.
  struct Words {
    let rows: UnsafeMutablePointer<Float>
    let count: Int
  }

  /// A window's words as the syntactic heads read them and, where the model has layers of their
  /// own for facts, as those do.
  struct Reading {
    let syntax: Words
    let facts: Words?
  }

  let model: LanguageModel
  let kernels: KernelRunner
  var level: relata_level { kernels.level }
  private let hidden = Scratch<Float>()
  private let forked = Scratch<Float>()
  private let attended = Scratch<Float>()
  private let query = Scratch<Float>()
  private let key = Scratch<Float>()
  private let value = Scratch<Float>()
  private let mixed = Scratch<Float>()
  private let inner = Scratch<Float>()
  private let attention = Scratch<Float>()
  private let chosen = Scratch<Float>()
  private let chosenFacts = Scratch<Float>()

  init(model: LanguageModel, level: relata_level = relata_best_level()) {
    self.model = model
    kernels = KernelRunner(level: level)
  }

  private func normalize(
    _ x: UnsafeMutablePointer<Float>, residual: UnsafePointer<Float>?, _ norm: LanguageModel.Norm, rows: Int
  ) {
    relata_layer_norm(
      level, x, residual, norm.gain, norm.shift, 1e-12, Int32(rows), Int32(LanguageModel.width))
  }

  /// The last layers' vectors of a window's words, valid until the next call.
  ///
  /// - Parameters:
  ///   - input: at most ``LanguageModel/positions`` pieces.
  ///   - withFacts: whether the layers for facts are wanted too.
  /// - Complexity: O(pieces), with a term quadratic in the window.
  func encode(_ input: ReadingWindow.Input, withFacts: Bool = false) -> Reading {
    let width = LanguageModel.width
    let count = input.ids.count
    let x = hidden.room(count * width)
    embed(input, into: x)
    let isForked = withFacts && !model.factLayers.isEmpty
    let shared = isForked ? model.layers.count - model.factLayers.count : 0
    if isForked {
      _ = run(model.layers[..<shared], x, input.firsts, count: count, last: nil)
      let copy = forked.room(count * width)
      copy.update(from: x, count: count * width)
      let facts = run(model.factLayers[...], copy, input.firsts, count: count, last: chosenFacts)
      return Reading(
        syntax: run(model.layers[shared...], x, input.firsts, count: count, last: chosen), facts: facts)
    }
    return Reading(syntax: run(model.layers[...], x, input.firsts, count: count, last: chosen), facts: nil)
  }

  private func embed(_ input: ReadingWindow.Input, into x: UnsafeMutablePointer<Float>) {
    let width = LanguageModel.width
    for (position, id) in input.ids.enumerated() {
      let row = model.words.values + Int(id) * width
      let scale = model.words.scales[Int(id)]
      let place = model.positionTable + position * width
      let shape = model.shapeTable + Int(input.shapes[position]) * width
      let target = x + position * width
      for k in 0..<width { target[k] = Float(row[k]) * scale + place[k] + shape[k] }
    }
    normalize(x, residual: nil, model.norm, rows: input.ids.count)
  }

  /// Runs layers over all pieces, in place.
  ///
  /// - Parameter last: where given, the last of the layers computes the rows of the words alone, and puts
  ///   them there: of other pieces nothing is read but keys and values.
  private func run(
    _ layers: ArraySlice<LanguageModel.Layer>, _ pieces: UnsafeMutablePointer<Float>, _ firsts: [Int],
    count: Int, last: Scratch<Float>?
  ) -> Words {
    let width = LanguageModel.width
    var x = pieces
    let scratch = attention.room(relata_attention_scratch(Int32(count), Int32(width / LanguageModel.heads)))
    let (q, k, v) = (query.room(count * width), key.room(count * width), value.room(count * width))
    let (result, between) = (mixed.room(count * width), attended.room(count * width))
    for (index, layer) in zip(layers.indices, layers) {
      kernels.quantize(x, rows: count, columns: width)
      kernels.apply(layer.key, rows: count, into: k)
      kernels.apply(layer.value, rows: count, into: v)
      var rows = count
      if index == layers.endIndex - 1, let last {
        rows = firsts.count
        let words = last.room(max(1, rows) * width)
        for (word, position) in firsts.enumerated() {
          (words + word * width).update(from: x + position * width, count: width)
        }
        x = words
        kernels.quantize(x, rows: rows, columns: width)
      }
      kernels.apply(layer.query, rows: rows, into: q)
      relata_attention(level, q, Int32(rows), k, v, Int32(count), Int32(LanguageModel.heads), scratch, result)
      kernels.linear(layer.output, result, rows: rows, into: between)
      normalize(between, residual: x, layer.norm1, rows: rows)
      let wide = inner.room(rows * layer.up.weight.rows)
      kernels.linear(layer.up, between, rows: rows, gelu: true, into: wide)
      kernels.linear(layer.down, wide, rows: rows, into: x)
      normalize(x, residual: between, layer.norm2, rows: rows)
    }
    return Words(rows: x, count: firsts.count)
  }
}
