#include "CRelataOntology.h"

const unsigned char relata_ontology_bytes[] = {
#embed "Data/ontology.yaml"
};
const size_t relata_ontology_size = sizeof(relata_ontology_bytes);
