// The axis of time: how many statements hold when, and a window that can be drawn on it.
import { app, emit, on, remember, state, updateKept } from './app.js';
import { parsedDate } from './dates.js';
import { byID, button, el, replaceChildren, svgElement } from './dom.js';
import { keptStatements } from './show.js';
import { T } from './texts.js';

/** @typedef {{year: number, month: number|null, count: number}} Bin a month, or a year where there are too many */

/** @type {Bin[]} */
let bins = [];
let isByYear = false;
const height = 44;

/** The years that have statements; years without any take no room. @param {Uint8Array} kept @returns {Bin[]} */
function countedBins(kept) {
  /** @type {Map<number, {all: number, months: number[]}>} */
  const years = new Map();
  for (const statement of app.model.statements) {
    if (kept[statement.index] !== 1) continue;
    const date = parsedDate(statement.start ?? statement.end ?? '');
    if (!date || date.year === null) continue;
    const year = years.get(date.year) ?? { all: 0, months: new Array(12).fill(0) };
    if (date.month === null) year.all += 1; else year.months[date.month - 1] += 1;
    years.set(date.year, year);
  }
  const sorted = [...years].sort((a, b) => a[0] - b[0]);
  isByYear = sorted.length > 14;
  if (isByYear) return sorted.map(([year, { all, months }]) => ({ year, month: null, count: all + months.reduce((sum, count) => sum + count, 0) }));
  // What is known to the year may have been in any of its months.
  return sorted.flatMap(([year, { all, months }]) => months.map((count, i) => ({ year, month: i + 1, count: count + all / 12 })));
}

const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
const dateOf = (/** @type {Bin} */ bin) => String(bin.year).padStart(4, '0') + (bin.month === null ? '' : `-${two(bin.month)}`);
const saidBin = (/** @type {Bin} */ bin) => (bin.month === null ? String(bin.year) : `${T.months[bin.month - 1]} ${bin.year}`);

/** The bins of the window that is set. @returns {[number, number]} */
function selected() {
  const { from, until } = state.filters;
  const first = from ? bins.findIndex((bin) => dateOf(bin) >= from.slice(0, isByYear ? 4 : 7)) : 0;
  let last = bins.length - 1;
  // “2024” lasts until its December.
  if (until) while (last >= 0 && dateOf(bins[last]).slice(0, until.length) > until) last -= 1;
  return [first < 0 ? bins.length : first, last];
}

/** @param {number} first @param {number} last @param {string} name */
function select(first, last, name) {
  remember(name);
  const [low, high] = [Math.max(0, Math.min(first, last)), Math.min(bins.length - 1, Math.max(first, last))];
  const isAll = low === 0 && high === bins.length - 1;
  state.filters.from = isAll ? '' : dateOf(bins[low]);
  state.filters.until = isAll ? '' : dateOf(bins[high]);
  updateKept();
  emit('filters');
}

function showAxis() {
  const box = byID('time');
  bins = countedBins(keptStatements(app.model, state.filters, { ignoresTime: true }));
  const picture = box.querySelector('.axis') ?? el('div', { class: 'axis' });
  box.hidden = bins.length === 0;
  const most = bins.reduce((top, bin) => Math.max(top, bin.count), 1);
  const [first, last] = selected();
  const isWindow = state.filters.from !== '' || state.filters.until !== '';
  const width = 1000 / Math.max(1, bins.length);
  const bars = bins.map((bin, i) => {
    const tall = bin.count === 0 ? 0 : Math.max(1.5, Math.sqrt(bin.count / most) * height);
    return svgElement('rect', { x: (i * width + width * .08).toFixed(2), y: (height - tall).toFixed(2), width: (width * .84).toFixed(2), height: tall.toFixed(2),
      class: isWindow && (i < first || i > last) ? 'bar out' : 'bar' });
  });
  const lines = bins.flatMap((bin, i) => (i > 0 && bin.year !== bins[i - 1].year && !isByYear ? [svgElement('line', { x1: i * width, x2: i * width, y1: 0, y2: height, class: bin.year === bins[i - 1].year + 1 ? 'year' : 'year gap' })] : []));
  const drawing = svgElement('svg', { viewBox: `0 0 1000 ${height}`, preserveAspectRatio: 'none', class: 'bars', role: 'img', 'aria-label': T.timeAxis }, ...lines, ...bars,
    ...isWindow && last >= first ? [svgElement('rect', { x: first * width, y: 0, width: Math.max(1, (last - first + 1) * width), height, class: 'window' })] : []);
  const years = [...new Set(bins.map((bin) => bin.year))];
  const every = Math.ceil(years.length / (box.clientWidth < 500 ? 5 : 14));
  const labels = el('div', { class: 'years', 'aria-hidden': 'true' }, ...years.map((year, i) => el('span', {}, i % every === 0 ? String(year) : '')));
  picture.replaceChildren(drawing, labels);
  if (!picture.isConnected) makeControls(box, picture);
  const [start, end] = [byID('time-start'), byID('time-end')].map((element) => /** @type {HTMLInputElement} */ (element));
  for (const [input, value] of /** @type {[HTMLInputElement, number][]} */ ([[start, Math.min(first, bins.length - 1)], [end, Math.max(0, last)]])) {
    input.max = String(Math.max(0, bins.length - 1));
    input.value = String(value);
    input.setAttribute('aria-valuetext', bins[value] ? saidBin(bins[value]) : '');
  }
  byID('time-clear').hidden = !isWindow;
  byID('time-text').textContent = isWindow ? [state.filters.from, state.filters.until].map((date) => date || '…').join(' – ') : T.filterTime;
}

/** @param {Element} box @param {Element} picture */
function makeControls(box, picture) {
  const slider = (/** @type {string} */ id, /** @type {string} */ label) => el('input', { type: 'range', id, min: 0, max: 1, step: 1, class: 'visually-hidden', 'aria-label': label });
  const start = slider('time-start', T.timeStart);
  const end = slider('time-end', T.timeEnd);
  for (const input of [start, end]) input.addEventListener('input', () => select(Number(start.value), Number(end.value), '~' + T.filterTime));
  replaceChildren(box, el('div', { class: 'time-head' }, el('span', { id: 'time-text' }), button(T.clearTime, () => select(0, bins.length - 1, T.clearTime), { id: 'time-clear', class: 'quiet' })), picture, start, end);
  let begin = -1;
  const binAt = (/** @type {PointerEvent} */ event) => {
    const area = picture.getBoundingClientRect();
    return Math.max(0, Math.min(bins.length - 1, Math.floor((event.clientX - area.left) / area.width * bins.length)));
  };
  const surface = /** @type {HTMLElement} */ (picture);
  surface.addEventListener('pointerdown', (event) => {
    begin = binAt(event);
    surface.setPointerCapture(event.pointerId);
  });
  surface.addEventListener('pointermove', (event) => {
    const bin = bins[binAt(event)];
    if (bin) surface.title = T.timeBar(saidBin(bin), Math.round(bin.count));
    if (begin >= 0 && binAt(event) !== begin) select(begin, binAt(event), '~' + T.filterTime);
  });
  surface.addEventListener('pointerup', (event) => {
    if (begin >= 0 && binAt(event) === begin) select(begin, begin, T.filterTime);
    begin = -1;
  });
}

export function startTimeAxis() {
  on('filters corrections', showAxis);
  showAxis();
}
