// The card: everything that is known of an entity, of a statement, or of what lies between two.
import { app, choose, emit, isSearchFirst, on, openArticle, state } from './app.js';
import { saidTime, timeOrder } from './dates.js';
import { bdi, button, byID, el, keepingFocus, outLink, replaceChildren, webAddress } from './dom.js';
import { entityCorrections, statementCorrections } from './correcting.js';
import { camera, fit, growOrFold, reveal, togglePin } from './picture.js';
import { entityButton, lineSign, longList, quoteButton, statementItem, statementLine, statementTags, typeSign } from './parts.js';
import { setPathEnd } from './pathchoice.js';
import { lineOf } from './styles.js';
import { T } from './texts.js';

/** @param {string} scheme @param {string} value */
function identifierAddress(scheme, value) {
  if (scheme === 'wikidata' && /^[QPL]\d+$/.test(value)) return `https://www.wikidata.org/wiki/${value}`;
  if (scheme === 'geonames' && /^\d+$/.test(value)) return `https://www.geonames.org/${value}/`;
  return webAddress(value);
}

/** @param {Entity} entity */
function namesPart(entity) {
  const reasons = new Map(entity.links.map(({ name, words }) => [name, words]));
  const names = entity.aliases.length > 0 ? entity.aliases : [{ name: entity.name, count: entity.mentions, place: null }];
  const list = el('ul', { class: 'names' }, ...names.slice(0, 60).map((alias) => {
    const { place } = alias;
    return el('li', {}, bdi(alias.name), el('span', { class: 'count' }, ` ${alias.count}`),
      place && button(T.saidIn, () => { state.article = { document: place.document, statement: -1, place }; emit('article'); }, { class: 'quiet', 'aria-label': `${alias.name}: ${T.readSentence}` }),
      reasons.has(alias.name) && el('div', { class: 'reason' }, `= ${reasons.get(alias.name)}`));
  }));
  return el('details', { class: 'part', open: names.length > 1 && names.length < 5 }, el('summary', {}, `${names.length > 1 ? T.whyOne : T.names} (${names.length})`), list);
}

/** @param {Entity} entity */
function identifiersPart(entity) {
  const entries = Object.entries(entity.identifiers);
  if (entries.length === 0) return null;
  return el('p', { class: 'identifiers' }, ...entries.map(([scheme, value]) => {
    const address = identifierAddress(scheme, value);
    return el('span', {}, `${scheme} `, address ? outLink(address, bdi(value)) : bdi(value));
  }));
}

/** @param {AppliedCorrection[]} list */
const appliedPart = (list) => list.length > 0 && el('section', { class: 'group applied' }, el('h3', {}, T.corrected),
  longList(list, 8, ({ explanation, file, line }) => el('li', {}, bdi(explanation), el('span', { class: 'count' }, ' ', bdi(`${file}:${line}`)))));

