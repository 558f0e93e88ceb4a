// What a reader corrects: a list of items about the graph as it was built, that the builder can apply.
import { baseModel, rebuild, remember, state } from './app.js';
import { spanText } from './dates.js';
import { quoteOf } from './model.js';
import { namesOf } from './search.js';
import { parseYAML, yamlOf } from './yaml.js';

const polarities = ['affirmed', 'negated'];
export const modalityIDs = ['asserted', 'reported', 'alleged', 'planned', 'hypothetical'];

/** @param {Correction} correction @param {string} name */
export function addCorrection(correction, name) {
  remember(name);
  const { corrections } = state;
  // The last word about a statement holds: wrong, then right, is right.
  const isReplaced = (/** @type {Correction} */ old) => {
    const isSame = old.statement === correction.statement && old.entity === correction.entity;
    if (!isSame || (correction.statement === undefined && correction.entity === undefined)) return false;
    const isVerdict = (/** @type {Correction} */ one) => one.action === 'wrong' || one.action === 'confirmed';
    return (isVerdict(old) && isVerdict(correction)) || (old.action === correction.action && ['relation', 'rename', 'retype', 'direction'].includes(old.action));
  };
  const twice = correction.action === 'direction' && corrections.some(isReplaced);
  const sameVerdict = corrections.some((old) => isReplaced(old) && old.action === correction.action && correction.to === undefined);
  state.corrections = corrections.filter((old) => !isReplaced(old));
  if (!twice && !sameVerdict) state.corrections.push(correction);
  rebuild();
}

/** @param {number} number */
export function removeCorrection(number) {
  const removed = state.corrections[number];
  if (!removed) return;
  remember(removed.action);
  const made = baseModel.entities.length;
  state.corrections = state.corrections.filter((correction, i) => i !== number
    // Entities that a split made are numbered by the splits: what speaks of them cannot outlive one.
    && !(removed.action === 'split' && i > number && [correction.entity ?? -1, ...correction.entities ?? []].some((entity) => entity >= made)));
  rebuild();
}

/** @param {number} number */
function entityRecord(number) {
  const entity = baseModel.entities[number];
  if (!entity) {
    const split = state.corrections.filter((correction) => correction.action === 'split')[number - baseModel.entities.length];
    const source = baseModel.entities[split?.entity ?? 0];
    return { name: split?.to ?? split?.names?.[0] ?? '', type: baseModel.types[source.type].id, split: source.id };
  }
  return { name: entity.name, type: baseModel.types[entity.type].id, id: entity.id, names: [...new Set(namesOf(entity))] };
}

/** @param {number} number */
function statementRecord(number) {
  const { entities, relations, statements } = baseModel;
  const statement = statements[number];
  const relation = relations[statement.relation];
  return {
    subject: entities[statement.subject].name, relation: relation.id, object: entities[statement.object].name,
    polarity: polarities[Number(statement.isNegated)], modality: modalityIDs[statement.modality],
    time: spanText(statement.start, statement.end) || undefined, role: statement.role ?? undefined,
    attribution: statement.attribution === null ? undefined : entities[statement.attribution].name,
    place: statement.place === null ? undefined : entities[statement.place].name, open: relation.isOpen || undefined,
  };
}

/** @param {number} number */
const evidenceRecords = (number) => baseModel.statements[number].evidence.map((evidence) => ({
  document: baseModel.documents[evidence.document]?.id ?? '', start: evidence.start, end: evidence.end, quote: quoteOf(baseModel, evidence),
}));

/** The list as corrections.yaml. */
export function correctionsYAML() {
  const items = state.corrections.map(({ action, statement, entity, entities, names, to, open }) => ({
    action,
    statement: statement === undefined ? undefined : statementRecord(statement),
    entity: entity === undefined ? undefined : entityRecord(entity),
    entities: entities?.map(entityRecord), names, to, open: open || undefined,
    evidence: statement === undefined ? undefined : evidenceRecords(statement),
  }));
  const head = '# Corrections made in Relata’s explorer. Apply them: relata build … --corrections corrections.yaml\nversion: 1\ncorrections:';
  return head + (items.length > 0 ? yamlOf(items, 1) : ' []\n');
}

/** @param {any} record @returns {number} */
function entityNumber(record) {
  if (!record) return -1;
  if (record.split) {
    const splits = state.corrections.filter((correction) => correction.action === 'split');
    const place = splits.findIndex((correction) => baseModel.entities[correction.entity ?? -1]?.id === record.split && (correction.to ?? correction.names?.[0]) === record.name);
    return place < 0 ? -1 : baseModel.entities.length + place;
  }
  const names = new Set([record.name, ...record.names ?? []]);
  const known = baseModel.entities.find((entity) => entity.id === record.id);
  if (known && namesOf(known).some((name) => names.has(name))) return known.index;
  const found = baseModel.entities.find((entity) => namesOf(entity).some((name) => names.has(name)) && (!record.type || baseModel.types[entity.type].id === record.type));
  return found ? found.index : -1;
}

/** @param {any} item @returns {number} */
function statementNumber(item) {
  const { entities, relations, statements, documents } = baseModel;
  const matches = statements.filter((statement) => {
    const ends = [entities[statement.subject], entities[statement.object]];
    if (!namesOf(ends[0]).includes(item.statement.subject) || !namesOf(ends[1]).includes(item.statement.object)) return false;
    return statement.evidence.some((evidence) => item.evidence.some((/** @type {any} */ wanted) =>
      documents[evidence.document]?.id === wanted.document && quoteOf(baseModel, evidence) === wanted.quote));
  });
  const exact = matches.find((statement) => relations[statement.relation].id === item.statement.relation
    && polarities[Number(statement.isNegated)] === item.statement.polarity && modalityIDs[statement.modality] === item.statement.modality
    && spanText(statement.start, statement.end) === (item.statement.time ?? ''));
  const found = exact ?? matches.find((statement) => relations[statement.relation].id === item.statement.relation);
  return found ? found.index : -1;
}

/**
 * Reads a file that was saved before, in addition to what is there.
 * @param {string} text @returns {{count: number, lost: number}} throws where it is no such file
 */
export function loadCorrections(text) {
  const file = parseYAML(text);
  if (file?.version !== 1 || !Array.isArray(file.corrections)) throw new Error('version');
  remember('load');
  let lost = 0;
  let count = 0;
  for (const item of file.corrections) {
    /** @type {Correction} */
    const correction = { action: item.action };
    if (item.statement) correction.statement = statementNumber(item);
    if (item.entity) correction.entity = entityNumber(item.entity);
    if (item.entities) correction.entities = item.entities.map(entityNumber);
    if (item.names) correction.names = item.names;
    if (item.to !== undefined) correction.to = String(item.to);
    if (item.open) correction.open = true;
    if ([correction.statement ?? 0, correction.entity ?? 0, ...correction.entities ?? []].some((number) => number < 0)) {
      lost += 1;
      continue;
    }
    count += 1;
    state.corrections = [...state.corrections, correction];
  }
  rebuild();
  return { count, lost };
}

/** Whether there is something that closing the page would lose. */
export const saving = { saved: '' };
export const isUnsaved = () => state.corrections.length > 0 && saving.saved !== correctionsYAML();
