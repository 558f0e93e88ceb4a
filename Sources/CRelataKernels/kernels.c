#include "CRelataKernels.h"

// One source, compiled for each instruction set. Floating-point results are the same on all of them: no contraction to fused
// multiply-add, no reassociation, sums in sixteen fixed lanes.

#define NAME(f) f##_plain
#include "kernels.inc"
#undef NAME

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define NAME(f) f##_avx2
#define RELATA_USE_AVX2 1
#include "kernels.inc"
#undef RELATA_USE_AVX2
#undef NAME
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), apply_to = function)
#define NAME(f) f##_avx512
#define RELATA_USE_AVX512 1
#include "kernels.inc"
#undef RELATA_USE_AVX512
#undef NAME
#pragma clang attribute pop

#define DISPATCH(f, ...)                               \
  switch (level) {                                     \
  case RELATA_AVX512: return f##_avx512(__VA_ARGS__);  \
  case RELATA_AVX2: return f##_avx2(__VA_ARGS__);      \
  default: return f##_plain(__VA_ARGS__);              \
  }

relata_level relata_best_level(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512dq"))
    return RELATA_AVX512;
  if (__builtin_cpu_supports("avx2")) return RELATA_AVX2;
  return RELATA_PLAIN;
}
#else
#define DISPATCH(f, ...) (void)level; return f##_plain(__VA_ARGS__);

relata_level relata_best_level(void) { return RELATA_PLAIN; }
#endif

void relata_quantize(relata_level level, const float *x, int tokens, int columns, int8_t *q, float *scales) {
  DISPATCH(quantize, x, tokens, columns, q, scales)
}

void relata_linear(
    relata_level level, const int8_t *weights, const float *weightScales, const int32_t *rowSums, const float *bias,
    int rows, int columns, const int8_t *q, const float *scales, int tokens, float *y) {
  DISPATCH(linear, weights, weightScales, rowSums, bias, rows, columns, q, scales, tokens, y)
}

void relata_gelu(relata_level level, float *x, int count) { DISPATCH(gelu, x, count) }

void relata_layer_norm(
    relata_level level, float *x, const float *residual, const float *gain, const float *shift, float epsilon,
    int tokens, int columns) {
  DISPATCH(layer_norm, x, residual, gain, shift, epsilon, tokens, columns)
}

void relata_attention(
    relata_level level, const float *query, const float *key, const float *value, int tokens, int heads, int width,
    float *scores, float *result) {
  DISPATCH(attention, query, key, value, tokens, heads, width, scores, result)
}

float relata_dot(relata_level level, const float *a, const float *b, int count) { DISPATCH(dot, a, b, count) }

void relata_row_sums(const int8_t *weights, int rows, int columns, int32_t *sums) {
  for (int r = 0; r < rows; r++, weights += columns) {
    int32_t sum = 0;
    for (int k = 0; k < columns; k++) sum += weights[k];
    sums[r] = sum;
  }
}

uint32_t relata_crc32(const void *bytes, size_t count) {
  uint32_t table[256];
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t value = i;
    for (int bit = 0; bit < 8; bit++) value = value & 1 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
    table[i] = value;
  }
  uint32_t crc = 0xFFFFFFFFu;
  for (const uint8_t *p = bytes, *end = p + count; p < end; p++) crc = table[(crc ^ *p) & 0xFF] ^ (crc >> 8);
  return crc ^ 0xFFFFFFFFu;
}
