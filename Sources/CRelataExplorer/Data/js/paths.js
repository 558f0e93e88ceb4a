// The most informative paths between two entities, as `relata path` finds them; Documentation/paths.md has the formula.
import { dayRange, earliestDay } from './dates.js';

const perUnit = 1000000;
const reservations = [0, .5, 1, 1.5, 2];

/**
 * One statement as a way to a neighbour.
 * @typedef {{node: number, statement: number, isForward: boolean, cost: number, range: [number, number]|null}} Step
 * @typedef {{nodes: number[], cost: number, day: number, bound: number, isWhole: boolean}} Way
 */

const scaled = (/** @type {number} */ cost) => Math.max(0, Math.round(cost * perUnit));
const millionths = (/** @type {number} */ confidence) => Math.round(Math.min(1, Math.max(0, confidence)) * perUnit) / perUnit;
const hundredths = (/** @type {number|null} */ importance) => (importance === null ? 0 : 1 + Math.round(Math.min(1, Math.max(0, importance)) * 100));

/**
 * The order in which the statements of a hop are told.
 * @param {Model} model @param {PathStep} p @param {PathStep} q
 */
function stepOrder(model, p, q) {
  const [a, b] = [model.statements[p.statement], model.statements[q.statement]];
  return a.modality - b.modality || millionths(b.confidence) - millionths(a.confidence)
    || hundredths(b.importance) - hundredths(a.importance) || Math.min(255, b.evidence.length) - Math.min(255, a.evidence.length)
    || a.index - b.index;
}

/** A heap of ways: by the least cost that they can end with. */
class Heap {
  /** @type {Way[]} */
  ways = [];

  /** @param {Way} way */
  push(way) {
    const { ways } = this;
    let child = ways.push(way) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (ways[parent].bound <= way.bound) break;
      ways[child] = ways[parent];
      child = parent;
    }
    ways[child] = way;
  }

  /** @returns {Way|undefined} */
  pop() {
    const { ways } = this;
    const first = ways[0];
    const last = ways.pop();
    if (!last || ways.length === 0) return first;
    let parent = 0;
    for (;;) {
      let least = 2 * parent + 1;
      if (least >= ways.length) break;
      if (least + 1 < ways.length && ways[least + 1].bound < ways[least].bound) least += 1;
      if (ways[least].bound >= last.bound) break;
      ways[parent] = ways[least];
      parent = least;
    }
    ways[parent] = last;
    return first;
  }
}

/**
 * What all searches in one model share.
 * @param {Model} model
 */
