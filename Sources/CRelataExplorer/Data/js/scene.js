// What is drawn, as plain shapes in points: the canvas, the SVG file and the print all draw this.
import { app, currentPath, state } from './app.js';
import { saidTime } from './dates.js';
import { between } from './framing.js';
import { positionOf } from './positions.js';
import { isolated, shortened } from './scalars.js';
import { colorOf, lineOf, shapeOf } from './styles.js';
import { T } from './texts.js';

export const fontFamily = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const measuring = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
/** @type {Map<string, number>} */
const widths = new Map();

/** @param {string} text @param {number} size @param {number} weight */
function widthOf(text, size, weight) {
  const key = `${size}|${weight}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    measuring.font = `${weight} ${size}px ${fontFamily}`;
    width = measuring.measureText(text).width;
    if (widths.size > 50000) widths.clear();
    widths.set(key, width);
  }
  return width;
}

/** Boxes that are taken, in a grid, so that a new one meets only its neighbours. */
class Taken {
  /** @type {Map<number, number[][]>} */
  cells = new Map();
  size = 64;

  /** @param {number[]} box @param {(cell: number[][], key: number) => boolean} visit */
  each([left, top, right, bottom], visit) {
    for (let i = Math.floor(left / this.size); i <= Math.floor(right / this.size); i += 1) {
      for (let j = Math.floor(top / this.size); j <= Math.floor(bottom / this.size); j += 1) {
        const key = i * 1000003 + j;
        if (visit(this.cells.get(key) ?? [], key)) return true;
      }
    }
    return false;
  }

  /** @param {number[]} box */
  isFree(box) {
    return !this.each(box, (cell) => cell.some((other) => other[0] < box[2] && box[0] < other[2] && other[1] < box[3] && box[1] < other[3]));
  }

  /** @param {number[]} box */
  add(box) {
    this.each(box, (cell, key) => {
      if (cell.length === 0) this.cells.set(key, cell);
      cell.push(box);
      return false;
    });
  }
}

/** @param {number} entity */
export function radiusOf(entity) {
  const { mentions } = app.model.entities[entity];
  return Math.min(17, 5.5 + 1.9 * Math.log2(1 + mentions));
}

/**
 * The label of a line: of the most important statement.
 * @param {ShownBundle} shown @param {boolean} withTime
 */
export function bundleLabel(shown, withTime) {
  const { statements, relations } = app.model;
  const first = statements[shown.statements[0]];
  let text = relations[first.relation].label;
  if (first.isNegated) text = T.drawnNot(text);
  if (shown.statements.some((number) => statements[number].isContradicted)) text = T.contradictedSign + text;
  text = isolated(shortened(text, 34));
  if (withTime) {
    const time = saidTime(first.start, first.end, true);
    if (time) text += ' · ' + time;
  }
  return shown.statements.length > 1 ? `${text} ${T.more(shown.statements.length - 1)}` : text;
}

/** Large windows have larger letters, as the page around the picture has. */
const textScale = () => Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 15.2 || 1);

/**
 * Signs grow with the picture, but less.
 * @param {number} k
 */
export const growthOf = (k) => Math.min(1.25, Math.max(.55, Math.sqrt(k)));

/**
 * @typedef {{hover: number, hoverBundle: number, cursor: number}} Focus
 */

/**
 * What stands out: the rest is faded.
 * @param {Focus} focus @returns {{nodes: Set<number>, bundles: Set<number>}|null}
 */
function emphasis(focus) {
  const nodes = new Set();
  const bundles = new Set();
  const path = currentPath();
  const add = (/** @type {ShownBundle} */ shown) => {
    bundles.add(shown.bundle.index);
    nodes.add(shown.bundle.a).add(shown.bundle.b);
  };
  if (path && state.panel === 'paths') {
    for (const shown of app.shown.bundles) {
      const isStep = path.hops.some((hop) => (hop.from === shown.bundle.a && hop.to === shown.bundle.b) || (hop.from === shown.bundle.b && hop.to === shown.bundle.a));
      if (isStep) add(shown);
    }
  } else if (state.contradiction >= 0 && state.panel === 'contradictions') {
    const numbers = new Set(app.model.contradictions[state.contradiction].statements);
    for (const shown of app.shown.bundles) if (shown.statements.some((number) => numbers.has(number))) add(shown);
  } else if (focus.hover >= 0) {
    nodes.add(focus.hover);
    for (const shown of app.shown.bundles) if (shown.bundle.a === focus.hover || shown.bundle.b === focus.hover) add(shown);
  } else if (state.chosen?.kind === 'entity') {
    const { index } = state.chosen;
    nodes.add(index);
    for (const shown of app.shown.bundles) if (shown.bundle.a === index || shown.bundle.b === index) add(shown);
  } else if (state.chosen) {
    const { kind, index } = state.chosen;
    for (const shown of app.shown.bundles) if (kind === 'bundle' ? shown.bundle.index === index : shown.bundle.statements.includes(index)) add(shown);
  }
  return nodes.size === 0 ? null : { nodes, bundles };
}

/**
 * @param {number} k points of the screen in one of the layout @param {Focus} focus
 * @param {Frame|null} [frame] within which the names of what lies in it keep @returns {Scene}
 */
export function buildScene(k, focus, frame = null) {
  const { entities, relations, statements, types } = app.model;
  const { bundles, nodes } = app.shown;
  const strong = emphasis(focus);
  const growing = growthOf(k);
  /** @type {Map<number, SceneNode>} */
  const byEntity = new Map();
  /** @type {Map<number, number>} */
  const shownDegrees = new Map();
  for (const { bundle } of bundles) for (const end of [bundle.a, bundle.b]) shownDegrees.set(end, (shownDegrees.get(end) ?? 0) + 1);
  /** @type {SceneNode[]} */
  const sceneNodes = nodes.map((entity) => {
    const [x, y] = positionOf(entity);
    const type = types[entities[entity].type];
    const node = {
      entity, x: x * k, y: y * k, r: radiusOf(entity) * growing, shape: shapeOf(type),
      color: state.coloring === 'type' ? colorOf(type) : entities[entity].community,
      isFaded: strong !== null && !strong.nodes.has(entity),
      isStrong: (state.chosen?.kind === 'entity' && state.chosen.index === entity) || focus.hover === entity || focus.cursor === entity,
      isPinned: state.pins.has(entity), hidden: app.model.bundlesOf[entity].length - (shownDegrees.get(entity) ?? 0),
    };
    byEntity.set(entity, node);
    return node;
  });
  /** @type {SceneLine[]} */
  const lines = [];
  /** @type {ShownBundle[]} */
  const labelled = [];
  for (const shown of bundles) {
    const a = byEntity.get(shown.bundle.a);
    const b = byEntity.get(shown.bundle.b);
    if (!a || !b) continue;
    const first = statements[shown.statements[0]];
    const support = shown.statements.reduce((sum, number) => sum + statements[number].evidence.length, 0);
    let arrowEnd = false;
    let arrowStart = false;
    for (const number of shown.statements.slice(0, 12)) {
      if (relations[statements[number].relation].isSymmetric) continue;
      if (statements[number].object === b.entity) arrowEnd = true; else arrowStart = true;
    }
    const length = Math.max(1, Math.hypot(b.x - a.x, b.y - a.y));
    const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
    const gap = Math.min(3, length / 8);
    const from = Math.min(a.r + gap, length / 2);
    const to = Math.min(b.r + gap, length / 2);
    lines.push({
      x1: a.x + ux * from, y1: a.y + uy * from, x2: b.x - ux * to, y2: b.y - uy * to, line: lineOf(first, relations),
      width: 1 + .35 * Math.min(4, support - 1), arrowEnd, arrowStart, isFaded: strong !== null && !strong.bundles.has(shown.bundle.index),
      isStrong: focus.hoverBundle === shown.bundle.index || (strong !== null && strong.bundles.has(shown.bundle.index)), bundle: shown.bundle.index,
    });
    labelled.push(shown);
  }
  const taken = new Taken();
  const names = placeNames(sceneNodes, taken, strong !== null, k, frame);
  const labels = placeLabels(lines, labelled, taken, strong !== null, k, frame);
  return { lines, nodes: sceneNodes, names, labels, k };
}

/** So many of the most important entities are named even where a name must lie over the sign of a lesser one. */
const mustBeNamed = 14;

/**
 * A name as it is written beside a sign.
 * @param {number} entity @param {number} r of its sign @param {number} k @param {boolean} isStrong @param {number} letters at most
 */
function nameOf(entity, r, k, isStrong, letters) {
  const size = Math.round(Math.min(16, 10.5 + r * .28 + (k > 1.6 ? 1 : 0)) * textScale());
  const weight = r > 11 || isStrong ? 600 : 400;
  const text = isolated(shortened(app.model.entities[entity].name, letters));
  return { size, weight, text, width: widthOf(text, size, weight) + 2, height: size + 3 };
}

/** What lies between a sign and its name. */
const nameGap = 3;

/**
 * What an entity takes with its name below its sign, in points of the screen.
 * @param {number} entity @param {number} k
 */
export function roomOf(entity, k) {
  const r = radiusOf(entity) * growthOf(k);
  const { width, height } = nameOf(entity, r, k, false, 30);
  return { width: Math.max(2 * r, width), above: r, below: r + nameGap + height };
}

/** @param {Frame} frame @param {number} x @param {number} y */
const isWithin = (frame, x, y) => x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;

/** @param {SceneNode[]} nodes @param {Taken} taken @param {boolean} hasFaded @param {number} k @param {Frame|null} frame */
function placeNames(nodes, taken, hasFaded, k, frame) {
  /** @type {SceneLabel[]} */
  const names = [];
  for (const node of nodes) taken.add([node.x - node.r - 2, node.y - node.r - 2, node.x + node.r + 2, node.y + node.r + 2]);
  const order = [...nodes];
  // What stands out is named first, then as the file ranks.
  order.sort((a, b) => Number(b.isStrong) - Number(a.isStrong) || Number(a.isFaded) - Number(b.isFaded)
    || app.model.entities[a.entity].rank - app.model.entities[b.entity].rank);
  for (const node of order) {
    const entity = app.model.entities[node.entity];
    const edges = frame && isWithin(frame, node.x, node.y) ? frame : null;
    const letters = node.isStrong || (hasFaded && !node.isFaded) ? 48 : 30;
    let name = nameOf(node.entity, node.r, k, node.isStrong, letters);
    const room = edges ? edges.right - edges.left : Infinity;
    if (name.width > room) name = nameOf(node.entity, node.r, k, node.isStrong, Math.max(4, Math.floor(letters * room / name.width) - 1));
    const { size, weight, text, width, height } = name;
    const gap = node.r + nameGap;
    const places = [
      [node.x - width / 2, node.y + gap], [node.x + gap + 1, node.y - height / 2], [node.x - gap - 1 - width, node.y - height / 2],
      [node.x - width / 2, node.y - gap - height], [node.x + gap * .7, node.y + gap * .7], [node.x - gap * .7 - width, node.y + gap * .7],
      [node.x + gap * .7, node.y - gap * .7 - height], [node.x - gap * .7 - width, node.y - gap * .7 - height],
    ].map(([x, y]) => (edges ? [between(x, edges.left, edges.right - width), between(y, edges.top, edges.bottom - height)] : [x, y]));
    const label = { x: 0, y: 0, width, height, text, size, weight, line: -1, isFaded: node.isFaded, isItalic: false, target: node.entity };
    const isImportant = !node.isFaded && (node.isStrong || (hasFaded && names.length < mustBeNamed) || entity.rank < mustBeNamed);
    const place = places.find(([x, y]) => taken.isFree([x, y, x + width, y + height]))
      ?? (isImportant ? leastCovering(places, width, height, names, nodes) : undefined);
    if (!place) continue;
    taken.add([place[0] - 1, place[1], place[0] + width + 1, place[1] + height]);
    names.push({ ...label, x: place[0], y: place[1] });
  }
  return names;
}

/**
 * Of the places that no other name takes, the one that hides least of other signs.
 * @param {number[][]} places @param {number} width @param {number} height @param {SceneLabel[]} names @param {SceneNode[]} nodes
 */
function leastCovering(places, width, height, names, nodes) {
  const common = (/** @type {number} */ a1, /** @type {number} */ a2, /** @type {number} */ b1, /** @type {number} */ b2) => Math.max(0, Math.min(a2, b2) - Math.max(a1, b1));
  let best;
  let least = Infinity;
  for (const [x, y] of places) {
    if (names.some((other) => common(other.x, other.x + other.width, x, x + width) > 0 && common(other.y, other.y + other.height, y, y + height) > 0)) continue;
    const hidden = nodes.reduce((sum, { x: nx, y: ny, r }) => sum + common(nx - r, nx + r, x, x + width) * common(ny - r, ny + r, y, y + height) * (1 + r / 8), 0);
    if (hidden >= least) continue;
    least = hidden;
    best = [x, y];
  }
  return best;
}

/** @param {SceneLine[]} lines @param {ShownBundle[]} shown @param {Taken} taken @param {boolean} hasFaded @param {number} k @param {Frame|null} frame @returns {SceneLabel[]} */
function placeLabels(lines, shown, taken, hasFaded, k, frame) {
  /** @type {SceneLabel[]} */
  const labels = [];
  const order = [...lines.keys()];
  if (hasFaded) order.sort((i, j) => Number(lines[j].isStrong) - Number(lines[i].isStrong) || i - j);
  const size = Math.round(11 * textScale());
  for (const i of order) {
    const line = lines[i];
    if (hasFaded && line.isFaded) continue;
    const length = Math.hypot(line.x2 - line.x1, line.y2 - line.y1);
    const edges = frame && isWithin(frame, line.x1, line.y1) && isWithin(frame, line.x2, line.y2) ? frame : null;
    const variants = [bundleLabel(shown[i], false)];
    const long = bundleLabel(shown[i], true);
    if (long !== variants[0] && (line.isStrong || k > 1.1)) variants.unshift(long);
    for (const text of variants) {
      const width = widthOf(text, size, 400) + 8;
      const height = size + 5;
      const isLevel = Math.abs(line.x2 - line.x1) > Math.abs(line.y2 - line.y1);
      // A label longer than its line would not be seen to belong to it.
      if (!line.isStrong && length < (isLevel ? width + 6 : height * 2.2)) continue;
      const place = [.5, .42, .58, .34, .66, .26, .74].map((t) =>
        [line.x1 + (line.x2 - line.x1) * t - width / 2, line.y1 + (line.y2 - line.y1) * t - height / 2])
        .find(([x, y]) => taken.isFree([x, y, x + width, y + height]) && (!edges || (isWithin(edges, x, y) && isWithin(edges, x + width, y + height))));
      if (!place) continue;
      taken.add([place[0], place[1], place[0] + width, place[1] + height]);
      const isItalic = app.model.relations[app.model.statements[shown[i].statements[0]].relation].isOpen;
      labels.push({ x: place[0], y: place[1], width, height, text, size, weight: 400, line: line.line, isFaded: line.isFaded, isItalic, target: line.bundle });
      break;
    }
  }
  return labels;
}
