#ifndef CRelataGazetteers_h
#define CRelataGazetteers_h

#include <stddef.h>

/// The bytes of Data/placeholder.tsv, read-only and paged in on demand.
extern const unsigned char relata_gazetteer_bytes[];
extern const size_t relata_gazetteer_size;

#endif
