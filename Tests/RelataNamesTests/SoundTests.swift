import RelataNames
import Testing

@Suite("Sounds of words")
struct SoundTests {
  @Test(
    "spellings of one word are close",
    arguments: [
      ("putin", "poutine"), ("zelensky", "selenskyj"), ("gaddafi", "qadhafi"), ("jolani", "jawlani"),
      ("khmeimim", "hmeimim"),
      ("sharaa", "sharra"),
    ])
  func close(_ a: String, _ b: String) {
    let (a, b) = (PhoneticSpelling(a), PhoneticSpelling(b))
    #expect(PhoneticDistance.isSimilar(a, b, threshold: 0.8))
    #expect(PhoneticDistance.similarity(a, b) == PhoneticDistance.similarity(b, a))
    #expect(!a.keys.isDisjoint(with: b.keys))
  }

  @Test(
    "other words are not",
    arguments: [("putin", "putina"), ("maria", "mario"), ("homs", "hama"), ("niger", "nigeria")])
  func apart(_ a: String, _ b: String) {
    #expect(!PhoneticDistance.isSimilar(PhoneticSpelling(a), PhoneticSpelling(b), threshold: 0.89))
  }

  @Test("a threshold says what the similarity says")
  func threshold() {
    let words = [
      "putin", "poutine", "pulin", "assad", "asad", "saad", "al", "", "x", "shcherbakov", "chtcherbakov",
    ].map(PhoneticSpelling.init)
    for a in words {
      for b in words {
        for threshold in [0.5, 0.8, 0.89, 1] {
          let isSimilar = PhoneticDistance.similarity(a, b) >= threshold
          #expect(PhoneticDistance.isSimilar(a, b, threshold: threshold) == isSimilar)
        }
      }
    }
  }

  @Test(
    "transliterations have one sound to be found by",
    arguments: [("tartous", "tartus"), ("qatar", "katar"), ("hmeimim", "khmeimim"), ("жж", "жж")])
  func found(_ a: String, _ b: String) { #expect(SoundFolding.sound(a) == SoundFolding.sound(b)) }
}
