#ifndef CRELATACHECKSUM_H
#define CRELATACHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/// XXH64 of some bytes with seed 0, as https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md defines it.
/// As fast as memory can be read. It finds damage, not forgery.
uint64_t relata_xxh64(const void *bytes, size_t count);

/// The same of bytes that come one part after the other.
typedef struct {
  uint64_t lanes[4];
  uint64_t count;
  uint8_t rest[32];
} relata_xxh64_state;

void relata_xxh64_begin(relata_xxh64_state *state);
void relata_xxh64_add(relata_xxh64_state *state, const void *bytes, size_t count);
/// The checksum of what has been added; more may follow.
uint64_t relata_xxh64_end(const relata_xxh64_state *state);

#endif
