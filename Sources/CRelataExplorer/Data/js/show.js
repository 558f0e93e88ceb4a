// Which part of the graph the picture shows: what matters most of what the filters leave, and what was asked for besides.
import { dayRange, earliestDay, firstDay, lastDay, latestDay } from './dates.js';
import { pairKey } from './model.js';
import { lineOf } from './styles.js';

/** How many lines a grown or visited entity brings along at most: a hub must not flood the picture. */
export const growth = { grown: 40, visited: 10 };

/** @returns {Filters} */
export const noFilters = () => ({
  hiddenTypes: new Set(), onlyTypes: new Set(), hiddenRelations: new Set(), hiddenLines: new Set(), hiddenDocuments: new Set(),
  confidence: 0, from: '', until: '', undated: false,
});

/** @param {Filters} filters */
export const isFiltering = (filters) => filters.hiddenTypes.size + filters.onlyTypes.size + filters.hiddenRelations.size
  + filters.hiddenLines.size + filters.hiddenDocuments.size > 0 || filters.confidence > 0 || filters.from !== '' || filters.until !== '';

/**
 * Which statements the filters leave, by number.
 * @param {Model} model @param {Filters} filters @param {{ignoresTime?: boolean}} [options]
 */
export function keptStatements(model, filters, options = {}) {
  const { entities, relations, statements } = model;
  const first = firstDay(filters.from) ?? earliestDay;
  const last = lastDay(filters.until) ?? latestDay;
  const isTimed = !options.ignoresTime && (first !== earliestDay || last !== latestDay);
  const kept = new Uint8Array(statements.length);
  for (const statement of statements) {
    if (statement.mark === 'wrong') continue;
    const types = [entities[statement.subject].type, entities[statement.object].type];
    if (filters.hiddenTypes.size > 0 && types.some((type) => filters.hiddenTypes.has(type))) continue;
    if (filters.onlyTypes.size > 0 && !types.some((type) => filters.onlyTypes.has(type))) continue;
    if (filters.hiddenRelations.has(statement.relation) || statement.confidence < filters.confidence) continue;
    if (filters.hiddenLines.size > 0 && filters.hiddenLines.has(lineOf(statement, relations))) continue;
    if (filters.hiddenDocuments.size > 0 && statement.evidence.every((e) => filters.hiddenDocuments.has(e.document))) continue;
    if (isTimed) {
      const range = dayRange(statement.start, statement.end);
      if (range ? range[0] > last || range[1] < first : !filters.undated) continue;
    }
    kept[statement.index] = 1;
  }
  return kept;
}

/**
 * @typedef {{
 *   count: number, grown: Set<number>, folded: Set<number>, visited: number, extraStatements: number[], extraNodes: number[]
 * }} Choice
 */

/**
 * The bundles of which the filters leave something, the most important first.
 * @param {Model} model @param {Uint8Array} kept @returns {ShownBundle[]}
 */
export function rankedBundles(model, kept) {
  /** @type {ShownBundle[]} */
  const ranked = [];
  for (const bundle of model.bundles) {
    let statements = bundle.statements;
    if (!statements.every((number) => kept[number] === 1)) statements = statements.filter((number) => kept[number] === 1);
    if (statements.length === 0) continue;
    ranked.push({ bundle, statements, score: model.statements[statements[0]].score + .01 * Math.log2(statements.length) });
  }
  return ranked.sort((a, b) => b.score - a.score || a.bundle.index - b.bundle.index);
}

/** @param {Model} model @param {ShownBundle[]} ranked @param {Choice} choice @returns {Shown} */
export function shownPart(model, ranked, choice) {
  /** @type {Map<number, ShownBundle>} */
  const chosen = new Map();
  for (const shown of ranked.slice(0, choice.count)) chosen.set(shown.bundle.index, shown);
  const needsIndex = choice.grown.size > 0 || choice.visited >= 0 || choice.extraStatements.length > 0;
  if (needsIndex) {
    /** @type {Map<number, ShownBundle>} */
    const all = new Map(ranked.map((shown) => [shown.bundle.index, shown]));
    const add = (/** @type {number} */ entity, /** @type {number} */ limit) => {
      const own = (model.bundlesOf[entity] ?? []).map((number) => all.get(number)).filter((shown) => shown !== undefined);
      own.sort((a, b) => (b?.score ?? 0) - (a?.score ?? 0));
      for (const shown of own.slice(0, limit)) if (shown) chosen.set(shown.bundle.index, shown);
    };
    for (const entity of choice.grown) add(entity, growth.grown);
    if (choice.visited >= 0) add(choice.visited, growth.visited);
    for (const number of choice.extraStatements) {
      const statement = model.statements[number];
      const index = statement && model.bundlesOf[statement.subject].find((i) => model.bundles[i].a === statement.object || model.bundles[i].b === statement.object);
      if (index === undefined || chosen.has(index)) continue;
      chosen.set(index, all.get(index) ?? { bundle: model.bundles[index], statements: [number], score: statement.score });
    }
  }
  if (choice.folded.size > 0) fold(chosen, choice);
  const bundles = [...chosen.values()].sort((a, b) => b.score - a.score || a.bundle.index - b.bundle.index);
  const isNode = new Set(choice.extraNodes);
  for (const { bundle } of bundles) isNode.add(bundle.a).add(bundle.b);
  const nodes = [...isNode].sort((a, b) => model.entities[a].rank - model.entities[b].rank || a - b);
  return {
    bundles, nodes, isNode, byPair: new Map(bundles.map((shown) => [pairKey(shown.bundle.a, shown.bundle.b), shown])),
    possible: ranked.length, statementCount: bundles.reduce((sum, shown) => sum + shown.statements.length, 0),
  };
}

/**
 * Leaves out what hangs on a folded entity alone.
 * @param {Map<number, ShownBundle>} chosen @param {Choice} choice
 */
function fold(chosen, choice) {
  /** @type {Map<number, number>} */
  const degrees = new Map();
  for (const { bundle } of chosen.values()) for (const end of [bundle.a, bundle.b]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const keep = new Set(choice.extraNodes);
  for (const [index, { bundle }] of chosen) {
    const isLeaf = (/** @type {number} */ entity) => degrees.get(entity) === 1 && !keep.has(entity);
    if ((choice.folded.has(bundle.a) && isLeaf(bundle.b)) || (choice.folded.has(bundle.b) && isLeaf(bundle.a))) chosen.delete(index);
  }
}
