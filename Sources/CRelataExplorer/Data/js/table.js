// The same as the picture, as tables: of the statements and of the entities. Each table is described in a file of its own.
import { emit, on, state } from './app.js';
import { entityTable } from './entitytable.js';
import { button, byID, el, inputByID, keepingFocus, replaceChildren } from './dom.js';
import { statementTable } from './statementtable.js';
import { T } from './texts.js';

/**
 * What a column shows of a row, and by what it is sorted. Amounts are sorted from the largest down at first; a row's title is read
 * out with each of its cells.
 * @template Row
 * @typedef {{title: string, key: (row: Row) => string|number, cell: (row: Row) => Node|string, isAmount?: boolean, isRowTitle?: boolean}} Column
 */

/**
 * `rows` are those of the picture, or all that the filters leave; `open` is what a click on a row does.
 * @template Row
 * @typedef {{label: string, rows: (isAll: boolean) => Row[], columns: Column<Row>[], open: (row: Row) => void}} Table
 */

/** So many rows are shown at first, and so many more at each wish. */
const firstRows = 100;
const moreRows = 500;

/** @typedef {{column: number, isDescending: boolean, rowCount: number}} Look */
/** @type {Record<'statements'|'entities', Look>} */
const looks = {
  statements: { column: -1, isDescending: false, rowCount: firstRows }, entities: { column: -1, isDescending: false, rowCount: firstRows },
};

/** @template Row @param {Row[]} rows @param {Column<Row>} column @param {boolean} isDescending */
function sorted(rows, { key }, isDescending) {
  const keys = new Map(rows.map((row) => [row, key(row)]));
  return [...rows].sort((a, b) => {
    const [p, q] = [keys.get(a) ?? '', keys.get(b) ?? ''];
    return (p < q ? -1 : p > q ? 1 : 0) * (isDescending ? -1 : 1);
  });
}

/** @template Row @param {Column<Row>[]} columns @param {Look} look */
function headOf(columns, look) {
  return el('tr', {}, ...columns.map(({ title, isAmount = false }, i) => {
    const direction = look.isDescending ? 'descending' : 'ascending';
    return el('th', { scope: 'col', 'aria-sort': i === look.column ? direction : null }, button(title, () => {
      look.isDescending = look.column === i ? !look.isDescending : isAmount;
      look.column = i;
      showTable();
    }, { 'aria-label': T.sortBy(title) }));
  }));
}

/** @template Row @param {Table<Row>} table @param {Row} row */
function rowOf({ columns, open }, row) {
  return el('tr', {
    click: (/** @type {MouseEvent} */ event) => {
      // What stands in the row and can be pressed does what it does.
      if (event.target instanceof Element && event.target.closest('button, a') === null) open(row);
    },
  }, ...columns.map(({ cell, isAmount, isRowTitle }) => (isRowTitle ? el('th', { scope: 'row' }, cell(row)) : el('td', { class: isAmount ? 'number' : null }, cell(row)))));
}

/** @template Row @param {Table<Row>} table @param {Look} look */
function render(table, look) {
  let rows = table.rows(inputByID('table-scope').value === 'all');
  const column = table.columns[look.column];
  if (column) rows = sorted(rows, column, look.isDescending);
  const panel = byID('rows');
  keepingFocus(panel, () => replaceChildren(panel,
    el('table', {}, el('caption', {}, `${table.label} (${rows.length.toLocaleString('en')})`), el('thead', {}, headOf(table.columns, look)),
      el('tbody', {}, ...rows.slice(0, look.rowCount).map((row) => rowOf(table, row)))),
    rows.length > look.rowCount && button(T.moreRows(rows.length - look.rowCount), () => { look.rowCount += moreRows; showTable(); }, { class: 'action' })));
}

function showTable() {
  if (state.view !== 'table') return;
  for (const name of /** @type {const} */ (['statements', 'entities'])) byID(`table-${name}`).setAttribute('aria-pressed', String(state.table === name));
  if (state.table === 'entities') render(entityTable, looks.entities); else render(statementTable, looks.statements);
}

export function startTable() {
  for (const name of /** @type {const} */ (['statements', 'entities'])) {
    const choose = byID(`table-${name}`);
    choose.textContent = T.tables[name];
    choose.addEventListener('click', () => {
      state.table = name;
      emit('view');
    });
  }
  byID('table-scope').addEventListener('change', showTable);
  on('shown view', showTable);
}