export function createPathFinder(model) {
  const { entities, statements, relations } = model;
  const uses = new Float64Array(relations.length);
  /** @type {Map<string, number>} */
  const usesByID = new Map();
  for (const { relation } of statements) usesByID.set(relations[relation].id, (usesByID.get(relations[relation].id) ?? 0) + 1);
  relations.forEach((relation, i) => { uses[i] = usesByID.get(relation.id) ?? 0; });
  const logOfAll = Math.log2(Math.max(2, statements.length));
  const idOrder = entities.map((entity) => entity.id);
  const precedes = (/** @type {number[]} */ a, /** @type {number[]} */ b) => {
    for (let i = 0; i < Math.min(a.length, b.length); i += 1) if (a[i] !== b[i]) return idOrder[a[i]] < idOrder[b[i]] ? -1 : 1;
    return a.length - b.length;
  };

  const statementCost = (/** @type {Statement} */ statement) => {
    const relation = relations[statement.relation];
    const documents = Math.max(1, new Set(statement.evidence.map((e) => e.document)).size);
    const sureness = Math.max(.0001, millionths(statement.confidence));
    const generality = Math.log2(Math.max(1, uses[statement.relation])) / logOfAll + (relation.isOpen ? .5 : 0);
    return scaled((reservations[statement.modality] - Math.log2(sureness)) / documents + generality + relation.cost);
  };
  const nodeCost = (/** @type {number} */ entity) =>
    scaled(.5 * Math.log2(Math.max(1, model.bundlesOf[entity].length)) + model.types[entities[entity].type].passing);

  /** @type {Map<number, Step[]>} */
  const rows = new Map();
  const rowOf = (/** @type {number} */ entity) => {
    let row = rows.get(entity);
    if (row) return row;
    row = [];
    for (const number of model.bundlesOf[entity]) {
      const bundle = model.bundles[number];
      for (const index of bundle.statements) {
        const statement = statements[index];
        // What the text denies and what a reader has struck out connects nothing.
        if (statement.isNegated || statement.mark === 'wrong') continue;
        row.push({
          node: bundle.a === entity ? bundle.b : bundle.a, statement: index, isForward: statement.subject === entity,
          cost: statementCost(statement), range: dayRange(statement.start, statement.end),
        });
      }
    }
    rows.set(entity, row);
    return row;
  };

  /**
   * The least that it costs from each entity to the end within so many hops, times aside: what a search can hope for.
   * @param {number} end @param {number} maximumHops @param {boolean} isTimed
   */
  const remaining = (end, maximumHops, isTimed) => {
    /** @type {Map<number, number>[]} */
    const layers = [new Map([[end, 0]])];
    for (let hops = 1; hops <= maximumHops; hops += 1) {
      const layer = new Map(layers[hops - 1]);
      for (const [node, cost] of layers[hops - 1]) {
        const passing = node === end ? 0 : nodeCost(node);
        for (const step of rowOf(node)) {
          if (isTimed && !step.range) continue;
          const total = cost + passing + 2 * perUnit + step.cost;
          if (total < (layer.get(step.node) ?? Infinity)) layer.set(step.node, total);
        }
      }
      layers.push(layer);
    }
    return layers;
  };

  /** @param {number[]} nodes @param {number} cost @param {boolean} isTimed @returns {FoundPath} */
  const toldPath = (nodes, cost, isTimed) => {
    let day = earliestDay;
    let confidence = 1;
    const hops = nodes.slice(1).map((to, i) => {
      let arrival = Infinity;
      const steps = [];
      for (const step of rowOf(nodes[i])) {
        if (step.node !== to) continue;
        if (isTimed) {
          if (!step.range || day > step.range[1]) continue;
          arrival = Math.min(arrival, Math.max(day, step.range[0]));
        }
        steps.push({ statement: step.statement, isForward: step.isForward });
      }
      if (isTimed) day = arrival;
      steps.sort((p, q) => stepOrder(model, p, q));
      confidence *= Math.max(...steps.map((step) => millionths(statements[step.statement].confidence)));
      return { from: nodes[i], to, steps };
    });
    return { hops, cost: cost / perUnit, confidence };
  };

  /**
   * @param {number} from @param {number} to @param {{count?: number, maximumHops?: number, isTimed?: boolean}} [options]
   * @returns {{paths: FoundPath[], isComplete: boolean}}
   */
  const find = (from, to, options = {}) => {
    const { count = 3, maximumHops = 4, isTimed = false } = options;
    if (from === to) return { paths: [], isComplete: true };
    const layers = remaining(to, maximumHops, isTimed);
    const heap = new Heap();
    /** @type {Way[]} */
    const whole = [];
    let looks = 3000000;
    if (layers[maximumHops].has(from)) heap.push({ nodes: [from], cost: 0, day: earliestDay, bound: 0, isWhole: false });
    for (let way = heap.pop(); way; way = heap.pop()) {
      if (whole.length >= count && way.cost > whole[count - 1].cost && way.bound > whole[count - 1].cost) break;
      if (way.isWhole) {
        const { nodes } = way;
        if (!whole.some((known) => precedes(known.nodes, nodes) === 0)) whole.push(way);
        if (whole.length > 500) break;
        continue;
      }
      const hopsLeft = maximumHops - way.nodes.length;
      const last = way.nodes[way.nodes.length - 1];
      /** @type {Map<number, Step[]>} */
      const ways = new Map();
      for (const step of rowOf(last)) {
        looks -= 1;
        if (way.nodes.includes(step.node) || !layers[hopsLeft].has(step.node)) continue;
        if (isTimed && (!step.range || way.day > step.range[1])) continue;
        const known = ways.get(step.node);
        if (known) known.push(step); else ways.set(step.node, [step]);
      }
      for (const [node, steps] of ways) {
        const isWhole = node === to;
        const nodes = [...way.nodes, node];
        const passing = 2 * perUnit + (isWhole ? 0 : nodeCost(node));
        steps.sort((p, q) => p.cost - q.cost);
        let best = Infinity;
        for (const step of steps) {
          const day = isTimed && step.range ? Math.max(way.day, step.range[0]) : way.day;
          // A dearer statement is only of use if it allows an earlier day.
          if (day >= best) continue;
          best = day;
          const cost = way.cost + passing + step.cost;
          heap.push({ nodes, cost, day, bound: cost + (isWhole ? 0 : layers[hopsLeft].get(node) ?? 0), isWhole });
          if (!isTimed) break;
        }
      }
      if (looks < 0) break;
    }
    whole.sort((a, b) => a.cost - b.cost || precedes(a.nodes, b.nodes));
    return { paths: whole.slice(0, count).map((way) => toldPath(way.nodes, way.cost, isTimed)), isComplete: looks >= 0 };
  };

  return { find };
}
