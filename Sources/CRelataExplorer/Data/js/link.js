// The view as the part of the address after “#”, so that a link restores it.
import { app, currentPath, mostShown, on, state } from './app.js';
import { byID } from './dom.js';
import { findPaths } from './pathchoice.js';
import { camera, lookAtPlace } from './picture.js';
import { noFilters } from './show.js';
import { lineIDs } from './styles.js';

const entityIDs = (/** @type {Iterable<number>} */ numbers) => [...numbers].map((number) => app.model.entities[number]?.id ?? '').filter((id) => id !== '');
const numberOf = (/** @type {string} */ id) => app.model.entityNumber.get(id) ?? -1;

export function viewAddress() {
  const { model } = app;
  const { filters, chosen, path } = state;
  const values = new URLSearchParams();
  const add = (/** @type {string} */ key, /** @type {string[]} */ list) => { for (const value of list) values.append(key, value); };
  values.set('n', String(state.count));
  if (chosen?.kind === 'entity') values.set('entity', model.entities[chosen.index].id);
  if (chosen?.kind === 'statement') values.set('statement', String(chosen.index));
  if (chosen?.kind === 'bundle') add('pair', entityIDs([model.bundles[chosen.index].a, model.bundles[chosen.index].b]));
  add('grown', entityIDs(state.grown));
  add('folded', entityIDs(state.folded));
  add('without', [...filters.hiddenTypes].map((type) => model.types[type].id));
  add('only', [...filters.onlyTypes].map((type) => model.types[type].id));
  add('without-relation', [...filters.hiddenRelations].map((relation) => (model.relations[relation].isOpen ? '~' : '') + model.relations[relation].id));
  add('without-line', [...filters.hiddenLines].map((line) => lineIDs[line]));
  add('without-document', [...filters.hiddenDocuments].map((number) => model.documents[number].id));
  if (filters.confidence > 0) values.set('confidence', String(filters.confidence));
  if (filters.from) values.set('from', filters.from);
  if (filters.until) values.set('until', filters.until);
  if (filters.undated) values.set('undated', '1');
  if (state.coloring !== 'type') values.set('color', state.coloring);
  if (path.from >= 0) values.set('path-from', entityIDs([path.from])[0] ?? '');
  if (path.to >= 0) values.set('path-to', entityIDs([path.to])[0] ?? '');
  if (path.isTimed) values.set('timed', '1');
  if (currentPath()) values.set('path', `${path.at}.${path.step}`);
  if (state.panel !== 'card') values.set('panel', state.panel);
  if (state.view !== 'picture') values.set('view', state.view);
  if (state.table !== 'statements') values.set('table', state.table);
  if (state.contradiction >= 0) values.set('contradiction', String(state.contradiction));
  for (const [number, [x, y]] of [...state.moved].slice(0, 200)) values.append('at', `${model.entities[number].id}@${x.toFixed(0)},${y.toFixed(0)}${state.pins.has(number) ? '' : ',0'}`);
  // The middle of the picture, not its corner: windows differ in size.
  const canvas = document.getElementById('canvas');
  if (canvas && camera.isSet) values.set('see', [(canvas.clientWidth / 2 - camera.x) / camera.k, (canvas.clientHeight / 2 - camera.y) / camera.k, camera.k].map((number) => number.toFixed(3)).join(','));
  return '#' + values.toString();
}

