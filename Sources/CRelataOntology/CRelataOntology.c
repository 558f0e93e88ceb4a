#include "CRelataOntology.h"

static const unsigned char bytes[] = {
#embed "Data/ontology.yaml"
};

static const unsigned char senses[] = {
#embed "Data/senses.tsv"
};

const unsigned char *relata_ontology_bytes(void) { return bytes; }

size_t relata_ontology_size(void) { return sizeof(bytes); }

const unsigned char *relata_senses_bytes(void) { return senses; }

size_t relata_senses_size(void) { return sizeof(senses); }
