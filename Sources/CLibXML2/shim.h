#include <libxml/xmlversion.h>
// Where libxml2 was built with ICU its headers would bring ICU's, which clash with those that Foundation brings.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

#ifdef __ELF__
// Defined only in programs that look for libxml2 when they run, not when they are loaded (Packaging/lazy.py).
extern int relata_load_libxml2(void) __attribute__((weak));

// Whether the library can be called; to be asked before anything else here is used.
static inline int relata_libxml2_is_there(void) { return !relata_load_libxml2 || relata_load_libxml2(); }
#else
static inline int relata_libxml2_is_there(void) { return 1; }
#endif

/* xmlFree is a variable (and with threads a macro), which Swift cannot call. */
static inline void relata_xml_free(void *pointer) { xmlFree(pointer); }
