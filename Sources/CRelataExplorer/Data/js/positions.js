// Where entities lie: as the file says, where they were moved to, or, where neither holds, beside their neighbours.
import { app, isLarge, state } from './app.js';

/** @type {Map<number, [number, number]>} */
const placed = new Map();
/** More than these are left where the file has them: laying out takes the square of their number. */
const mostLaidOut = 420;

/** @param {number} entity @returns {[number, number]} */
export function positionOf(entity) {
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
  if (!isLocal) {
    for (const node of app.shown.nodes) if (entities[node].x !== null && !fresh.includes(node)) placed.delete(node);
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
    const center = known.length > 0 ? positionOf(known[0]) : [0, 0];
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
  const x = Float64Array.from(nodes, (node) => positionOf(node)[0]);
  const y = Float64Array.from(nodes, (node) => positionOf(node)[1]);
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
