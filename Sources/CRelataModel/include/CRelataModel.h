#ifndef CRelataModel_h
#define CRelataModel_h

#include <stddef.h>

/// The bytes of Data/english.relata, read-only and paged in on demand.
extern const unsigned char relata_model_bytes[];
extern const size_t relata_model_size;

#endif
