import RelataLanguage
import Testing

/// In the expected form tokens are parted by a space, or by `·` where the text has none.
@Suite struct TokenizerTests {
  @Test(
    arguments: [
      // Clitics
      "He did·n't say it·'s Assad·'s·.", "Sharaa·’s men wo·n’t·.", "We·'ll go·, they·'ve gone·, I·'m here·.",
      "You can·not do that·; I·'m gon·na go·.", "the fighters·' leader", "DOES·N'T IT·'S",
      "Who·'d do that·?", "I·’ve seen Syria·ʼs coast·.",
      // Apostrophes inside names and words
      "Hayʼat Tahrir al·-·Sham", "Ahmed al·-·Shara'a", "Ahmed al·-·Shara’a·’s visit",
      "Sana'a·'s O'Neill d'état Qur'an",
      "Sa'd Hariri", "in the 1990s and the '60s and 1960's", "rock ’n roll",
      // Hyphens
      "state·-·run TV", "anti-government", "the co-founder·'s e-mail",
      "pro-Beijing mid-August re-elected non-NATO",
      "2010·-·2012", "15·-·year", "Call 713-853-3989", "on 2025-09-15", "Russia·–·Syria ties",
      "US·-·Israeli war",
      "pre- and post-war", "Maj.·-·Gen. Murhaf Abu Qasra",
      // Abbreviations and stops
      "Gen. James L. Jones of the U.S. said so·.", "He met J. K. Rowling at 5 p.m. on Jan. 5·.",
      "That is Inc.",
      "No. 5 is alive·.", "He said no·.", "Is it the U.S.·?", "Plan B·.", "Ph.D. students a.k.a. slaves",
      // Numbers, money, units
      "$·5 and US$·5,000.50 and €·3·.", "58·% of 2,000,000", "at 10:30·am on 9/11", "the 21st and the 3rd",
      "35·mm 10·k 83N",
      // Symbols
      "Well·... yes·!!! (·no·)", "“·Terrorists·,·” he said·.", "black·/·white and w/o", "AT&T·, R&D",
      "AK·-·47",
      // Addresses
      "See https://example.org/a-b?c=d·.", "(·www.flag.govt.nz·)", "Gawker.com·'s",
      "a.b-c@example.co.uk·, now",
      "#IStandWithAhmed @POTUS·:", "pic.twitter.com/kFARcH0Rrc — x", "Nice 👍🏽 🇸🇾 👩‍👩‍👧·!", "so :-) and :)",
    ])
  func cutsAsTheTreebanksDo(marked: String) {
    let text = marked.filter { $0 != "·" }
    let expected = marked.split { $0 == " " || $0 == "·" }.map(String.init)
    #expect(Tokenizer().tokens(of: text).map(\.form) == expected)
  }

  @Test func knowsWhereSpacesAre() {
    let tokens = Tokenizer().tokens(of: "“Yes,”\u{A0}he said.")
    #expect(tokens.map(\.form) == ["“", "Yes", ",", "”", "he", "said", "."])
    #expect(tokens.map(\.hasSpaceAfter) == [false, false, false, true, true, false, true])
  }

  @Test func countsScalarsNotCharacters() {
    // A family of five scalars, an e with a combining acute accent.
    let tokens = Tokenizer().tokens(of: "👩‍👩‍👧 cafe\u{301} x")
    #expect(tokens.map(\.range) == [0..<5, 6..<11, 12..<13])
  }

  @Test func invisibleScalarsPartTokensAndBelongToNone() {
    let tokens = Tokenizer().tokens(of: "\u{FEFF}Russia\u{200B}said\u{200E} so")
    #expect(tokens.map(\.form) == ["Russia", "said", "so"])
    #expect(tokens.map(\.hasSpaceAfter) == [false, true, true])
    #expect(Tokenizer().tokens(of: "Rus\u{AD}sia").map(\.form) == ["Rus\u{AD}sia"])
  }

  @Test func sentenceRangeLimitsWhatIsRead() {
    let scalars = Array("One two. Three four.".unicodeScalars)
    let tokens = Tokenizer().tokens(of: scalars, in: 9..<20)
    #expect(tokens.map(\.form) == ["Three", "four", "."])
    #expect(tokens.first?.range == 9..<14)
  }

  @Test func noTextHasNoTokens() {
    #expect(Tokenizer().tokens(of: "").isEmpty)
    #expect(Tokenizer().tokens(of: " \n\u{200B}\t").isEmpty)
  }

  @Test(arguments: 0..<60)
  func anyTextIsCoveredInOrder(seed: Int) {
    let text = RandomText(seed: UInt64(seed)).text(length: 400)
    let scalars = Array(text.unicodeScalars)
    let tokens = Tokenizer().tokens(of: text)
    var covered = Set<Int>()
    var end = 0
    for token in tokens {
      #expect(token.range.lowerBound >= end)
      #expect(!token.range.isEmpty)
      #expect(token.form == String(String.UnicodeScalarView(scalars[token.range])))
      end = token.range.upperBound
      covered.formUnion(token.range)
    }
    for (index, scalar) in scalars.enumerated() where RandomText.isInk(scalar) {
      #expect(covered.contains(index), "scalar \(scalar.value) at \(index)")
    }
  }
}
