#ifndef CRelataLanguages_h
#define CRelataLanguages_h

#include <stddef.h>
#include <stdint.h>

/// Numbers in the vector of a feature.
#define RELATA_LANGUAGES_WIDTH 16

/// The bytes of Data/languages.bin.
const unsigned char *relata_languages_data(size_t *size);

/// Adds up the vectors of all features of a text: of every sequence of one to four letters within a word, where the spaces around a
/// word count as letters, and of every word of 3 to 24 letters.
///
/// `letters` are folded letters and single spaces, a space first and last; `vectors` has `buckets` rows of RELATA_LANGUAGES_WIDTH
/// numbers. Returns the number of features; at most 2^24 letters keep the sums within 32 bits.
size_t relata_languages_sum(
  const uint16_t *letters, size_t count, const int8_t *vectors, uint32_t buckets,
  int32_t sums[RELATA_LANGUAGES_WIDTH]);

/// Replaces scores by probabilities: the softmax.
void relata_languages_normalize(float *scores, size_t count);

#endif
