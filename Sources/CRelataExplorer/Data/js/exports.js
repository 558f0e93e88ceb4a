// Out of the page: the picture as SVG and PNG, the shown part as GraphML, JSON-LD and CSV.
import { app } from './app.js';
import { drawScene } from './canvas.js';
import { modalityIDs } from './corrections.js';
import { spanText } from './dates.js';
import { byID, button, el, offerFile, toast } from './dom.js';
import { viewAddress } from './link.js';
import { quoteOf } from './model.js';
import { camera, palette } from './picture.js';
import { positionOf } from './positions.js';
import { scalarSlice } from './scalars.js';
import { buildScene } from './scene.js';
import { lightPalette } from './styles.js';
import { sceneSVG, xmlText } from './svg.js';
import { T } from './texts.js';

const noFocus = { hover: -1, hoverBundle: -1, cursor: -1 };

/** @returns {Statement[]} */
const shownStatements = () => app.shown.bundles.flatMap((shown) => shown.statements).map((number) => app.model.statements[number]).sort((a, b) => a.index - b.index);
const shownEntities = () => [...app.shown.nodes].sort((a, b) => a - b).map((number) => app.model.entities[number]);
const polarityOf = (/** @type {Statement} */ statement) => (statement.isNegated ? 'negated' : 'affirmed');
const entityID = (/** @type {number|null} */ number) => (number === null ? '' : app.model.entities[number].id);

/**
 * A type and the kinds above it.
 * @param {number} type @returns {string[]}
 */
function typePath(type) {
  const path = [];
  for (let at = /** @type {number|null} */ (type); at !== null && path.length < 20; at = app.model.types[at].parent) path.push(app.model.types[at].id);
  return path.filter((id, i) => i === 0 || id !== 'Thing');
}

/**
 * First and last date of the documents that say so.
 * @param {Statement} statement @returns {[string, string]}
 */
function seen(statement) {
  const dates = statement.evidence.map((evidence) => app.model.documents[evidence.document]?.date ?? '').filter((date) => date !== '').sort();
  return [dates[0] ?? '', dates[dates.length - 1] ?? ''];
}

const documentsOf = (/** @type {Statement} */ statement) => [...new Set(statement.evidence.map((evidence) => app.model.documents[evidence.document]?.id ?? ''))];

export function svgFile() {
  return sceneSVG(buildScene(camera.k, noFocus, camera.frame), app.model.title, palette()).text;
}

/**
 * The picture as it is seen, at twice its size.
 * @returns {Promise<Blob|null>}
 */
