#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `posix_spawn` with limits.
enum ProcessSpawn {
  /// `posix_spawn` cannot set resource limits, so a shell does and then becomes the program. Everything
  /// reaches it as arguments, nothing is part of the script. A limit that the system does not know, or that
  /// is lower already, is passed over.
  ///
  /// No core file, no file written at all (pipes are none), bounded processor time and address space.
  private static let script = """
    ulimit -c 0 2>/dev/null; ulimit -f 0 2>/dev/null; ulimit -t "$1" 2>/dev/null; ulimit -v "$2" 2>/dev/null
    shift 2
    exec "$@"
    """

  /// Descriptors below this are closed in the program; few programs ever have more files open at once.
  private static let inheritable = 256

  static func start(
    _ child: ChildProcess, input: Int32, output: Int32, errors: Int32
  ) throws(ChildProcess.Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (descriptor, standard) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      posix_spawn_file_actions_adddup2(&actions, descriptor, standard)
    }
    #if !canImport(Darwin)
      // What other parts of the program that we are in have opened is none of its business; to close what
      // is not open is no error.
      for descriptor in 3..<Self.inheritable {
        posix_spawn_file_actions_addclose(&actions, Int32(descriptor))
      }
    #endif

    // A process group of its own can be killed whole. It starts with no signal blocked,
    // whatever this thread blocks.
    var flags = Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK)
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))

    let limits = [child.limits.seconds, child.limits.memoryBytes >> 10].map(String.init)
    let arguments = ["/bin/sh", "-c", script, "sh"] + limits + [child.program] + child.arguments
    let environment = ["PATH=\(ProgramSearch.searchPath)", "LC_ALL=C.UTF-8"]
    var identifier: pid_t = 0
    let code = Inheritance.withoutSpawning {
      withCStrings(arguments) { arguments in
        withCStrings(environment) { environment in
          posix_spawn(&identifier, "/bin/sh", &actions, &attributes, arguments, environment)
        }
      }
    }
    guard code == 0 else { throw .notStarted(reason: String(cString: strerror(code))) }
    return identifier
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}

/// What `errno` says.
func systemReason() -> String { String(cString: strerror(errno)) }