/** @param {number} number */
function entityCard(number) {
  const { entities, relations, statements, types, bundlesOf, bundles } = app.model;
  const entity = entities[number];
  const own = bundlesOf[number].flatMap((index) => bundles[index].statements).map((index) => statements[index]);
  /** @type {Map<string, Statement[]>} */
  const groups = new Map();
  for (const statement of own) {
    const relation = relations[statement.relation];
    const words = statement.subject === number || relation.isSymmetric ? relation.label : relation.inverse ?? `← ${relation.label}`;
    groups.set(words, [...groups.get(words) ?? [], statement]);
  }
  const best = (/** @type {Statement[]} */ list) => list.reduce((most, statement) => Math.max(most, statement.score), 0);
  const sorted = [...groups].sort((a, b) => best(b[1]) - best(a[1]));
  const shown = app.shown.bundles.filter(({ bundle }) => bundle.a === number || bundle.b === number).length;
  const more = app.ranked.length > 0 ? bundlesOf[number].filter((index) => bundles[index].statements.some((s) => app.kept[s] === 1)).length - shown : 0;
  return el('article', { class: 'card' },
    el('p', { class: 'kind' }, typeSign(types[entity.type]), types[entity.type].label, ' · ', T.mentions(entity.mentions), entity.isCorrected && ` · ${T.correctedMark}`),
    el('h2', { id: 'card-title', tabindex: '-1' }, bdi(entity.name)),
    el('div', { class: 'actions' },
      button(more > 0 && !state.grown.has(number) ? T.grow(more) : T.fold, () => growOrFold(number), { class: 'action' }),
      button(state.pins.has(number) ? T.unpin : T.pin, () => togglePin(number), { class: 'action', 'aria-pressed': String(state.pins.has(number)) }),
      button(T.pathFrom, () => setPathEnd('from', number), { class: 'action' }), button(T.pathTo, () => setPathEnd('to', number), { class: 'action' }),
      button(T.center, () => fit([number, ...app.shown.bundles.filter(({ bundle }) => bundle.a === number || bundle.b === number).flatMap(({ bundle }) => [bundle.a, bundle.b])]), { class: 'action' })),
    identifiersPart(entity), namesPart(entity),
    appliedPart(app.model.applied.filter((applied) => applied.entities.includes(number))),
    own.length === 0 && el('p', { class: 'quiet' }, T.noStatements),
    ...sorted.slice(0, 60).map(([words, list]) => el('section', { class: 'group' },
      el('h3', {}, words, el('span', { class: 'count' }, ` ${list.length}`)),
      longList(list.sort((a, b) => timeOrder(a) - timeOrder(b) || b.score - a.score), 8, (statement) => statementItem(statement, number)))),
    entityCorrections(entity));
}

