import RelataLanguage
import Testing

@testable import RelataExtraction

@Suite struct ClauseRepairTests {
  /// Form, part of speech, head (from 1; 0 is the root), relation and features of each token.
  private func sentence(_ rows: String) -> Sentence {
    Sentence(
      tokens: rows.split(separator: "\n").map { row in
        let fields = row.split(separator: " ").map(String.init)
        let head = Int(fields[2]) ?? 0
        return Token(
          form: fields[0], range: 0..<0, partOfSpeech: PartOfSpeech(rawValue: fields[1]) ?? .other,
          features: fields.count > 4 ? fields[4] : "", head: head == 0 ? nil : head - 1, relation: fields[3])
      })
  }

  @Test func aNominalBeforeAVerbWithoutSubjectIsItsSubject() {
    let mended = ClauseRepair.repaired(
      sentence(
        """
        Prices VERB 2 nsubj
        rose VERB 0 root VerbForm=Fin
        after SCONJ 4 case
        rebels NOUN 2 obl
        took VERB 2 advcl VerbForm=Fin
        Goma PROPN 5 obj
        """))
    #expect(mended.tokens.map(\.head) == [1, nil, 4, 4, 1, 4])
    #expect(mended.tokens.map(\.relation) == ["nsubj", "root", "mark", "nsubj", "advcl", "obj"])
  }

  /// A preposition, a verb that has its subject, and a verb that is coordinated with the main one.
  @Test(arguments: [
    (tag: "ADP", next: "obj", relation: "advcl"), (tag: "SCONJ", next: "nsubj", relation: "advcl"),
    (tag: "SCONJ", next: "obj", relation: "conj"),
  ])
  func otherSentencesStay(tag: String, next: String, relation: String) {
    let original = sentence(
      """
      left VERB 0 root VerbForm=Fin
      after \(tag) 3 case
      rain NOUN 1 obl
      they PRON 5 \(next)
      went VERB 1 \(relation) VerbForm=Fin
      """)
    #expect(ClauseRepair.repaired(original) == original)
  }
}
