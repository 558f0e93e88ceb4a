/// Compares blocks with the body that the page's metadata give, where they do.
struct BodyMatch {
  private let triples: Set<UInt64>?

  init(_ body: String?) {
    guard let body else { triples = nil; return }
    let words = PageWordHashes(body.utf8)
    triples = words.hashes.count >= 60 ? Set(words.triples) : nil
  }

  /// 1 for a block that is part of the body, −1 for one that is not, 0 where that cannot be told.
  func value(_ words: PageWordHashes) -> Float {
    guard let triples, words.hashes.count >= 4 else { return 0 }
    let own = words.triples
    return own.count { triples.contains($0) } * 2 >= own.count ? 1 : -1
  }
}
