#pragma once

#include <graphviz/gvc.h>

// What Swift cannot import as it stands, or what differs between releases of Graphviz.

/// A graph from DOT text; null on a syntax error or empty input.
static inline Agraph_t *relata_read_graph(const char *dot) { return agmemread((void *)dot); }

static inline int relata_layout(GVC_t *context, Agraph_t *graph, const char *engine) {
  return gvLayout(context, graph, engine);
}

/// Renders into memory; the caller frees the bytes with gvFreeRenderData. Returns 0 on success.
///
/// The length is an unsigned int up to Graphviz 11 and a size_t later: a cleared size_t holds either on little-endian machines.
static inline int relata_render(GVC_t *context, Agraph_t *graph, const char *format, char **bytes, size_t *size) {
  *size = 0;
  return gvRenderData(context, graph, format, bytes, (void *)size);
}

/// Sends messages to `callback` instead of standard error.
static inline void relata_capture_messages(int (*callback)(char *)) { agseterrf((agusererrf)callback); }

/// Sets an attribute of a graph, declaring it where it is new.
static inline void relata_set(Agraph_t *graph, const char *name, const char *value) {
  agsafeset(graph, (void *)name, (void *)value, (void *)"");
}