export function pngFile() {
  const scene = buildScene(camera.k, noFocus, camera.frame);
  const { left, top, width, height } = sceneSVG(scene, '', palette());
  // Browsers refuse larger canvases.
  const scale = Math.min(2, 8000 / Math.max(1, width, height));
  const canvas = el('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  drawScene(context, scene, palette(), { x: -left, y: -top, width, height, scale, cursor: -1 });
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

export function graphMLFile() {
  const { model } = app;
  const keys = { node: ['name', 'type', 'types', 'aliases', 'identifiers', 'mentions:int', 'x:double', 'y:double'],
    edge: ['relation', 'polarity', 'modality', 'start', 'end', 'time', 'attribution', 'place', 'role', 'confidence:double', 'importance:double', 'documents', 'firstSeen', 'lastSeen', 'quote', 'trigger', 'open:boolean', 'label', 'evidence:int', 'contradicted:boolean'] };
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'];
  for (const [kind, names] of Object.entries(keys)) for (const key of names) {
    const [name, type = 'string'] = key.split(':');
    lines.push(`<key id="${kind}-${name}" for="${kind}" attr.name="${name}" attr.type="${type}"/>`);
  }
  lines.push('<graph id="relata" edgedefault="directed">');
  const data = (/** @type {string} */ kind, /** @type {Record<string, any>} */ values) => {
    for (const [name, value] of Object.entries(values)) if (value !== '' && value !== null && value !== undefined) lines.push(`<data key="${kind}-${name}">${xmlText(String(value))}</data>`);
  };
  for (const entity of shownEntities()) {
    const [x, y] = positionOf(entity.index);
    lines.push(`<node id="${xmlText(entity.id)}">`);
    data('node', { name: entity.name, type: model.types[entity.type].id, types: typePath(entity.type).join(';'), aliases: entity.aliases.map((alias) => alias.name).join(';'),
      identifiers: Object.entries(entity.identifiers).map(([scheme, value]) => `${scheme}:${value}`).join(';'), mentions: entity.mentions, x: x.toFixed(1), y: y.toFixed(1) });
    lines.push('</node>');
  }
  for (const statement of shownStatements()) {
    const relation = model.relations[statement.relation];
    const [firstSeen, lastSeen] = seen(statement);
    lines.push(`<edge id="statement-${statement.index}" source="${xmlText(entityID(statement.subject))}" target="${xmlText(entityID(statement.object))}">`);
    data('edge', { relation: relation.id, polarity: polarityOf(statement), modality: modalityIDs[statement.modality], start: statement.start, end: statement.end,
      time: spanText(statement.start, statement.end), attribution: entityID(statement.attribution), place: entityID(statement.place), role: statement.role, confidence: statement.confidence,
      importance: statement.importance, documents: documentsOf(statement).join(';'), firstSeen, lastSeen, quote: statement.evidence[0] ? quoteOf(model, statement.evidence[0]) : '',
      trigger: statement.evidence[0]?.trigger, open: relation.isOpen, label: relation.label, evidence: statement.evidence.length, contradicted: statement.isContradicted });
    lines.push('</edge>');
  }
  lines.push('</graph>', '</graphml>', '');
  return lines.join('\n');
}

/**
 * In an address, what has a meaning there must be escaped.
 * @param {string} id
 */
const addressPart = (id) => encodeURIComponent(id.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'))
  .replace(/[!'()*]/g, (letter) => '%' + letter.charCodeAt(0).toString(16).toUpperCase()).replace(/(?!^)%2F/g, '/');

export function jsonLDFile() {
  const { model } = app;
  const document = (/** @type {number} */ number) => 'document:' + addressPart(model.documents[number]?.id ?? '');
  const resource = (/** @type {Place} */ place, /** @type {string} */ quote) => ({ '@type': 'SpecificResource', source: document(place.document),
    selector: [{ '@type': 'TextQuoteSelector', exact: quote }, { '@type': 'TextPositionSelector', start: place.start, end: place.end }] });
  const alias = (/** @type {NamedAs} */ { name, count, place }) => {
    const text = place ? model.documents[place.document]?.text : null;
    return place && text ? { name, count, evidence: [resource(place, scalarSlice(text, place.start, place.end))] } : { name, count };
  };
  const statements = shownStatements();
  const entities = shownEntities();
  const used = new Set(statements.flatMap((statement) => statement.evidence.map((evidence) => evidence.document)));
  const there = new Set(statements.map((statement) => statement.index));
  const predicate = (/** @type {Relation} */ relation) => `${relation.isOpen ? 'lemma' : 'rel'}:${addressPart(relation.id)}`;
  const nodes = [
    ...[...used].sort((a, b) => a - b).map((number) => {
      const { id, title, date, url, publisher, author, text } = model.documents[number];
      return { '@id': document(number), '@type': ['Document', 'prov:Entity'], identifier: id, title, date, url, publisher, author, text };
    }),
    ...entities.map((entity) => ({
      '@id': 'entity:' + addressPart(entity.id), '@type': [`kind:${model.types[entity.type].id}`], name: entity.name, label: entity.name,
      altLabel: entity.aliases.map((alias) => alias.name).filter((name) => name !== entity.name), aliases: entity.aliases.map(alias),
      identifiers: Object.entries(entity.identifiers).map(([scheme, value]) => ({ '@type': 'PropertyValue', scheme, value })), mentions: entity.mentions,
    })),
    ...statements.map((statement) => {
      const [firstSeen, lastSeen] = seen(statement);
      const relation = model.relations[statement.relation];
      return {
        '@id': `statement:${statement.index}`, '@type': 'Statement', subject: 'entity:' + addressPart(entityID(statement.subject)), predicate: predicate(relation),
        object: 'entity:' + addressPart(entityID(statement.object)), polarity: polarityOf(statement), modality: modalityIDs[statement.modality],
        attribution: statement.attribution === null ? null : 'entity:' + addressPart(entityID(statement.attribution)), start: statement.start, end: statement.end,
        time: spanText(statement.start, statement.end), place: statement.place === null ? null : 'entity:' + addressPart(entityID(statement.place)), role: statement.role,
        confidence: statement.confidence, importance: statement.importance, open: relation.isOpen, firstSeen, lastSeen,
        documents: [...new Set(statement.evidence.map((evidence) => document(evidence.document)))],
        evidence: statement.evidence.map((evidence) => ({ ...resource(evidence, quoteOf(model, evidence)), trigger: evidence.trigger })),
      };
    }),
    ...model.contradictions.map((contradiction, i) => ({ contradiction, i })).filter(({ contradiction }) => contradiction.statements.every((number) => there.has(number)))
      .map(({ contradiction, i }) => ({ '@id': `contradiction:${i}`, '@type': 'Contradiction', about: contradiction.kind, contradicts: contradiction.statements.map((number) => `statement:${number}`), explanation: contradiction.explanation })),
    ...[...new Set(entities.map((entity) => entity.type))].sort((a, b) => a - b).map((number) => {
      const type = model.types[number];
      return { '@id': `kind:${type.id}`, '@type': 'Class', label: type.label, subClassOf: type.parent === null ? [] : [`kind:${model.types[type.parent].id}`] };
    }),
    ...[...new Set(statements.map((statement) => statement.relation))].sort((a, b) => a - b).map((number) => {
      const relation = model.relations[number];
      return { '@id': predicate(relation), '@type': relation.isSymmetric ? ['Property', 'SymmetricProperty'] : ['Property'], label: relation.label, definition: relation.definition, inverseLabel: relation.inverse };
    }),
  ];
  const isEmpty = (/** @type {any} */ value) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  const plain = nodes.map((node) => Object.fromEntries(Object.entries(node).filter(([, value]) => !isEmpty(value))));
  return `{\n"@context":${JSON.stringify(model.context ?? {})},\n"@graph":[\n${plain.map((node) => JSON.stringify(node)).join(',\n')}\n]\n}\n`;
}

export function csvFile() {
  const { model } = app;
  const field = (/** @type {any} */ value) => {
    const text = value === null || value === undefined ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  const head = ['subject', 'subjectName', 'subjectType', 'relation', 'label', 'object', 'objectName', 'objectType', 'polarity', 'modality', 'start', 'end', 'attribution', 'place', 'role', 'confidence', 'importance', 'documents', 'quote', 'open', 'evidence', 'contradicted'];
  const rows = shownStatements().map((statement) => {
    const [subject, object] = [model.entities[statement.subject], model.entities[statement.object]];
    const relation = model.relations[statement.relation];
    return [subject.id, subject.name, model.types[subject.type].id, relation.id, relation.label, object.id, object.name, model.types[object.type].id, polarityOf(statement), modalityIDs[statement.modality],
      statement.start, statement.end, entityID(statement.attribution), entityID(statement.place), statement.role, statement.confidence, statement.importance, documentsOf(statement).join(';'),
      statement.evidence[0] ? quoteOf(model, statement.evidence[0]) : '', relation.isOpen, statement.evidence.length, statement.isContradicted];
  });
  return [head, ...rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n';
}

/** @param {string} ending @param {string} type @param {() => string} make */
const textFile = (ending, type, make) => () => offerFile(`${T.fileName}.${ending}`, new Blob([make()], { type }));

async function copyLink() {
  const address = viewAddress();
  history.replaceState(null, '', address);
  try {
    await navigator.clipboard.writeText(location.href);
    toast(T.linkCopied);
  } catch {
    // From disk some browsers give no clipboard.
    toast(T.linkInAddress);
  }
}

export function startExports() {
  const menu = /** @type {HTMLDetailsElement} */ (byID('save'));
  const actions = /** @type {Record<keyof typeof T.saveMenu, () => void>} */ ({
    svg: textFile('svg', 'image/svg+xml', svgFile),
    png: async () => { const blob = await pngFile(); if (blob) offerFile(`${T.fileName}.png`, blob); },
    graphml: textFile('graphml', 'application/xml', graphMLFile), jsonld: textFile('jsonld', 'application/ld+json', jsonLDFile), csv: textFile('csv', 'text/csv', csvFile),
    link: copyLink, print: () => window.print(),
  });
  for (const [name, action] of Object.entries(actions)) {
    byID('save-list').append(el('li', {}, button(/** @type {Record<string, string>} */ (T.saveMenu)[name], () => {
      menu.open = false;
      action();
    }, { id: `save-${name}` })));
  }
  document.addEventListener('pointerdown', (event) => { if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false; });
  // A canvas prints coarse; the same as SVG prints sharp.
  window.addEventListener('beforeprint', () => {
    const { text } = sceneSVG(buildScene(camera.k, noFocus, camera.frame), app.model.title, { ...lightPalette, background: '#ffffff', halo: '#ffffff' });
    if (text === '') return;
    const picture = document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true);
    byID('print').replaceChildren(picture);
  });
  window.addEventListener('afterprint', () => byID('print').replaceChildren());
}
