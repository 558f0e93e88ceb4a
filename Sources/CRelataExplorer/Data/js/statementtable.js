// The statements as rows.
import { app, choose, openArticle } from './app.js';
import { saidTime, timeOrder } from './dates.js';
import { bdi, button, el } from './dom.js';
import { documentName, entityButton, lineSign, relationWords } from './parts.js';
import { lineOf } from './styles.js';
import { T } from './texts.js';

/** @param {Statement} statement */
function openStatement(statement) {
  choose({ kind: 'statement', index: statement.index });
  openArticle(statement.index);
}

const sourceOf = (/** @type {Statement} */ statement) => documentName(statement.evidence[0]?.document ?? -1);
const lineOfRow = (/** @type {Statement} */ statement) => lineOf(statement, app.model.relations);
const nameKey = (/** @type {number} */ entity) => app.model.entities[entity].name.toLowerCase();

/** @type {import('./table.js').Table<Statement>} */
export const statementTable = {
  label: T.statementTable,
  rows: (isAll) => {
    const { statements } = app.model;
    return isAll ? statements.filter(({ index }) => app.kept[index] === 1) : app.shown.bundles.flatMap((shown) => shown.statements).map((index) => statements[index]);
  },
  columns: [
    { title: T.columns.subject, key: ({ subject }) => nameKey(subject), cell: ({ subject }) => entityButton(subject) },
    { title: T.columns.relation, key: ({ relation }) => app.model.relations[relation].label, cell: (row) => button(relationWords(row), () => openStatement(row), { class: 'link' }) },
    { title: T.columns.object, key: ({ object }) => nameKey(object), cell: ({ object }) => entityButton(object) },
    { title: T.columns.when, key: timeOrder, cell: ({ start, end }) => saidTime(start, end, true) },
    { title: T.columns.certainty, key: lineOfRow, cell: (row) => el('span', {}, lineSign(lineOfRow(row)), ' ', T.lines[lineOfRow(row)]) },
    { title: T.columns.confidence, key: ({ confidence }) => confidence, cell: ({ confidence }) => confidence.toFixed(2), isAmount: true },
    { title: T.columns.source, key: sourceOf, cell: (row) => bdi(sourceOf(row)) },
  ],
  open: openStatement,
};
