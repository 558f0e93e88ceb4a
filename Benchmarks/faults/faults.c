// Makes one of a program's calls that write fail, or kills the program before it. To be named by LD_PRELOAD.
//
//   FAULT_STATE  a file of at least sizeof(struct state) bytes: how many calls there were, and which one was hit
//   FAULT_AT     which call, counted from 1
//   FAULT_KIND   kill, ENOSPC, EIO, EINTR (only where the call may be interrupted), short (half of what is to be written),
//                full (from this call on no more space), dead (from this call on every call fails)
//
// Counted are calls that make, write, cut, rename, link or remove regular files or folders, and those that write to standard output.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

struct state {
  _Atomic unsigned long count;
  char hit[64];
};

enum kind { none, killed, failing, interrupted, shortened, full, dead };

static struct state *state;
static unsigned long at;
static enum kind kind;
static int code;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FAULT_STATE"), *number = getenv("FAULT_AT"), *name = getenv("FAULT_KIND");
  if (!path) return;
  int (*really_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  int file = really_open(path, O_RDWR | O_CLOEXEC);
  if (file < 0) abort();
  void *mapped = mmap(NULL, sizeof *state, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (mapped == MAP_FAILED) abort();
  at = number ? strtoul(number, NULL, 10) : 0;
  static const struct { const char *name; enum kind kind; int code; } kinds[] = {
    {"kill", killed, 0}, {"ENOSPC", failing, ENOSPC}, {"EIO", failing, EIO}, {"EINTR", interrupted, EINTR},
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
  if (number == at) strncpy(state->hit, name, sizeof state->hit - 1);
  int is_hit = number == at, is_after = at && number >= at;
  switch (kind) {
  case killed:
    if (is_hit) raise(SIGKILL);
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

static int is_counted(int descriptor) {
  if (descriptor == STDOUT_FILENO) return 1;
  struct stat status;
  int before = errno;
  int is_ours = !fstat(descriptor, &status) && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
  errno = before;
  return is_ours && descriptor != STDERR_FILENO;
}

static int is_system(const char *path) {
  return !strncmp(path, "/dev/", 5) || !strncmp(path, "/proc/", 6) || !strncmp(path, "/sys/", 5);
}

#define REAL(name) \
  static typeof(name) *real; \
  if (!real) real = dlsym(RTLD_NEXT, #name)

#define WRITES(flags) ((flags) & (O_CREAT | O_WRONLY | O_RDWR | O_TRUNC))
#define OPEN_TRAITS(flags) (may_be_interrupted | ((flags) & O_CREAT ? takes_space : 0))
#define MODE(flags, last) \
  mode_t mode = 0; \
  if ((flags) & O_CREAT) { va_list list; va_start(list, last); mode = va_arg(list, mode_t); va_end(list); }

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name); \
    MODE(flags, flags) \
    if (WRITES(flags) && !is_system(path) && fails(#name, OPEN_TRAITS(flags), NULL)) return -1; \
    return real(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
  int name(int folder, const char *path, int flags, ...) { \
    REAL(name); \
    MODE(flags, flags) \
    if (WRITES(flags) && !is_system(path) && fails(#name, OPEN_TRAITS(flags), NULL)) return -1; \
    return real(folder, path, flags, mode); \
  }
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int file, const void *bytes, size_t count) {
  REAL(write);
  if (is_counted(file) && fails("write", may_be_interrupted | takes_space | is_write, &count)) return -1;
  return real(file, bytes, count);
}

#define PWRITE(name, offset_type) \
  ssize_t name(int file, const void *bytes, size_t count, offset_type offset) { \
    REAL(name); \
    if (is_counted(file) && fails(#name, may_be_interrupted | takes_space | is_write, &count)) return -1; \
    return real(file, bytes, count, offset); \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t writev(int file, const struct iovec *parts, int count) {
  REAL(writev);
  if (is_counted(file) && fails("writev", may_be_interrupted | takes_space, NULL)) return -1;
  return real(file, parts, count);
}

#define OF_FILE(name) \
  int name(int file) { \
    REAL(name); \
    if (is_counted(file) && fails(#name, may_be_interrupted | takes_space, NULL)) return -1; \
    return real(file); \
  }
OF_FILE(fsync)
OF_FILE(fdatasync)

#define TRUNCATE(name, length_type) \
  int name(int file, length_type length) { \
    REAL(name); \
    if (is_counted(file) && fails(#name, may_be_interrupted, NULL)) return -1; \
    return real(file, length); \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int rename(const char *from, const char *to) {
  REAL(rename);
  return fails("rename", 0, NULL) ? -1 : real(from, to);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  REAL(renameat);
  return fails("renameat", 0, NULL) ? -1 : real(from_folder, from, to_folder, to);
}

int link(const char *from, const char *to) {
  REAL(link);
  return fails("link", takes_space, NULL) ? -1 : real(from, to);
}

int unlink(const char *path) {
  REAL(unlink);
  return fails("unlink", 0, NULL) ? -1 : real(path);
}

int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  return fails("mkdir", takes_space, NULL) ? -1 : real(path, mode);
}

int rmdir(const char *path) {
  REAL(rmdir);
  return fails("rmdir", 0, NULL) ? -1 : real(path);
}
