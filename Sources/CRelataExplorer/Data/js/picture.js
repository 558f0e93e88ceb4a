// The picture as something to point at, drag and walk through with the keyboard.
import { app, choose, emit, isSearchFirst, on, openArticle, remember, state, undo, updateShown } from './app.js';
import { announce, byID, toast } from './dom.js';
import { drawScene } from './canvas.js';
import { extent, largestScale } from './framing.js';
import { choosePathEnd } from './pathchoice.js';
import { ownPosition, placeShown, positionOf, separate, stretch, stretchTo } from './positions.js';
import { buildScene, bundleLabel, growthOf, radiusOf, roomOf } from './scene.js';
import { darkPalette, lightPalette } from './styles.js';
import { T } from './texts.js';

const canvas = /** @type {HTMLCanvasElement} */ (byID('canvas'));
const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));

/** What stays free at the edges of the canvas, in points. */
const margin = 6;
/** Of more entities few have a name anyway, and placing the names takes long. */
const mostFitted = 400;

/**
 * Where the layout's origin lies on the screen, how large its points are, and within what names keep: the canvas as it was when
 * the picture was fitted to it.
 * @type {{x: number, y: number, k: number, isSet: boolean, frame: Frame|null}}
 */
export const camera = { x: 0, y: 0, k: 1, isSet: false, frame: null };
export const focus = { hover: -1, hoverBundle: -1, cursor: -1 };
/**
 * How long the last frames took, for the benchmark.
 * @type {number[]}
 */
export const frameTimes = [];

/**
 * What was last fitted (undefined: everything), as long as nobody has moved the picture since.
 * @type {{some: number[]|undefined, width: number, height: number}|null}
 */
let lastFit = null;
/** @type {Scene|null} */
let scene = null;
let sceneKey = '';
let isWaiting = false;

export const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
export const palette = () => (isDark() ? darkPalette : lightPalette);

export function redraw() {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(draw);
}

/** The scene changed: what is shown, its looks or its size. */
export function changed() {
  sceneKey = '';
  redraw();
}

export function currentScene() {
  const key = `${camera.k}|${focus.hover}|${focus.hoverBundle}|${focus.cursor}`;
  if (!scene || key !== sceneKey) {
    scene = buildScene(camera.k, focus, camera.frame);
    sceneKey = key;
  }
  return scene;
}

function draw() {
  isWaiting = false;
  const begin = performance.now();
  const { clientWidth: width, clientHeight: height } = canvas;
  if (width === 0 || height === 0) return;
  const scale = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
  }
  drawScene(context, currentScene(), palette(), {
    x: camera.x, y: camera.y, width, height, scale, cursor: document.activeElement === canvas ? focus.cursor : -1,
  });
  frameTimes.push(performance.now() - begin);
  if (frameTimes.length > 600) frameTimes.shift();
}

/**
 * The middle of a part of the screen's plane goes to the middle of the canvas, and names keep within the canvas until the size changes.
 * @param {number} k @param {number[]} box @param {number} width @param {number} height
 */
function lookAt(k, [left, top, right, bottom], width, height) {
  camera.k = k;
  camera.x = width / 2 - (left + right) / 2;
  camera.y = height / 2 - (top + bottom) / 2;
  camera.frame = { left: margin - camera.x, top: margin - camera.y, right: width - margin - camera.x, bottom: height - margin - camera.y };
}

/**
 * A sign with the room that its name takes besides.
 * @template {import('./framing.js').Framed} Sign @param {Sign} sign @param {SceneLabel|undefined} name @param {number} k @returns {Sign}
 */
function withName(sign, name, k) {
  if (!name) return sign;
  const [x, y] = [sign.x * k, sign.y * k];
  return {
    ...sign, left: Math.max(sign.left, x - name.x), right: Math.max(sign.right, name.x + name.width - x),
    top: Math.max(sign.top, y - name.y), bottom: Math.max(sign.bottom, name.y + name.height - y),
  };
}

/**
 * Shows all that is chosen to be shown, or some of it.
 * @param {number[]} [some]
 */
