// Pieces that several panels show: names with their sign, sentences of a statement, quotes that open the article.
import { app, choose, openArticle } from './app.js';
import { saidTime } from './dates.js';
import { bdi, button, el, svgElement } from './dom.js';
import { quoteOf } from './model.js';
import { isolated, shortened } from './scalars.js';
import { colorOf, dashes, lineOf, outlines, shapeOf } from './styles.js';
import { T } from './texts.js';

/**
 * The sign of a type, as in the picture.
 * @param {EntityType} type
 */
export function typeSign(type) {
  const shape = shapeOf(type);
  const outline = outlines[shape];
  const inner = outline
    ? [svgElement('polygon', { points: outline.map(([x, y]) => `${(x * 7).toFixed(1)},${(y * 7).toFixed(1)}`).join(' ') })]
    : [svgElement('circle', { r: 7 }), ...(shape === 'ring' ? [svgElement('circle', { r: 3.4, class: 'inner' })] : [])];
  return svgElement('svg', { class: `sign family-${colorOf(type)}`, viewBox: '-9 -9 18 18', 'aria-hidden': 'true' }, ...inner);
}

/**
 * A sample of a line.
 * @param {number} line
 */
export const lineSign = (line) => svgElement('svg', { class: `line-sign line-${line}`, viewBox: '0 0 34 8', 'aria-hidden': 'true' },
  svgElement('line', { x1: 2, y1: 4, x2: 32, y2: 4, 'stroke-dasharray': dashes[line].join(' ') || 'none' }));

/** @param {number} number */
export function entityButton(number) {
  const entity = app.model.entities[number];
  const type = app.model.types[entity.type];
  return el('button', { type: 'button', class: 'entity', click: () => choose({ kind: 'entity', index: number }), title: type.label }, typeSign(type), bdi(entity.name));
}

/** @param {Statement} statement */
export function relationWords(statement) {
  const relation = app.model.relations[statement.relation];
  return isolated(statement.isNegated ? T.not(relation.label) : relation.label);
}

/**
 * Subject, relation, object in words.
 * @param {Statement} statement
 */
export function statementWords(statement) {
  const { entities } = app.model;
  return `${isolated(entities[statement.subject].name)} ${relationWords(statement)} ${isolated(entities[statement.object].name)}`;
}

/**
 * The same with names that can be opened.
 * @param {Statement} statement
 */
export const statementLine = (statement) => el('span', { class: 'triple' },
  entityButton(statement.subject), ' ', el('span', { class: `relation line-${lineOf(statement, app.model.relations)}` }, relationWords(statement)), ' ',
  entityButton(statement.object));

/**
 * What is to be known of a statement besides its words, short.
 * @param {Statement} statement
 */
export function statementTags(statement) {
  const tags = el('span', { class: 'tags' });
  const time = saidTime(statement.start, statement.end, true);
  const add = (/** @type {string} */ text, /** @type {string} */ className) => { tags.append(el('span', { class: `tag ${className}` }, text)); };
  if (time) add(time, 'time');
  if (statement.isNegated) add(T.negated, 'line-6');
  if (statement.modality > 0) add(T.modalities[statement.modality], `line-${statement.modality}`);
  if (statement.role) tags.append(el('span', { class: 'tag' }, `${T.details.role.toLowerCase()} `, bdi(statement.role)));
  if (statement.isContradicted) add('⚠ ' + T.tabs.contradictions.toLowerCase(), 'line-6');
  if (statement.mark === 'wrong') add(T.wrongMark, 'line-6');
  else if (statement.mark === 'confirmed') add(T.confirmedMark, 'good');
  else if (statement.isCorrected) add(T.correctedMark, 'good');
  return tags;
}

/** @param {number} number */
export function documentName(number) {
  const source = app.model.documents[number];
  return source ? source.title ?? source.id : '';
}

/** @param {number} number */
export function sourceWords(number) {
  const source = app.model.documents[number];
  if (!source) return '';
  return [source.publisher, documentName(number), source.date ? saidTime(source.date, source.date, true) : null].filter(Boolean).map((part) => isolated(String(part))).join(' · ');
}

/**
 * A sentence with its source; pressing it opens the article there.
 * @param {Statement} statement @param {Evidence} evidence
 */
export function quoteButton(statement, evidence) {
  const text = quoteOf(app.model, evidence);
  return el('button', { type: 'button', class: 'quote', click: () => openArticle(statement.index, evidence), 'aria-label': `${T.quote(shortened(isolated(text), 300))} ${T.readSentence}` },
    el('q', { dir: 'auto' }, shortened(text, 1200)), el('cite', {}, sourceWords(evidence.document)));
}

/**
 * A statement in a list.
 * @param {Statement} statement @param {number} [about] the entity whose list it is and which need not be named again
 */
export function statementItem(statement, about = -1) {
  const most = 1;
  const other = statement.subject === about ? statement.object : statement.subject;
  const words = about < 0 ? statementLine(statement) : el('span', { class: 'triple' }, entityButton(other));
  const item = el('li', { class: statement.mark === 'wrong' ? 'statement wrong' : 'statement' },
    el('div', { class: 'line' }, el('div', { class: 'said' }, words, ' ', statementTags(statement)),
      button('›', () => choose({ kind: 'statement', index: statement.index }), { class: 'open', 'aria-label': `${statementWords(statement)}: ${T.details.meaning}` })),
    ...statement.evidence.slice(0, most).map((evidence) => quoteButton(statement, evidence)));
  if (statement.evidence.length > most) {
    item.append(button(T.showAll(statement.evidence.length), (event) => {
      /** @type {Element} */ (event.currentTarget).replaceWith(...statement.evidence.slice(most).map((evidence) => quoteButton(statement, evidence)));
    }, { class: 'quiet' }));
  }
  return item;
}

/**
 * A list of which the first are shown.
 * @template Item @param {Item[]} items @param {number} most @param {(item: Item) => Node} show
 */
export function longList(items, most, show) {
  const list = el('ul', { class: 'statements' }, ...items.slice(0, most).map(show));
  if (items.length > most) {
    /** @type {HTMLLIElement} */
    const more = el('li', {}, button(T.showAll(items.length), () => more.replaceWith(...items.slice(most, 2000).map(show)), { class: 'quiet' }));
    list.append(more);
  }
  return list;
}
