#include "CRelataGazetteers.h"

#include <string.h>

static const unsigned char cities[] = {
#embed "Data/cities.tsv"
};
static const unsigned char countries[] = {
#embed "Data/countries.tsv"
};
static const unsigned char descriptions[] = {
#embed "Data/descriptions.tsv"
};
static const unsigned char given_names[] = {
#embed "Data/given-names.tsv"
};
static const unsigned char metonyms[] = {
#embed "Data/metonyms.tsv"
};
static const unsigned char organization_heads[] = {
#embed "Data/organization-heads.tsv"
};
static const unsigned char organizations[] = {
#embed "Data/organizations.tsv"
};
static const unsigned char populations[] = {
#embed "Data/populations.tsv"
};
static const unsigned char regions[] = {
#embed "Data/regions.tsv"
};
static const unsigned char titles[] = {
#embed "Data/titles.tsv"
};
static const unsigned char words[] = {
#embed "Data/words.tsv"
};

const unsigned char *relata_gazetteer_data(const char *name, size_t *size) {
  if (strcmp(name, "cities") == 0) {
    *size = sizeof(cities);
    return cities;
  }
  if (strcmp(name, "countries") == 0) {
    *size = sizeof(countries);
    return countries;
  }
  if (strcmp(name, "descriptions") == 0) {
    *size = sizeof(descriptions);
    return descriptions;
  }
  if (strcmp(name, "given-names") == 0) {
    *size = sizeof(given_names);
    return given_names;
  }
  if (strcmp(name, "metonyms") == 0) {
    *size = sizeof(metonyms);
    return metonyms;
  }
  if (strcmp(name, "organization-heads") == 0) {
    *size = sizeof(organization_heads);
    return organization_heads;
  }
  if (strcmp(name, "organizations") == 0) {
    *size = sizeof(organizations);
    return organizations;
  }
  if (strcmp(name, "populations") == 0) {
    *size = sizeof(populations);
    return populations;
  }
  if (strcmp(name, "regions") == 0) {
    *size = sizeof(regions);
    return regions;
  }
  if (strcmp(name, "titles") == 0) {
    *size = sizeof(titles);
    return titles;
  }
  if (strcmp(name, "words") == 0) {
    *size = sizeof(words);
    return words;
  }
  *size = 0;
  return NULL;
}
