// Paths: choose two, step through what connects them.
import { app, currentPath, emit, on, openArticle, remember, state, updateShown } from './app.js';
import { bdi, button, byID, el, replaceChildren } from './dom.js';
import { quoteButton, statementLine, statementTags } from './parts.js';
import { findPaths, setPathEnd } from './pathchoice.js';
import { fit } from './picture.js';
import { makeSearch } from './searchbox.js';
import { T } from './texts.js';

/** @param {'from'|'to'} end @param {string} label */
function endField(end, label) {
  const entity = app.model.entities[state.path[end]];
  const input = el('input', { type: 'search', id: `path-${end}`, value: entity?.name ?? '', placeholder: T.search });
  const field = el('div', { class: 'field searching' }, el('label', { for: `path-${end}` }, label), input);
  makeSearch(input, (chosen) => setPathEnd(end, chosen));
  return field;
}

/** @param {FoundPath} path @param {number} number */
function pathItem(path, number) {
  const names = [path.hops[0].from, ...path.hops.map((hop) => hop.to)].map((entity) => app.model.entities[entity].name);
  const isCurrent = state.path.at === number;
  return el('li', {}, el('button', {
    type: 'button', class: 'path', 'aria-expanded': String(isCurrent),
    click: () => {
      Object.assign(state.path, { at: isCurrent ? -1 : number, step: 0 });
      updateShown();
      emit('paths');
    },
  }, ...names.flatMap((name, i) => [i > 0 ? el('span', { class: 'quiet' }, ' → ') : '', bdi(name)]), el('span', { class: 'count' }, ` ${T.pathSteps(path.hops.length)}`)),
  isCurrent && steps(path));
}

/** @param {FoundPath} path */
function steps(path) {
  const { step } = state.path;
  const go = (/** @type {number} */ to) => {
    state.path.step = to;
    emit('paths');
  };
  return el('div', { class: 'steps' },
    el('div', { class: 'stepper' }, button('‹', () => go(step - 1), { 'aria-label': T.previous, disabled: step === 0, class: 'action', id: 'step-back' }),
      el('span', { 'aria-live': 'polite' }, T.step(step + 1, path.hops.length)),
      button('›', () => go(step + 1), { 'aria-label': T.next, disabled: step >= path.hops.length - 1, class: 'action', id: 'step-on' })),
    el('ol', {}, ...path.hops.map((hop, i) => {
      const [first, ...rest] = hop.steps.map((one) => app.model.statements[one.statement]);
      return el('li', { class: i === step ? 'step current' : 'step', 'aria-current': i === step ? 'step' : null },
        el('div', { class: 'line' }, statementLine(first), statementTags(first)), ...first.evidence.slice(0, 1).map((evidence) => quoteButton(first, evidence)),
        rest.length > 0 && el('details', {}, el('summary', {}, `${T.also} ${rest.length}`), ...rest.map((statement) => el('div', { class: 'also' },
          el('div', { class: 'line' }, statementLine(statement), statementTags(statement)), ...statement.evidence.slice(0, 1).map((evidence) => quoteButton(statement, evidence))))));
    })));
}

export function showPaths() {
  const panel = byID('panel-paths');
  const { path } = state;
  const focused = document.activeElement instanceof HTMLElement && panel.contains(document.activeElement) ? document.activeElement.id : '';
  const hasBoth = path.from >= 0 && path.to >= 0;
  replaceChildren(panel, el('p', {}, T.pathIntro), endField('from', T.pathFromField), endField('to', T.pathToField),
    el('label', { class: 'check' }, el('input', { type: 'checkbox', id: 'path-timed', checked: path.isTimed, change: (/** @type {Event} */ event) => {
      remember(T.timed);
      path.isTimed = /** @type {HTMLInputElement} */ (event.currentTarget).checked;
      if (hasBoth) findPaths();
    } }), T.timed),
    el('div', { class: 'actions' }, button(T.swap, () => {
      remember(T.swap);
      [path.from, path.to] = [path.to, path.from];
      if (hasBoth) findPaths(); else emit('paths');
    }, { class: 'action' })),
    hasBoth && path.found.length === 0 && el('p', { class: 'quiet', role: 'status' }, path.from === path.to ? T.samePath : T.noPath),
    el('ol', { class: 'path-list' }, ...path.found.map(pathItem)),
    path.found.length > 0 && path.found.length === path.count && button(T.morePaths, () => {
      path.count += 5;
      const { at, step } = path;
      findPaths();
      Object.assign(path, { at, step });
      emit('paths');
    }, { class: 'action' }),
    !path.isComplete && el('p', { class: 'quiet' }, T.incomplete));
  if (focused) document.getElementById(focused)?.focus();
}

/**
 * The path that the picture was last moved to.
 * @type {FoundPath|null}
 */
let fitted = null;

export function startPaths() {
  on('paths', () => {
    showPaths();
    const path = currentPath();
    if (!path) return;
    const hop = path.hops[state.path.step];
    if (path !== fitted) fit([path.hops[0].from, ...path.hops.map((one) => one.to)]);
    fitted = path;
    // Only the panel scrolls; scrollIntoView would move the page as well.
    const panel = byID('panel-paths');
    const current = panel.querySelector('.step.current');
    if (current && state.path.step > 0) panel.scrollTop += current.getBoundingClientRect().top - panel.getBoundingClientRect().top - 90;
    if (matchMedia('(min-width: 1000px)').matches) openArticle(hop.steps[0].statement);
  });
}
