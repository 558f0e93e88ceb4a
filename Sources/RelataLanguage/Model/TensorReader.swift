import CRelataKernels

/// Finds tensors in a model file and checks their shapes.
package struct TensorReader: Sendable {
  private let storage: ModelStorage
  private let payload: Int
  private let tensors: [String: ModelFile.Header.Tensor]

  init(storage: ModelStorage, file: ModelFile) throws(ModelError) {
    self.storage = storage
    payload = file.payload
    tensors = Dictionary(file.header.tensors.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func contains(_ name: String) -> Bool { tensors[name] != nil }

  private func tensor(_ name: String, type: String) throws(ModelError) -> ModelFile.Header.Tensor {
    guard let tensor = tensors[name], tensor.type == type else {
      throw .malformed("tensor \(name) is missing")
    }
    return tensor
  }

  private func pointer<T>(_ offset: Int, as type: T.Type, name: String) throws(ModelError) -> UnsafePointer<T>
  {
    guard let base = storage.bytes.baseAddress else { throw .malformed("tensor \(name) is missing") }
    return (base + payload + offset).assumingMemoryBound(to: type)
  }

  package func floats(_ name: String, count: Int) throws(ModelError) -> UnsafePointer<Float> {
    let tensor = try tensor(name, type: "float32")
    guard tensor.rows * tensor.columns == count else {
      throw .malformed("tensor \(name) has \(tensor.rows * tensor.columns) values, not \(count)")
    }
    return try pointer(tensor.offset, as: Float.self, name: name)
  }

  func table(_ name: String, columns: Int) throws(ModelError) -> QuantizedTable {
    let tensor = try tensor(name, type: "int8")
    guard tensor.columns == columns, let scales = tensor.scales else {
      throw .malformed("tensor \(name) has \(tensor.columns) columns, not \(columns)")
    }
    return QuantizedTable(
      rows: tensor.rows, columns: columns, values: try pointer(tensor.offset, as: Int8.self, name: name),
      scales: try pointer(scales, as: Float.self, name: name))
  }

  private func matrix(_ name: String, columns: Int) throws(ModelError) -> QuantizedMatrix {
    let tensor = try tensor(name, type: "int8-panels")
    guard tensor.columns == columns, columns % 64 == 0, let scales = tensor.scales, let sums = tensor.sums
    else {
      throw .malformed("tensor \(name) has \(tensor.columns) columns, not \(columns)")
    }
    return QuantizedMatrix(
      matrix: relata_matrix(
        values: try pointer(tensor.offset, as: Int8.self, name: name),
        scales: try pointer(scales, as: Float.self, name: name),
        sums: try pointer(sums, as: Int32.self, name: name), rows: Int32(tensor.rows), columns: Int32(columns)
      ))
  }

  package func linear(_ name: String, columns: Int, rows: Int? = nil) throws(ModelError) -> LinearLayer {
    let weight = try matrix(name + ".weight", columns: columns)
    if let rows, weight.rows != rows {
      throw .malformed("tensor \(name) has \(weight.rows) rows, not \(rows)")
    }
    return LinearLayer(weight: weight, bias: try floats(name + ".bias", count: weight.rows))
  }

  func norm(_ name: String) throws(ModelError) -> LanguageModel.Norm {
    LanguageModel.Norm(
      gain: try floats(name + ".gain", count: LanguageModel.width),
      shift: try floats(name + ".shift", count: LanguageModel.width))
  }
}
