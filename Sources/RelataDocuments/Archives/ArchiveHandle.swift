#if Archives
  import CLibArchive

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #else
    import Darwin
  #endif

  /// One archive that libarchive reads.
  final class ArchiveHandle {
    enum Contents { case file(path: String), input(ArchiveInput) }

    struct Header {
      var name: [UInt8]
      /// In bytes; nil where it is not said.
      var size: Int?
      /// Neither a folder nor a link nor a device.
      var isFile: Bool
      var isEncrypted: Bool
    }

    enum Step { case entry(Header), unreadable(reason: String), end }

    private let archive: OpaquePointer
    /// Kept alive for libarchive's callbacks.
    private let contents: Contents
    private(set) var isFatal = false
    /// libarchive must not be asked about encryption before it has found out the format.
    private var isOpen = false

    /// - Parameter isCompressedOnly: what is read is no archive of several files,
    ///   though it may be compressed.
    init(_ contents: Contents, isCompressedOnly: Bool = false) throws(FormatError) {
      try SystemLibrary.libarchive.require()
      guard let archive = archive_read_new() else { throw .unavailable(what: "memory", advice: "try again") }
      self.archive = archive
      self.contents = contents
      for support in [
        archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
        archive_read_support_filter_zstd, archive_read_support_filter_lz4, archive_read_support_filter_lzma,
        archive_read_support_filter_compress, archive_read_support_format_raw,
      ] { _ = support(archive) }
      if !isCompressedOnly {
        for support in [
          archive_read_support_format_tar, archive_read_support_format_zip,
          archive_read_support_format_7zip, archive_read_support_format_empty,
        ] { _ = support(archive) }
      }
      try open()
    }

    deinit { archive_read_free(archive) }

    private func open() throws(FormatError) {
      let status: Int32
      switch contents {
      case .file(let path): status = archive_read_open_filename(archive, path, ByteReader.chunk)
      case .input(let input):
        archive_read_set_callback_data(archive, Unmanaged.passUnretained(input).toOpaque())
        archive_read_set_read_callback(archive) { archive, data, start in
          data.map { Unmanaged<ArchiveInput>.fromOpaque($0).takeUnretainedValue().read(archive, start) } ?? -1
        }
        if input.isSeekable {
          archive_read_set_skip_callback(archive) { _, data, count in
            data.map {
              Int64(Unmanaged<ArchiveInput>.fromOpaque($0).takeUnretainedValue().skip(Int(count)))
            } ?? 0
          }
          archive_read_set_seek_callback(archive) { _, data, distance, whence in
            data.map {
              Int64(
                Unmanaged<ArchiveInput>.fromOpaque($0).takeUnretainedValue().seek(
                  Int(distance), from: whence))
            } ?? Int64(ARCHIVE_FATAL)
          }
        }
        status = archive_read_open1(archive)
      }
      if status < ARCHIVE_WARN { throw failure() }
      isOpen = true
    }

    // MARK: What is known of it

    private var format: Int32 { archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK }

    var isZip: Bool { format == ARCHIVE_FORMAT_ZIP }

    /// One file that is compressed, or not even that.
    var isSingleFile: Bool { format == ARCHIVE_FORMAT_RAW }

    var isCompressed: Bool { archive_filter_count(archive) > 1 }

    /// Whether the outermost compression is gzip, whose members can be read without those before them.
    var isGzip: Bool {
      let count = archive_filter_count(archive)
      return count > 1 && archive_filter_code(archive, count - 2) == ARCHIVE_FILTER_GZIP
    }

    var isEncrypted: Bool { isOpen && archive_read_has_encrypted_entries(archive) > 0 }

    /// Whether an entry can be passed over without unpacking it.
    var isSkippable: Bool {
      let isSeekable =
        switch contents {
        case .file: true
        case .input(let input): input.isSeekable
        }
      return isSeekable && !isCompressed && (isZip || format == ARCHIVE_FORMAT_TAR)
    }

    /// How many bytes of the archive have been consumed.
    var consumed: Int { Int(archive_filter_bytes(archive, -1)) }

    /// How many bytes of the archive, once decompressed, have been consumed, headers included.
    var decompressed: Int { Int(archive_filter_bytes(archive, 0)) }

    // MARK: Reading

    func nextHeader() throws(FormatError) -> Step {
      var made: locale_t?
      let previous = relata_archive_enter_utf8(&made)
      defer { relata_archive_leave_utf8(previous, made) }
      var entry: OpaquePointer?
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return .end }
      if status == ARCHIVE_FATAL {
        isFatal = true
        throw failure()
      }
      guard let entry, status >= ARCHIVE_WARN else { return .unreadable(reason: reason) }
      let name = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)
      return .entry(
        Header(
          name: name.map {
            Array(UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init(bitPattern:)))
          } ?? [],
          size: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil,
          isFile: relata_archive_entry_is_file(entry) != 0,
          isEncrypted: archive_entry_is_data_encrypted(entry) != 0))
    }

    /// The next bytes of the entry; 0 at its end.
    func readData(into target: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
      let count = archive_read_data(archive, target.baseAddress, target.count)
      guard count < 0 else { return count }
      isFatal = count == Int(ARCHIVE_FATAL)
      throw failure()
    }

    /// Passes over a piece of the entry, which costs as much as to unpack it.
    /// - Returns: its size; nil at the end.
    func skipData() throws(FormatError) -> Int? {
      var start: UnsafeRawPointer?
      var count = 0
      var offset: Int64 = 0
      let status = archive_read_data_block(archive, &start, &count, &offset)
      if status == ARCHIVE_EOF { return nil }
      if status >= ARCHIVE_WARN { return count }
      isFatal = status == ARCHIVE_FATAL
      throw failure()
    }

    private var reason: String {
      // libarchive's reasons may have line ends.
      archive_error_string(archive).map { text in
        String(cString: text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      } ?? "libarchive gives no reason"
    }

    private func failure() -> FormatError {
      if case .input(let input) = contents, let failure = input.failure { return failure }
      return isEncrypted ? .encrypted : .damaged(reason: reason)
    }
  }
#endif
