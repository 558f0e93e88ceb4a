#ifndef CRelataOntology_h
#define CRelataOntology_h

#include <stddef.h>

/// The bytes of Data/ontology.yaml, read-only and paged in on demand.
const unsigned char *relata_ontology_bytes(void);
size_t relata_ontology_size(void);

/// The bytes of Data/senses.tsv, read-only and paged in on demand.
const unsigned char *relata_senses_bytes(void);
size_t relata_senses_size(void);

#endif
