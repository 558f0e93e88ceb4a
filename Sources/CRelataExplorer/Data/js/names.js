// What the spellings of a name have in common, by the rules of RelataNames: a query must fold as the file's keys did.

/**
 * Letters that NFD does not take apart into a plain Latin letter and its marks.
 * @type {Record<string, string>}
 */
const plainLetters = {
  'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'þ': 'th', 'ð': 'd', 'ı': 'i', 'ł': 'l', 'ø': 'o', 'đ': 'd', 'ħ': 'h', 'ŧ': 't', 'ƀ': 'b',
  'ɓ': 'b', 'ƈ': 'c', 'ɗ': 'd', 'ƒ': 'f', 'ǥ': 'g', 'ɠ': 'g', 'ɨ': 'i', 'ƙ': 'k', 'ƚ': 'l', 'ɲ': 'n', 'ƥ': 'p', 'ƭ': 't',
  'ʉ': 'u', 'ʋ': 'v', 'ƶ': 'z', 'ȥ': 'z', 'ȼ': 'c', 'ɇ': 'e', 'ɉ': 'j', 'ɍ': 'r', 'ɏ': 'y', 'ŀ': 'l', 'ɫ': 'l', 'ŋ': 'ng',
  'ə': 'a', 'ɛ': 'e', 'ɔ': 'o', 'ſ': 's', 'ĸ': 'k', 'ѓ': 'g', 'ќ': 'k', 'ў': 'u', 'ŉ': 'n', 'ĳ': 'ij', 'ǆ': 'dz', 'ǉ': 'lj', 'ǌ': 'nj', 'ǳ': 'dz',
};
for (const [script, latin] of [
  [
    'абвгґдђеёєжзѕиіїйјклљмнњопрстћуфхцчџшщъыьэюяғқңһҷәөүұ',
    'a b v g g d dj e yo ye zh z dz i i yi y j k l lj m n nj o p r s t c u f kh ts ch dzh sh shch  y  e yu ya gh q n h j a o u u',
  ],
  ['αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'],
  ['აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ', 'a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h'],
]) {
  const values = latin.split(' ');
  Array.from(script).forEach((letter, i) => { plainLetters[letter] = values[i]; });
}

/** Without weight in a name, and left out of acronyms. */
const fillers = new Set(('the of for and in on at to a an de del della di du des la le les der die das und et y e von zu i').split(' '));
/** Apostrophes, signs for glottal stops and joiners. */
const silent = /['`\u00b4\u00ad\u2018\u2019\u201b\u2032\u02b9-\u02c0\u02c8\u200c\u200d]/u;
const alphabetic = /\p{Alphabetic}/u;
const partOfWord = /[\p{Alphabetic}\p{N}\p{Mn}\p{Mc}]/u;

/**
 * Plain Latin for a letter, nothing for a mark; the letter in lower case where nothing is known.
 * @param {string} letter
 */
function plainLetter(letter) {
  const lower = letter.toLowerCase();
  const first = String.fromCodePoint(lower.codePointAt(0) ?? 0);
  if (letter <= '\u007f' || first <= '\u007f') return first;
  if (first in plainLetters) return plainLetters[first];
  // Marks are vowels in the scripts of South and South-East Asia, and only ornament elsewhere.
  if (/[\p{Mn}\p{Lm}\p{Sk}]/u.test(first)) return first >= '\u0900' ? lower : '';
  const base = first.normalize('NFD')[0];
  return /[a-z]/.test(base) ? base : plainLetters[base] ?? lower;
}

/**
 * The end of two or more single letters with full stops between them, or null: "U.S." is one word.
 * @param {string[]} letters @param {number} start @returns {number|null}
 */
function endOfDottedLetters(letters, start) {
  const isLetter = (/** @type {number} */ place) => place < letters.length && alphabetic.test(letters[place]);
  let place = start;
  let count = 0;
  while (isLetter(place)) {
    if (isLetter(place + 1)) return null;
    count += 1;
    if (letters[place + 1] !== '.') return count > 1 ? place + 1 : null;
    place += 2;
  }
  return count > 1 ? Math.min(place, letters.length) : null;
}

/**
 * A word's letters without the possessive, which is no part of a name: “Syria’s”; “Ra’s” is the Arabic for a cape.
 * @param {string[]} letters @returns {string[]}
 */
function withoutPossessive(letters) {
  let end = letters.length;
  while (end > 0 && silent.test(letters[end - 1])) end -= 1;
  const stem = letters.slice(0, Math.max(0, end - 2)).filter((letter) => !silent.test(letter));
  const isPossessive = stem.length > 0 && /[sS]/.test(letters[end - 1]) && silent.test(letters[end - 2])
    && alphabetic.test(stem[stem.length - 1]) && stem.join('').toLowerCase() !== 'ra';
  return isPossessive ? stem : letters.filter((letter) => !silent.test(letter));
}

/**
 * Plain lower-case words.
 * @param {string} name @returns {string[]}
 */
export function foldedWords(name) {
  // “й” is no “и”, however it is written; other marks say nothing.
  const composed = name.replace(/[иИ]\u0306|[еЕіІ]\u0308/gu, (letter) => letter.normalize('NFC'));
  const letters = Array.from(composed.replace(/\p{Mn}/gu, (mark) => (mark < '\u0900' ? '' : mark)));
  /** @type {string[]} */
  const words = [];
  /** @type {string[]} */
  let word = [];
  const end = () => {
    words.push(withoutPossessive(word).map(plainLetter).join(''));
    word = [];
  };
  for (let i = 0; i < letters.length;) {
    const dotted = word.length === 0 ? endOfDottedLetters(letters, i) : null;
    if (dotted !== null) {
      word = letters.slice(i, dotted).filter((letter) => letter !== '.');
      i = dotted;
      if (i === letters.length || !silent.test(letters[i])) end();
      continue;
    }
    const letter = letters[i];
    i += 1;
    if (silent.test(letter)) {
      if (word.length > 0) word.push(letter);
    } else if (partOfWord.test(letter)) {
      word.push(letter);
    } else {
      end();
      if (letter === '&') words.push('and');
    }
  }
  end();
  return words.filter((one) => one !== '');
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
  const main = first(rest.filter((word) => !fillers.has(word)));
  return Array.from(main).length > 1 && main !== all ? [main, all] : [all];
}

/** @typedef {{words: string[], sounds: string[], initials: string[], spelling: string, whole: string}} FoldedName */

/** @param {string[]} words @param {string[]} sounds @param {string[]} initials @returns {FoldedName} */
const folded = (words, sounds, initials) => ({ words, sounds, initials, spelling: words.join(''), whole: sounds.join('') });

/** @param {string} name @returns {FoldedName} */
export function foldedName(name) {
  let words = foldedWords(name);
  while (words.length > 1 && ['the', 'a', 'an'].includes(words[0])) words = words.slice(1);
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
