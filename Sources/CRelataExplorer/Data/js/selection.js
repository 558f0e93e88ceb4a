// What is taken out of the page: the shown part or the whole graph, and what the files say of it.
import { app } from './app.js';

/** @typedef {{entities: Entity[], statements: Statement[]}} Selection */

/**
 * What the picture shows.
 * @returns {Selection}
 */
export function shownSelection() {
  const { entities, statements } = app.model;
  return {
    entities: [...app.shown.nodes].sort((a, b) => a - b).map((number) => entities[number]),
    statements: app.shown.bundles.flatMap((shown) => shown.statements).sort((a, b) => a - b).map((number) => statements[number]),
  };
}

/**
 * Everything, whatever the filters leave; without what was marked as wrong.
 * @returns {Selection}
 */
export function wholeSelection() {
  const { entities, statements } = app.model;
  return { entities: entities.filter((entity) => !entity.isHidden), statements: statements.filter(({ mark }) => mark !== 'wrong') };
}

export const polarityOf = (/** @type {Statement} */ statement) => (statement.isNegated ? 'negated' : 'affirmed');
export const entityID = (/** @type {number|null} */ number) => (number === null ? '' : app.model.entities[number].id);
export const documentsOf = (/** @type {Statement} */ statement) => [...new Set(statement.evidence.map((evidence) => app.model.documents[evidence.document]?.id ?? ''))];

/**
 * A type and the kinds above it.
 * @param {number} type @returns {EntityType[]}
 */
export function typePath(type) {
  const path = [];
  for (let at = /** @type {number|null} */ (type); at !== null && path.length < 20; at = app.model.types[at].parent) path.push(app.model.types[at]);
  return path;
}

/** A date without a year comes before all others, as in the command. */
const seenOrder = (/** @type {string} */ date) => date.replace('XXXX', '-');

/**
 * First and last date of the documents that say so.
 * @param {Statement} statement @returns {[string, string]}
 */
export function seen(statement) {
  const dates = statement.evidence.map((evidence) => app.model.documents[evidence.document]?.date ?? '').filter((date) => date !== '')
    .sort((a, b) => (seenOrder(a) < seenOrder(b) ? -1 : seenOrder(a) > seenOrder(b) ? 1 : 0));
  return [dates[0] ?? '', dates[dates.length - 1] ?? ''];
}
