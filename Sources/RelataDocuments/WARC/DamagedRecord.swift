/// A record that does not end, or does not begin, where it should.
struct DamagedRecord: Error {
  var error: FormatError
  /// Of the record; nil where it is the one being read.
  var offset: Int?
  /// Whether what the records come from is damaged, not they.
  var isOfStream = false
}
