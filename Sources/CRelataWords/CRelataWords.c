#include "CRelataWords.h"

#include <string.h>

static const unsigned char coreference[] = {
#embed "Data/coreference.tsv"
};
static const unsigned char documents[] = {
#embed "Data/documents.tsv"
};
static const unsigned char lemmatization[] = {
#embed "Data/lemmatization.tsv"
};
static const unsigned char names[] = {
#embed "Data/names.tsv"
};
static const unsigned char persons[] = {
#embed "Data/persons.tsv"
};
static const unsigned char questions[] = {
#embed "Data/questions.tsv"
};
static const unsigned char resolution[] = {
#embed "Data/resolution.tsv"
};
static const unsigned char segmentation[] = {
#embed "Data/segmentation.tsv"
};
static const unsigned char tokenization[] = {
#embed "Data/tokenization.tsv"
};

const unsigned char *relata_words_data(const char *name, size_t *size) {
  if (strcmp(name, "coreference") == 0) {
    *size = sizeof(coreference);
    return coreference;
  }
  if (strcmp(name, "documents") == 0) {
    *size = sizeof(documents);
    return documents;
  }
  if (strcmp(name, "lemmatization") == 0) {
    *size = sizeof(lemmatization);
    return lemmatization;
  }
  if (strcmp(name, "names") == 0) {
    *size = sizeof(names);
    return names;
  }
  if (strcmp(name, "persons") == 0) {
    *size = sizeof(persons);
    return persons;
  }
  if (strcmp(name, "questions") == 0) {
    *size = sizeof(questions);
    return questions;
  }
  if (strcmp(name, "resolution") == 0) {
    *size = sizeof(resolution);
    return resolution;
  }
  if (strcmp(name, "segmentation") == 0) {
    *size = sizeof(segmentation);
    return segmentation;
  }
  if (strcmp(name, "tokenization") == 0) {
    *size = sizeof(tokenization);
    return tokenization;
  }
  *size = 0;
  return NULL;
}
