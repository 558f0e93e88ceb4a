#include "CRelataModel.h"

const unsigned char relata_model_bytes[] = {
#embed "Data/english.relata"
};
const size_t relata_model_size = sizeof(relata_model_bytes);
