// The filters: by kind, relation, certainty, document, confidence and time.
import { app, emit, on, remember, state, updateKept } from './app.js';
import { parsedDate } from './dates.js';
import { bdi, button, byID, el, keepingFocus, replaceChildren } from './dom.js';
import { documentName, lineSign, typeSign } from './parts.js';
import { isFiltering, noFilters } from './show.js';
import { lineOf } from './styles.js';
import { T } from './texts.js';

/** @param {string} name */
function changedFilter(name) {
  remember(name);
}

function applied() {
  updateKept();
  emit('filters');
}

/**
 * How many statements each row has.
 * @template Key @param {(statement: Statement) => Iterable<Key>} keys @returns {Map<Key, number>}
 */
function counts(keys) {
  const found = new Map();
  for (const statement of app.model.statements) for (const key of new Set(keys(statement))) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

/**
 * @param {string} title @param {{key: number, sign: Node|null, label: string, count: number}[]} rows @param {Set<number>} hidden
 * @param {Set<number>|null} only @param {number} most
 */
function filterGroup(title, rows, hidden, only, most) {
  const item = (/** @type {{key: number, sign: Node|null, label: string, count: number}} */ { key, sign, label, count }) => el('li', {},
    el('label', {}, el('input', {
      type: 'checkbox', checked: !hidden.has(key),
      change: (/** @type {Event} */ event) => {
        changedFilter(title);
        if (/** @type {HTMLInputElement} */ (event.currentTarget).checked) hidden.delete(key); else hidden.add(key);
        applied();
      },
    }), sign, bdi(label), el('span', { class: 'count' }, ` ${count.toLocaleString('en')}`)),
    button(T.only, () => {
      changedFilter(title);
      if (only) {
        if (only.has(key)) only.delete(key); else only.add(key);
      } else {
        const isAlone = rows.every((row) => hidden.has(row.key) === (row.key !== key));
        hidden.clear();
        if (!isAlone) for (const row of rows) if (row.key !== key) hidden.add(row.key);
      }
      applied();
      showFilters();
    }, { class: 'only', 'aria-label': T.onlyLabel(label), 'aria-pressed': String(only ? only.has(key) : hidden.size > 0 && !hidden.has(key) && hidden.size === rows.length - 1) }));
  const list = el('ul', { class: 'choices' }, ...rows.slice(0, most).map(item));
  if (rows.length > most) {
    /** @type {HTMLLIElement} */
    const more = el('li', {}, button(T.moreRows(rows.length - most), () => more.replaceWith(...rows.slice(most, 500).map(item)), { class: 'quiet' }));
    list.append(more);
  }
  return el('fieldset', {}, el('legend', {}, title), list);
}

/** @param {string} label @param {'from'|'until'} key */
function dateField(label, key) {
  return el('label', { class: 'date' }, label, el('input', {
    type: 'text', id: `filter-${key}`, value: state.filters[key], placeholder: T.datePlaceholder, inputmode: 'numeric', autocomplete: 'off',
    change: (/** @type {Event} */ event) => {
      const input = /** @type {HTMLInputElement} */ (event.currentTarget);
      const text = input.value.trim();
      const isRight = text === '' || parsedDate(text)?.year !== null && parsedDate(text) !== null;
      input.setAttribute('aria-invalid', String(!isRight));
      if (!isRight) return;
      changedFilter(T.filterTime);
      state.filters[key] = text;
      applied();
    },
  }));
}

export function resetFilters() {
  remember(T.resetFilters);
  state.filters = noFilters();
  applied();
  showFilters();
}

export function showFilters() {
  const panel = byID('panel-filter');
  const { model } = app;
  const { filters } = state;
  const scroll = panel.scrollTop;
  const byType = counts((s) => [model.entities[s.subject].type, model.entities[s.object].type]);
  const byRelation = counts((s) => [s.relation]);
  const byLine = counts((s) => [lineOf(s, model.relations)]);
  const byDocument = counts((s) => s.evidence.map((e) => e.document));
  const most = (/** @type {Map<number, number>} */ map) => [...map].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const confidence = el('output', {}, `${Math.round(filters.confidence * 100)} %`);
  keepingFocus(panel, () => replaceChildren(panel,
    el('div', { class: 'filter-head' }, el('p', { class: 'quiet', id: 'filter-result' }), button(T.resetFilters, resetFilters, { class: 'action', id: 'reset-filters' })),
    el('fieldset', {}, el('legend', {}, T.filterTime), el('div', { class: 'dates' }, dateField(T.from, 'from'), dateField(T.untilField, 'until')),
      el('label', {}, el('input', { type: 'checkbox', checked: filters.undated, change: (/** @type {Event} */ event) => {
        changedFilter(T.undated);
        filters.undated = /** @type {HTMLInputElement} */ (event.currentTarget).checked;
        applied();
      } }), T.undated)),
    filterGroup(T.filterTypes, most(byType).map(([key, count]) => ({ key, sign: typeSign(model.types[key]), label: model.types[key].label, count })), filters.hiddenTypes, filters.onlyTypes, 30),
    filterGroup(T.filterLines, [...byLine].sort((a, b) => a[0] - b[0]).map(([key, count]) => ({ key, sign: lineSign(key), label: T.lines[key], count })), filters.hiddenLines, null, 7),
    el('fieldset', {}, el('legend', {}, T.filterConfidence), el('div', { class: 'range' }, el('input', {
      type: 'range', min: 0, max: 100, step: 5, value: Math.round(filters.confidence * 100), 'aria-label': T.filterConfidence,
      input: (/** @type {Event} */ event) => {
        changedFilter('~' + T.filterConfidence);
        filters.confidence = Number(/** @type {HTMLInputElement} */ (event.currentTarget).value) / 100;
        confidence.textContent = `${Math.round(filters.confidence * 100)} %`;
        applied();
      },
    }), confidence)),
    filterGroup(T.filterDocuments, most(byDocument).map(([key, count]) => ({ key, sign: null, label: documentName(key), count })), filters.hiddenDocuments, null, 12),
    filterGroup(T.filterRelations, most(byRelation).map(([key, count]) => ({ key, sign: null, label: model.relations[key].label, count })), filters.hiddenRelations, null, 14)));
  panel.scrollTop = scroll;
  showResult();
}

function showResult() {
  const result = document.getElementById('filter-result');
  if (result) result.textContent = T.statements(app.kept.reduce((sum, kept) => sum + kept, 0));
  const reset = document.getElementById('reset-filters');
  if (reset) reset.hidden = !isFiltering(state.filters);
  byID('tab-filter').classList.toggle('active-filter', isFiltering(state.filters));
}

export function startFilters() {
  let isStale = true;
  on('panel corrections', () => {
    if (state.panel === 'filter' && isStale) {
      isStale = false;
      showFilters();
    }
  });
  on('corrections', () => { isStale = true; });
  // Rows are made anew only where they do not hold the focus.
  on('filters', () => {
    if (state.panel === 'filter' && !byID('panel-filter').contains(document.activeElement)) showFilters(); else { isStale = state.panel !== 'filter'; showResult(); }
  });
  on('shown', showResult);
}
