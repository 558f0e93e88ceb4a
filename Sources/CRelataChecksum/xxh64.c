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

/// Takes in as many stripes of 32 bytes as there are.
static const uint8_t *stripes(uint64_t lanes[4], const uint8_t *bytes, size_t count) {
  uint64_t a = lanes[0], b = lanes[1], c = lanes[2], d = lanes[3];
  for (; count >= 32; count -= 32, bytes += 32) {
    a = rounded(a, lane64(bytes));
    b = rounded(b, lane64(bytes + 8));
    c = rounded(c, lane64(bytes + 16));
    d = rounded(d, lane64(bytes + 24));
  }
  lanes[0] = a, lanes[1] = b, lanes[2] = c, lanes[3] = d;
  return bytes;
}

void relata_xxh64_begin(relata_xxh64_state *state) {
  memset(state, 0, sizeof *state);
  state->lanes[0] = prime1 + prime2;
  state->lanes[1] = prime2;
  state->lanes[3] = 0 - prime1;
}

void relata_xxh64_add(relata_xxh64_state *state, const void *start, size_t count) {
  const uint8_t *bytes = start;
  if (count == 0) return;
  size_t waiting = state->count % 32;
  state->count += count;
  if (waiting > 0) {
    size_t taken = count < 32 - waiting ? count : 32 - waiting;
    memcpy(state->rest + waiting, bytes, taken);
    if (waiting + taken < 32) return;
    stripes(state->lanes, state->rest, 32);
    bytes += taken;
    count -= taken;
  }
  bytes = stripes(state->lanes, bytes, count);
  memcpy(state->rest, bytes, count % 32);
}

uint64_t relata_xxh64_end(const relata_xxh64_state *state) {
  uint64_t accumulator = prime5;
  if (state->count >= 32) {
    const uint64_t *lanes = state->lanes;
    accumulator = rotated(lanes[0], 1) + rotated(lanes[1], 7) + rotated(lanes[2], 12) + rotated(lanes[3], 18);
    for (int lane = 0; lane < 4; lane++) accumulator = merged(accumulator, lanes[lane]);
  }
  accumulator += state->count;
  const uint8_t *bytes = state->rest;
  size_t left = state->count % 32;
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

uint64_t relata_xxh64(const void *bytes, size_t count) {
  relata_xxh64_state state;
  relata_xxh64_begin(&state);
  relata_xxh64_add(&state, bytes, count);
  return relata_xxh64_end(&state);
}
