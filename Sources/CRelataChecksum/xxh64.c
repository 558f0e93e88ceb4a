#include "CRelataChecksum.h"

#include <string.h>

// After the specification by Y. Collet; the names are the specification's.
static const uint64_t prime1 = 0x9E3779B185EBCA87u;
static const uint64_t prime2 = 0xC2B2AE3D27D4EB4Fu;
static const uint64_t prime3 = 0x165667B19E3779F9u;
static const uint64_t prime4 = 0x85EBCA77C2B2AE63u;
static const uint64_t prime5 = 0x27D4EB2F165667C5u;

static inline uint64_t rotated(uint64_t value, int bits) { return value << bits | value >> (64 - bits); }

static inline uint64_t lane64(const uint8_t *bytes) {
  uint64_t value;
  memcpy(&value, bytes, sizeof value);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  value = __builtin_bswap64(value);
#endif
  return value;
}

static inline uint32_t lane32(const uint8_t *bytes) {
  uint32_t value;
  memcpy(&value, bytes, sizeof value);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  value = __builtin_bswap32(value);
#endif
  return value;
}

static inline uint64_t rounded(uint64_t accumulator, uint64_t lane) {
  return rotated(accumulator + lane * prime2, 31) * prime1;
}

static inline uint64_t merged(uint64_t accumulator, uint64_t other) {
  return (accumulator ^ rounded(0, other)) * prime1 + prime4;
}

uint64_t relata_xxh64(const void *start, size_t count) {
  const uint8_t *bytes = start;
  size_t left = count;
  uint64_t accumulator = prime5;
  if (left >= 32) {
    uint64_t a = prime1 + prime2, b = prime2, c = 0, d = 0 - prime1;
    for (; left >= 32; left -= 32, bytes += 32) {
      a = rounded(a, lane64(bytes));
      b = rounded(b, lane64(bytes + 8));
      c = rounded(c, lane64(bytes + 16));
      d = rounded(d, lane64(bytes + 24));
    }
    accumulator = rotated(a, 1) + rotated(b, 7) + rotated(c, 12) + rotated(d, 18);
    accumulator = merged(accumulator, a);
    accumulator = merged(accumulator, b);
    accumulator = merged(accumulator, c);
    accumulator = merged(accumulator, d);
  }
  accumulator += count;
  for (; left >= 8; left -= 8, bytes += 8)
    accumulator = rotated(accumulator ^ rounded(0, lane64(bytes)), 27) * prime1 + prime4;
  if (left >= 4) {
    accumulator = rotated(accumulator ^ lane32(bytes) * prime1, 23) * prime2 + prime3;
    left -= 4;
    bytes += 4;
  }
  for (; left > 0; left--, bytes++) accumulator = rotated(accumulator ^ *bytes * prime5, 11) * prime1;
  accumulator ^= accumulator >> 33;
  accumulator *= prime2;
  accumulator ^= accumulator >> 29;
  accumulator *= prime3;
  accumulator ^= accumulator >> 32;
  return accumulator;
}
