#if Archives
  import CLibArchive
#endif
#if Markup
  import CLibXML2
#endif

/// The libraries of the system that some formats need. A program is built with one or, without its package
/// trait, without it; released programs look for it when they run.
enum SystemLibrary: Sendable {
  case libxml2, libarchive

  /// Whether it can be called.
  var isAvailable: Bool {
    switch self {
    case .libxml2:
      #if Markup
        relata_libxml2_is_there() != 0
      #else
        false
      #endif
    case .libarchive:
      #if Archives
        relata_libarchive_is_there() != 0
      #else
        false
      #endif
    }
  }

  /// To be called before anything of the library is.
  /// - Throws: `unavailable`, with what to do.
  func require() throws(FormatError) {
    guard !isAvailable else { return }
    throw .unavailable(what: name, advice: isBuiltIn ? "install \(name)" : "build with the trait \(trait)")
  }

  private var name: String {
    switch self {
    case .libxml2: "libxml2"
    case .libarchive: "libarchive"
    }
  }

  private var trait: String {
    switch self {
    case .libxml2: "Markup"
    case .libarchive: "Archives"
    }
  }

  /// Whether this build can use it, should it be there.
  private var isBuiltIn: Bool {
    switch self {
    case .libxml2:
      #if Markup
        true
      #else
        false
      #endif
    case .libarchive:
      #if Archives
        true
      #else
        false
      #endif
    }
  }
}
