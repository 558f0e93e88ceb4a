/// Which of the properties that users name themselves mean the day of publication.
enum PublicationProperty {
  static func isPublicationDate(_ name: String) -> Bool {
    let letters = String(name.lowercased().filter(\.isLetter))
    return ["date", "datepublished", "publicationdate", "publishdate", "published", "pubdate"].contains(
      letters)
  }
}
