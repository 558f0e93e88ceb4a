#pragma once

// What Swift cannot say of libgvc: macros, C globals, and types that differ between releases of Graphviz.
// Everything is static inline, because a system library target has no source file of its own.

#include <gvc.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#ifdef __ELF__
/// Defined only in programs that look for Graphviz when they run, not when they are loaded (Packaging/lazy.py).
extern int relata_load_graphviz(void) __attribute__((weak));

/// Whether the library can be called; to be asked before anything else here is used.
static inline int relata_graphviz_is_there(void) { return !relata_load_graphviz || relata_load_graphviz(); }
#else
static inline int relata_graphviz_is_there(void) { return 1; }
#endif

/// DOT text that cgraph's lexer reads piece by piece. It must outlive the graph and stay at its address.
typedef struct {
  const char *bytes;
  size_t length;
  size_t offset;
  Agiodisc_t io;
  Agdisc_t discipline;
} relata_source;

static inline int relata_read(void *channel, char *buffer, int capacity) {
  relata_source *source = (relata_source *)channel;
  size_t count = source->length - source->offset;
  if (capacity <= 0) return 0;
  if (count > (size_t)capacity) count = (size_t)capacity;
  if (count > 0) memcpy(buffer, source->bytes + source->offset, count);
  source->offset += count;
  return (int)count;
}

static inline void relata_open(relata_source *source, const char *bytes, size_t length) {
  source->bytes = bytes;
  source->length = length;
  source->offset = 0;
  source->io = AgIoDisc;
  source->io.afread = relata_read;
  source->discipline = AgDefaultDisc;
  source->discipline.io = &source->io;
  agreadline(1);
}

/// The next graph of the source; NULL at its end or after an error.
static inline Agraph_t *relata_next_graph(relata_source *source) {
  return agread(source, &source->discipline);
}

/// The value of a graph attribute, or NULL where the graph does not declare it.
static inline const char *relata_graph_attribute(Agraph_t *graph, const char *name) {
  return agattr(graph, AGRAPH, (char *)name, NULL) ? agget(graph, (char *)name) : NULL;
}

static inline void relata_set_graph_attribute(Agraph_t *graph, const char *name, const char *value) {
  agattr(graph, AGRAPH, (char *)name, (char *)value);
}

/// Numbers a node in a record of ours; relata_node_number reads it back.
typedef struct {
  Agrec_t header;
  int number;
} relata_node_record;

static inline void relata_number_node(Agnode_t *node, int number) {
  relata_node_record *record =
      (relata_node_record *)agbindrec(node, (char *)"relata_number", sizeof(relata_node_record), 0);
  if (record) record->number = number;
}

static inline int relata_node_number(Agnode_t *node) {
  relata_node_record *record = (relata_node_record *)aggetrec(node, (char *)"relata_number", 0);
  return record ? record->number : 0;
}

static inline void relata_forget_node_numbers(Agraph_t *graph) {
  agclean(graph, AGNODE, (char *)"relata_number");
}

/// The middle of a node after layout, in points.
static inline double relata_x(Agnode_t *node) { return ND_coord(node).x; }
static inline double relata_y(Agnode_t *node) { return ND_coord(node).y; }

static inline Agnode_t *relata_head(Agedge_t *edge) { return aghead(edge); }

/// gvLayout that does not depend on what was laid out before: the engines draw from the C library's generators of
/// random numbers, and not all of them seed them first.
static inline int relata_layout(GVC_t *context, Agraph_t *graph, const char *engine) {
  srand(1);
  srand48(1);
  return gvLayout(context, graph, engine);
}

static inline void relata_snap_point(pointf *point) {
  point->x = round(point->x * 100) / 100;
  point->y = round(point->y * 100) / 100;
}

static inline void relata_snap_label(textlabel_t *label) {
  if (label) relata_snap_point(&label->pos);
}

/// Rounds all coordinates to hundredths of a point. Overlap removal sums in the order of addresses in memory, so that
/// the last bits of what it places differ from time to time; PDF shows them.
static inline void relata_snap(Agraph_t *graph) {
  relata_snap_point(&GD_bb(graph).LL);
  relata_snap_point(&GD_bb(graph).UR);
  relata_snap_label(GD_label(graph));
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
    relata_snap_point(&ND_coord(node));
    relata_snap_label(ND_xlabel(node));
    for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge)) {
      relata_snap_label(ED_label(edge));
      relata_snap_label(ED_xlabel(edge));
      relata_snap_label(ED_head_label(edge));
      relata_snap_label(ED_tail_label(edge));
      if (!ED_spl(edge)) continue;
      for (size_t i = 0; i < (size_t)ED_spl(edge)->size; i++) {
        bezier *curve = &ED_spl(edge)->list[i];
        for (size_t j = 0; j < (size_t)curve->size; j++) relata_snap_point(&curve->list[j]);
        relata_snap_point(&curve->sp);
        relata_snap_point(&curve->ep);
      }
      relata_snap_point(&ED_spl(edge)->bb.LL);
      relata_snap_point(&ED_spl(edge)->bb.UR);
    }
  }
}

/// The drawing's extent after layout, in points (1/72 inch).
static inline double relata_width(Agraph_t *graph) { return GD_bb(graph).UR.x - GD_bb(graph).LL.x; }
static inline double relata_height(Agraph_t *graph) { return GD_bb(graph).UR.y - GD_bb(graph).LL.y; }

/// The resolution that the graph asks for, in pixels per inch; 0: the device's own.
static inline double relata_resolution(Agraph_t *graph) { return GD_drawing(graph)->dpi; }
static inline void relata_set_resolution(Agraph_t *graph, double resolution) {
  GD_drawing(graph)->dpi = resolution;
}

/// gvRenderData counts in unsigned, in newer releases in size_t.
static inline int relata_render(
    GVC_t *context, Agraph_t *graph, const char *format, char **bytes, size_t *length) {
  unsigned narrow = 0;
  size_t wide = 0;
  int status = gvRenderData(
      context, graph, format, bytes,
      _Generic(&gvRenderData,
          int (*)(GVC_t *, graph_t *, const char *, char **, size_t *): (void *)&wide,
          default: (void *)&narrow));
  *length = wide ? wide : narrow;
  return status;
}
