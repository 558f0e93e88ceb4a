#include "CRelataLanguages.h"

#define SPACE 0x20
#define LONGEST_NGRAM 4
#define SHORTEST_WORD 3
#define LONGEST_WORD 24

// FNV-1a over scalars; words begin with another basis, so that they are no n-grams.
#define BASIS 2166136261u
#define WORD_BASIS 0x9E3779B9u
#define PRIME 16777619u

static inline uint32_t bucket_of(uint32_t hash, uint32_t buckets) {
  // The last multiplication leaves the high bits poor; they choose the bucket.
  hash ^= hash >> 15;
  hash *= 0x2C1B3C6Du;
  hash ^= hash >> 12;
  return (uint32_t)(((uint64_t)hash * buckets) >> 32);
}

static inline void add(const int8_t *vectors, uint32_t bucket, int32_t sums[RELATA_LANGUAGES_WIDTH]) {
  const int8_t *vector = vectors + (size_t)bucket * RELATA_LANGUAGES_WIDTH;
  for (int index = 0; index < RELATA_LANGUAGES_WIDTH; index++) sums[index] += vector[index];
}

size_t relata_languages_sum(
  const uint16_t *letters, size_t count, const int8_t *vectors, uint32_t buckets,
  int32_t sums[RELATA_LANGUAGES_WIDTH]) {
  size_t features = 0;
  for (size_t start = 0; start < count; start++) {
    uint32_t hash = BASIS;
    for (size_t length = 1; length <= LONGEST_NGRAM && start + length <= count; length++) {
      uint16_t letter = letters[start + length - 1];
      hash = (hash ^ letter) * PRIME;
      if (length == 1 && letter == SPACE) continue;
      add(vectors, bucket_of(hash, buckets), sums);
      features++;
      if (letter == SPACE) break;
    }
  }
  for (size_t start = 0; start < count;) {
    if (letters[start] == SPACE) {
      start++;
      continue;
    }
    uint32_t hash = WORD_BASIS;
    size_t end = start;
    while (end < count && letters[end] != SPACE) hash = (hash ^ letters[end++]) * PRIME;
    if (end - start >= SHORTEST_WORD && end - start <= LONGEST_WORD) {
      add(vectors, bucket_of(hash, buckets), sums);
      features++;
    }
    start = end;
  }
  return features;
}
