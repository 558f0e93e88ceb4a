#ifndef CRelataOntology_h
#define CRelataOntology_h

#include <stddef.h>

/// The bytes of Data/ontology.yaml, read-only and paged in on demand.
extern const unsigned char relata_ontology_bytes[];
extern const size_t relata_ontology_size;

#endif
