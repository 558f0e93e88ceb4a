#if Archives
  import RelataDocuments
  import Testing

  @Suite struct ArchiveReaderTests {
    @Test(
      "Every kind of archive gives the same files, links and folders passed over",
      arguments: [
        "infozip.zip", "sevenzip.zip", "news.7z", "news.tar", "news.tar.gz", "news.tar.bz2", "news.tar.xz",
        "news.tar.zst",
      ])
    func archives(fixture: String) throws {
      let unpacked = try Unpacked(fixture)
      #expect(unpacked.error == nil)
      #expect(unpacked.failures.isEmpty)
      // 7-Zip follows links when it writes zip files.
      let names = Set(unpacked.names).subtracting(["news/link.txt"])
      // Of two hard links tar writes the content once, for the first.
      #expect(
        names == ["news/phone-call.txt", "news/2024/interests.txt", "news/Übersicht.txt"]
          || names == ["news/hard.txt", "news/2024/interests.txt", "news/Übersicht.txt"])
      #expect(unpacked.text("news/Übersicht.txt") == "Der Stadtrat von Königsberg tagte gestern.\n")
      let call = unpacked.text("news/phone-call.txt") ?? unpacked.text("news/hard.txt")
      #expect(call?.hasPrefix("Russian President Vladimir Putin has held") == true)
      #expect(call?.utf8.count == 6_699)
    }

    @Test(
      "The same from bytes in memory",
      arguments: ["infozip.zip", "news.7z", "news.tar.gz", "phone-call.txt.xz"])
    func memory(fixture: String) throws {
      let inMemory = try Unpacked(.bytes(try ArchiveFixtures.bytes(fixture)), named: fixture)
      #expect(inMemory.entries == (try Unpacked(fixture)).entries)
      #expect(!inMemory.entries.isEmpty)
    }

    @Test("A compressed file is one entry", arguments: ["gz", "bz2", "xz", "zst", "lz4"])
    func singleFile(kind: String) throws {
      let unpacked = try Unpacked("phone-call.txt.\(kind)")
      #expect(unpacked.names == ["phone-call.txt"])
      #expect(unpacked.entries.first?.bytes.count == 6_699)
    }

    @Test func whatIsNotWantedIsPassedOver() throws {
      var names: [String] = []
      try ArchiveReader().forEachEntry(
        in: .file(path: ArchiveFixtures.path("news.tar.gz")), where: { $0.hasSuffix("interests.txt") },
        { names.append($0.name) })
      #expect(names == ["news/2024/interests.txt"])
    }

    @Test func namesAreLabels() throws {
      let unpacked = try Unpacked("hostile-names.zip")
      #expect(
        unpacked.names == [
          "etc/passwd", "abs.txt", "win/x.txt", "twice.txt", "twice (2).txt", "a/b/c.txt", "unnamed",
          "bell.txt",
          "rtltxt.exe",
        ])
      #expect(unpacked.text("twice (2).txt") == "entry 4")
    }

    @Test func namesOfOldZipFiles() throws {
      // Without the flag for UTF-8 a name is of code page 437, in which 0x9A is Ü.
      var bytes = try ArchiveFixtures.bytes("hostile-names.zip")
      for index in bytes.indices.dropLast(7) where bytes[index..<index + 7].elementsEqual("abs.txt".utf8) {
        bytes[index] = 0x9A
      }
      #expect(try Unpacked(.bytes(bytes)).names.contains("Übs.txt"))
    }

    @Test func devicesAndLinksArePassedOver() throws {
      let unpacked = try Unpacked("devices.tar")
      #expect(unpacked.names == ["a.txt"])
      #expect(unpacked.failures.isEmpty)
    }

    @Test func anEncryptedEntryDoesNotHideTheOthers() throws {
      let unpacked = try Unpacked("partly-locked.zip")
      #expect(unpacked.names == ["news/phone-call.txt"])
      #expect(unpacked.failures.map(\.name) == ["locked.txt"])
      #expect(unpacked.failures.first?.error == .encrypted)
      #expect(unpacked.error == nil)
    }

    @Test("7z with a password", arguments: ["locked.7z", "hidden.7z"])
    func encryptedSevenZip(fixture: String) throws {
      let unpacked = try Unpacked(fixture)
      #expect(unpacked.entries.isEmpty)
      #expect(unpacked.error == .encrypted || unpacked.failures.first?.error == .encrypted)
    }

    @Test func entriesInAnEntry() throws {
      let outer = try Unpacked("nested.zip")
      let inner = try #require(outer.entries.first { $0.name == "inner.zip" })
      #expect(try Unpacked(.bytes(inner.bytes)).text("inner.txt") == "inner text")
    }

    @Test func entriesAsStreams() throws {
      var lines: [String] = []
      var inner: [String] = []
      try ArchiveReader().forEachStream(in: .file(path: ArchiveFixtures.path("nested.zip"))) {
        name, size, reader in
        if name == "inner.zip" {
          #expect(size == 126)
          // An archive in an archive, without holding it in memory.
          try ArchiveReader().forEachStream(in: ByteReader(try reader.readAll(limit: 10_000))) {
            name, _, reader in
            inner.append(name + ": " + String(decoding: try reader.readAll(limit: 100), as: UTF8.self))
          }
          return
        }
        // The rest is left unread.
        while lines.count < 3, let line = try reader.readLine(limit: 1_000) {
          lines.append(String(decoding: line.bytes, as: UTF8.self))
        }
      }
      #expect(inner == ["inner.txt: inner text"])
      #expect(lines.count == 3)
      #expect(lines.last == #"{"id": 2, "text": "line 2"}"#)
    }

    @Test func whatTheClosureThrowsComesOut() throws {
      struct Stop: Error {}
      #expect(throws: Stop.self) {
        try ArchiveReader().forEachEntry(in: .file(path: ArchiveFixtures.path("news.tar"))) { _ in
          throw Stop()
        }
      }
      // Also where it is of the same type as the errors of entries.
      #expect(throws: FormatError.tooLarge(what: "parts", limit: 1)) {
        try ArchiveReader().forEachEntry(in: .file(path: ArchiveFixtures.path("news.tar"))) { _ in
          throw FormatError.tooLarge(what: "parts", limit: 1)
        }
      }
    }

    @Test func whatIsNoArchiveIsRefused() throws {
      #expect(
        try Unpacked(.bytes(Array("Just some text.\n".utf8))).error?.description
          == "this, which is no archive, is not read")
      #expect(try Unpacked(.bytes([])).error == .empty)
      #expect(try Unpacked(.file(path: "/nowhere/x.zip")).error != nil)
    }

    @Test func hiddenNames() {
      #expect(ArchiveReader.isHidden("__MACOSX/news/._a.txt"))
      #expect(ArchiveReader.isHidden("news/.DS_Store"))
      #expect(!ArchiveReader.isHidden("news/a.txt"))
    }
  }
#endif