/** @param {number} number */
function statementCard(number) {
  const statement = app.model.statements[number];
  const { documents, relations, contradictions } = app.model;
  const relation = relations[statement.relation];
  const rows = [
    [T.details.certainty, el('span', {}, lineSign(lineOf(statement, relations)), ` ${T.lines[lineOf(statement, relations)]}`, statement.isNegated && statement.modality > 0 && `, ${T.modalities[statement.modality]}`)],
    [T.details.confidence, el('span', {}, el('meter', { min: 0, max: 1, value: statement.confidence, 'aria-label': T.details.confidence }), ` ${Math.round(statement.confidence * 100)} %`)],
    [T.details.when, saidTime(statement.start, statement.end)],
    [T.details.where, statement.place === null ? '' : entityButton(statement.place)],
    [T.details.role, statement.role ? bdi(statement.role) : ''],
    [T.details.by, statement.attribution === null ? '' : entityButton(statement.attribution)],
    [T.details.meaning, relation.definition ?? ''],
  ];
  const disputes = contradictions.map((contradiction, i) => ({ contradiction, i })).filter(({ contradiction }) => contradiction.statements.includes(number));
  return el('article', { class: 'card' },
    el('p', { class: 'kind' }, T.evidenceOf(statement.evidence.length), ' · ', T.documents(new Set(statement.evidence.map((e) => documents[e.document]?.id)).size)),
    el('h2', { id: 'card-title', tabindex: '-1', class: 'statement-title' }, statementLine(statement)), statementTags(statement),
    ...disputes.map(({ contradiction, i }) => el('p', { class: 'dispute' }, '⚠ ', bdi(contradiction.explanation), ' ',
      button(T.tabs.contradictions, () => { state.contradiction = i; state.panel = 'contradictions'; emit('panel contradictions'); }, { class: 'quiet' }))),
    el('div', { class: 'quotes' }, ...statement.evidence.slice(0, 200).map((evidence) => quoteButton(statement, evidence))),
    appliedPart(app.model.applied.filter(({ entities, evidence }) => entities.includes(statement.subject) && entities.includes(statement.object)
      && evidence.some((place) => statement.evidence.some((own) => own.document === place.document && own.start === place.start && own.end === place.end)))),
    el('dl', {}, ...rows.filter(([, value]) => value !== '').flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
    statementCorrections(statement));
}

/** @param {number} number */
function bundleCard(number) {
  const bundle = app.model.bundles[number];
  if (!bundle) return startCard();
  const kept = bundle.statements.filter((index) => app.kept[index] === 1);
  const list = (kept.length > 0 ? kept : bundle.statements).map((index) => app.model.statements[index]);
  return el('article', { class: 'card' },
    el('p', { class: 'kind' }, T.statements(list.length)),
    el('h2', { id: 'card-title', tabindex: '-1', class: 'statement-title' }, entityButton(bundle.a), el('span', { class: 'quiet' }, ' — '), entityButton(bundle.b)),
    longList(list, 30, (statement) => statementItem(statement)));
}

function startCard() {
  const { entities, model } = { entities: app.model.entities, model: app.model };
  const present = new Set(entities.filter((entity) => !entity.isHidden).map((entity) => entity.type));
  const lines = new Set(app.shown.bundles.flatMap((shown) => shown.statements.map((index) => lineOf(model.statements[index], model.relations))));
  return el('article', { class: 'card start' },
    el('h2', { id: 'card-title', tabindex: '-1' }, T.startTitle), el('p', {}, T.startText), el('p', {}, T.startDo),
    state.coloring === 'community'
      ? el('section', { class: 'group' }, el('h3', {}, T.communities), el('ul', { class: 'key' }, ...model.communities.slice(0, 10).map((community, i) =>
        el('li', {}, el('span', { class: `swatch community-${Math.min(i, 9)}` }), bdi(community.label), el('span', { class: 'count' }, ` ${community.count}`)))))
      : null,
    el('section', { class: state.coloring === 'community' ? 'group outlined' : 'group' }, el('h3', {}, T.kinds), el('ul', { class: 'key' }, ...model.types.filter((type) => present.has(type.index)).map((type) =>
      el('li', {}, typeSign(type), type.label)))),
    el('section', { class: 'group' }, el('h3', {}, T.linesTitle), el('ul', { class: 'key lines' }, ...(lines.size > 0 ? [...lines].sort((a, b) => a - b) : T.lines.map((_, i) => i)).map((line) =>
      el('li', {}, lineSign(line), T.lines[line])), model.contradictions.length > 0 && el('li', {}, el('span', { class: 'line-sign line-6' }, '⚠'), T.contradictedKey))),
    el('section', { class: 'group' }, el('h3', {}, T.startWith), el('ul', { class: 'plain' }, ...model.order.slice(0, isSearchFirst ? 16 : 8).map((number) =>
      el('li', {}, entityButton(number), el('span', { class: 'count' }, ` ${T.mentions(entities[number].mentions)}`))))));
}

/** What the card is about, so that only another one scrolls back to its beginning. */
let shownKey = '';

export function showCard() {
  const panel = byID('panel-card');
  const { chosen } = state;
  const key = chosen ? `${chosen.kind} ${chosen.index}` : '';
  const isSame = key === shownKey;
  shownKey = key;
  const isCorrecting = isSame && panel.querySelector('details.correct[open]') !== null;
  const scroll = isSame ? panel.scrollTop : 0;
  const back = chosen ? button(`‹ ${T.back}`, () => choose(null), { class: 'quiet back' }) : null;
  const card = !chosen ? startCard() : chosen.kind === 'entity' ? entityCard(chosen.index) : chosen.kind === 'statement' ? statementCard(chosen.index) : bundleCard(chosen.index);
  keepingFocus(panel, () => replaceChildren(panel, back, card));
  const correcting = panel.querySelector('details.correct');
  if (correcting instanceof HTMLDetailsElement && isCorrecting) correcting.open = true;
  panel.scrollTop = scroll;
}

export function startCards() {
  on('chosen shown', showCard);
  on('chosen', () => {
    const { chosen } = state;
    if (!chosen || !camera.isSet) return;
    if (chosen.kind === 'entity') reveal([chosen.index]);
    else if (chosen.kind === 'statement') {
      const { subject, object } = app.model.statements[chosen.index];
      reveal([subject, object]);
      if (matchMedia('(min-width: 1000px)').matches) openArticle(chosen.index);
    }
  });
  on('looks', showCard);
}