export function fit(some) {
  const nodes = some && some.length > 0 ? some : app.shown.nodes;
  const { clientWidth: width, clientHeight: height } = canvas;
  if (nodes.length === 0 || width === 0) return redraw();
  const wanted = new Set(nodes);
  const most = some ? 2.2 : 1.8;
  const signs = nodes.map((node) => {
    const [x, y] = positionOf(node);
    const room = radiusOf(node) * growthOf(most) + 2;
    return { entity: node, x, y, left: room, right: room, top: room, bottom: room };
  });
  const [roomX, roomY] = [width - 2 * margin, height - 2 * margin];
  let items = signs;
  let k = largestScale(items, roomX, roomY, most);
  const least = k * .7;
  for (let round = 0; round < 4; round += 1) {
    lookAt(k, extent(k, items), width, height);
    if (nodes.length > mostFitted) break;
    // Names at the edge are drawn inward; the picture is made smaller only where that leaves some out.
    const isNamed = (/** @type {SceneLabel} */ name) => wanted.has(name.target);
    const free = buildScene(k, focus).names.filter(isNamed);
    if (buildScene(k, focus, camera.frame).names.filter(isNamed).length >= free.length) break;
    const named = new Map(free.map((name) => [name.target, name]));
    items = signs.map((sign) => withName(sign, named.get(sign.entity), k));
    const next = Math.max(least, largestScale(items, roomX, roomY, most));
    if (next > k * .98) break;
    k = next;
  }
  camera.isSet = true;
  lastFit = { some, width, height };
  changed();
  emit('camera');
}

/**
 * Looks where an address says.
 * @param {number} x in the layout, what lies in the middle @param {number} y @param {number} k
 */
export function lookAtPlace(x, y, k) {
  lastFit = null;
  Object.assign(camera, { k, x: canvas.clientWidth / 2 - x * k, y: canvas.clientHeight / 2 - y * k, isSet: true, frame: null });
  changed();
}

/** @param {number} factor @param {number} [x] @param {number} [y] */
export function zoom(factor, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
  lastFit = null;
  camera.frame = null;
  const k = Math.max(.02, Math.min(12, camera.k * factor));
  camera.x = x - (x - camera.x) * k / camera.k;
  camera.y = y - (y - camera.y) * k / camera.k;
  camera.k = k;
  redraw();
  emit('camera');
}

/**
 * Moves the picture just as far as is needed to see some entities.
 * @param {number[]} entities
 */
export function reveal(entities) {
  const { clientWidth: width, clientHeight: height } = canvas;
  const out = entities.filter((entity) => app.shown.isNode.has(entity)).some((entity) => {
    const [x, y] = positionOf(entity);
    const [sx, sy] = [camera.x + camera.k * x, camera.y + camera.k * y];
    return sx < 30 || sy < 30 || sx > width - 30 || sy > height - 30;
  });
  if (out) fit(entities.length > 1 ? entities : app.shown.bundles.filter(({ bundle }) => bundle.a === entities[0] || bundle.b === entities[0]).flatMap(({ bundle }) => [bundle.a, bundle.b]));
}

/** @param {number} x @param {number} y @returns {number} the entity at a point of the canvas, or -1 */
function entityAt(x, y) {
  const [px, py] = [x - camera.x, y - camera.y];
  const current = currentScene();
  let best = -1;
  let distance = Infinity;
  for (const node of current.nodes) {
    const away = Math.hypot(node.x - px, node.y - py) - node.r;
    if (away < 5 && away < distance) {
      distance = away;
      best = node.entity;
    }
  }
  if (best >= 0) return best;
  const name = current.names.find((label) => px >= label.x && px <= label.x + label.width && py >= label.y && py <= label.y + label.height);
  return name ? name.target : -1;
}

