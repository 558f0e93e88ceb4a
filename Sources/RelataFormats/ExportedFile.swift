/// A file as an exporter hands it over; writing it somewhere is the caller's affair.
///
/// Its bytes are made when they are asked for, and a block at a time where they are to go somewhere, so that
/// a file needs no memory of its size.
public struct ExportedFile: Sendable {
  /// The file name, without a folder.
  public var name: String
  private let write: @Sendable (inout ByteStream) -> Void

  init(name: String, write: @escaping @Sendable (inout ByteStream) -> Void) {
    self.name = name
    self.write = write
  }

  /// A file that is there already.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name) { $0.append(contentsOf: bytes) }
  }

  /// The same file under another name.
  public func renamed(_ name: String) -> ExportedFile { ExportedFile(name: name, write: write) }

  /// The whole file, in memory.
  public var bytes: [UInt8] { ByteStream.collect(write) }

  /// Writes the file to a consumer, at most a mebibyte at a time.
  /// - Parameter consume: takes the next bytes of the file, which are only there during the call. It is
  ///   called for one block after the other, but not always on the caller's thread, while the caller waits.
  ///   After an error it is not called again.
  /// - Throws: what `consume` throws.
  public func write<Failure: Error>(
    to consume: @escaping (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let outcome = Outcome<Failure>()
    var stream = ByteStream { bytes in
      do throws(Failure) {
        try consume(bytes)
        return true
      } catch {
        outcome.failure = error
        return false
      }
    }
    write(&stream)
    stream.flush()
    if let failure = outcome.failure { throw failure }
  }

  /// The first error, kept while the writer goes on.
  private final class Outcome<Failure: Error> {
    var failure: Failure?
  }
}
