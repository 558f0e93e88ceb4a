#if Archives
  /// The content of the entry at which a walk stands.
  final class EntrySource: ByteSource {
    private var walk: ArchiveWalk?
    private(set) var failure: FormatError?

    init(_ walk: ArchiveWalk) { self.walk = walk }

    func read(into target: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
      guard let walk else { return 0 }
      do {
        return try walk.readData(into: target)
      } catch {
        failure = error
        throw error
      }
    }

    /// Nothing more is read once the walk goes on.
    func close() { walk = nil }
  }
#endif
