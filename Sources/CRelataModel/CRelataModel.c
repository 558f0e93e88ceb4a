#include "CRelataModel.h"

static const unsigned char bytes[] __attribute__((aligned(64))) = {
#embed "Data/english.relata"
};

const unsigned char *relata_model_data(void) { return bytes; }

size_t relata_model_size(void) { return sizeof(bytes); }

static const unsigned char lemmas[] = {
#embed "Data/lemmas.tsv"
};

const unsigned char *relata_lemmas_data(void) { return lemmas; }

size_t relata_lemmas_size(void) { return sizeof(lemmas); }

static const unsigned char relations[] __attribute__((aligned(8))) = {
#embed "Data/relations.bin"
};

const unsigned char *relata_relations_data(void) { return relations; }

size_t relata_relations_size(void) { return sizeof(relations); }
