#ifndef CRelataModel_h
#define CRelataModel_h

#include <stddef.h>

/// The bytes of Data/english.relata, aligned to 64, read-only and paged in on demand.
const unsigned char *relata_model_data(void);
size_t relata_model_size(void);

#endif
