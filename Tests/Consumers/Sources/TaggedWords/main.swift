import RelataDocuments
import RelataLanguage

let analyzer = Analyzer(model: try LanguageModel.embedded())
let document = analyzer.analyze(SourceDocument(id: "note.txt", text: "The group captured Aleppo."))
for token in document.blocks.flatMap(\.sentences).flatMap(\.tokens) {
  print(token.form, token.lemma, token.partOfSpeech)
}
