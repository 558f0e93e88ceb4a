#include <libxml/xmlversion.h>
// Where libxml2 was built with ICU its headers would bring ICU's, which clash with those that Foundation brings.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

/* xmlFree is a variable (and with threads a macro), which Swift cannot call. */
static inline void relata_xml_free(void *pointer) { xmlFree(pointer); }
