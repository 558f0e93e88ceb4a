#ifndef CRelataWords_h
#define CRelataWords_h

#include <stddef.h>

/// The bytes of one of the files in Data/, e.g. "questions"; null for an unknown name.
const unsigned char *relata_words_data(const char *name, size_t *size);

#endif