/** @param {number} x @param {number} y @returns {number} the bundle at a point of the canvas, or -1 */
function bundleAt(x, y) {
  const [px, py] = [x - camera.x, y - camera.y];
  const current = currentScene();
  const label = current.labels.find((one) => px >= one.x && px <= one.x + one.width && py >= one.y && py <= one.y + one.height);
  if (label) return label.target;
  let best = -1;
  let distance = 6;
  for (const line of current.lines) {
    const [dx, dy] = [line.x2 - line.x1, line.y2 - line.y1];
    const t = Math.max(0, Math.min(1, ((px - line.x1) * dx + (py - line.y1) * dy) / Math.max(1, dx * dx + dy * dy)));
    const away = Math.hypot(line.x1 + t * dx - px, line.y1 + t * dy - py);
    if (away < distance) {
      distance = away;
      best = line.bundle;
    }
  }
  return best;
}

/** @param {number} bundle */
export function openBundle(bundle) {
  const shown = app.shown.bundles.find((one) => one.bundle.index === bundle);
  const only = shown && shown.statements.length === 1 ? shown.statements[0] : -1;
  choose(only >= 0 ? { kind: 'statement', index: only } : { kind: 'bundle', index: bundle });
  const statement = only >= 0 ? only : shown?.statements[0];
  if (statement !== undefined && matchMedia('(min-width: 1000px)').matches) openArticle(statement);
}

/**
 * Shows more around an entity, or, if all is shown, less.
 * @param {number} entity
 */
export function growOrFold(entity) {
  const { name } = app.model.entities[entity];
  const shown = app.shown.bundles.filter(({ bundle }) => bundle.a === entity || bundle.b === entity).length;
  const before = app.shown.nodes.length;
  remember(name);
  const possible = app.ranked.filter(({ bundle }) => bundle.a === entity || bundle.b === entity).length;
  if (state.folded.has(entity)) state.folded.delete(entity);
  else if (!state.grown.has(entity) && possible > shown) state.grown.add(entity);
  else {
    state.grown.delete(entity);
    state.folded.add(entity);
  }
  updateShown();
  emit('chosen');
  const change = app.shown.nodes.length - before;
  announce(`${name}: ${change >= 0 ? '+' : ''}${change}`);
}

/** @param {number} entity */
export function togglePin(entity) {
  remember(T.pin);
  if (state.pins.has(entity)) {
    state.pins.delete(entity);
    state.moved.delete(entity);
  } else {
    state.pins.add(entity);
    state.moved.set(entity, ownPosition(entity));
  }
  emit('moved chosen');
}

export function undoLast() {
  const what = undo();
  toast(what === null ? T.nothingToUndo : T.undone(what));
}

/**
 * After an entity was moved, those without a pin that hang on it alone go along.
 * @param {number} entity @param {number} dx @param {number} dy
 */
function moveBy(entity, dx, dy) {
  const degree = (/** @type {number} */ node) => app.shown.bundles.filter(({ bundle }) => bundle.a === node || bundle.b === node).length;
  const followers = app.shown.bundles.filter(({ bundle }) => bundle.a === entity || bundle.b === entity)
    .map(({ bundle }) => (bundle.a === entity ? bundle.b : bundle.a)).filter((node) => !state.pins.has(node) && degree(node) === 1);
  for (const node of [entity, ...followers]) {
    const [x, y] = ownPosition(node);
    state.moved.set(node, [x + dx / stretch.x, y + dy / stretch.y]);
  }
  state.pins.add(entity);
}

// MARK: pointers

/** @type {{id: number, x: number, y: number, startX: number, startY: number, entity: number, isDrag: boolean}|null} */
let held = null;
/** @type {Map<number, [number, number]>} */
const touches = new Map();

/** @param {PointerEvent|WheelEvent|MouseEvent} event @returns {[number, number]} */
function pointOf(event) {
  const box = canvas.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
}

