// The same as the picture, as a table.
import { app, choose, on, openArticle, state } from './app.js';
import { saidTime, timeOrder } from './dates.js';
import { button, byID, el, inputByID, replaceChildren } from './dom.js';
import { documentName, entityButton, lineSign, relationWords } from './parts.js';
import { lineOf } from './styles.js';
import { T } from './texts.js';

let sortColumn = -1;
let isDescending = false;
let rowCount = 100;

/** @returns {Statement[]} */
export function listedStatements() {
  const { statements } = app.model;
  const isAll = inputByID('table-scope').value === 'all';
  return isAll ? statements.filter((statement) => app.kept[statement.index] === 1) : app.shown.bundles.flatMap((shown) => shown.statements).map((index) => statements[index]);
}

/** @param {Statement} statement @param {number} column @returns {string|number} */
function sortKey(statement, column) {
  const { entities, relations } = app.model;
  switch (column) {
    case 0: return entities[statement.subject].name.toLowerCase();
    case 1: return relations[statement.relation].label;
    case 2: return entities[statement.object].name.toLowerCase();
    case 3: return timeOrder(statement);
    case 4: return lineOf(statement, relations);
    case 5: return statement.confidence;
    default: return documentName(statement.evidence[0]?.document ?? -1);
  }
}

function showTable() {
  if (state.view !== 'table') return;
  const rows = listedStatements();
  if (sortColumn >= 0) {
    const keys = new Map(rows.map((row) => [row, sortKey(row, sortColumn)]));
    rows.sort((a, b) => {
      const [p, q] = [keys.get(a) ?? '', keys.get(b) ?? ''];
      return (p < q ? -1 : p > q ? 1 : 0) * (isDescending ? -1 : 1);
    });
  }
  const head = el('tr', {}, ...T.columns.map((title, i) => el('th', { scope: 'col', 'aria-sort': i === sortColumn ? (isDescending ? 'descending' : 'ascending') : null },
    button(title, () => {
      isDescending = sortColumn === i && !isDescending;
      sortColumn = i;
      showTable();
    }, { 'aria-label': T.sortBy(title) }))));
  const body = rows.slice(0, rowCount).map((statement) => el('tr', {},
    el('td', {}, entityButton(statement.subject)),
    el('td', {}, button(relationWords(statement), () => { choose({ kind: 'statement', index: statement.index }); openArticle(statement.index); }, { class: 'link' })),
    el('td', {}, entityButton(statement.object)), el('td', {}, saidTime(statement.start, statement.end, true)),
    el('td', {}, lineSign(lineOf(statement, app.model.relations)), ' ', T.lines[lineOf(statement, app.model.relations)]),
    el('td', { class: 'number' }, statement.confidence.toFixed(2)), el('td', {}, el('bdi', {}, documentName(statement.evidence[0]?.document ?? -1)))));
  replaceChildren(byID('rows'), el('table', {}, el('caption', {}, `${T.tableLabel} (${rows.length.toLocaleString('en')})`), el('thead', {}, head), el('tbody', {}, ...body)),
    rows.length > rowCount && button(T.moreRows(rows.length - rowCount), () => { rowCount += 500; showTable(); }, { class: 'action' }));
}

export function startTable() {
  byID('table-scope').addEventListener('change', showTable);
  on('shown view', showTable);
}
