// The graph as the page uses it: the file's rows with the corrections applied, bundled by pairs of entities.
import { foldedName } from './names.js';
import { scalarSlice } from './scalars.js';

/** @param {any[]} row @returns {Place|null} */
const placeOf = (row) => (row ? { document: row[0], start: row[1], end: row[2] } : null);

/** @param {any[]} row @returns {IdentityLink} */
const linkOf = (row) => ({ name: row[0], other: row[1], words: row[2], reason: row[3] ?? '', detail: row[4] ?? '', document: row[5] ?? null });

/** @param {any[]} row @param {number} index @returns {Entity} */
const entityOf = (row, index) => ({
  index, id: row[0], name: row[1], type: row[2], mentions: row[3], x: row[4] ?? null, y: row[5] ?? null,
  community: row[6] ?? -1, rank: row[7] ?? index,
  aliases: (row[8] ?? []).map((/** @type {any[]} */ a) => ({ name: a[0], count: a[1], place: placeOf(a[2]) })),
  identifiers: row[9] ?? {}, links: (row[10] ?? []).map(linkOf), keys: row[11] ?? null, joined: [], splitFrom: null, isHidden: false,
  isCorrected: false,
});

/** @param {any[]} row @returns {Evidence} */
const evidenceOf = (row) => ({ document: row[0], start: row[1], end: row[2], trigger: row[3] ?? null, quote: row[4] ?? null });

/** @param {any[]} row @param {number} index @returns {Statement} */
const statementOf = (row, index) => ({
  index, subject: row[0], relation: row[1], object: row[2], isNegated: row[3] === 1, modality: row[4],
  attribution: row[5] ?? null, start: row[6] ?? null, end: row[7] ?? null, place: row[8] ?? null, role: row[9] ?? null,
  confidence: row[10] ?? 1, importance: row[11] ?? null,
  evidence: (row[12] ?? []).map(evidenceOf),
  score: 0, mark: '', isCorrected: false, isContradicted: false, original: [row[0], row[1], row[2]],
});

/**
 * The sentence of a piece of evidence.
 * @param {{documents: SourceDocument[]}} model @param {Evidence} evidence
 */
export function quoteOf(model, evidence) {
  if (evidence.quote !== null) return evidence.quote;
  const text = model.documents[evidence.document]?.text;
  return text ? scalarSlice(text, evidence.start, evidence.end) : '';
}

/** @param {GraphData} data @param {readonly Correction[]} corrections @returns {Model} */
export function buildModel(data, corrections) {
  const entities = data.entities.map(entityOf);
  const statements = data.statements.map(statementOf);
  const relations = data.relations.map((row, index) => ({
    index, id: row[0], label: row[1], inverse: row[2] ?? null, isSymmetric: row[3] === 1, isOpen: row[4] === 1,
    definition: row[5] ?? null, cost: row[6] ?? 0, domain: row[7] ?? [], range: row[8] ?? [], wikidata: row[9] ?? null, plover: row[10] ?? null,
  }));
  const types = data.types.map((row, index) => ({
    index, id: row[0], label: row[1], parent: row[2] ?? null, family: row[3] ?? 'other',
    passing: row[4] ?? (row[3] === 'place' ? 3 : row[0] === 'PopulationGroup' ? 1 : 0), schema: row[5] ?? null, wikidata: row[6] ?? null,
  }));
  const documents = data.documents.map((row, index) => ({
    index, id: row[0], title: row[1] ?? null, date: row[2] ?? null, url: row[3] ?? null, publisher: row[4] ?? null,
    author: row[5] ?? null, text: row[6] ?? null, pageStarts: row[7] ?? null, sentences: row[8] ?? 0, words: row[9] ?? 0, sha256: row[10] ?? null,
    copies: row[11] ?? [],
  }));
  /** @type {Model} */
  const model = {
    title: data.title, note: data.note, context: data.context ?? null, types, relations, entities, statements, documents,
    contradictions: data.contradictions.map((row) => ({ kind: row[0], statements: row[1], explanation: row[2] })),
    applied: (data.corrections ?? []).map((row) => ({
      action: row[0], explanation: row[1], file: row[2], line: row[3], entities: row[4], evidence: row[5].map(evidenceOf),
    })),
    communities: data.communities.map((row) => ({ label: row[0], count: row[1] })),
    bundles: [], bundlesOf: [], canonical: Int32Array.from(entities.keys()), entityNumber: new Map(), order: [],
  };
  if (corrections.length > 0) applyCorrections(model, corrections);
  for (const contradiction of model.contradictions) {
    for (const number of contradiction.statements) if (statements[number]) statements[number].isContradicted = true;
  }
  entities.forEach((entity, i) => model.entityNumber.set(entity.id, i));
  model.order = entities.filter((entity) => !entity.isHidden).map((entity) => entity.index)
    .sort((a, b) => entities[a].rank - entities[b].rank || a - b);
  bundleStatements(model);
  return model;
}

