// Puts the page together.
import { app, choose, emit, finder, isLarge, isSearchFirst, mostShown, on, rebuild, remember, state, updateKept, updateShown } from './app.js';
import { closeArticle, startArticle } from './article.js';
import { showCard, startCards } from './card.js';
import { startContradictions } from './contradictions.js';
import { startCorrecting } from './correcting.js';
import { bdi, byID, button, el, inputByID, replaceChildren } from './dom.js';
import { startExports } from './exports.js';
import { resetFilters, startFilters } from './filterpanel.js';
import { restoreCamera, restoreView, startLink } from './link.js';
import { showPaths, startPaths } from './pathpanel.js';
import { arrange, changed, currentScene, fit, frameTimes, isDark, startPicture, undoLast, zoom, camera, redraw } from './picture.js';
import { positionOf } from './positions.js';
import { makeSearch } from './searchbox.js';
import { startTable } from './table.js';
import { startTimeAxis } from './timeaxis.js';
import { T } from './texts.js';

const panels = ['card', 'filter', 'paths', 'contradictions', 'corrections'];

function showPanel() {
  for (const name of panels) {
    const isOpen = name === state.panel;
    byID(`panel-${name}`).hidden = !isOpen;
    const tab = byID(`tab-${name}`);
    tab.setAttribute('aria-selected', String(isOpen));
    tab.tabIndex = isOpen ? 0 : -1;
  }
}

/** @param {string} name */
function openPanel(name) {
  state.panel = name;
  emit('panel');
}

function startPanels() {
  const list = byID('tabs');
  list.setAttribute('aria-label', T.tabsLabel);
  for (const name of panels) {
    const label = /** @type {Record<string, string>} */ (T.tabs)[name];
    const count = name === 'contradictions' ? app.model.contradictions.length : 0;
    const tab = button(count > 0 ? `${label} ${count}` : label, () => openPanel(name), { id: `tab-${name}`, role: 'tab', 'aria-controls': `panel-${name}` });
    list.append(tab);
    const panel = byID(`panel-${name}`);
    panel.setAttribute('aria-labelledby', `tab-${name}`);
  }
  list.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = panels[(panels.indexOf(state.panel) + step + panels.length) % panels.length];
    openPanel(next);
    byID(`tab-${next}`).focus();
    event.preventDefault();
  });
  on('panel', showPanel);
}

function showView() {
  const isTable = state.view === 'table';
  byID('picture').hidden = isTable;
  byID('table').hidden = !isTable;
  byID('view').textContent = isTable ? T.picture : T.table;
}

/** @param {'picture'|'table'} view */
function openView(view) {
  state.view = view;
  showView();
  emit('view');
  if (view === 'picture') redraw();
}

/** The slider is not even: the first hundred lines matter more than the last thousand. */
function startSlider() {
  const slider = inputByID('count');
  const most = () => Math.min(mostShown, Math.max(1, app.ranked.length));
  const toCount = (/** @type {number} */ value) => Math.round(most() ** (value / 1000)) - (value === 0 ? 1 : 0);
  const toValue = (/** @type {number} */ count) => Math.round(1000 * Math.log(Math.max(1, count)) / Math.log(Math.max(2, most())));
  slider.addEventListener('input', () => {
    remember('~' + T.showMore);
    state.count = toCount(Number(slider.value));
    updateShown();
  });
  on('shown', () => {
    if (document.activeElement !== slider) slider.value = String(toValue(Math.min(state.count, most())));
    const lines = app.shown.bundles.length;
    byID('count-text').textContent = T.shows(lines, app.shown.possible);
    slider.setAttribute('aria-valuetext', T.shows(lines, app.shown.possible));
    byID('empty').hidden = app.shown.possible > 0;
  });
}

function startTheme() {
  byID('theme').addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    changed();
  });
}

function startColoring() {
  const select = /** @type {HTMLSelectElement} */ (byID('coloring'));
  select.append(el('option', { value: 'type' }, T.byType), el('option', { value: 'community' }, T.byCommunity));
  select.addEventListener('change', () => {
    remember(T.colorBy);
    state.coloring = select.value === 'community' ? 'community' : 'type';
    emit('looks');
  });
  on('looks', () => { select.value = state.coloring; });
  byID('coloring-label').hidden = app.model.communities.length === 0;
}

