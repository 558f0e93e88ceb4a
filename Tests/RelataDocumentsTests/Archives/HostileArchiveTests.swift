#if Archives
  import Foundation
  import RelataDocuments
  import RelataTestSupport
  import Testing

  @Suite(.serialized, .enabled(if: ArchivePrograms.areThere)) struct HostileArchiveTests {
    /// Zip files of stored and deflated entries, made here so that they can be made wrong.
    private func zip(_ entries: [(name: String, data: [UInt8])]) -> [UInt8] {
      var file: [UInt8] = []
      var directory: [UInt8] = []
      func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(value >> ($0 * 8) & 0xFF) }
      }
      for (name, data) in entries {
        let sum = crc(data)
        let common =
          little(0, 2) + little(0, 2) + little(0, 4) + little(Int(sum), 4) + little(data.count, 4)
          + little(data.count, 4) + little(name.utf8.count, 2) + little(0, 2)
        let offset = file.count
        file += [0x50, 0x4B, 3, 4] + little(20, 2) + common + Array(name.utf8) + data
        directory +=
          [0x50, 0x4B, 1, 2] + little(20, 2) + little(20, 2) + common + little(0, 10) + little(offset, 4)
          + Array(name.utf8)
      }
      let end =
        [0x50, 0x4B, 5, 6] + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
        + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
      return file + directory + end
    }

    private func crc(_ bytes: [UInt8]) -> UInt32 {
      ~bytes.reduce(~UInt32(0)) { sum, byte in
        (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
          value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
        }
      }
    }

    private func run(_ command: String) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", command]
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
    }

    @Test("A cut archive gives what is before the cut", arguments: ["news.tar", "infozip.zip"])
    func cut(fixture: String) throws {
      let bytes = try ArchiveFixtures.bytes(fixture)
      let whole = try Unpacked(fixture).entries
      var sawSome = false
      for tenth in 1...9 {
        let unpacked = try Unpacked(.bytes(Array(bytes[..<(bytes.count * tenth / 10)])))
        #expect(unpacked.entries.allSatisfy { whole.contains($0) })
        if unpacked.entries.count < whole.count {
          #expect(unpacked.error != nil || !unpacked.failures.isEmpty, "\(fixture) cut at \(tenth)/10")
        }
        sawSome = sawSome || !unpacked.entries.isEmpty
      }
      #expect(sawSome)
    }

    @Test(
      "A cut compressed archive gives what is well before the cut",
      arguments: ["gzip", "bzip2", "xz", "zstd"])
    func cutCompressed(program: String) throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "cut-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try run(
        "cd '\(folder.path)' && for i in $(seq 10); do head -c 300000 /dev/urandom > $i; done && tar -I \(program) -cf x *"
      )
      let bytes = Array(try Data(contentsOf: folder.appending(path: "x")))
      let unpacked = try Unpacked(.bytes(Array(bytes[..<(bytes.count * 2 / 3)])))
      // bzip2 and Zstandard work in blocks of up to a megabyte.
      #expect((3...6).contains(unpacked.entries.count))
      #expect(unpacked.entries.allSatisfy { $0.bytes.count == 300_000 })
      #expect(unpacked.error?.description.hasPrefix("damaged: ") == true)
    }

    @Test func aDamagedEntryDoesNotEndTheOthers() throws {
      var bytes = try ArchiveFixtures.bytes("infozip.zip")
      let whole = try Unpacked("infozip.zip")
      // In the deflated data of the largest entry.
      let name = Array("news/phone-call.txt".utf8)
      let start = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
      for index in start + 100..<start + 140 { bytes[index] ^= 0xFF }
      let unpacked = try Unpacked(.bytes(bytes))
      #expect(unpacked.failures.map(\.name) == ["news/phone-call.txt"])
      #expect(Set(unpacked.names) == Set(whole.names).subtracting(["news/phone-call.txt"]))
      #expect(unpacked.error == nil)
    }

    @Test func aWrongChecksumIsReported() throws {
      var bytes = zip([("a.txt", Array("first".utf8)), ("b.txt", Array("second".utf8))])
      let place = try #require(bytes.indices.first { bytes[$0...].starts(with: "first".utf8) })
      bytes[place] = UInt8(ascii: "w")
      let unpacked = try Unpacked(.bytes(bytes))
      #expect(unpacked.names == ["b.txt"])
      #expect(unpacked.failures.map(\.name) == ["a.txt"])
    }

    @Test func noBytesMakeItCrash() throws {
      var random = SeededGenerator(seed: 42)
      for fixture in ["infozip.zip", "news.7z", "news.tar.gz", "news.tar", "phone-call.txt.xz"] {
        let whole = try ArchiveFixtures.bytes(fixture)
        for _ in 0..<60 {
          var bytes = whole
          for _ in 0...random.number(8) { bytes[random.number(bytes.count)] = UInt8(random.number(256)) }
          _ = try Unpacked(.bytes(bytes))
        }
      }
    }

    @Test func entriesLargerThanADocument() throws {
      var limits = ReadingLimits()
      limits.documentBytes = 4_000
      let unpacked = try Unpacked("news.tar.gz", limits: limits)
      #expect(Set(unpacked.names) == ["news/2024/interests.txt", "news/Übersicht.txt"])
      #expect(unpacked.failures.map(\.error) == [.tooLarge(what: "bytes", limit: 4_000)])
    }

    @Test func moreThanAnArchiveMayHold() throws {
      var limits = ReadingLimits()
      limits.archiveBytes = 7_000
      let unpacked = try Unpacked("infozip.zip", limits: limits)
      #expect(unpacked.error == .tooLarge(what: "bytes unpacked", limit: 7_000))
      #expect(!unpacked.entries.isEmpty)
    }

    @Test func moreEntriesThanAllowed() throws {
      let bytes = zip((0..<50).map { ("\($0).txt", [65]) })
      let unpacked = try Unpacked(.bytes(bytes), entries: 20)
      #expect(unpacked.entries.count == 20)
      #expect(unpacked.error == .tooLarge(what: "entries", limit: 20))
    }

    @Test(
      "A gigabyte in a few kilobytes is refused in two seconds",
      arguments: [
        "yes news | head -c 60000000 | gzip -9 > m; for i in $(seq 20); do cat m; done > bomb.gz",
        "yes news | head -c 60000000 | bzip2 -1 > m; for i in $(seq 20); do cat m; done > bomb.bz2",
        "yes news | head -c 60000000 | xz -0 > m; for i in $(seq 20); do cat m; done > bomb.xz",
        "yes news | head -c 60000000 | zstd -q > m; for i in $(seq 20); do cat m; done > bomb.zst",
        "mkdir d; head -c 1100000000 /dev/zero > d/zeros; tar -C d -cf - . | zstd -q > bomb.tar.zst",
        "mkdir d; head -c 1100000000 /dev/zero > d/zeros; cd d; zip -q -1 ../bomb.zip *",
      ])
    func bombs(command: String) throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "bomb-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try run("cd '\(folder.path)' && \(command)")
      let file = try #require(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix("bomb") })
      let start = ContinuousClock.now
      let unpacked = try Unpacked(.file(path: folder.appending(path: file).path), named: file)
      let time = ContinuousClock.now - start
      #expect(unpacked.entries.isEmpty)
      #expect(unpacked.error != nil || !unpacked.failures.isEmpty)
      #expect(time < .seconds(2))
    }

    @Test func whatIsReadBeforeABombStands() throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "bomb-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try run(
        "cd '\(folder.path)' && echo article > a.txt && head -c 300000000 /dev/zero > b.bin && tar -czf x.tgz a.txt b.bin"
      )
      let unpacked = try Unpacked(.file(path: folder.appending(path: "x.tgz").path))
      #expect(unpacked.text("a.txt") == "article\n")
      #expect(unpacked.error == .tooLarge(what: "bytes for each of its packed bytes", limit: 1_000))
    }

    @Test func entriesThatOverlapAreRefused() throws {
      // One deflated kernel that many entries of the directory point to: D. Fifield's
      // construction, simplified.
      let folder = FileManager.default.temporaryDirectory.appending(path: "bomb-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try run("cd '\(folder.path)' && head -c 20000000 /dev/zero > k && zip -q -X k.zip k")
      let zip = Array(try Data(contentsOf: folder.appending(path: "k.zip")))
      let directory = try #require(zip.indices.last { zip[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
      let end = try #require(zip.indices.last { zip[$0...].starts(with: [0x50, 0x4B, 5, 6]) })
      let count = 200
      let record = Array(zip[directory..<end])
      var bytes = Array(zip[..<directory])
      for _ in 0..<count { bytes += record }
      var tail = Array(zip[end...])
      let size = record.count * count
      for (place, value) in [(8, count), (10, count)] {
        tail[place] = UInt8(value & 0xFF)
        tail[place + 1] = UInt8(value >> 8)
      }
      for index in 0..<4 { tail[12 + index] = UInt8(size >> (index * 8) & 0xFF) }
      let start = ContinuousClock.now
      var read = 0
      var error: FormatError?
      do {
        try ArchiveReader().forEachEntry(in: .bytes(bytes + tail)) { read += $0.bytes.count }
      } catch let caught as FormatError {
        error = caught
      }
      #expect(ContinuousClock.now - start < .seconds(2))
      #expect(read < 100_000_000)
      // libarchive takes entries that lie on one another for one.
      #expect(error != nil || read == 20_000_000)
    }
  }
#endif
