#include "CRelataLanguages.h"

static const unsigned char bytes[] __attribute__((aligned(64))) = {
#embed "Data/languages.bin"
};

const unsigned char *relata_languages_data(size_t *size) {
  *size = sizeof(bytes);
  return bytes;
}
