#ifndef CRelataGazetteers_h
#define CRelataGazetteers_h

#include <stddef.h>

/// The bytes of one of the files in Data/, e.g. "countries"; null for an unknown name.
const unsigned char *relata_gazetteer_data(const char *name, size_t *size);

#endif