/** @param {Model} model */
function bundleStatements(model) {
  const { entities, statements, bundles } = model;
  const degrees = new Float64Array(entities.length);
  for (const { subject, object } of statements) {
    degrees[subject] += 1;
    degrees[object] += 1;
  }
  const busiest = Math.log2(2 + degrees.reduce((most, degree) => Math.max(most, degree), 0));
  /** @type {Map<number, number>} */
  const byPair = new Map();
  model.bundlesOf = entities.map(() => []);
  for (const statement of statements) {
    const { subject, object } = statement;
    const evidence = Math.min(1, Math.log2(1 + statement.evidence.length) / 3);
    // Where the builder did not weigh a statement: what is sure, often said and about those of whom much is said.
    statement.score = statement.importance ?? .4 * statement.confidence + .3 * evidence
      + .3 * Math.log2(1 + Math.min(degrees[subject], degrees[object])) / busiest;
    statement.score += .02 * evidence + .001 * statement.confidence;
    if (subject === object) continue;
    const key = pairKey(subject, object);
    let number = byPair.get(key);
    if (number === undefined) {
      number = bundles.length;
      byPair.set(key, number);
      bundles.push({ index: number, a: Math.min(subject, object), b: Math.max(subject, object), statements: [], score: 0 });
      model.bundlesOf[subject].push(number);
      model.bundlesOf[object].push(number);
    }
    bundles[number].statements.push(statement.index);
  }
  for (const bundle of bundles) {
    if (bundle.statements.length > 1) bundle.statements.sort((p, q) => statements[q].score - statements[p].score || p - q);
    bundle.score = statements[bundle.statements[0]].score + .01 * Math.log2(bundle.statements.length);
  }
}

/**
 * One number for two entities, whichever comes first.
 * @param {number} a @param {number} b
 */
export const pairKey = (a, b) => (a < b ? a * 4194304 + b : b * 4194304 + a);

