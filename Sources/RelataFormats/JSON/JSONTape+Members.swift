import RelataGraph

/// Typed access to the values; errors name the line of the object and the key.
///
/// Of members with the same key the last counts.
extension JSONTape {
  func error(in object: Int, _ reason: String) -> JSONLDError {
    JSONLDError(line: error(at: entries[object].range.lowerBound, reason).line, reason: reason)
  }

  /// The value of a member; nil where there is none.
  /// - Complexity: O(number of members).
  func member(_ object: Int, _ key: StaticString) -> Int? {
    guard entries[object].kind == .object else { return nil }
    let end = entries[object].next
    var found: Int?
    var index = object + 1
    while index < end {
      if isEqual(index, key) { found = index + 1 }
      index = entries[index + 1].next
    }
    return found
  }

  /// Whether a text is equal to one without escapes.
  func isEqual(_ text: Int, _ other: StaticString) -> Bool {
    let entry = entries[text]
    if entry.kind == .escaped {
      return string(text).utf8.elementsEqual(
        UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
    }
    guard entry.range.count == other.utf8CodeUnitCount else { return false }
    let start = other.utf8Start
    for offset in 0..<entry.range.count where bytes[entry.range.lowerBound + offset] != start[offset] {
      return false
    }
    return true
  }

  func has(_ object: Int, _ key: StaticString) -> Bool { member(object, key) != nil }

  /// The text of a text or number as the JSON means it.
  func string(_ index: Int) -> String {
    let range = entries[index].range
    if entries[index].kind != .escaped {
      return bytes.withUnsafeBufferPointer {
        String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
      }
    }
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes[position] == UInt8(ascii: "\\") {
        var escape = JSONEscape(at: position)
        // Nothing is wrong with it: it was looked at when the tape was made.
        _ = escape.read(bytes)
        text.append(contentsOf: String(escape.scalar).utf8)
        position = escape.end
      } else {
        text.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A text that is likely to come again.
  func repeatedString(_ index: Int, _ pool: inout StringPool) -> String {
    guard entries[index].kind == .string else { return string(index) }
    return bytes.withUnsafeBufferPointer {
      pool.string(UnsafeBufferPointer(rebasing: $0[entries[index].range]))
    }
  }

  func isString(_ index: Int) -> Bool { entries[index].kind == .string || entries[index].kind == .escaped }

  func string(_ object: Int, _ key: StaticString) throws(JSONLDError) -> String {
    guard let value = member(object, key), isString(value) else {
      throw error(in: object, "“\(key)” must be a text")
    }
    return string(value)
  }

  func optionalString(_ object: Int, _ key: StaticString) throws(JSONLDError) -> String? {
    has(object, key) ? try string(object, key) : nil
  }

  /// The strings of an array, or one alone; none where the key is missing.
  func forEachString(
    _ object: Int, _ key: StaticString, _ body: (Int) throws(JSONLDError) -> Void
  ) throws(JSONLDError) {
    guard let value = member(object, key) else { return }
    if isString(value) { return try body(value) }
    guard entries[value].kind == .array else { throw error(in: object, "“\(key)” must be texts") }
    var index = value + 1
    while index < entries[value].next {
      guard isString(index) else { throw error(in: object, "“\(key)” must be texts") }
      try body(index)
      index = entries[index].next
    }
  }

  /// nil where it is no number without a fraction, or one that is too large.
  func integer(_ index: Int) -> Int? {
    guard entries[index].kind == .number else { return nil }
    let range = entries[index].range
    guard range.count <= 18 else { return Int(string(index)) }
    var number = 0
    var position = range.lowerBound
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    while position < range.upperBound {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = 10 * number + Int(digit)
      position += 1
    }
    return isNegative ? -number : number
  }

  func integer(_ object: Int, _ key: StaticString) throws(JSONLDError) -> Int {
    guard let value = member(object, key), let number = integer(value) else {
      throw error(in: object, "“\(key)” must be a whole number")
    }
    return number
  }

  /// The whole numbers of an array; none where the key is missing.
  func integers(_ object: Int, _ key: StaticString) throws(JSONLDError) -> [Int] {
    guard let value = member(object, key) else { return [] }
    guard entries[value].kind == .array else { throw error(in: object, "“\(key)” must be whole numbers") }
    var numbers: [Int] = []
    var index = value + 1
    while index < entries[value].next {
      guard let number = integer(index) else { throw error(in: object, "“\(key)” must be whole numbers") }
      numbers.append(number)
      index = entries[index].next
    }
    return numbers
  }

  /// A number from 0 to 1.
  func fraction(_ object: Int, _ key: StaticString) throws(JSONLDError) -> Double {
    guard let value = member(object, key), entries[value].kind == .number, let number = Double(string(value)),
      (0...1).contains(number)
    else { throw error(in: object, "“\(key)” must be a number from 0 to 1") }
    return number
  }

  func optionalDate(_ object: Int, _ key: StaticString) throws(JSONLDError) -> PartialDate? {
    guard let text = try optionalString(object, key) else { return nil }
    guard let date = PartialDate(text) else {
      throw error(in: object, "“\(text)” is not a date such as 2024-12-08, 2024-12 or 2024")
    }
    return date
  }

  /// One of the cases of an enumeration.
  func choice<Choice: RawRepresentable<String>>(
    _ object: Int, _ key: StaticString
  ) throws(JSONLDError) -> Choice {
    let text = try string(object, key)
    guard let choice = Choice(rawValue: text) else {
      throw error(in: object, "“\(text)” is no \(key) that relata knows")
    }
    return choice
  }

  /// The objects of an array; none where the key is missing.
  func forEachObject(
    _ object: Int, _ key: StaticString, _ body: (Int) throws(JSONLDError) -> Void
  ) throws(JSONLDError) {
    guard let value = member(object, key) else { return }
    guard entries[value].kind == .array else { throw error(in: object, "“\(key)” must be an array") }
    var index = value + 1
    while index < entries[value].next {
      guard entries[index].kind == .object else { throw error(in: object, "“\(key)” must hold objects") }
      try body(index)
      index = entries[index].next
    }
  }
}