/** Restores what the address says, but for the camera; whatever in it means nothing is passed over. False where it says nothing. */
export function restoreView() {
  const values = new URLSearchParams(location.hash.slice(1));
  if ([...values.keys()].length === 0) return false;
  const { model } = app;
  const entities = (/** @type {string} */ key) => new Set(values.getAll(key).map(numberOf).filter((number) => number >= 0));
  const indices = (/** @type {string} */ key, /** @type {(id: string) => number} */ find) => new Set(values.getAll(key).map(find).filter((number) => number >= 0));
  const count = Number(values.get('n') ?? state.count);
  if (Number.isInteger(count) && count >= 0) state.count = Math.min(count, mostShown);
  state.grown = entities('grown');
  state.folded = entities('folded');
  const filters = noFilters();
  const typeNumber = (/** @type {string} */ id) => model.types.findIndex((type) => type.id === id);
  filters.hiddenTypes = indices('without', typeNumber);
  filters.onlyTypes = indices('only', typeNumber);
  filters.hiddenRelations = indices('without-relation', (id) => model.relations.findIndex((relation) => (relation.isOpen ? '~' : '') + relation.id === id));
  filters.hiddenLines = indices('without-line', (id) => lineIDs.indexOf(id));
  filters.hiddenDocuments = indices('without-document', (id) => model.documents.findIndex((source) => source.id === id));
  filters.confidence = Math.min(1, Math.max(0, Number(values.get('confidence') ?? 0) || 0));
  filters.from = values.get('from') ?? '';
  filters.until = values.get('until') ?? '';
  filters.undated = values.get('undated') === '1';
  state.filters = filters;
  state.coloring = values.get('color') === 'community' ? 'community' : 'type';
  const entity = numberOf(values.get('entity') ?? '');
  const statement = values.has('statement') ? Number(values.get('statement')) : -1;
  const pair = values.getAll('pair').map(numberOf).sort((a, b) => a - b);
  if (entity >= 0) state.chosen = { kind: 'entity', index: entity };
  else if (model.statements[statement]) state.chosen = { kind: 'statement', index: statement };
  else if (pair.length === 2) {
    const bundle = model.bundles.findIndex(({ a, b }) => a === pair[0] && b === pair[1]);
    if (bundle >= 0) state.chosen = { kind: 'bundle', index: bundle };
  }
  for (const text of values.getAll('at')) {
    const found = /^(.*)@(-?\d+),(-?\d+)(,0)?$/.exec(text);
    const number = found ? numberOf(found[1]) : -1;
    if (!found || number < 0) continue;
    state.moved.set(number, [Number(found[2]), Number(found[3])]);
    if (!found[4]) state.pins.add(number);
  }
  const contradiction = Number(values.get('contradiction') ?? -1);
  if (model.contradictions[contradiction]) state.contradiction = contradiction;
  const panel = values.get('panel') ?? 'card';
  if (document.getElementById(`panel-${panel}`)) state.panel = panel;
  state.view = values.get('view') === 'table' ? 'table' : 'picture';
  state.table = values.get('table') === 'entities' ? 'entities' : 'statements';
  state.path.from = numberOf(values.get('path-from') ?? '');
  state.path.to = numberOf(values.get('path-to') ?? '');
  state.path.isTimed = values.get('timed') === '1';
  if (state.path.from >= 0 && state.path.to >= 0) {
    findPaths();
    const [at, step] = (values.get('path') ?? '').split('.').map(Number);
    if (state.path.found[at]) Object.assign(state.path, { at, step: Math.min(Math.max(0, step || 0), state.path.found[at].hops.length - 1) });
    else state.path.at = -1;
  }
  return true;
}

/** Where the address says that the middle of the picture is, and how large it is; false where it does not say. */
export function restoreCamera() {
  const [x, y, k, ...more] = (new URLSearchParams(location.hash.slice(1)).get('see') ?? '').split(',').map(Number);
  if (more.length > 0 || ![x, y, k].every(Number.isFinite) || k <= 0 || byID('canvas').clientWidth === 0) return false;
  lookAtPlace(x, y, k);
  return true;
}

export function startLink() {
  let timer = 0;
  const save = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      try {
        history.replaceState(null, '', viewAddress());
      } catch {
        // Some browsers allow only so many changes in a time; the next one will do.
      }
    }, 400);
  };
  on('shown chosen filters paths panel looks moved view camera contradictions', save);
  window.addEventListener('hashchange', () => location.reload());
}
