// Evidence is counted in Unicode scalars, JavaScript's strings in UTF-16 units; they differ after an emoji.

/** @type {Map<string, number[]>} */
const astralPlaces = new Map();

/**
 * The scalar offsets of a text's characters of two units.
 * @param {string} text
 */
function astralOf(text) {
  let places = astralPlaces.get(text);
  if (places) return places;
  places = [];
  let scalar = 0;
  for (let unit = 0; unit < text.length; unit += 1, scalar += 1) {
    const code = text.charCodeAt(unit);
    if (code >= 0xd800 && code < 0xdc00 && unit + 1 < text.length) {
      const next = text.charCodeAt(unit + 1);
      if (next >= 0xdc00 && next < 0xe000) {
        places.push(scalar);
        unit += 1;
      }
    }
  }
  astralPlaces.set(text, places);
  return places;
}

/**
 * Where a scalar begins, in UTF-16 units.
 * @param {string} text @param {number} scalar
 */
export function unitOffset(text, scalar) {
  const places = astralOf(text);
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle] < scalar) low = middle + 1; else high = middle;
  }
  return Math.min(text.length, scalar + low);
}

/** @param {string} text @param {number} start @param {number} end */
export function scalarSlice(text, start, end) {
  return text.slice(unitOffset(text, start), unitOffset(text, end));
}

/**
 * At most so many scalars, with an ellipsis where some are left out.
 * @param {string} text @param {number} length
 */
export function shortened(text, length) {
  if (text.length <= length) return text;
  const letters = Array.from(text.slice(0, length * 2 + 2));
  return letters.length <= length && text.length <= length * 2 ? text : letters.slice(0, length - 1).join('').trimEnd() + '…';
}

/**
 * A text for places that cannot isolate it by markup (canvas, titles): direction marks of its own have no effect on what
 * stands beside it.
 * @param {string} text
 */
export function isolated(text) {
  const plain = text.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '').replace(/\s+/g, ' ');
  return /[\u0590-\u08ff\ufb1d-\ufefc]/.test(plain) ? '\u2068' + plain + '\u2069' : plain;
}

/**
 * Halves of surrogate pairs, which no other format has, become U+FFFD.
 * @param {string} text
 */
export const wellFormed = (text) => text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
