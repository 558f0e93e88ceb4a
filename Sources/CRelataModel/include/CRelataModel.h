#ifndef CRelataModel_h
#define CRelataModel_h

#include <stddef.h>

/// The bytes of Data/english.relata, aligned to 64, read-only and paged in on demand.
const unsigned char *relata_model_data(void);
size_t relata_model_size(void);

/// The bytes of Data/lemmas.tsv: part, form, lemma; or part, lemma.
const unsigned char *relata_lemmas_data(void);
size_t relata_lemmas_size(void);

/// The bytes of Data/relations.bin: weights of features of pairs of mentions for relations.
const unsigned char *relata_relations_data(void);
size_t relata_relations_size(void);

#endif
