import Foundation
import Relata

/// Inputs in the formats that relata makes, so that none in the repository grow old.
enum Seeds {
  static func write(to folder: String) throws {
    func put(_ reader: Reader, _ name: String, _ bytes: [UInt8]) throws {
      let place = URL(filePath: folder).appending(path: reader.rawValue)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data(bytes).write(to: place.appending(path: name))
    }
    let options = ExportOptions(layout: GraphLayout())
    func files(_ format: GraphFormat) -> [[UInt8]] {
      format.files(for: Shared.graph, ontology: Shared.ontology, options: options).map(\.bytes)
    }
    try put(.jsonld, "relata", files(.jsonld)[0])
    try put(.graphml, "relata", files(.graphml)[0])
    try put(.nodelink, "relata", files(.nodelink)[0])
    try put(.csv, "relata", Array(files(.csv).joined(separator: GraphReaders.border)))
    try put(.graph, "relata", GraphFileReader.example)
    try put(.model, "header", ModelReader.example)
    try put(.heads, "header", HeadsReader.example)
  }
}
