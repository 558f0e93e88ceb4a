import RelataWords

/// Who puts a name into datelines. Agencies not listed here are known by their capitals in brackets.
enum NewsAgencies {
  private static let names = SegmentationList.agencies.words
  private static let kinds = SegmentationList.agencyKinds.words

  /// Whether one of the words of a name, in lower case, is an agency's: `reuters`,
  /// `thomson reuters foundation`.
  static func contains(_ name: String) -> Bool {
    names.contains(name)
      || name.split(whereSeparator: { $0 == " " || $0 == "/" }).contains {
        names.contains(String($0)) || kinds.contains(String($0)) && name.contains(" ")
      }
  }
}
