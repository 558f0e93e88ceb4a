// Links to a passage of a web page, which browsers scroll to and mark (WICG, "URL Fragment Text Directives"); those of graph.jsonld.
import { wellFormed } from './scalars.js';

/** Quotes of more words are given by their first and last words, so that the link stays short. */
const longestQuote = 12;
/** How many words at each end then tell where. */
const wordsAtEnd = 5;
/** A "word" may be a whole sentence where a script has no spaces; so many characters of it tell where. */
const longestWord = 24;

const isLongWord = (/** @type {string} */ word) => Array.from(word).length > longestWord;

/**
 * Percent-encoded but for letters, digits, ".", "_" and "~": "-", "," and "&" mean something in a directive.
 * @param {string} text
 */
const directiveText = (text) => encodeURIComponent(wellFormed(text)).replace(/[-!'()*]/g, (letter) => '%' + letter.charCodeAt(0).toString(16).toUpperCase());

/**
 * The words of each paragraph and cell. A single line break may be one of a plain text's lines: only an empty line ends a paragraph.
 * @param {string} quote
 */
function blocksOf(quote) {
  /** @type {string[][]} */
  const blocks = [[]];
  for (const line of quote.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)) {
    const words = line.split(/\p{White_Space}+/u).filter((word) => word !== '');
    if (words.length === 0) blocks.push([]);
    for (const word of words) if (word === '|') blocks.push([]); else blocks[blocks.length - 1].push(word);
  }
  return blocks.filter((words) => words.length > 0);
}

/** @param {string[]} words */
function beginningOf(words) {
  const text = words.join(' ');
  return words.some(isLongWord) ? Array.from(text).slice(0, longestWord).join('') : text;
}

/** @param {string[]} words */
function endOf(words) {
  const text = words.join(' ');
  return words.some(isLongWord) ? Array.from(text).slice(-longestWord).join('') : text;
}

/**
 * Few words, some of them long: the two halves.
 * @param {string[]} words
 */
function halvesOf(words) {
  if (words.length === 1) {
    const letters = Array.from(words[0]);
    const half = Math.min(longestWord, Math.floor(letters.length / 2));
    return directiveText(letters.slice(0, half).join('')) + ',' + directiveText(letters.slice(letters.length - half).join(''));
  }
  const middle = Math.floor(words.length / 2);
  return directiveText(beginningOf(words.slice(0, middle))) + ',' + directiveText(endOf(words.slice(middle)));
}

/**
 * A link to where a page says something. A fragment that the address has stays before “:~:”; a text directive that it has is replaced.
 * @param {string} address @param {string} quote as the page shows it; white space does not count
 */
export function passageAddress(address, quote) {
  const page = address.split(':~:')[0].replace(/#$/, '');
  const blocks = blocksOf(quote);
  if (blocks.length === 0) return page;
  const [first, last] = [blocks[0], blocks[blocks.length - 1]];
  const isOne = blocks.length === 1;
  const directive = isOne && first.length <= longestQuote && !first.some(isLongWord) ? directiveText(first.join(' '))
    : isOne && first.length <= 2 * wordsAtEnd ? halvesOf(first)
      : directiveText(beginningOf(first.slice(0, wordsAtEnd))) + ',' + directiveText(endOf(last.slice(-wordsAtEnd)));
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${directive}`;
}
