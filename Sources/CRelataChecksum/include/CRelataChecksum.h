#ifndef CRELATACHECKSUM_H
#define CRELATACHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/// XXH64 of some bytes with seed 0, as https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md defines it.
/// As fast as memory can be read. It finds damage, not forgery.
uint64_t relata_xxh64(const void *bytes, size_t count);

#endif
