/// A term of the vocabulary that is no type and no relation: what is said of
/// statements, entities and documents.
struct VocabularyTerm: Sendable {
  var name: StaticString
  /// nil: a class.
  var range: RDFName?
  var comment: String

  private init(_ name: StaticString, _ range: RDFName?, _ comment: String) {
    self.name = name
    self.range = range
    self.comment = comment
  }

  private static let string = RDFName(.xsd, "string")
  private static let integer = RDFName(.xsd, "integer")
  private static let boolean = RDFName(.xsd, "boolean")
  private static let date = RDFName(.edtf, "EDTF")
  private static let resource = RDFName(.rdfs, "Resource")

  static let all: [VocabularyTerm] = [
    .init("polarity", string, "Whether the text affirms or negates a statement: affirmed, negated."),
    .init(
      "modality", string,
      "How far the text commits itself to a statement: asserted, reported, alleged, planned, hypothetical."),
    .init("start", date, "The first date at which a statement holds, as precise as the text gives it."),
    .init("end", date, "The last date at which a statement holds, as precise as the text gives it."),
    .init(
      "time", string, "Start and end in ISO 8601 interval notation; one date for what happened at a point."),
    .init("place", resource, "Where it happened."),
    .init("role", string, "The office or title."),
    .init(
      "confidence", RDFName(.xsd, "double"), "From 0 to 1: how sure the extraction is that the text says so."),
    .init(
      "importance", RDFName(.xsd, "double"),
      "From 0 to 1: how probable it is that the statement is what its article is essentially about."),
    .init("open", boolean, "Whether the relation is the text's own predicate and none of the ontology."),
    .init("firstSeen", date, "The date of the earliest document that says so."),
    .init("lastSeen", date, "The date of the latest document that says so."),
    .init("page", integer, "The page of a document, from 1, on which a quote begins."),
    .init("pageStart", integer, "Where a page begins in the text of a document, in Unicode scalars."),
    .init("copy", string, "A document that was left out because it says the same in nearly the same words."),
    .init(
      "evidence", RDFName(.oa, "SpecificResource"),
      "A sentence that supports a statement, has a name, or supported what a person corrected."),
    .init("trigger", string, "The words by which a statement was found."),
    .init("alias", resource, "A name under which texts speak of an entity, with how many mentions use it."),
    .init("count", integer, "How many mentions use an alias."),
    .init("mentions", integer, "How many mentions an entity has in all documents."),
    .init("link", resource, "Why two names were taken for one entity's."),
    .init("otherName", string, "The name that another one was joined to."),
    .init("reason", string, "The kind of reason for which two names were joined."),
    .init("detail", string, "The words or the rule behind the reason."),
    .init("sentences", integer, "How many sentences of a document were read."),
    .init("words", integer, "How many words of a document were read."),
    .init("Contradiction", nil, "Statements that cannot all be true."),
    .init("contradicts", RDFName(.rdf, "Statement"), "A statement of a contradiction."),
    .init("about", string, "What statements disagree on: time, polarity, value, place."),
    .init("Correction", nil, "What a person corrected; an activity that influenced entities."),
    .init(
      "action", string,
      "What a correction does: wrong, confirmed, relation, direction, merge, split, rename, retype."),
    .init("line", integer, "The line, from 1, of the file in which a person said so."),
    .init("plover", string, "An event type of PLOVER, the Political Language Ontology."),
    .init("inverseLabel", string, "How a relation reads from object to subject."),
    .init("isEvent", boolean, "Whether a relation happens at a date rather than holding for a while."),
    .init("oneObjectAtATime", boolean, "Whether a subject has at most one object at a time."),
    .init("oneSubjectAtATime", boolean, "Whether an object has at most one subject at a time."),
  ]
}