function startHelp() {
  const dialog = /** @type {HTMLDialogElement} */ (byID('keys'));
  replaceChildren(dialog, el('h2', { id: 'keys-title' }, T.keysTitle), el('dl', {}, ...T.keys.flatMap(([key, meaning]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, meaning)])),
    button(T.close, () => dialog.close(), { class: 'action' }));
  byID('help').addEventListener('click', () => dialog.showModal());
}

function listenToKeys() {
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input:not([type=checkbox]):not([type=range]), select, textarea');
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !isTyping) {
      undoLast();
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
      const menu = document.querySelector('details.menu[open]');
      if (menu instanceof HTMLDetailsElement) menu.open = false;
      else if (state.article) closeArticle();
      else if (state.chosen) choose(null);
      return;
    }
    if (isTyping) return;
    if (event.key === '/') byID('search').focus();
    else if (event.key === '?') byID('help').click();
    else if (event.key === 't') openView(state.view === 'table' ? 'picture' : 'table');
    else return;
    event.preventDefault();
  });
}

function writeTexts() {
  document.title = app.model.title;
  byID('title').replaceChildren(bdi(app.model.title));
  byID('note').replaceChildren(bdi(app.model.note), ' ', el('span', { class: 'hint' }, isSearchFirst ? T.searchFirst : T.hint));
  for (const [id, text] of Object.entries({ undo: T.undo, fit: T.fit, help: T.help, 'save-title': T.save, 'count-label': T.showMore, 'coloring-text': T.colorBy, 'scope-text': T.tableScope, 'empty-text': T.empty, 'first-text': T.searchFirst })) byID(id).textContent = text;
  for (const [id, text] of Object.entries({ 'zoom-in': T.zoomIn, 'zoom-out': T.zoomOut, theme: T.theme, tabs: T.tabsLabel, table: T.tableLabel, tables: T.tablesLabel, picture: T.picture, count: T.showMoreHelp, article: T.article })) byID(id).setAttribute('aria-label', text);
  byID('fit').title = T.fitHelp;
  byID('theme').title = T.theme;
  const search = inputByID('search');
  search.placeholder = T.search;
  search.setAttribute('aria-label', T.searchLabel);
  search.title = T.searchHelp;
  const scope = byID('table-scope');
  scope.append(el('option', { value: 'shown' }, T.tableShown), el('option', { value: 'all' }, T.tableAll));
  byID('empty').append(button(T.resetFilters, resetFilters, { class: 'action' }));
}

function start() {
  writeTexts();
  startPanels();
  startPicture();
  startCards();
  startArticle();
  startFilters();
  startPaths();
  startContradictions();
  startCorrecting();
  startTable();
  startTimeAxis();
  startExports();
  startSlider();
  startTheme();
  startColoring();
  startHelp();
  listenToKeys();
  makeSearch(inputByID('search'), (entity) => choose({ kind: 'entity', index: entity }), { clears: true });
  byID('view').addEventListener('click', () => openView(state.view === 'table' ? 'picture' : 'table'));
  // Places are those of the first view, so that an address finds everything where it was.
  updateKept();
  arrange();
  const isRestored = restoreView();
  updateKept();
  if (isRestored && !restoreCamera()) arrange();
  startLink();
  showPanel();
  showView();
  showPaths();
  showCard();
  // What the address asked for, now that all listen.
  emit('looks');
  if (state.path.found.length > 0) emit('paths');
  if (state.contradiction >= 0) emit('contradictions');
  if (isSearchFirst && !state.chosen) inputByID('search').focus();
  // For tests and measurements; nothing in the page reads it.
  Object.assign(window, { relataExplorer: { positionOf, currentScene, app, state, camera, frameTimes, zoom, fit, redraw, isLarge, choose, emit, openView, updateKept, updateShown, rebuild, finder, opened: performance.now() } });
  document.documentElement.dataset.ready = 'true';
}

start();
