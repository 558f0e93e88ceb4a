#include "CRelataGazetteers.h"

const unsigned char relata_gazetteer_bytes[] = {
#embed "Data/placeholder.tsv"
};
const size_t relata_gazetteer_size = sizeof(relata_gazetteer_bytes);
