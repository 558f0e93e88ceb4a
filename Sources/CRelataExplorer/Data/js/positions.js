// Where entities lie: as the file says, where they were moved to, or, where neither holds, beside their neighbours.
import { app, isLarge, state } from './app.js';
import { between } from './framing.js';

/** @type {Map<number, [number, number]>} */
const placed = new Map();
/** More than these are left where the file has them: laying out takes the square of their number. */
const mostLaidOut = 420;

/** How far the layout is stretched to the window's proportions; their product is 1. */
export const stretch = { x: 1, y: 1 };

/**
 * Fits the proportions of what is shown to those of the window, as far as it does not distort.
 * @param {number} width @param {number} height
 */
export function stretchTo(width, height) {
  stretch.x = stretch.y = 1;
  const places = app.shown.nodes.map(positionOf);
  if (places.length < 3) return;
  const span = (/** @type {number} */ i) => places.reduce((most, place) => Math.max(most, place[i]), -Infinity) - places.reduce((least, place) => Math.min(least, place[i]), Infinity);
  const ratio = Math.sqrt((width / height) / (Math.max(1, span(0)) / Math.max(1, span(1))));
  stretch.x = Math.max(.7, Math.min(1.4, ratio));
  stretch.y = 1 / stretch.x;
}

/** @param {number} entity @returns {[number, number]} */
export function positionOf(entity) {
  const [x, y] = ownPosition(entity);
  return [x * stretch.x, y * stretch.y];
}

/**
 * Moves apart what would lie on one another at a size, with the room that names take below the signs, and nothing out of the frame;
 * otherwise the layout stays as it is.
 * @param {number} k points of the screen in one of the layout @param {Frame} frame
 * @param {(entity: number) => {width: number, above: number, below: number}} roomOf in points of the screen
 */
export function separate(k, frame, roomOf) {
  const nodes = app.shown.nodes;
  if (nodes.length > 260) return;
  const boxes = nodes.map((node) => {
    const [x, y] = positionOf(node);
    const { width, above, below } = roomOf(node);
    const middle = (below - above) / 2;
    return { node, x: x * k, y: y * k + middle, middle, w: width / 2 + 3, h: (above + below) / 2 + 2, isFixed: state.moved.has(node) };
  });
  for (let round = 0; round < 240; round += 1) {
    let isApart = true;
    for (let i = 0; i < boxes.length; i += 1) {
      for (let j = i + 1; j < boxes.length; j += 1) {
        const [a, b] = [boxes[i], boxes[j]];
        const overX = a.w + b.w - Math.abs(a.x - b.x);
        const overY = a.h + b.h - Math.abs(a.y - b.y);
        if (overX <= 0 || overY <= 0) continue;
        isApart = false;
        const isSide = overX < overY * 1.3;
        const push = (isSide ? overX : overY) * .26;
        const sign = isSide ? (a.x <= b.x ? -1 : 1) : (a.y <= b.y ? -1 : 1);
        for (const [box, direction] of /** @type {[typeof a, number][]} */ ([[a, sign], [b, -sign]])) {
          if (box.isFixed) continue;
          if (isSide) box.x += direction * push; else box.y += direction * push;
        }
      }
    }
    for (const box of boxes) {
      if (box.isFixed) continue;
      box.x = between(box.x, frame.left + box.w, frame.right - box.w);
      box.y = between(box.y, frame.top + box.h, frame.bottom - box.h);
    }
    if (isApart) break;
  }
  for (const box of boxes) if (!box.isFixed) placed.set(box.node, [box.x / k / stretch.x, (box.y - box.middle) / k / stretch.y]);
}

/**
 * Without the stretching.
 * @param {number} entity @returns {[number, number]}
 */
export function ownPosition(entity) {
  const moved = state.moved.get(entity) ?? placed.get(entity);
  if (moved) return moved;
  const { x, y } = app.model.entities[entity];
  return x === null || y === null ? [0, 0] : [x, y];
}

