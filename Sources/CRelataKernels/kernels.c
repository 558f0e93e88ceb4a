#include "CRelataKernels.h"

// One source, compiled for each instruction set. Floating-point results are the same on all of them: no contraction to fused
// multiply-add, no reassociation, sums in sixteen fixed lanes.

// The vectors never cross a call: every function that takes them is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#define RELATA_LANES 16
typedef float relata_lanes __attribute__((vector_size(64), aligned(4)));
typedef float relata_half __attribute__((vector_size(32), aligned(4)));
typedef int32_t relata_mask __attribute__((vector_size(64), aligned(4)));
// Sums of a forged model may be anything: unsigned numbers wrap.
typedef uint32_t relata_sums __attribute__((vector_size(64), aligned(4)));
typedef uint8_t relata_bytes __attribute__((vector_size(16), aligned(1)));

#define NAME(f) f##_plain
#define RELATA_BLOCK 4
#include "kernels.inc"
#undef RELATA_BLOCK
#undef NAME

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define NAME(f) f##_avx2
#define RELATA_USE_AVX2 1
#define RELATA_BLOCK 2
#include "kernels.inc"
#undef RELATA_BLOCK
#undef RELATA_USE_AVX2
#undef NAME
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx2,avxvnni"))), apply_to = function)
#define NAME(f) f##_avx_vnni
#define RELATA_USE_AVX_VNNI 1
#define RELATA_BLOCK 6
#include "kernels.inc"
#undef RELATA_BLOCK
#undef RELATA_USE_AVX_VNNI
#undef NAME
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))), apply_to = function)
#define NAME(f) f##_avx512_vnni
#define RELATA_USE_AVX512_VNNI 1
#define RELATA_BLOCK 16
#include "kernels.inc"
#undef RELATA_BLOCK
#undef RELATA_USE_AVX512_VNNI
#undef NAME
#pragma clang attribute pop

#define DISPATCH(f, ...)                                        \
  switch (level) {                                              \
  case RELATA_AVX512_VNNI: return f##_avx512_vnni(__VA_ARGS__); \
  case RELATA_AVX_VNNI: return f##_avx_vnni(__VA_ARGS__);       \
  case RELATA_AVX2: return f##_avx2(__VA_ARGS__);               \
  default: return f##_plain(__VA_ARGS__);                       \
  }

int relata_supports(relata_level level) {
  __builtin_cpu_init();
  switch (level) {
  case RELATA_PLAIN: return 1;
  case RELATA_AVX2: return __builtin_cpu_supports("avx2") != 0;
  case RELATA_AVX_VNNI: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("avxvnni");
  case RELATA_AVX512_VNNI:
    return __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
  default: return 0;
  }
}

relata_level relata_best_level(void) {
  for (relata_level level = RELATA_AVX512_VNNI; level > RELATA_PLAIN; level--)
    if (relata_supports(level)) return level;
  return RELATA_PLAIN;
}

#elif defined(__aarch64__)
#include <arm_neon.h>
#if defined(__linux__)
#include <sys/auxv.h>
#endif

#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)
#define NAME(f) f##_neon_dot
#define RELATA_USE_NEON_DOT 1
#define RELATA_BLOCK 4
#include "kernels.inc"
#undef RELATA_BLOCK
#undef RELATA_USE_NEON_DOT
#undef NAME
#pragma clang attribute pop

#define DISPATCH(f, ...)                                  \
  switch (level) {                                        \
  case RELATA_NEON_DOT: return f##_neon_dot(__VA_ARGS__); \
  default: return f##_plain(__VA_ARGS__);                 \
  }

int relata_supports(relata_level level) {
  if (level == RELATA_PLAIN) return 1;
  if (level != RELATA_NEON_DOT) return 0;
#if defined(__linux__)
  return (getauxval(AT_HWCAP) & (1UL << 20)) != 0;  // HWCAP_ASIMDDP
#elif defined(__APPLE__)
  return 1;  // every processor that macOS 15 runs on has it
#else
  return 0;
#endif
}

relata_level relata_best_level(void) { return relata_supports(RELATA_NEON_DOT) ? RELATA_NEON_DOT : RELATA_PLAIN; }

#else
#define DISPATCH(f, ...) (void)level; return f##_plain(__VA_ARGS__);

int relata_supports(relata_level level) { return level == RELATA_PLAIN; }
relata_level relata_best_level(void) { return RELATA_PLAIN; }
#endif

void relata_quantize(relata_level level, const float *x, int tokens, int columns, uint8_t *q, float *scales) {
  DISPATCH(quantize, x, tokens, columns, q, scales)
}

void relata_linear(
    relata_level level, const relata_matrix *matrix, const float *bias, const uint8_t *q, const float *scales, int tokens,
    int gelu, float *y) {
  DISPATCH(linear, matrix, bias, q, scales, tokens, gelu, y)
}

void relata_gelu(relata_level level, float *x, int count) { DISPATCH(gelu, x, count) }

void relata_layer_norm(
    relata_level level, float *x, const float *residual, const float *gain, const float *shift, float epsilon,
    int tokens, int columns) {
  DISPATCH(layer_norm, x, residual, gain, shift, epsilon, tokens, columns)
}

size_t relata_attention_scratch(int tokens, int width) {
  size_t padded = ((size_t)tokens + RELATA_LANES - 1) / RELATA_LANES * RELATA_LANES;
  return padded * (size_t)(width + 4);
}

void relata_attention(
    relata_level level, const float *query, int queries, const float *key, const float *value, int tokens, int heads,
    float *scratch, float *result) {
  DISPATCH(attention, query, queries, key, value, tokens, heads, scratch, result)
}

float relata_dot(relata_level level, const float *a, const float *b, int count) { DISPATCH(dot, a, b, count) }

void relata_products(
    relata_level level, const float *a, int rows, const float *b, int columns, int width, float *y, int stride) {
  DISPATCH(products, a, rows, b, columns, width, y, stride)
}

void relata_softmax(relata_level level, float *x, int count) { DISPATCH(softmax, x, count) }

void relata_mix(
    relata_level level, const float *weights, int count, const float *rows, int stride, int width, float *y) {
  DISPATCH(mix, weights, count, rows, stride, width, y)
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
