/// Rows that are merged by one statement: all of one label or relationship type, and with the same columns.
///
/// The columns are the same because a database with fixed types refuses a list of maps that differ.
struct CypherBatches {
  /// What comes before the rows and after them.
  struct Frame: Hashable {
    /// The label or relationship type.
    var name: String
    var columns: [StaticText]
  }

  /// A name that is known when the program is written, to be compared and hashed.
  struct StaticText: Hashable, ExpressibleByStringLiteral {
    var text: String
    init(stringLiteral text: String) { self.text = text }
  }

  private struct Batch {
    var frame: Frame
    var rows: [UInt8] = []
    var count = 0
  }

  /// How many rows one statement merges: enough to save round trips, few enough for a transaction's memory.
  static let size = 500

  private var batches: [Batch] = []
  private var places: [Frame: Int] = [:]
  /// The statement around the rows of a frame.
  private let statement: (Frame, [UInt8], inout ByteStream) -> Void

  init(statement: @escaping (Frame, [UInt8], inout ByteStream) -> Void) { self.statement = statement }

  /// Adds a row, and writes the batch that it fills.
  mutating func add(_ row: borrowing CypherRow, to name: String, writing bytes: inout ByteStream) {
    let frame = Frame(name: name, columns: row.columns)
    let place: Int
    if let known = places[frame] {
      place = known
    } else {
      place = batches.count
      places[frame] = place
      batches.append(Batch(frame: frame))
    }
    if batches[place].count > 0 { batches[place].rows.append(UInt8(ascii: ",")) }
    batches[place].rows.append(UInt8(ascii: "\n"))
    row.bytes.withBytes { batches[place].rows.append(contentsOf: $0) }
    batches[place].rows.append(UInt8(ascii: "}"))
    batches[place].count += 1
    if batches[place].count == Self.size { flush(place, to: &bytes) }
  }

  /// Writes what is left, in the order in which the frames came up.
  mutating func finish(writing bytes: inout ByteStream) {
    for place in batches.indices where batches[place].count > 0 { flush(place, to: &bytes) }
  }

  private mutating func flush(_ place: Int, to bytes: inout ByteStream) {
    statement(batches[place].frame, batches[place].rows, &bytes)
    batches[place].rows.removeAll(keepingCapacity: true)
    batches[place].count = 0
  }
}
