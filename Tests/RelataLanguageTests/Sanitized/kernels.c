// Runs every kernel of every instruction set of this processor on shapes off its blocks, in memory that is exactly as large as
// needed, and compares with plain C bit by bit. Built with the address and undefined-behaviour sanitizers by SanitizerTests.swift.
#include "CRelataKernels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

static uint32_t state = 12345;
static uint32_t next_random(void) { return state = state * 1664525u + 1013904223u; }
static float random_float(void) { return (float)(int32_t)(next_random() >> 8) / 8388608.0f * 4 - 4; }

static void *room(size_t bytes) {
  void *memory = malloc(bytes ? bytes : 1);
  if (!memory) exit(2);
  return memory;
}

static float *floats(size_t count) {
  float *values = room(count * sizeof(float));
  for (size_t i = 0; i < count; i++) values[i] = random_float();
  return values;
}

static void same(const char *what, relata_level level, const void *a, const void *b, size_t bytes) {
  if (memcmp(a, b, bytes) == 0) return;
  printf("%s differs at level %d\n", what, (int)level);
  failures++;
}

static void linear(relata_level level, int rows, int columns, int tokens) {
  size_t padded = (size_t)(rows + 15) / 16 * 16;
  int8_t *weights = aligned_alloc(64, padded * columns);
  if (!weights) exit(2);
  memset(weights, 0, padded * columns);
  int32_t *sums = room(rows * sizeof(int32_t));
  float *scales = floats(rows), *bias = floats(rows), *steps = floats(tokens);
  for (int r = 0; r < rows; r++) {
    sums[r] = 0;
    for (int k = 0; k < columns; k++) {
      int8_t weight = (int8_t)((int)(next_random() % 255) - 127);
      weights[(size_t)(r / 16) * 16 * columns + k / 4 * 64 + r % 16 * 4 + k % 4] = weight;
      sums[r] += weight;
    }
  }
  uint8_t *q = room((size_t)tokens * columns);
  for (int i = 0; i < tokens * columns; i++) q[i] = (uint8_t)(next_random() % 255 + 1);
  size_t bytes = (size_t)tokens * rows * sizeof(float);
  float *expected = room(bytes), *found = room(bytes);
  relata_matrix matrix = {weights, scales, sums, rows, columns};
  for (int gelu = 0; gelu < 2; gelu++) {
    relata_linear(RELATA_PLAIN, &matrix, gelu ? bias : NULL, q, steps, tokens, gelu, expected);
    relata_linear(level, &matrix, gelu ? bias : NULL, q, steps, tokens, gelu, found);
    same("linear", level, expected, found, bytes);
  }
  free(weights), free(sums), free(scales), free(bias), free(steps), free(q), free(expected), free(found);
}

static void attention(relata_level level, int queries, int tokens, int heads) {
  int width = heads * 32;
  float *query = floats((size_t)queries * width), *key = floats((size_t)tokens * width), *value = floats((size_t)tokens * width);
  float *scratch = room(relata_attention_scratch(tokens, 32) * sizeof(float));
  size_t bytes = (size_t)queries * width * sizeof(float);
  float *expected = room(bytes), *found = room(bytes);
  relata_attention(RELATA_PLAIN, query, queries, key, value, tokens, heads, scratch, expected);
  relata_attention(level, query, queries, key, value, tokens, heads, scratch, found);
  same("attention", level, expected, found, bytes);
  free(query), free(key), free(value), free(scratch), free(expected), free(found);
}

static void rows(relata_level level, int tokens, int columns) {
  size_t count = (size_t)tokens * columns;
  float *x = floats(count), *a = room(count * sizeof(float)), *b = room(count * sizeof(float));
  float *residual = floats(count), *gain = floats(columns), *shift = floats(columns);
  uint8_t *q = room(count), *p = room(count);
  float *s = room(tokens * sizeof(float)), *t = room(tokens * sizeof(float));
  relata_quantize(RELATA_PLAIN, x, tokens, columns, q, s);
  relata_quantize(level, x, tokens, columns, p, t);
  same("quantize", level, q, p, count);
  same("scales", level, s, t, tokens * sizeof(float));
  memcpy(a, x, count * sizeof(float)), memcpy(b, x, count * sizeof(float));
  relata_gelu(RELATA_PLAIN, a, (int)count - 3), relata_gelu(level, b, (int)count - 3);
  same("gelu", level, a, b, count * sizeof(float));
  relata_layer_norm(RELATA_PLAIN, a, residual, gain, shift, 1e-12f, tokens, columns);
  relata_layer_norm(level, b, residual, gain, shift, 1e-12f, tokens, columns);
  same("norm", level, a, b, count * sizeof(float));
  size_t products = (size_t)tokens * tokens * sizeof(float);
  float *y = room(products), *z = room(products);
  relata_products(RELATA_PLAIN, x, tokens, residual, tokens, columns, y, tokens);
  relata_products(level, x, tokens, residual, tokens, columns, z, tokens);
  same("products", level, y, z, products);
  free(x), free(a), free(b), free(residual), free(gain), free(shift), free(q), free(p), free(s), free(t), free(y), free(z);
}

int main(void) {
  int levels = 0;
  for (relata_level level = RELATA_PLAIN; level <= RELATA_NEON_DOT; level++) {
    if (!relata_supports(level)) continue;
    levels++;
    linear(level, 1, 64, 1), linear(level, 16, 64, 16), linear(level, 50, 384, 37), linear(level, 33, 1536, 5);
    attention(level, 1, 1, 1), attention(level, 7, 33, 2), attention(level, 16, 16, 12);
    rows(level, 1, 16), rows(level, 5, 384), rows(level, 3, 1536);
  }
  printf("%d instruction sets, %d failures\n", levels, failures);
  return failures != 0;
}
