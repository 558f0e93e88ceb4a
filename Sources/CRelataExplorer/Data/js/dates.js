// Dates as far as they are known: "2024-12-08", "2024-12", "2024", and without a year "XXXX-11".
import { T } from './texts.js';

/** @typedef {{year: number|null, month: number|null, day: number|null}} PartialDate */

export const earliestDay = -2147483648;
export const latestDay = 2147483647;

/** @param {string} text @returns {PartialDate|null} */
export function parsedDate(text) {
  const found = /^(-?\d{4,}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?$/.exec(text.trim());
  if (!found) return null;
  const number = (/** @type {string|undefined} */ part) => part === undefined || /X/.test(part) ? null : Number(part);
  const date = { year: number(found[1]), month: number(found[2]), day: number(found[3]) };
  if (date.month !== null && (date.month < 1 || date.month > 12)) return null;
  return date;
}

/**
 * Numbers that compare like dates.
 * @param {number} year @param {number} month @param {number} day
 */
const dayCode = (year, month, day) => (year * 16 + month) * 32 + day;

/** @param {string|null} text @returns {number|null} */
export function firstDay(text) {
  const date = text ? parsedDate(text) : null;
  return !date || date.year === null ? null : dayCode(date.year, date.month ?? 1, date.day ?? 1);
}

/** @param {string|null} text @returns {number|null} */
export function lastDay(text) {
  const date = text ? parsedDate(text) : null;
  return !date || date.year === null ? null : dayCode(date.year, date.month ?? 12, date.day ?? 31);
}

/**
 * The days on which something may have happened, both included; null where no year is known. A span without an end lasts.
 * @param {string|null} start @param {string|null} end @returns {[number, number]|null}
 */
export function dayRange(start, end) {
  const first = firstDay(start);
  const last = lastDay(end);
  if (first === null && last === null) return null;
  return [first ?? earliestDay, Math.max(last ?? latestDay, first ?? earliestDay)];
}

/** @param {string} text @param {boolean} isShort */
function saidDate(text, isShort) {
  const date = parsedDate(text);
  if (!date) return text;
  const months = isShort ? T.shortMonths : T.months;
  return [date.day, date.month === null ? null : months[date.month - 1], date.year].filter((part) => part !== null).join(' ');
}

/**
 * “since 2015”, “1995–1999”, “8 December 2024”; empty where nothing is known.
 * @param {string|null} start @param {string|null} end
 */
export function saidTime(start, end, isShort = false) {
  if (start && end) return start === end ? saidDate(start, isShort) : `${saidDate(start, isShort)}–${saidDate(end, isShort)}`;
  if (start) return T.since(saidDate(start, isShort));
  return end ? T.until(saidDate(end, isShort)) : '';
}

/**
 * For ordering: what is undated comes last.
 * @param {Statement} statement
 */
export function timeOrder(statement) {
  const range = dayRange(statement.start, statement.end);
  return range ? (range[0] === earliestDay ? range[1] : range[0]) : latestDay;
}

/**
 * As graph.jsonld writes a span.
 * @param {string|null} start @param {string|null} end
 */
export function spanText(start, end) {
  if (!start && !end) return '';
  if (start === end) return start ?? '';
  return `${start ?? ''}/${end ?? ''}`;
}