function listenToPointers() {
  canvas.addEventListener('pointerdown', (event) => {
    const [x, y] = pointOf(event);
    touches.set(event.pointerId, [x, y]);
    canvas.setPointerCapture(event.pointerId);
    if (touches.size === 1) held = { id: event.pointerId, x, y, startX: x, startY: y, entity: entityAt(x, y), isDrag: false };
  });
  canvas.addEventListener('pointermove', (event) => {
    const [x, y] = pointOf(event);
    const before = touches.get(event.pointerId);
    if (touches.size === 2 && before) {
      const [[ax, ay], [bx, by]] = [...touches.values()];
      const distance = Math.hypot(ax - bx, ay - by);
      touches.set(event.pointerId, [x, y]);
      const [[cx, cy], [dx, dy]] = [...touches.values()];
      zoom(Math.hypot(cx - dx, cy - dy) / Math.max(1, distance), (cx + dx) / 2, (cy + dy) / 2);
      return;
    }
    touches.has(event.pointerId) && touches.set(event.pointerId, [x, y]);
    if (!held) return hover(x, y);
    const [dx, dy] = [x - held.x, y - held.y];
    if (!held.isDrag && Math.hypot(x - held.startX, y - held.startY) < 4) return;
    if (!held.isDrag && held.entity >= 0) remember(app.model.entities[held.entity].name);
    held.isDrag = true;
    held.x = x;
    held.y = y;
    if (held.entity >= 0) {
      moveBy(held.entity, dx / camera.k, dy / camera.k);
      changed();
    } else {
      lastFit = null;
      camera.x += dx;
      camera.y += dy;
      redraw();
    }
  });
  const release = (/** @type {PointerEvent} */ event) => {
    touches.delete(event.pointerId);
    if (!held || held.id !== event.pointerId) return;
    const { isDrag, entity, x, y } = held;
    held = null;
    if (event.type === 'pointercancel') return;
    if (isDrag) {
      emit(entity >= 0 ? 'moved' : 'camera');
      return;
    }
    if (entity >= 0 && event.shiftKey) choosePathEnd(entity);
    else if (entity >= 0) {
      focus.cursor = entity;
      choose({ kind: 'entity', index: entity });
    } else {
      const bundle = bundleAt(x, y);
      if (bundle >= 0) openBundle(bundle); else if (state.chosen) choose(null);
    }
  };
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
  canvas.addEventListener('pointerleave', () => hover(-1e6, -1e6));
  canvas.addEventListener('dblclick', (event) => {
    const entity = entityAt(...pointOf(event));
    if (entity >= 0) growOrFold(entity); else zoom(1.6, ...pointOf(event));
  });
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    const [x, y] = pointOf(event);
    const step = event.deltaMode === 1 ? 30 : 1;
    zoom(Math.exp(-Math.max(-120, Math.min(120, event.deltaY * step)) * .0022), x, y);
  }, { passive: false });
}

/** @param {number} x @param {number} y */
function hover(x, y) {
  const entity = entityAt(x, y);
  const bundle = entity >= 0 ? -1 : bundleAt(x, y);
  if (entity === focus.hover && bundle === focus.hoverBundle) return;
  focus.hover = entity;
  focus.hoverBundle = bundle;
  canvas.style.cursor = entity >= 0 || bundle >= 0 ? 'pointer' : 'grab';
  redraw();
}

// MARK: keys

/** @param {number} entity */
function setCursor(entity) {
  focus.cursor = entity;
  const node = app.model.entities[entity];
  const lines = app.shown.bundles.filter(({ bundle }) => bundle.a === entity || bundle.b === entity).length;
  announce(T.onPicture(node.name, app.model.types[node.type].label, lines));
  reveal([entity]);
  changed();
}

/**
 * The entity that one would expect in a direction: near, and not much aside.
 * @param {number} dx @param {number} dy
 */
function step(dx, dy) {
  const { nodes } = app.shown;
  if (nodes.length === 0) return;
  if (!app.shown.isNode.has(focus.cursor)) return setCursor(nodes[0]);
  const [x, y] = positionOf(focus.cursor);
  let best = -1;
  let least = Infinity;
  for (const node of nodes) {
    if (node === focus.cursor) continue;
    const [nx, ny] = positionOf(node);
    const along = (nx - x) * dx + (ny - y) * dy;
    const aside = Math.abs((nx - x) * dy) + Math.abs((ny - y) * dx);
    if (along <= 0) continue;
    const cost = along + 2.2 * aside;
    if (cost < least) {
      least = cost;
      best = node;
    }
  }
  if (best >= 0) setCursor(best);
}

let lineAt = 0;

