// Choosing the two ends of a path, from wherever that is done.
import { app, emit, finder, remember, state, updateShown } from './app.js';
import { toast } from './dom.js';
import { T } from './texts.js';

export function findPaths() {
  const { path } = state;
  if (path.from < 0 || path.to < 0) return;
  const { paths, isComplete } = finder().find(path.from, path.to, { count: path.count, isTimed: path.isTimed });
  Object.assign(path, { found: paths, isComplete, at: paths.length > 0 ? 0 : -1, step: 0 });
  updateShown();
  emit('paths');
}

/**
 * Shift-click: the first entity is where a path begins, the second where it ends.
 * @param {number} entity
 */
export function choosePathEnd(entity) {
  const { path } = state;
  remember(T.pathFrom);
  state.panel = 'paths';
  if (path.from < 0 || path.to >= 0 || path.from === entity) {
    Object.assign(path, { from: entity, to: -1, found: [], at: -1, step: 0, count: 3 });
    toast(T.firstChosen(app.model.entities[entity].name));
    updateShown();
    emit('paths panel');
    return;
  }
  path.to = entity;
  findPaths();
  toast(path.found.length > 0 ? T.pathsFound(path.found.length) : T.noPath);
  emit('panel');
}

/** @param {'from'|'to'} end @param {number} entity */
export function setPathEnd(end, entity) {
  remember(T.pathFrom);
  Object.assign(state.path, { [end]: entity, found: [], at: -1, step: 0, count: 3 });
  state.panel = 'paths';
  if (state.path.from >= 0 && state.path.to >= 0) findPaths(); else updateShown();
  emit('paths panel');
}
