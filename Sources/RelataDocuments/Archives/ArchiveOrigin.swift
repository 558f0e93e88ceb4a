/// Where an archive comes from.
enum ArchiveOrigin {
  case source(ArchiveReader.Source)
  case stream(ReaderSource)

  /// Whether it can be read a second time, and from any place.
  var isSeekable: Bool {
    if case .source = self { true } else { false }
  }
}

/// An entry's content could not be read, as opposed to an error of what is done with it.
struct UnreadableEntry: Error {
  var error: FormatError
}
