import Testing

@testable import RelataDocuments

struct RichTextReaderTests {
  @Test func bytesInCodePages() throws {
    let fonts =
      #"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204{\*\falt Arial;}Arial Cyr;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 Mincho;}}"#
    let text = try TestDocument.richText(
      fonts + #"\f0 caf\'e9 {\f1 \'cc\'ee\'f1\'ea\'e2\'e0} {\f2 a\'b3} {\f3\'93\'8c\'8b\'9e}\par"#)
    #expect(text == ["café Москва α≥ 東京"])
  }

  @Test func unicodeAndItsSubstitutes() throws {
    let text = try TestDocument.richText(
      #"\uc1 \u1052 ?\u1086\'3f{\uc2 \u-28688\'81\'40}{\uc0\u55357\u56994}\u8364?\par"#)
    #expect(text == ["Мо述🚢€"])
    #expect(try TestDocument.richText(#"{\upr{Sao}{\*\ud{S\u227 ?o}}} Tom\u233 e.\par"#) == ["São Tomé."])
    #expect(try TestDocument.richText(#"\u128674?\par"#) == ["🚢"])
  }

  @Test func destinationsThatAreNotShown() throws {
    let text = try TestDocument.richText(
      #"""
      {\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\*\cs10 Default;}}{\*\unknown Lost.}{\header Header.}
      Seen{\pict\pngblip 89504e47}{\pict\bin5 }}{{{} too{\v hidden}{\deleted deleted}.\par
      {\listtext\'b7\tab}Item\par {\object{\*\objdata 00}{\result Result.}}\par
      """#)
    #expect(text == ["Seen too.", "Item", "Result."])
  }

  @Test func paragraphsBreaksAndCharacters() throws {
    let text = try TestDocument.richText(
      #"One\line two\line\line three\emdash four\~five\_six\-th \{x\}\\ \ldblquote q\rdblquote\"# + "\n"
        + #"New.{\deleted\par}Joined.\par"#)
    #expect(text == ["One two", "three—four five\u{2011}sixth {x}\\ “q”", "New.Joined."])
  }

  @Test func tables() throws {
    let row = #"\trowd\cellx100\cellx200\pard\intbl A\cell\pard\intbl B\cell\row"#
    let layout = #"\trowd\pard\intbl P\par Q\cell R\cell\row"#
    #expect(
      try TestDocument.richText(row + layout + #"\pard After\par"#) == ["A | B", "P", "Q", "R", "After"])
    #expect(try TestDocument.richText(#"\pard\intbl A\cell B\cell\pard Out\par"#) == ["A | B", "Out"])
  }

  @Test func notesBoxesAndFields() throws {
    let text = try TestDocument.richText(
      #"""
      Body{\footnote\pard\plain Note one.\par Note two.}{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard Box.\par}}{\shprslt old}}
       goes on {\field{\*\fldinst{HYPERLINK "x"}}{\fldrslt{link}}}.\par
      {\field{\*\fldinst{TOC \\o}}{\fldrslt Contents 1\par Contents 2}}\par End.\par
      """#.replacing("\n", with: ""))
    #expect(text == ["Body goes on link.", "Box.", "End.", "Note one.", "Note two."])
  }

  @Test func information() throws {
    let bytes = Array(
      #"{\rtf1\ansi\ansicpg1251{\info{\title \'cc\'ee\'f1\'ea\'e2\'e0}{\author A. B.; C. D.}{\creatim\yr2025\mo9\dy5\hr1}{\operator X}}Text\par}"#
        .utf8)
    let content = try RichTextReader().content(of: bytes)
    #expect(content.metadata == ["title": "Москва", "author": "A. B., C. D.", "created": "2025-09-05"])
    #expect(content.text == "Text")
  }

  @Test func stylesNameTheTitle() throws {
    let bytes = Array(
      #"{\rtf1{\stylesheet{\s0 Normal;}{\s15\sbasedon0 Title;}}\pard\s15 Headline\par\pard Text\par}"#.utf8)
    #expect(try RichTextReader().content(of: bytes).metadata["title"] == "Headline")
  }

  /// Fonts without groups, and a backslash at the end of a line as the end of a paragraph.
  @Test func asTextEditWritesIt() throws {
    let lines = [
      #"{\rtf1\ansi\ansicpg1252\cocoartf2709"#,
      #"\cocoatextscaling0\cocoaplatform0{\fonttbl\f0\fswiss\fcharset0 Helvetica;\f1\fnil\fcharset204 PTSans;}"#,
      #"{\colortbl;\red255\green255\blue255;}"#, #"{\*\expandedcolortbl;;}"#,
      #"\pard\tx566\pardirnatural\partightenfactor0"#,
      #"\f0\fs24 \cf0 It\'92s a \uc0\u8220 find\u8221 .\"#, #"\"#, #"\f1 \'c4\'e0\f0  yes\'00.}"#,
    ]
    let content = try RichTextReader().content(of: Array(lines.joined(separator: "\n").utf8))
    #expect(content.paragraphs == ["It’s a “find”.", "Да yes."])
  }

  @Test func cutOffFilesAreTold() throws {
    let bytes = try OfficeFixtures.bytes("article-libreoffice.rtf")
    let content = try RichTextReader().content(of: Array(bytes.prefix(bytes.count / 2)))
    #expect(content.notes == ["the file is cut off: not all of its groups are closed"])
    #expect(try OfficeFixtures.text("article.txt").hasPrefix(content.text.prefix(400)))
  }
}
