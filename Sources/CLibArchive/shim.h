#include <errno.h>
#include <locale.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif
#include <archive.h>
#include <archive_entry.h>

#ifdef __ELF__
// Defined only in programs that look for libarchive when they run, not when they are loaded (Packaging/lazy.py).
extern int relata_load_libarchive(void) __attribute__((weak));

// Whether the library can be called; to be asked before anything else here is used.
static inline int relata_libarchive_is_there(void) { return !relata_load_libarchive || relata_load_libarchive(); }
#else
static inline int relata_libarchive_is_there(void) { return 1; }
#endif

/* Swift does not import variadic functions. */
static inline void relata_archive_set_error(struct archive *archive, const char *reason) {
  archive_set_error(archive, EIO, "%s", reason);
}

/* Swift does not import macros with casts. A hard link has no data of its own. */
static inline int relata_archive_entry_is_file(struct archive_entry *entry) {
  return (archive_entry_filetype(entry) == AE_IFREG || archive_entry_filetype(entry) == 0) &&
         archive_entry_hardlink(entry) == NULL;
}

/* libarchive converts names to the encoding of the thread's locale, which is ASCII until a program sets another. Returns what
   relata_archive_leave_utf8 needs, and in `made` what it must free. */
static inline locale_t relata_archive_enter_utf8(locale_t *made) {
  *made = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (*made == (locale_t)0) *made = newlocale(LC_CTYPE_MASK, "en_US.UTF-8", (locale_t)0);
  return *made == (locale_t)0 ? (locale_t)0 : uselocale(*made);
}

static inline void relata_archive_leave_utf8(locale_t previous, locale_t made) {
  if (made == (locale_t)0) return;
  uselocale(previous);
  freelocale(made);
}