/** Gives a place to what has none yet, near what is there. */
export function placeShown() {
  const { entities } = app.model;
  const isLocal = isLarge && app.shown.nodes.length <= mostLaidOut;
  /** @type {number[]} */
  const fresh = [];
  for (const node of app.shown.nodes) {
    if (state.moved.has(node) || placed.has(node)) continue;
    if (isLocal || entities[node].x === null || entities[node].y === null) fresh.push(node);
  }
  if (fresh.length === 0) return;
  const neighbors = neighborLists();
  const waiting = new Set(fresh);
  const hasPlace = (/** @type {number} */ node) => !waiting.has(node);
  fresh.sort((a, b) => (neighbors.get(b) ?? []).filter(hasPlace).length - (neighbors.get(a) ?? []).filter(hasPlace).length
    || (neighbors.get(b)?.length ?? 0) - (neighbors.get(a)?.length ?? 0) || a - b);
  fresh.forEach((node, i) => {
    const known = (neighbors.get(node) ?? []).filter(hasPlace);
    // The golden angle spreads what is placed around one point evenly, and the same way each time.
    const angle = i * 2.39996;
    const distance = 60 + 26 * Math.sqrt(i);
    const center = known.length > 0 ? ownPosition(known[0]) : [0, 0];
    placed.set(node, [center[0] + distance * Math.cos(angle), center[1] + distance * Math.sin(angle) * .8]);
    waiting.delete(node);
  });
  relax(fresh, neighbors, isLocal && fresh.length > app.shown.nodes.length * .6);
}

/** @returns {Map<number, number[]>} */
function neighborLists() {
  /** @type {Map<number, number[]>} */
  const lists = new Map();
  const add = (/** @type {number} */ a, /** @type {number} */ b) => { lists.set(a, [...lists.get(a) ?? [], b]); };
  for (const { bundle } of app.shown.bundles) {
    add(bundle.a, bundle.b);
    add(bundle.b, bundle.a);
  }
  return lists;
}

/**
 * Springs and repulsion (T. Fruchterman and E. Reingold, 1991), without chance: the same part has the same picture.
 * @param {number[]} fresh @param {Map<number, number[]>} neighbors @param {boolean} movesAll
 */
function relax(fresh, neighbors, movesAll) {
  const nodes = app.shown.nodes.slice(0, mostLaidOut);
  const number = new Map(nodes.map((node, i) => [node, i]));
  const count = nodes.length;
  const x = Float64Array.from(nodes, (node) => ownPosition(node)[0]);
  const y = Float64Array.from(nodes, (node) => ownPosition(node)[1]);
  const isFree = nodes.map((node) => !state.moved.has(node) && (movesAll || fresh.includes(node)));
  const springs = nodes.flatMap((node, i) => (neighbors.get(node) ?? []).map((other) => [i, number.get(other) ?? -1])).filter(([i, j]) => j > i);
  const ideal = 115;
  const rounds = count > 200 ? 120 : 260;
  for (let round = 0; round < rounds; round += 1) {
    const heat = 60 * (1 - round / rounds) + 1;
    const dx = new Float64Array(count);
    const dy = new Float64Array(count);
    for (let i = 0; i < count; i += 1) {
      for (let j = i + 1; j < count; j += 1) {
        const vx = x[i] - x[j];
        const vy = (y[i] - y[j]) * 1.25;
        const square = Math.max(20, vx * vx + vy * vy);
        if (square > 640000) continue;
        const force = ideal * ideal / square;
        dx[i] += vx * force;
        dy[i] += vy * force;
        dx[j] -= vx * force;
        dy[j] -= vy * force;
      }
      dx[i] -= x[i] * .02;
      dy[i] -= y[i] * .03;
    }
    for (const [i, j] of springs) {
      const vx = x[i] - x[j];
      const vy = y[i] - y[j];
      const force = Math.hypot(vx, vy) / ideal;
      dx[i] -= vx * force;
      dy[i] -= vy * force;
      dx[j] += vx * force;
      dy[j] += vy * force;
    }
    for (let i = 0; i < count; i += 1) {
      if (!isFree[i]) continue;
      const length = Math.max(.01, Math.hypot(dx[i], dy[i]));
      x[i] += dx[i] / length * Math.min(length, heat);
      y[i] += dy[i] / length * Math.min(length, heat);
    }
  }
  nodes.forEach((node, i) => { if (isFree[i]) placed.set(node, [x[i], y[i]]); });
}
