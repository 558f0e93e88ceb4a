#ifndef CRelataExplorer_h
#define CRelataExplorer_h

#include <stddef.h>

/// The template of the page (Data/page.html) and its style sheet (Data/style.css), with their sizes in bytes.
const unsigned char *_Nonnull relata_explorer_page(size_t *_Nonnull size);
const unsigned char *_Nonnull relata_explorer_style(size_t *_Nonnull size);

/// The modules of its script (Data/js) in the order in which they stand in the page.
size_t relata_explorer_module_count(void);
/// Null, with a size of 0, where there are fewer.
const unsigned char *_Nullable relata_explorer_module(size_t number, size_t *_Nonnull size);

#endif
