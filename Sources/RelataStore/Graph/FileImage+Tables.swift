import RelataQuery

extension FileImage {
  /// The index in it.
  func index(_ summary: GraphSummary) throws(MappedGraphError) -> GraphIndex {
    let ids = try strings(.idOffsets, .idBytes)
    let statementCount = summary.statementCount
    let offsets: FixedBuffer<UInt32> = try table(.rowOffsets, count: ids.count + 1)
    let slotCount = Int(offsets.base[ids.count])
    return GraphIndex(
      ids: EntityIDList(strings: ids), types: summary.types,
      typeOfNode: try table(.typeOfNode, count: ids.count), kinds: summary.kinds,
      kindOfStatement: try table(.kindOfStatement, count: statementCount),
      relationCounts: summary.relationCounts, offsets: offsets, slots: try table(.slots, count: slotCount),
      statements: try table(.slotStatements, count: slotCount),
      strengths: try table(.strengths, count: statementCount),
      evidenceCounts: try table(.evidenceCounts, count: statementCount),
      importances: try table(.importances, count: statementCount),
      times: try table(.times, count: statementCount), ranges: try table(.dayRanges),
      degrees: try table(.degrees, count: ids.count))
  }

  /// The names in it, unchecked but for the sizes of their tables.
  func names() throws(MappedGraphError) -> NameIndex {
    let texts = try strings(.nameOffsets, .nameBytes)
    let hashes: FixedBuffer<UInt64> = try table(.nameHashes)
    return NameIndex(
      mentionCounts: try table(.mentionCounts), owners: try table(.nameOwners, count: texts.count),
      texts: texts, hashes: hashes, hashedNames: try table(.hashedNames, count: hashes.count),
      sounds: try keys(.soundOffsets, .soundBytes, .soundLengths, .soundStarts, .soundNames),
      wholes: try keys(.wholeOffsets, .wholeBytes, .wholeLengths, .wholeStarts, .wholeNames))
  }

  /// Texts, or records, one after another.
  func strings(_ offsets: Section, _ bytes: Section) throws(MappedGraphError) -> PackedStrings {
    let ends: FixedBuffer<UInt64> = try table(offsets)
    let bytes: FixedBuffer<UInt8> = try table(bytes)
    guard ends.count > 0, ends.base[ends.count - 1] == UInt64(bytes.count) else {
      throw .damaged("the size of the \(offsets)")
    }
    return PackedStrings(offsets: ends, bytes: bytes)
  }

  private func keys(
    _ offsets: Section, _ bytes: Section, _ lengths: Section, _ starts: Section, _ names: Section
  ) throws(MappedGraphError) -> KeyTable {
    let keys = try strings(offsets, bytes)
    let lengthStarts: FixedBuffer<UInt32> = try table(lengths)
    let nameStarts: FixedBuffer<UInt32> = try table(starts, count: keys.count + 1)
    guard lengthStarts.count > 1, lengthStarts.base[lengthStarts.count - 1] == UInt32(keys.count) else {
      throw .damaged("the size of the \(lengths)")
    }
    return KeyTable(
      keys: keys, lengthStarts: lengthStarts, nameStarts: nameStarts,
      names: try table(names, count: Int(nameStarts.base[keys.count])))
  }
}
