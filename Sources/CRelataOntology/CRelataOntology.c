#include "CRelataOntology.h"

static const unsigned char bytes[] = {
#embed "Data/ontology.yaml"
};

const unsigned char *relata_ontology_bytes(void) { return bytes; }

size_t relata_ontology_size(void) { return sizeof(bytes); }
