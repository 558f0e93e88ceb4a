// The article itself, with the sentence marked of what is looked at.
import { app, emit, on, state } from './app.js';
import { saidTime } from './dates.js';
import { bdi, button, byID, el, outLink, replaceChildren, webAddress } from './dom.js';
import { quoteOf } from './model.js';
import { documentName } from './parts.js';
import { scalarSlice, unitOffset } from './scalars.js';
import { T } from './texts.js';

/**
 * The places to mark, in order; where two overlap, one.
 * @param {{document: number, statement: number, place: Place|null}} open @returns {Place[]}
 */
function markedPlaces(open) {
  const statement = app.model.statements[open.statement];
  const all = [...statement ? statement.evidence.filter((evidence) => evidence.document === open.document) : []];
  /** @type {Place[]} */
  const places = all.map(({ document, start, end }) => ({ document, start, end }));
  const { place } = open;
  if (place && !places.some((other) => other.start === place.start && other.end === place.end)) places.push(place);
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {Place[]} */
  const apart = [];
  for (const one of places) {
    const last = apart[apart.length - 1];
    if (last && one.start < last.end) last.end = Math.max(last.end, one.end); else apart.push({ ...one });
  }
  return apart;
}

/** @param {string} text @param {Place[]} places @param {Place|null} current */
function markedText(text, places, current) {
  const body = el('div', { class: 'text', dir: 'auto' });
  let at = 0;
  for (const place of places) {
    const start = unitOffset(text, place.start);
    const end = unitOffset(text, place.end);
    body.append(text.slice(at, start));
    const isCurrent = current !== null && current.start >= place.start && current.end <= place.end;
    body.append(el('mark', { class: isCurrent ? 'current' : null, tabindex: '-1' }, text.slice(start, end)));
    at = end;
  }
  body.append(text.slice(at));
  return body;
}

export function showArticle() {
  const pane = byID('article');
  const { article } = state;
  document.body.classList.toggle('has-article', article !== null);
  pane.hidden = article === null;
  if (!article) return;
  const source = app.model.documents[article.document];
  if (!source) return;
  const pageAddress = webAddress(source.url);
  const sentence = source.text !== null && article.place ? scalarSlice(source.text, article.place.start, article.place.end).trim() : '';
  // A text fragment opens the page at the sentence, in browsers that know it.
  const fragment = sentence !== '' && sentence.length < 400 ? `#:~:text=${encodeURIComponent(sentence).replace(/-/g, '%2D')}` : '';
  const address = pageAddress === null || pageAddress.includes('#') ? pageAddress : pageAddress + fragment;
  const places = markedPlaces(article);
  const facts = [source.publisher, source.author, source.date ? saidTime(source.date, source.date) : null].filter((fact) => fact !== null);
  const page = source.pageStarts && article.place ? source.pageStarts.filter((start) => start <= (article.place?.start ?? 0)).length : 0;
  const content = source.text !== null
    ? markedText(source.text, places, article.place)
    : el('div', { class: 'text' }, el('p', { class: 'quiet' }, T.withoutText), ...(app.model.statements[article.statement]?.evidence ?? [])
      .filter((evidence) => evidence.document === article.document).map((evidence) => el('p', {}, el('mark', { dir: 'auto' }, quoteOf(app.model, evidence)))));
  const scroller = el('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': T.article }, content);
  replaceChildren(pane,
    el('header', {}, el('div', {}, el('p', { class: 'kind' }, T.article, page > 0 && ` · ${T.page(page)}`), el('h2', {}, bdi(documentName(article.document))),
      facts.length > 0 && el('p', { class: 'quiet' }, ...facts.flatMap((fact, i) => [i > 0 ? ' · ' : '', bdi(String(fact))])),
      address && outLink(address, T.openSource)),
    button('×', closeArticle, { class: 'close', 'aria-label': T.close })), scroller);
  const mark = pane.querySelector('mark.current') ?? pane.querySelector('mark');
  if (mark instanceof HTMLElement) {
    // The pane scrolls, not the page: scrollIntoView would move both.
    scroller.scrollTop = mark.offsetTop - scroller.offsetTop - scroller.clientHeight / 3;
  }
}

export function closeArticle() {
  state.article = null;
  emit('article');
}

export function startArticle() {
  on('article corrections', showArticle);
}
