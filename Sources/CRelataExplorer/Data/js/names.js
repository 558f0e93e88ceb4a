// What the spellings of a name have in common, by the rules of RelataQuery/Names: a query must fold as the file's keys did.

/**
 * What NFD does not take apart.
 * @type {Record<string, string>}
 */
const baseLetters = {
  'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'þ': 'th', 'ð': 'd', 'ı': 'i', 'ł': 'l', 'ø': 'o', 'đ': 'd', 'ħ': 'h', 'ŧ': 't', 'ƀ': 'b',
  'ɓ': 'b', 'ƈ': 'c', 'ɗ': 'd', 'ƒ': 'f', 'ǥ': 'g', 'ɠ': 'g', 'ɨ': 'i', 'ƙ': 'k', 'ƚ': 'l', 'ɲ': 'n', 'ƥ': 'p', 'ƭ': 't',
  'ʉ': 'u', 'ʋ': 'v', 'ƶ': 'z', 'ȥ': 'z', 'ȼ': 'c', 'ɇ': 'e', 'ɉ': 'j', 'ɍ': 'r', 'ɏ': 'y', 'ŀ': 'l', 'ɫ': 'l',
};

const smallWords = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'de', 'la', 'du']);
const apostrophes = /['`\u00b4\u2018\u2019\u201b\u2032\u02b9-\u02c0\u02c8]/u;
const alphabetic = /\p{Alphabetic}/u;
const numeric = /\p{N}/u;

/**
 * A letter in lower case without its diacritics.
 * @param {string} letter
 */
function baseLetter(letter) {
  const lower = letter.toLowerCase();
  if (lower <= '\u007f') return lower;
  const first = String.fromCodePoint(lower.codePointAt(0) ?? 0);
  if (baseLetters[first]) return baseLetters[first];
  const plain = first.normalize('NFD')[0];
  // Only Latin letters lose their marks: “й” is no “и”.
  return /[a-z]/.test(plain) ? plain : baseLetters[plain] ?? lower;
}

/**
 * Lower-case letters and digits without marks, as words.
 * @param {string} name @returns {string[]}
 */
export function foldedWords(name) {
  const letters = Array.from(name);
  let result = '';
  let skipsNext = false;
  for (let i = 0; i < letters.length; i += 1) {
    const letter = letters[i];
    if (apostrophes.test(letter)) {
      const next = letters[i + 1];
      // The possessive is no part of a name: “Syria’s”.
      if ((next === 's' || next === 'S') && !(letters[i + 2] && alphabetic.test(letters[i + 2])) && i > 0 && alphabetic.test(letters[i - 1])) {
        skipsNext = true;
      }
    } else if (letter === '.' || /\p{Mn}/u.test(letter)) {
      continue;
    } else if (letter === '&') {
      result += ' and ';
    } else if (alphabetic.test(letter) || numeric.test(letter)) {
      if (skipsNext) skipsNext = false; else result += baseLetter(letter);
    } else {
      result += ' ';
    }
  }
  return result.split(' ').filter((word) => word !== '');
}

/** @param {string} word @param {string} next */
function isArabicArticle(word, next) {
  if (word.length < 2 || word.length > 3) return false;
  if (word === 'al' || word === 'el' || word === 'ul') return true;
  const consonant = word.slice(1);
  return 'aeu'.includes(word[0]) && ['d', 'n', 'r', 's', 'sh', 't', 'th', 'z'].includes(consonant) && next.startsWith(consonant);
}

/**
 * The words without Arabic articles, unless nothing else is left.
 * @param {string[]} words
 */
export function withoutArticles(words) {
  return words.filter((word, i) => i + 1 >= words.length || !isArabicArticle(word, words[i + 1]));
}

/** @type {Record<string, string>} */
const digraphs = { kh: 'h', gh: 'g', dh: 'd', th: 't', ph: 'f', ck: 'k', ou: 'u', oo: 'u', ow: 'u' };
for (const pair of ['ai', 'ay', 'ei', 'ey', 'ee', 'ie', 'iy', 'yy', 'ii']) digraphs[pair] = 'i';
/** @type {Record<string, string>} */
const singles = { q: 'k', o: 'u', e: 'i', y: 'i', w: 'v' };

/**
 * The common form of transliterations of one word.
 * @param {string} word
 */
export function soundOf(word) {
  let sound = '';
  const add = (/** @type {string} */ letter) => {
    if (letter !== sound[sound.length - 1] || letter >= '\u0080') sound += letter;
  };
  for (let i = 0; i < word.length;) {
    const digraph = digraphs[word.slice(i, i + 2)];
    if (digraph) {
      add(digraph);
      i += 2;
    } else if (word.startsWith('tch', i)) {
      add('c');
      add('h');
      i += 3;
    } else {
      add(singles[word[i]] ?? word[i]);
      i += 1;
    }
  }
  return sound;
}

/**
 * The first letters of the words that count in an acronym.
 * @param {string[]} words @returns {string[]}
 */
function initialsOf(words) {
  const rest = withoutArticles(words);
  if (rest.length < 2) return [];
  const first = (/** @type {string[]} */ list) => list.map((word) => Array.from(word)[0]).join('');
  const all = first(rest);
  const main = first(rest.filter((word) => !smallWords.has(word)));
  return Array.from(main).length > 1 && main !== all ? [main, all] : [all];
}

/** @typedef {{words: string[], sounds: string[], initials: string[], spelling: string, whole: string}} FoldedName */

/** @param {string[]} words @param {string[]} sounds @param {string[]} initials @returns {FoldedName} */
const folded = (words, sounds, initials) => ({ words, sounds, initials, spelling: words.join(''), whole: sounds.join('') });

/** @param {string} name @returns {FoldedName} */
export function foldedName(name) {
  let words = foldedWords(name);
  if (words.length > 1 && ['the', 'a', 'an'].includes(words[0])) words = words.slice(1);
  return folded(words, withoutArticles(words).map(soundOf), initialsOf(words));
}

/**
 * A key of the file: “words|sounds|initials”.
 * @param {string} key @returns {FoldedName}
 */
export function foldedFromKey(key) {
  const [words, sounds, initials] = key.split('|');
  const list = words ? words.split(' ') : [];
  return folded(list, sounds ? sounds.split(' ') : list, initials ? initials.split(' ') : []);
}

/**
 * The number of insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment), or
 * null where it is above `limit`.
 * @param {string} a @param {string} b @param {number} limit @returns {number|null}
 */
export function editDistance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return null;
  let beforeLast = new Array(b.length + 1).fill(0);
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i += 1) {
    const row = [i + 1];
    let least = i + 1;
    for (let j = 0; j < b.length; j += 1) {
      let distance = Math.min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] === b[j] ? 0 : 1));
      if (i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j]) distance = Math.min(distance, beforeLast[j - 1] + 1);
      row.push(distance);
      if (distance < least) least = distance;
    }
    if (least > limit) return null;
    [beforeLast, last] = [last, row];
  }
  return last[b.length] <= limit ? last[b.length] : null;
}

/**
 * How many errors a word may have by its length: short ones none (Iran, Iraq).
 * @param {number} length
 */
export const allowedErrors = (length) => (length < 5 ? 0 : length < 8 ? 1 : 2);
