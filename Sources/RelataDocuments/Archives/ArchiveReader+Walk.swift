#if Archives
  extension ArchiveReader {
    /// Goes through the entries.
    func walk(
      _ origin: ArchiveOrigin, _ outerName: String, _ isWanted: (String) -> Bool,
      _ onFailure: (String, FormatError) throws -> Void,
      _ body: (String, Int?, inout ByteReader) throws -> Void
    ) throws {
      let walk = try ArchiveWalk(origin, limits: limits, entries: entries)
      var labels = DistinctLabels()
      while let header = try walk.next() {
        let name =
          walk.isSingleFile
          ? SingleFileName.name(of: header.name, in: outerName)
          : EntryName.label(of: header.name, isZip: walk.isZip)
        guard header.isFile, isWanted(name) else { continue }
        let label = labels.label(for: name)
        if header.isEncrypted {
          try onFailure(label, .encrypted)
          continue
        }
        let source = EntrySource(walk)
        var reader = ByteReader(source: source)
        do {
          try body(label, header.size, &reader)
        } catch let unreadable as UnreadableEntry {
          if try !walk.ends(with: unreadable.error, in: label) { try onFailure(label, unreadable.error) }
        } catch let error as FormatError where error == source.failure {
          if try !walk.ends(with: error, in: label) { try onFailure(label, error) }
        }
        source.close()
        // The body may have kept the error to itself.
        if let failure = source.failure { _ = try walk.ends(with: failure, in: label) }
      }
    }
  }
#else
  extension ArchiveReader {
    func walk(
      _ origin: ArchiveOrigin, _ outerName: String, _ isWanted: (String) -> Bool,
      _ onFailure: (String, FormatError) throws -> Void,
      _ body: (String, Int?, inout ByteReader) throws -> Void
    ) throws {
      throw FormatError.unavailable(
        what: "libarchive", advice: "build with the trait Archives")
    }
  }
#endif
