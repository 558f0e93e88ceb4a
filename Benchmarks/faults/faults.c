// Makes one of a program's calls that write fail, or stops or kills the program there. LD_PRELOAD names it.
//
//   FAULT_STATE  a file of sizeof(struct state) bytes: how many calls there were, which ones, and whether the
//                fault came
//   FAULT_AT     which call, counted from 1
//   FAULT_KIND   kill (before the call), after (killed after it), stop (before the call, until SIGCONT),
//                ENOSPC, EIO, EINTR (only where the call may be interrupted),
//                short (half of what is to be written), full (from this call on no more space),
//                dead (from this call on every call fails)
//
// Counted are calls that make, write, cut, rename, link, remove or close regular files and folders, those
// that write to standard output, and those of the C library's streams to such files.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { most_calls = 16384, longest_name = 16 };

struct state {
  _Atomic unsigned long count;
  unsigned long hit;
  char names[most_calls][longest_name];
};

enum kind { none, killed, killed_after, stopped, failing, interrupted, shortened, full, dead };

static struct state *state;
static unsigned long at;
static enum kind kind;
static int code;
// Whether this thread's call is the one after which the program is to end.
static _Thread_local int is_last;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FAULT_STATE"), *number = getenv("FAULT_AT"), *name = getenv("FAULT_KIND");
  if (!path) return;
  int (*really_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  int (*really_close)(int) = dlsym(RTLD_NEXT, "close");
  int file = really_open(path, O_RDWR | O_CLOEXEC);
  if (file < 0) abort();
  void *mapped = mmap(NULL, sizeof *state, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  really_close(file);
  if (mapped == MAP_FAILED) abort();
  at = number ? strtoul(number, NULL, 10) : 0;
  static const struct { const char *name; enum kind kind; int code; } kinds[] = {
    {"kill", killed, 0}, {"after", killed_after, 0}, {"stop", stopped, 0},
    {"ENOSPC", failing, ENOSPC}, {"EIO", failing, EIO}, {"EINTR", interrupted, EINTR},
    {"short", shortened, 0}, {"full", full, ENOSPC}, {"dead", dead, EIO},
  };
  for (size_t i = 0; name && i < sizeof kinds / sizeof *kinds; i++)
    if (!strcmp(name, kinds[i].name)) { kind = kinds[i].kind; code = kinds[i].code; }
  state = mapped;
  // Programs that this one starts are no concern of ours.
  unsetenv("LD_PRELOAD");
}

enum trait { may_be_interrupted = 1, takes_space = 2, is_write = 4 };

// Counts a call. Returns whether it shall fail; `length`, where there is one, may be made shorter.
static int fails(const char *name, int traits, size_t *length) {
  if (!state) return 0;
  unsigned long number = atomic_fetch_add(&state->count, 1) + 1;
  if (number <= most_calls) strncpy(state->names[number - 1], name, longest_name - 1);
  int is_hit = number == at, is_after = at && number >= at;
  if (is_hit) state->hit = number;
  switch (kind) {
  case killed:
    if (is_hit) raise(SIGKILL);
    return 0;
  case killed_after:
    if (is_hit) is_last = 1;
    return 0;
  case stopped:
    if (is_hit) kill(getpid(), SIGSTOP);
    return 0;
  case failing:
    if (!is_hit) return 0;
    break;
  case interrupted:
    if (!is_hit || !(traits & may_be_interrupted)) return 0;
    break;
  case shortened:
    if (is_hit && traits & is_write && length && *length > 1) *length /= 2;
    return 0;
  case full:
    if (!is_after || !(traits & takes_space)) return 0;
    break;
  case dead:
    if (!is_after) return 0;
    break;
  default: return 0;
  }
  errno = code;
  return 1;
}

// The result of a call that was really made.
static long done(long result) {
  if (is_last) raise(SIGKILL);
  return result;
}

static int is_counted(int descriptor) {
  if (descriptor == STDOUT_FILENO) return 1;
  struct stat status;
  int before = errno;
  int is_ours = !fstat(descriptor, &status) && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
  errno = before;
  return is_ours && descriptor != STDERR_FILENO;
}

static int is_open_for_writing(int descriptor) {
  int before = errno, flags = fcntl(descriptor, F_GETFL);
  errno = before;
  return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY && descriptor != STDOUT_FILENO
    && is_counted(descriptor);
}

static int is_system(const char *path) {
  // Files in memory lie in /dev/shm.
  if (!strncmp(path, "/dev/shm/", 9)) return 0;
  return !strncmp(path, "/dev/", 5) || !strncmp(path, "/proc/", 6) || !strncmp(path, "/sys/", 5);
}

#define REAL(name) \
  static typeof(name) *real; \
  if (!real) real = dlsym(RTLD_NEXT, #name)

#define WRITES(flags) ((flags) & (O_CREAT | O_WRONLY | O_RDWR | O_TRUNC))
#define OPEN_TRAITS(flags) (may_be_interrupted | ((flags) & O_CREAT ? takes_space : 0))
#define MODE(flags, last) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | __O_TMPFILE)) { \
    va_list list; \
    va_start(list, last); \
    mode = va_arg(list, mode_t); \
    va_end(list); \
  }

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name); \
    MODE(flags, flags) \
    if (!WRITES(flags) || is_system(path)) return real(path, flags, mode); \
    return fails(#name, OPEN_TRAITS(flags), NULL) ? -1 : done(real(path, flags, mode)); \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
  int name(int folder, const char *path, int flags, ...) { \
    REAL(name); \
    MODE(flags, flags) \
    if (!WRITES(flags) || is_system(path)) return real(folder, path, flags, mode); \
    return fails(#name, OPEN_TRAITS(flags), NULL) ? -1 : done(real(folder, path, flags, mode)); \
  }
OPENAT(openat)
OPENAT(openat64)

// A file whose closing fails is closed all the same.
int close(int file) {
  REAL(close);
  if (!is_open_for_writing(file)) return real(file);
  if (!fails("close", may_be_interrupted | takes_space, NULL)) return done(real(file));
  int reason = errno;
  real(file);
  errno = reason;
  return -1;
}

ssize_t write(int file, const void *bytes, size_t count) {
  REAL(write);
  if (!is_counted(file)) return real(file, bytes, count);
  if (fails("write", may_be_interrupted | takes_space | is_write, &count)) return -1;
  return done(real(file, bytes, count));
}

#define PWRITE(name, offset_type) \
  ssize_t name(int file, const void *bytes, size_t count, offset_type offset) { \
    REAL(name); \
    if (!is_counted(file)) return real(file, bytes, count, offset); \
    if (fails(#name, may_be_interrupted | takes_space | is_write, &count)) return -1; \
    return done(real(file, bytes, count, offset)); \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t writev(int file, const struct iovec *parts, int count) {
  REAL(writev);
  if (!is_counted(file)) return real(file, parts, count);
  if (fails("writev", may_be_interrupted | takes_space, NULL)) return -1;
  return done(real(file, parts, count));
}

// Of streams: what the library writes for them passes none of the functions above.
size_t fwrite(const void *bytes, size_t size, size_t count, FILE *stream) {
  REAL(fwrite);
  if (!is_counted(fileno(stream))) return real(bytes, size, count, stream);
  if (fails("fwrite", takes_space, NULL)) return 0;
  return done(real(bytes, size, count, stream));
}

#define TMPFILE(name) \
  FILE *name(void) { \
    REAL(name); \
    if (fails(#name, takes_space, NULL)) return NULL; \
    FILE *stream = real(); \
    done(0); \
    return stream; \
  }
TMPFILE(tmpfile)
TMPFILE(tmpfile64)

#define OF_FILE(name) \
  int name(int file) { \
    REAL(name); \
    if (!is_counted(file)) return real(file); \
    return fails(#name, may_be_interrupted | takes_space, NULL) ? -1 : done(real(file)); \
  }
OF_FILE(fsync)
OF_FILE(fdatasync)

#define TRUNCATE(name, length_type) \
  int name(int file, length_type length) { \
    REAL(name); \
    if (!is_counted(file)) return real(file, length); \
    return fails(#name, may_be_interrupted, NULL) ? -1 : done(real(file, length)); \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int fchmod(int file, mode_t mode) {
  REAL(fchmod);
  return fails("fchmod", 0, NULL) ? -1 : done(real(file, mode));
}

int rename(const char *from, const char *to) {
  REAL(rename);
  return fails("rename", 0, NULL) ? -1 : done(real(from, to));
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  REAL(renameat);
  return fails("renameat", 0, NULL) ? -1 : done(real(from_folder, from, to_folder, to));
}

int link(const char *from, const char *to) {
  REAL(link);
  return fails("link", takes_space, NULL) ? -1 : done(real(from, to));
}

int unlink(const char *path) {
  REAL(unlink);
  return fails("unlink", 0, NULL) ? -1 : done(real(path));
}

int unlinkat(int folder, const char *path, int flags) {
  REAL(unlinkat);
  return fails("unlinkat", 0, NULL) ? -1 : done(real(folder, path, flags));
}

int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  return fails("mkdir", takes_space, NULL) ? -1 : done(real(path, mode));
}

int rmdir(const char *path) {
  REAL(rmdir);
  return fails("rmdir", 0, NULL) ? -1 : done(real(path));
}
