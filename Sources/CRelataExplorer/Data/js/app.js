// What the page is about at the moment, and who wants to know when it changes.
import { buildModel } from './model.js';
import { createNameIndex } from './search.js';
import { createPathFinder } from './paths.js';
import { isFiltering, keptStatements, noFilters, rankedBundles, shownPart } from './show.js';

/** @type {GraphData} */
const graphData = JSON.parse(document.getElementById('graph-data')?.textContent ?? '{}');

/** Above so many entities nothing is shown before something is searched for. */
export const searchFirstSize = 50000;
export const isSearchFirst = graphData.entities.length > searchFirstSize;
/** Above so many entities their places in the whole are too far apart for a picture of a few. */
export const isLarge = graphData.entities.length > 2500;
export const mostShown = isLarge ? 700 : 2500;
// A small window has room for less.
const firstCount = isSearchFirst ? 0 : window.innerWidth < 700 ? 24 : 75;

/** @typedef {{from: number, to: number, isTimed: boolean, found: FoundPath[], isComplete: boolean, at: number, step: number, count: number}} PathState */

export const state = {
  count: firstCount,
  /** @type {Chosen|null} */
  chosen: null,
  filters: noFilters(),
  /** @type {Set<number>} */
  grown: new Set(),
  /** @type {Set<number>} */
  folded: new Set(),
  /**
   * Where entities were moved to.
   * @type {Map<number, [number, number]>}
   */
  moved: new Map(),
  /** @type {Set<number>} */
  pins: new Set(),
  /** @type {'type'|'community'} */
  coloring: 'type',
  /** @type {PathState} */
  path: { from: -1, to: -1, isTimed: false, found: [], isComplete: true, at: -1, step: 0, count: 3 },
  contradiction: -1,
  panel: 'card',
  /** @type {'picture'|'table'} */
  view: 'picture',
  /** @type {'statements'|'entities'} */
  table: 'statements',
  /** @type {{document: number, statement: number, place: Place|null}|null} */
  article: null,
  /** @type {Correction[]} */
  corrections: [],
};

const firstModel = buildModel(graphData, []);

/** The graph as it was built, of which corrections speak. */
export const baseModel = firstModel;

export const app = {
  model: firstModel,
  /** @type {Uint8Array} */
  kept: new Uint8Array(0),
  /** @type {ShownBundle[]} */
  ranked: [],
  /** @type {Shown} */
  shown: { bundles: [], nodes: [], isNode: new Set(), byPair: new Map(), possible: 0, statementCount: 0 },
  names: createNameIndex(firstModel),
  /** @type {ReturnType<typeof createPathFinder>|null} */
  finder: null,
};

export const finder = () => (app.finder ??= createPathFinder(app.model));

// Who listens: 'shown' (another part of the graph), 'chosen', 'article', 'panel', 'paths', 'corrections', 'looks', 'moved'.
/** @type {Map<string, (() => void)[]>} */
const listeners = new Map();

/** @param {string} names @param {() => void} listener */
export function on(names, listener) {
  for (const name of names.split(' ')) listeners.set(name, [...listeners.get(name) ?? [], listener]);
}

/** @param {string} names */
export function emit(names) {
  const called = new Set();
  for (const name of names.split(' ')) {
    for (const listener of listeners.get(name) ?? []) {
      if (called.has(listener)) continue;
      called.add(listener);
      listener();
    }
  }
}

/**
 * The path that is stepped through.
 * @returns {FoundPath|null}
 */
export const currentPath = () => state.path.found[state.path.at] ?? null;

/** @returns {number[]} */
function wantedStatements() {
  const path = currentPath();
  const wanted = path ? path.hops.map((hop) => hop.steps[0].statement) : [];
  if (state.chosen?.kind === 'statement') wanted.push(state.chosen.index);
  if (state.chosen?.kind === 'bundle') wanted.push(app.model.bundles[state.chosen.index]?.statements[0] ?? 0);
  if (state.contradiction >= 0) wanted.push(...app.model.contradictions[state.contradiction].statements);
  return wanted.filter((number) => app.model.statements[number] !== undefined);
}