/** The lines of the marked entity, one after the other. */
function nextLine() {
  const own = app.shown.bundles.filter(({ bundle }) => bundle.a === focus.cursor || bundle.b === focus.cursor);
  if (own.length === 0) return;
  const shown = own[lineAt % own.length];
  lineAt += 1;
  focus.hoverBundle = shown.bundle.index;
  const other = shown.bundle.a === focus.cursor ? shown.bundle.b : shown.bundle.a;
  announce(`${bundleLabel(shown, true)}: ${app.model.entities[other].name}`);
  changed();
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  const arrows = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });
  const arrow = arrows[event.key];
  if (event.ctrlKey || event.metaKey) return;
  if (arrow && event.altKey) {
    if (!app.shown.isNode.has(focus.cursor)) return;
    remember('~' + app.model.entities[focus.cursor].name);
    moveBy(focus.cursor, arrow[0] * 12 / camera.k, arrow[1] * 12 / camera.k);
    emit('moved');
  } else if (arrow && event.shiftKey) {
    lastFit = null;
    camera.x -= arrow[0] * 60;
    camera.y -= arrow[1] * 60;
    redraw();
    emit('camera');
  } else if (arrow) {
    focus.hoverBundle = -1;
    lineAt = 0;
    step(...arrow);
  } else if (event.key === 'Enter' || event.key === ' ') {
    if (focus.cursor >= 0 && event.shiftKey) choosePathEnd(focus.cursor);
    else if (focus.hoverBundle >= 0) openBundle(focus.hoverBundle);
    else if (focus.cursor >= 0) choose({ kind: 'entity', index: focus.cursor });
    if (!event.shiftKey) byID('panel-card').focus();
  } else if (event.key === '+' || event.key === '=') zoom(1.25);
  else if (event.key === '-') zoom(.8);
  else if (event.key === '0' || event.key === 'f') fit();
  else if (event.key === 'g' && focus.cursor >= 0) growOrFold(focus.cursor);
  else if (event.key === 'p' && focus.cursor >= 0) togglePin(focus.cursor);
  else if (event.key === 'l' && focus.cursor >= 0) nextLine();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The first view: in the window's proportions, and with room for the names. */
export function arrange() {
  const { clientWidth: width, clientHeight: height } = canvas;
  if (width === 0 || app.shown.nodes.length === 0) return;
  stretchTo(width, height);
  fit();
  if (camera.frame) separate(camera.k, camera.frame, (entity) => roomOf(entity, camera.k));
  fit();
}

export function startPicture() {
  canvas.setAttribute('aria-label', T.pictureLabel);
  listenToPointers();
  canvas.addEventListener('keydown', pressed);
  canvas.addEventListener('focus', () => {
    if (!app.shown.isNode.has(focus.cursor) && app.shown.nodes.length > 0) focus.cursor = app.shown.nodes[0];
    changed();
  });
  canvas.addEventListener('blur', changed);
  byID('zoom-in').addEventListener('click', () => zoom(1.3));
  byID('zoom-out').addEventListener('click', () => zoom(1 / 1.3));
  byID('fit').addEventListener('click', () => fit());
  byID('undo').addEventListener('click', undoLast);
  let size = [0, 0];
  new ResizeObserver(() => {
    const now = [canvas.clientWidth, canvas.clientHeight];
    if (camera.isSet && now[0] > 0 && lastFit) {
      if (lastFit.width !== now[0] || lastFit.height !== now[1]) fit(lastFit.some);
    } else if (camera.isSet && size[0] > 0) {
      // The middle stays where it is when the article opens beside it.
      camera.x += (now[0] - size[0]) / 2;
      camera.y += (now[1] - size[1]) / 2;
    } else if (now[0] > 0 && !camera.isSet) arrange();
    size = now;
    redraw();
  }).observe(canvas);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
  on('shown', () => {
    const before = app.shown.nodes.length;
    placeShown();
    if (isSearchFirst && before > 0 && !camera.isSet) arrange();
    byID('first').hidden = !(isSearchFirst && app.shown.nodes.length === 0);
    changed();
  });
  on('chosen moved looks paths panel', changed);
}
