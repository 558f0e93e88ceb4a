#ifndef CRelataKernels_h
#define CRelataKernels_h

#include <stddef.h>
#include <stdint.h>

/// An instruction set that the kernels have a version for. Every version gives the same bits.
typedef enum {
  RELATA_PLAIN = 0,
  RELATA_AVX2 = 1,
  RELATA_AVX_VNNI = 2,
  RELATA_AVX512_VNNI = 3,
  RELATA_NEON_DOT = 4,
} relata_level;

/// The best instruction set of this processor.
relata_level relata_best_level(void);

/// Whether this program has a version for an instruction set and this processor can run it.
int relata_supports(relata_level level);

/// A matrix of 8-bit weights with one scale a row, in panels of sixteen rows.
///
/// Panel p holds rows 16p…16p+15, four columns of all sixteen rows after four columns: the weight of row r and column k is at
/// `(r / 16) · 16 · columns + (k / 4) · 64 + (r % 16) · 4 + k % 4`. Rows beyond `rows` in the last panel are zeros. `columns` is a
/// multiple of 64. `values` is aligned to 64 bytes.
typedef struct {
  const int8_t *values;
  /// Of `rows` rows.
  const float *scales;
  /// Σ of each row's weights.
  const int32_t *sums;
  int32_t rows;
  int32_t columns;
} relata_matrix;

/// Quantises `tokens` rows of `columns` floats (a multiple of 16) to 8 bits with one scale a row: x ≈ scale · (q - 128), q in 1…255.
void relata_quantize(relata_level level, const float *x, int tokens, int columns, uint8_t *q, float *scales);

/// y[t][r] = bias[r] + matrix.scales[r] · scales[t] · Σ weight[r][k] · (q[t][k] - 128), through `gelu` where asked.
///
/// The sum is exact (32-bit integers), so its order does not matter. `bias` may be null.
void relata_linear(
    relata_level level, const relata_matrix *matrix, const float *bias, const uint8_t *q, const float *scales, int tokens,
    int gelu, float *y);

/// x = gelu(x), elementwise, with the error function of Abramowitz and Stegun 7.1.26 (absolute error below 2e-7).
void relata_gelu(relata_level level, float *x, int count);

/// x[t] = norm(x[t] + residual[t]) · gain + shift over `columns` (a multiple of 16); `residual` may be null.
void relata_layer_norm(
    relata_level level, float *x, const float *residual, const float *gain, const float *shift, float epsilon,
    int tokens, int columns);

/// How many floats of scratch space `relata_attention` needs.
size_t relata_attention_scratch(int tokens, int width);

/// Multi-head attention of `queries` rows over `tokens` rows: query and result are [queries][heads · width], key and value
/// [tokens][heads · width]; `width` is 32.
void relata_attention(
    relata_level level, const float *query, int queries, const float *key, const float *value, int tokens, int heads,
    float *scratch, float *result);

/// Σ a[k] · b[k] in a fixed order; `count` is a multiple of 16.
float relata_dot(relata_level level, const float *a, const float *b, int count);

/// y[i · stride + j] = a[i] · b[j] over `width` (a multiple of 16), for `rows` rows of a and `columns` rows of b.
void relata_products(
    relata_level level, const float *a, int rows, const float *b, int columns, int width, float *y, int stride);

/// x = softmax(x) over `count` values, more than 0.
void relata_softmax(relata_level level, float *x, int count);

/// y[k] += Σ weights[i] · rows[i · stride + k] over `count` rows, in their order, for k below `width` (a multiple of 16).
void relata_mix(
    relata_level level, const float *weights, int count, const float *rows, int stride, int width, float *y);

/// The cyclic redundancy check of ISO 3309, as in gzip and PNG.
uint32_t relata_crc32(const void *bytes, size_t count);

#endif
