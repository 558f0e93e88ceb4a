import Foundation
import RelataDocuments
import Testing

@Suite struct ShingleSignatureTests {
  /// Computed apart from this program, by the description in the documentation.
  @Test func bytesAreTheDocumentedOnes() {
    let signature = ShingleSignature("The army took 1,200 men to the café.")
    #expect(signature.bytes.map { String(format: "%02x", $0) }.joined() == Self.expected)
  }

  private static let expected = "010500000001000000905f4c329e7e978771386ff74da950f909f130fa60f4eb46"

  @Test func bytesAndCodingAreReadBack() throws {
    for text in ["", "one", Articles.text(Articles.strike), String(repeating: "word 17 after ", count: 9)] {
      let signature = ShingleSignature(text)
      #expect(ShingleSignature(bytes: signature.bytes) == signature)
      let data = try JSONEncoder().encode([signature])
      #expect(try JSONDecoder().decode([ShingleSignature].self, from: data) == [signature])
    }
  }

  @Test func otherBytesAreRefused() {
    let bytes = ShingleSignature(Articles.text(Articles.strike)).bytes
    #expect(ShingleSignature(bytes: []) == nil)
    #expect(ShingleSignature(bytes: bytes.dropLast()) == nil)
    #expect(ShingleSignature(bytes: bytes.dropLast(4)) == nil)
    #expect(ShingleSignature(bytes: [2] + bytes.dropFirst()) == nil)
    #expect(ShingleSignature(bytes: [1] + Array(repeating: 0xFF, count: 12)) == nil)
    // The hashes must ascend.
    #expect(
      ShingleSignature(bytes: bytes.prefix(9) + bytes[13..<17] + bytes[9..<13] + bytes.dropFirst(17)) == nil)
  }

  @Test func aLongTextHasLessThanAKilobyte() {
    let text = (0..<50_000).map { "word\($0)" }.joined(separator: " ")
    let signature = ShingleSignature(text)
    #expect(signature.count == 49_996)
    #expect(signature.bytes.count == 777)
  }

  @Test func caseQuotesAndLineEndsCountForNothing() {
    let plain = "\"It is what could be had,\" said Tomas Brandt - the dockers' leader - on Thursday."
    let other = "“IT IS WHAT\r\ncould be  had,” said Tomas Brandt — the dockers’ leader — on\nThursday"
    #expect(ShingleSignature(plain) == ShingleSignature(other))
  }

  /// Sampled, as the sizes are beyond the capacity: the estimates must be near the true values.
  @Test func similarityIsEstimated() {
    func words(_ range: Range<Int>) -> ShingleSignature {
      ShingleSignature(range.map { "w\($0)x" }.joined(separator: " "))
    }
    let cut = SignatureSimilarity(words(0..<3_000), words(0..<1_200))
    #expect(cut.containment == 1)
    #expect(abs(cut.resemblance - 0.4) < 0.1)
    #expect(abs(cut.ratio - 0.4) < 0.01)
    let shifted = SignatureSimilarity(words(0..<3_000), words(1_000..<4_000))
    #expect(abs(shifted.containment - 2.0 / 3) < 0.12)
    #expect(abs(shifted.resemblance - 0.5) < 0.12)
    #expect(SignatureSimilarity(words(0..<3_000), words(3_000..<6_000)).resemblance == 0)
  }

  @Test func emptyTextsHaveNothingInCommon() {
    let similarity = SignatureSimilarity(ShingleSignature(""), ShingleSignature(" … "))
    #expect(similarity.containment == 0)
    #expect(similarity.count == 0)
  }
}
