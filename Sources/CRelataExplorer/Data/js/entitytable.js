// The entities as rows.
import { app, choose, state } from './app.js';
import { bdi, byID } from './dom.js';
import { entityButton } from './parts.js';
import { isFiltering } from './show.js';
import { T } from './texts.js';

/**
 * An entity with what the filters leave of what is said of it: statements, and how many others it is connected with.
 * @typedef {{entity: Entity, statements: number, degree: number}} EntityRow
 */

/** @returns {{statements: Uint32Array, degrees: Uint32Array}} by entity */
function entityCounts() {
  const { entities, statements } = app.model;
  const found = { statements: new Uint32Array(entities.length), degrees: new Uint32Array(entities.length) };
  for (const { index, subject, object } of statements) {
    if (app.kept[index] !== 1) continue;
    found.statements[subject] += 1;
    if (object !== subject) found.statements[object] += 1;
  }
  for (const { bundle } of app.ranked) for (const end of [bundle.a, bundle.b]) found.degrees[end] += 1;
  return found;
}

/**
 * Without filters also those of whom nothing is said; filters speak of statements and leave those that have some.
 * @param {boolean} isAll @returns {EntityRow[]}
 */
function entityRows(isAll) {
  const { statements, degrees } = entityCounts();
  const { model, shown } = app;
  const numbers = isAll ? model.order.filter((number) => statements[number] > 0 || !isFiltering(state.filters)) : shown.nodes;
  return numbers.map((number) => ({ entity: model.entities[number], statements: statements[number], degree: degrees[number] }));
}

const identifiersOf = (/** @type {Entity} */ { identifiers }) => Object.entries(identifiers).map(([scheme, value]) => `${scheme} ${value}`).join(', ');

/** @param {Entity} entity */
function nameButton(entity) {
  const name = entityButton(entity.index);
  // Whoever presses it with a key goes on reading in the card.
  name.addEventListener('click', (event) => { if (event.detail === 0) byID('panel-card').focus(); });
  return name;
}

/** @type {import('./table.js').Table<EntityRow>} */
export const entityTable = {
  label: T.entityTable,
  rows: entityRows,
  columns: [
    { title: T.columns.name, key: ({ entity }) => entity.name.toLowerCase(), cell: ({ entity }) => nameButton(entity), isRowTitle: true },
    { title: T.columns.kind, key: ({ entity }) => app.model.types[entity.type].label, cell: ({ entity }) => app.model.types[entity.type].label },
    { title: T.columns.mentions, key: ({ entity }) => entity.mentions, cell: ({ entity }) => entity.mentions.toLocaleString('en'), isAmount: true },
    { title: T.columns.statements, key: (row) => row.statements, cell: (row) => row.statements.toLocaleString('en'), isAmount: true },
    { title: T.columns.degree, key: ({ degree }) => degree, cell: ({ degree }) => degree.toLocaleString('en'), isAmount: true },
    { title: T.columns.identifiers, key: ({ entity }) => identifiersOf(entity), cell: ({ entity }) => bdi(identifiersOf(entity)) },
  ],
  open: ({ entity }) => choose({ kind: 'entity', index: entity.index }),
};
