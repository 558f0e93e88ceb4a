import RelataGraph
import Testing

// example
/// The text of a quote with what stands around it.
func context(
  of evidence: Evidence, in documents: DocumentIndex, margin: Int = 80
) -> String? {
  guard let text = documents[evidence.document]?.text else { return nil }
  let scalars = Array(text.unicodeScalars)
  let start = max(0, evidence.start - margin)
  let end = min(scalars.count, evidence.end + margin)
  return String(String.UnicodeScalarView(scalars[start..<end]))
}
// end

// example
/// A line for a footnote: who says so, where and when.
func citation(of evidence: Evidence, in documents: DocumentIndex) -> String {
  let document = documents[evidence.document]
  var parts = ["“\(evidence.quote)”", document?.title ?? evidence.document]
  if let publisher = document?.publisher { parts.append(publisher) }
  if let date = document?.date { parts.append(date.description) }
  if let page = documents.page(of: evidence) { parts.append("p. \(page)") }
  if let link = documents.link(to: evidence) { parts.append(link) }
  return parts.joined(separator: ", ")
}
// end

// example
/// What at least two documents state as facts of their own.
func corroborated(_ graph: KnowledgeGraph) -> [Statement] {
  graph.statements.filter { statement in
    statement.polarity == .affirmed && statement.modality == .asserted
      && Set(statement.evidence.map(\.document)).count > 1
  }
}
// end

@Suite("Examples of the article on evidence")
struct FollowingEvidenceExamples {
  private let documents = DocumentIndex(Dispute.graph.documents)
  private let evidence = Dispute.graph.statements[2].evidence[0]

  @Test("a quote in its context")
  func passage() {
    #expect(
      context(of: evidence, in: documents, margin: 12) == " Ben Ortiz. Ada Marsh visited Norway. Ben Ortiz v")
    #expect(context(of: evidence, in: documents) == Dispute.graph.documents[1].text)
    #expect(context(of: evidence, in: DocumentIndex([])) == nil)
  }

  @Test("a quote with its source")
  func source() {
    #expect(
      citation(of: evidence, in: documents)
        == "“Ada Marsh visited Norway.”, A dispute, The Example, 2021-05-03, p. 2, "
        + "https://example.org/dispute#:~:text=Ada%20Marsh%20visited%20Norway.")
  }

  @Test("what two documents state")
  func weight() {
    #expect(corroborated(Dispute.graph) == [Dispute.graph.statements[0]])
  }
}
