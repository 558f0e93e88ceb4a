#if Graphviz
  import CGraphviz
  import Synchronization

  /// What Graphviz says while it works. It calls a C function without a context pointer, so the text has to
  /// be global; only the thread that holds the lock of ``Graphviz`` makes it grow.
  private let spoken = Mutex<[UInt8]>([])

  /// Graphviz's errors and warnings, caught instead of printed.
  enum Diagnostics {
    /// From now on all messages come here. The level makes warnings come too.
    static func install() {
      agseterr(AGWARN)
      _ = agseterrf { text in
        guard let text else { return 0 }
        let bytes = UnsafeRawBufferPointer(start: text, count: strlen(text))
        // A hundred thousand nodes may have a hundred thousand unknown colours.
        spoken.withLock { if $0.count < 1 << 16 { $0.append(contentsOf: bytes) } }
        return 0
      }
    }

    /// The messages since the last call, each in one line.
    static func take() -> [Message] {
      let text = spoken.withLock { bytes in
        defer { bytes.removeAll() }
        return String(decoding: bytes, as: UTF8.self)
      }
      return Message.split(text)
    }

    struct Message: Hashable {
      var isError: Bool
      var text: String

      /// The line of the DOT text that the message names.
      var line: Int? {
        let words = text.split(separator: " ")
        guard let index = words.firstIndex(of: "line"), index + 1 < words.count else { return nil }
        return Int(words[index + 1])
      }

      /// Messages begin a line with their level; lines without one continue the message before.
      static func split(_ text: String) -> [Message] {
        var messages: [Message] = []
        for line in text.split(separator: "\n") {
          let words = line.drop(while: { $0 == " " || $0 == "\t" })
          if words.hasPrefix("Error: ") {
            messages.append(Message(isError: true, text: String(words.dropFirst(7))))
          } else if words.hasPrefix("Warning: ") {
            messages.append(Message(isError: false, text: String(words.dropFirst(9))))
          } else if messages.isEmpty {
            messages.append(Message(isError: true, text: String(words)))
          } else if !words.isEmpty {
            messages[messages.count - 1].text += " " + words
          }
        }
        return messages
      }
    }
  }
#endif
