// The axis of time: how many statements hold when, and a window that can be drawn on it.
import { app, emit, on, remember, state, updateKept } from './app.js';
import { parsedDate } from './dates.js';
import { byID, button, el, replaceChildren, svgElement } from './dom.js';
import { keptStatements } from './show.js';
import { T } from './texts.js';

/**
 * A month, or a year of which no month is known or where there are too many. `vague`: what is known to the year alone.
 * @typedef {{year: number, month: number|null, count: number, vague: number, left: number, width: number}} Bin
 */

/** @type {Bin[]} */
let bins = [];
let isByYear = false;
const height = 44;

/**
 * The years that have statements; years without any take no room.
 * @param {Uint8Array} kept @returns {Bin[]}
 */
function countedBins(kept) {
  /** @type {Map<number, {all: number, months: number[], isMonthly: boolean}>} */
  const years = new Map();
  for (const statement of app.model.statements) {
    const date = parsedDate(statement.start ?? statement.end ?? '');
    if (!date || date.year === null) continue;
    const year = years.get(date.year) ?? { all: 0, months: new Array(12).fill(0), isMonthly: false };
    years.set(date.year, year);
    if (date.month !== null) year.isMonthly = true;
    if (kept[statement.index] !== 1) continue;
    if (date.month === null) year.all += 1; else year.months[date.month - 1] += 1;
  }
  const sorted = [...years].sort((a, b) => a[0] - b[0]);
  isByYear = sorted.length > 14;
  /** @type {Bin[]} */
  const made = [];
  for (const [year, { all, months, isMonthly }] of sorted) {
    const known = months.reduce((sum, count) => sum + count, 0);
    if (isByYear || !isMonthly) made.push({ year, month: null, count: known + all, vague: isByYear ? 0 : all, left: 0, width: isByYear ? 1 : 3 });
    else months.forEach((count, i) => made.push({ year, month: i + 1, count, vague: all / 12, left: 0, width: 1 }));
  }
  const sum = made.reduce((total, bin) => total + bin.width, 0);
  let left = 0;
  for (const bin of made) {
    bin.left = left;
    bin.width *= 1000 / sum;
    left += bin.width;
  }
  return made;
}

const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
const dateOf = (/** @type {Bin} */ bin) => String(bin.year).padStart(4, '0') + (bin.month === null ? '' : `-${two(bin.month)}`);
const saidBin = (/** @type {Bin} */ bin) => (bin.month === null ? String(bin.year) : `${T.months[bin.month - 1]} ${bin.year}`);

/**
 * The bins of the window that is set.
 * @returns {[number, number]}
 */
function selected() {
  const { from, until } = state.filters;
  // “2024” begins with its January and lasts until its December.
  const starts = (/** @type {Bin} */ bin) => dateOf(bin) + (bin.month === null ? '-12' : '');
  const ends = (/** @type {Bin} */ bin) => dateOf(bin) + (bin.month === null ? '-01' : '');
  const first = from ? bins.findIndex((bin) => starts(bin) >= (from.length > 4 ? from.slice(0, 7) : `${from}-01`)) : 0;
  let last = bins.length - 1;
  if (until) while (last >= 0 && ends(bins[last]) > (until.length > 4 ? until.slice(0, 7) : `${until}-12`)) last -= 1;
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
  const bars = bins.flatMap((bin, i) => {
    const tall = (/** @type {number} */ count) => (count <= 0 ? 0 : Math.max(2, Math.sqrt(count / most) * height));
    const gap = Math.min(1.2, bin.width * .1);
    const bar = (/** @type {number} */ count, /** @type {string} */ name) => svgElement('rect', { x: (bin.left + gap / 2).toFixed(2), y: (height - tall(count)).toFixed(2), width: (bin.width - gap).toFixed(2),
      height: tall(count).toFixed(2), class: `bar ${name}${isWindow && (i < first || i > last) ? ' out' : ''}` });
    return bin.month === null ? [bar(bin.count, isByYear ? '' : 'vague')] : [...bin.vague > 0 ? [bar(bin.vague, 'vague')] : [], ...bin.count > 0 ? [bar(bin.count, '')] : []];
  });
  const lines = bins.flatMap((bin, i) => (i > 0 && bin.year !== bins[i - 1].year && !isByYear
    ? [svgElement('line', { x1: bin.left, x2: bin.left, y1: 0, y2: height, class: bin.year === bins[i - 1].year + 1 ? 'year' : 'year gap' })] : []));
  const drawing = svgElement('svg', { viewBox: `0 0 1000 ${height}`, preserveAspectRatio: 'none', class: 'bars', role: 'img', 'aria-label': T.timeAxis }, ...lines, ...bars,
    ...isWindow && last >= first ? [svgElement('rect', { x: bins[first].left, y: 0, width: bins[last].left + bins[last].width - bins[first].left, height, class: 'window' })] : []);
  // A year whose label would run into the next one is not labelled.
  const labels = el('div', { class: 'years', 'aria-hidden': 'true' });
  let free = -1;
  const labelWidth = 38 * 1000 / Math.max(200, box.clientWidth - 40);
  for (const bin of bins) {
    if (bin.month !== null && bin.month > 1) continue;
    if (bin.left < free) continue;
    free = bin.left + labelWidth;
    const label = el('span', {}, String(bin.year));
    label.style.insetInlineStart = `${bin.left / 10}%`;
    labels.append(label);
  }
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
    const place = (event.clientX - area.left) / area.width * 1000;
    const found = bins.findIndex((bin) => place < bin.left + bin.width);
    return found < 0 ? bins.length - 1 : found;
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