/** After filters or corrections have changed. */
export function updateKept() {
  app.kept = keptStatements(app.model, state.filters);
  app.ranked = rankedBundles(app.model, app.kept);
  updateShown();
}

/** After what is grown, chosen or counted has changed. */
export function updateShown() {
  const visited = state.chosen?.kind === 'entity' ? state.chosen.index : -1;
  const path = currentPath();
  const extraNodes = visited >= 0 ? [visited] : [];
  if (path) for (const hop of path.hops) extraNodes.push(hop.from, hop.to);
  // In a picture of which a filter leaves little there is room for all of it.
  const count = isSearchFirst && isFiltering(state.filters) && state.count === 0 ? 60 : state.count;
  app.shown = shownPart(app.model, app.ranked, {
    count: Math.min(count, mostShown), grown: state.grown, folded: state.folded, visited, extraStatements: wantedStatements(), extraNodes,
  });
  emit('shown');
}

/** After a correction was made or taken back. */
export function rebuild() {
  app.model = buildModel(graphData, state.corrections);
  app.names = createNameIndex(app.model);
  app.finder = null;
  const size = app.model.entities.length;
  const there = (/** @type {number} */ entity) => (entity >= 0 && entity < size ? app.model.canonical[entity] : -1);
  const kept = (/** @type {Set<number>} */ set) => new Set([...set].map(there).filter((entity) => entity >= 0));
  state.grown = kept(state.grown);
  state.folded = kept(state.folded);
  state.path.from = there(state.path.from);
  state.path.to = there(state.path.to);
  Object.assign(state.path, { found: [], at: -1, step: 0 });
  if (state.chosen?.kind === 'entity') {
    const entity = there(state.chosen.index);
    state.chosen = entity < 0 ? null : { kind: 'entity', index: entity };
  } else if (state.chosen?.kind === 'bundle') state.chosen = null;
  updateKept();
  emit('corrections chosen paths');
}

// MARK: undo

/** @typedef {{name: string, values: any}} Snapshot */
/** @type {Snapshot[]} */
const past = [];

const snapshot = () => ({
  count: state.count, chosen: state.chosen, grown: new Set(state.grown), folded: new Set(state.folded), moved: new Map(state.moved),
  pins: new Set(state.pins), coloring: state.coloring, path: { ...state.path }, contradiction: state.contradiction,
  corrections: [...state.corrections],
  filters: {
    ...state.filters, hiddenTypes: new Set(state.filters.hiddenTypes), onlyTypes: new Set(state.filters.onlyTypes),
    hiddenRelations: new Set(state.filters.hiddenRelations), hiddenLines: new Set(state.filters.hiddenLines),
    hiddenDocuments: new Set(state.filters.hiddenDocuments),
  },
});

/**
 * To be called before what can be undone.
 * @param {string} name
 */
export function remember(name) {
  // A slider that is drawn along is one step, not fifty.
  if (name !== '' && past.length > 0 && past[past.length - 1].name === name && /^~/.test(name)) return;
  past.push({ name, values: snapshot() });
  if (past.length > 200) past.shift();
}

/** @returns {string|null} what was undone */
export function undo() {
  const last = past.pop();
  if (!last) return null;
  const corrected = last.values.corrections.length !== state.corrections.length;
  Object.assign(state, last.values);
  if (corrected) rebuild(); else updateKept();
  emit('chosen filters paths looks moved corrections');
  return last.name.replace(/^~/, '');
}

/** @param {Chosen|null} chosen */
export function choose(chosen) {
  if (chosen && state.chosen && chosen.kind === state.chosen.kind && chosen.index === state.chosen.index) {
    state.panel = 'card';
    emit('panel');
    return;
  }
  state.chosen = chosen;
  if (chosen) state.panel = 'card';
  updateShown();
  emit('chosen panel');
}

/** @param {number} statement @param {Evidence|null} [evidence] */
export function openArticle(statement, evidence) {
  const place = evidence ?? app.model.statements[statement]?.evidence[0];
  if (!place) return;
  state.article = { document: place.document, statement, place };
  emit('article');
}
