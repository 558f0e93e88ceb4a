#ifndef CRelataKernels_h
#define CRelataKernels_h

#include <stddef.h>
#include <stdint.h>

/// An instruction set that the kernels have a version for.
typedef enum {
  RELATA_PLAIN = 0,
  RELATA_AVX2 = 1,
  RELATA_AVX512 = 2,
} relata_level;

/// The best instruction set of this processor.
relata_level relata_best_level(void);

/// Quantises `tokens` rows of `columns` floats to 8 bits with one scale a row: x ≈ scale · q, q in -127…127.
void relata_quantize(relata_level level, const float *x, int tokens, int columns, int8_t *q, float *scales);

/// y[t][r] = bias[r] + weightScales[r] · scales[t] · Σ weights[r][k] · q[t][k].
///
/// The sum is exact (32-bit integers), so every instruction set gives the same bits. `columns` is a multiple of 64.
/// `rowSums[r]` is Σ weights[r][k]. `bias` may be null.
void relata_linear(
    relata_level level, const int8_t *weights, const float *weightScales, const int32_t *rowSums, const float *bias,
    int rows, int columns, const int8_t *q, const float *scales, int tokens, float *y);

/// x = gelu(x), elementwise, with the error function of Abramowitz and Stegun 7.1.26 (absolute error below 2e-7).
void relata_gelu(relata_level level, float *x, int count);

/// x[t] = norm(x[t] + residual[t]) · gain + shift over `columns` (a multiple of 16); `residual` may be null.
void relata_layer_norm(
    relata_level level, float *x, const float *residual, const float *gain, const float *shift, float epsilon,
    int tokens, int columns);

/// Multi-head attention over one sentence: query, key, value and result are [tokens][heads · width]; `width` is a multiple of 16.
/// `scores` is scratch space of `tokens` floats.
void relata_attention(
    relata_level level, const float *query, const float *key, const float *value, int tokens, int heads, int width,
    float *scores, float *result);

/// Σ a[k] · b[k] in a fixed order; `count` is a multiple of 16.
float relata_dot(relata_level level, const float *a, const float *b, int count);

/// sums[r] = Σ weights[r][k].
void relata_row_sums(const int8_t *weights, int rows, int columns, int32_t *sums);

/// The cyclic redundancy check of ISO 3309, as in gzip and PNG.
uint32_t relata_crc32(const void *bytes, size_t count);

#endif
