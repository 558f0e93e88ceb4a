#include "CRelataLanguages.h"

#include <math.h>

void relata_languages_normalize(float *scores, size_t count) {
  float highest = -INFINITY;
  for (size_t index = 0; index < count; index++) highest = fmaxf(highest, scores[index]);
  float total = 0;
  for (size_t index = 0; index < count; index++) total += scores[index] = expf(scores[index] - highest);
  for (size_t index = 0; index < count; index++) scores[index] /= total;
}
