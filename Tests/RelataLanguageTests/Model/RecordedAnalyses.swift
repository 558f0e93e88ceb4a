import RelataLanguage

/// Analyses by the program that trained the model, in 32-bit floats: what the runtime in
/// eight bits should also find.
enum RecordedAnalyses {
  /// Word, part of speech, head (from 1; 0 is the root), relation; then the names.
  static let tables = [
    """
    Dr. PROPN 2 nmod:desc
    Chen PROPN 4 nmod:poss
    's PART 2 case
    team NOUN 10 nsubj
    at ADP 7 case
    the DET 7 det
    University PROPN 4 nmod
    of ADP 9 case
    Toronto PROPN 7 nmod
    found VERB 0 root
    that SCONJ 14 mark
    bees NOUN 14 nsubj
    can AUX 14 aux
    count VERB 10 ccomp
    . PUNCT 10 punct
    = 1 1 PER
    = 6 8 ORG
    """,
    """
    Heavy ADJ 2 amod
    rain NOUN 3 nsubj
    flooded VERB 0 root
    Jakarta PROPN 3 obj
    , PUNCT 6 punct
    forcing VERB 3 advcl
    thousands NOUN 6 obj
    of ADP 9 case
    people NOUN 7 nmod
    to PART 11 mark
    leave VERB 6 xcomp
    their PRON 13 nmod:poss
    homes NOUN 11 obj
    . PUNCT 3 punct
    = 3 3 LOC
    """,
    """
    Kenya PROPN 2 compound
    Airways PROPN 3 nsubj
    bought VERB 0 root
    three NUM 5 nummod
    planes NOUN 3 obj
    from ADP 7 case
    Boeing PROPN 3 obl
    in ADP 9 case
    March PROPN 3 obl
    2019 NUM 9 nmod:unmarked
    . PUNCT 3 punct
    = 0 1 ORG
    = 6 6 ORG
    = 8 9 TIME
    """,
    """
    Maria PROPN 12 nsubj
    Lopez PROPN 1 flat
    , PUNCT 5 punct
    who PRON 5 nsubj
    runs VERB 1 acl:relcl
    the DET 7 det
    bakery NOUN 5 obj
    on ADP 10 case
    Elm PROPN 10 compound
    Street PROPN 5 obl
    , PUNCT 1 punct
    said VERB 0 root
    on ADP 14 case
    Monday PROPN 12 obl
    that SCONJ 19 mark
    she PRON 19 nsubj
    would AUX 19 aux
    not PART 19 advmod
    sell VERB 12 ccomp
    it PRON 19 obj
    . PUNCT 12 punct
    = 0 1 PER
    = 8 9 LOC
    = 13 13 TIME
    """,
    """
    The DET 2 det
    treaty NOUN 4 nsubj:pass
    was AUX 4 aux:pass
    signed VERB 0 root
    by ADP 8 case
    the DET 8 det
    foreign ADJ 8 amod
    ministers NOUN 4 obl:agent
    of ADP 10 case
    Norway PROPN 8 nmod
    and CCONJ 12 cc
    Peru PROPN 10 conj
    . PUNCT 4 punct
    = 9 9 LOC
    = 11 11 LOC
    """,
    """
    Why ADV 6 advmod
    did AUX 6 aux
    n’t PART 6 advmod
    the DET 5 det
    committee NOUN 6 nsubj
    publish VERB 0 root
    its PRON 8 nmod:poss
    report NOUN 6 obj
    before ADP 11 case
    the DET 11 det
    vote NOUN 6 obl
    ? PUNCT 6 punct
    """,
  ]

  static let sentences: [Sentence] = tables.map { table in
    var sentence = Sentence(tokens: [])
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      if fields[0] == "=" {
        guard let first = Int(fields[1]), let last = Int(fields[2]),
          let label = NameLabel(rawValue: fields[3])
        else { preconditionFailure(String(line)) }
        sentence.names.append(NameSpan(tokens: first..<last + 1, label: label))
      } else {
        guard let part = PartOfSpeech(rawValue: fields[1]), let head = Int(fields[2]) else {
          preconditionFailure(String(line))
        }
        sentence.tokens.append(
          Token(
            form: fields[0], range: 0..<0, partOfSpeech: part, head: head == 0 ? nil : head - 1,
            relation: fields[3]))
      }
    }
    return sentence
  }
}