/** @param {Model} model @param {readonly Correction[]} corrections */
function applyCorrections(model, corrections) {
  const { entities, statements } = model;
  for (const correction of corrections) if (correction.action === 'split') split(model, correction);
  const root = (/** @type {number} */ entity) => {
    while (model.canonical[entity] !== entity) entity = model.canonical[entity];
    return entity;
  };
  for (const { action, entities: members, to } of corrections) {
    if (action !== 'merge' || !members) continue;
    const roots = [...new Set(members.filter((i) => entities[i]).map(root))].sort((a, b) => entities[a].rank - entities[b].rank);
    const target = entities[roots[0]];
    if (!target) continue;
    for (const number of roots.slice(1)) join(target, entities[number]);
    for (const number of roots) model.canonical[number] = target.index;
    if (to) target.name = to;
    target.isCorrected = true;
  }
  for (let i = 0; i < model.canonical.length; i += 1) model.canonical[i] = root(i);
  for (const correction of corrections) {
    if (correction.entity === undefined || !entities[correction.entity]) continue;
    const entity = entities[model.canonical[correction.entity]];
    if (correction.action === 'rename' && correction.to) {
      entity.name = correction.to;
      entity.keys = null;
      entity.isCorrected = true;
    } else if (correction.action === 'retype') {
      const type = model.types.findIndex((known) => known.id === correction.to);
      if (type >= 0) entity.type = type;
      entity.isCorrected = true;
    }
  }
  for (const correction of corrections) {
    const statement = correction.statement === undefined ? undefined : statements[correction.statement];
    if (!statement) continue;
    statement.isCorrected = true;
    if (correction.action === 'wrong' || correction.action === 'confirmed') statement.mark = correction.action;
    if (correction.action === 'direction') [statement.subject, statement.object] = [statement.object, statement.subject];
    if (correction.action === 'relation') {
      const relation = model.relations.findIndex((known) => known.id === correction.to && known.isOpen === (correction.open ?? false));
      if (relation >= 0) statement.relation = relation;
    }
  }
  for (const statement of statements) {
    statement.subject = model.canonical[statement.subject];
    statement.object = model.canonical[statement.object];
    if (statement.place !== null) statement.place = model.canonical[statement.place];
    if (statement.attribution !== null) statement.attribution = model.canonical[statement.attribution];
    if (statement.mark === 'confirmed') statement.confidence = 1;
  }
}

/** @param {Entity} target @param {Entity} other */
function join(target, other) {
  target.aliases = [...target.aliases, ...other.aliases];
  if (!target.aliases.some((alias) => alias.name === other.name)) target.aliases.push({ name: other.name, count: other.mentions, place: null });
  target.links = [...target.links, ...other.links];
  target.identifiers = { ...other.identifiers, ...target.identifiers };
  target.mentions += other.mentions;
  target.joined = [...target.joined, other.index, ...other.joined];
  target.keys = null;
  other.isHidden = true;
}

/** @param {Model} model @param {Correction} correction */
function split(model, { entity: number, names = [], to }) {
  const entity = number === undefined ? undefined : model.entities[number];
  if (!entity || names.length === 0) return;
  const leaving = new Set(names);
  const aliases = entity.aliases.filter((alias) => leaving.has(alias.name));
  const staying = entity.aliases.filter((alias) => !leaving.has(alias.name));
  const index = model.entities.length;
  model.entities.push({
    ...entity, index, id: entity.id + '#' + (to ?? names[0]), name: to ?? names[0], aliases, keys: null, identifiers: {},
    mentions: aliases.reduce((sum, alias) => sum + alias.count, 0), x: entity.x === null ? null : entity.x + 60,
    y: entity.y === null ? null : entity.y + 60, links: [], joined: [], splitFrom: entity.id, isCorrected: true,
  });
  model.canonical = Int32Array.from([...model.canonical, index]);
  entity.aliases = staying;
  entity.keys = null;
  entity.isCorrected = true;
  if (leaving.has(entity.name) && staying.length > 0) entity.name = staying[0].name;
  // Only the builder knows which name a statement was found by; here a sentence decides that has names of one side alone.
  const has = (/** @type {string[]} */ words, /** @type {Iterable<string>} */ list) => {
    const text = ` ${words.join(' ')} `;
    return [...list].some((name) => text.includes(` ${foldedName(name).words.join(' ')} `));
  };
  for (const statement of model.statements) {
    if (statement.subject !== number && statement.object !== number) continue;
    const moves = statement.evidence.length > 0 && statement.evidence.every((evidence) => {
      const words = foldedName(quoteOf(model, evidence)).words;
      return has(words, leaving) && !has(words, staying.map((alias) => alias.name));
    });
    if (!moves) continue;
    if (statement.subject === number) statement.subject = index;
    if (statement.object === number) statement.object = index;
  }
}
