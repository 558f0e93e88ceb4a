extension BlockFeatures {
  /// What a block says.
  mutating func addWording(_ index: Int) {
    let block = page.blocks[index]
    let utf8 = page.utf8(of: index)
    let size = Float(max(utf8.count, 1))
    var (commas, digits, capitals): (Float, Float, Float) = (0, 0, 0)
    for byte in utf8 {
      switch byte {
      case 0x2C: commas += 1
      case 0x30...0x39: digits += 1
      case 0x41...0x5A: capitals += 1
      default: break
      }
    }
    add(scale(block.words), flag(block.words < 5), flag(block.words > 25))
    add(block.linkDensity, block.linkDensity * block.linkDensity)
    add(flag(Self.endsSentence(utf8)), flag((0x61...0x7A).contains(utf8.first ?? 0)))
    add(min(commas, 5) / 5, digits / size, capitals / size)
  }

  /// Signs of what is about the article rather than of it.
  mutating func addMarks(_ index: Int) {
    let block = page.blocks[index]
    let utf8 = page.utf8(of: index)
    add(block.words > 0 ? min(block.emphasizedWords / block.words, 1) : 0)
    add(flag(utf8.contains(0x40) || utf8.contains("©".utf8) || utf8.contains("://".utf8)))
    add(flag(utf8.dropLast().prefix(30).contains(0x3A)))
  }

  private static func endsSentence(_ utf8: ArraySlice<UInt8>) -> Bool {
    var rest = utf8
    while let last = rest.last {
      switch last {
      case 0x2E, 0x21, 0x3F: return true  // . ! ?
      case 0x22, 0x27, 0x29, 0x5D, 0x20: rest = rest.dropLast()  // " ' ) ]
      case 0x80...0xBF:
        let end = rest.suffix(3)
        // … 。 ！ ？ ।
        let ends: [[UInt8]] = [
          [0xE2, 0x80, 0xA6], [0xE3, 0x80, 0x82], [0xEF, 0xBC, 0x81], [0xEF, 0xBC, 0x9F], [0xE0, 0xA5, 0xA4],
        ]
        if ends.contains(where: { end.elementsEqual($0) }) { return true }
        // Quotation marks: U+2018…U+203A and those of Latin-1 and of Chinese.
        if end.starts(with: [0xE2, 0x80]) || end.starts(with: [0xE3, 0x80]) {
          rest = rest.dropLast(3)
        } else if rest.suffix(2).elementsEqual([0xC2, 0xBB]) {
          rest = rest.dropLast(2)
        } else {
          return false
        }
      default: return false
      }
    }
    return false
  }
}
