// Out of the page: the picture as SVG and PNG, the shown part as GraphML, JSON-LD and CSV, the whole graph as JSON-LD.
import { app } from './app.js';
import { drawScene } from './canvas.js';
import { modalityIDs } from './corrections.js';
import { spanText } from './dates.js';
import { byID, button, el, offerFile, toast } from './dom.js';
import { jsonLDFile } from './jsonld.js';
import { viewAddress } from './link.js';
import { quoteOf } from './model.js';
import { camera, palette } from './picture.js';
import { positionOf } from './positions.js';
import { buildScene } from './scene.js';
import { documentsOf, entityID, polarityOf, seen, shownSelection, typePath, wholeSelection } from './selection.js';
import { lightPalette } from './styles.js';
import { sceneSVG, xmlText } from './svg.js';
import { T } from './texts.js';

const noFocus = { hover: -1, hoverBundle: -1, cursor: -1 };

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
  const { entities, statements } = shownSelection();
  for (const entity of entities) {
    const [x, y] = positionOf(entity.index);
    lines.push(`<node id="${xmlText(entity.id)}">`);
    data('node', { name: entity.name, type: model.types[entity.type].id, types: typePath(entity.type).map((type) => type.id).filter((id, i) => i === 0 || id !== 'Thing').join(';'), aliases: entity.aliases.map((alias) => alias.name).join(';'),
      identifiers: Object.entries(entity.identifiers).map(([scheme, value]) => `${scheme}:${value}`).join(';'), mentions: entity.mentions, x: x.toFixed(1), y: y.toFixed(1) });
    lines.push('</node>');
  }
  for (const statement of statements) {
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

export function csvFile() {
  const { model } = app;
  const field = (/** @type {any} */ value) => {
    const text = value === null || value === undefined ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  const head = ['subject', 'subjectName', 'subjectType', 'relation', 'label', 'object', 'objectName', 'objectType', 'polarity', 'modality', 'start', 'end', 'attribution', 'place', 'role', 'confidence', 'importance', 'documents', 'quote', 'open', 'evidence', 'contradicted'];
  const rows = shownSelection().statements.map((statement) => {
    const [subject, object] = [model.entities[statement.subject], model.entities[statement.object]];
    const relation = model.relations[statement.relation];
    return [subject.id, subject.name, model.types[subject.type].id, relation.id, relation.label, object.id, object.name, model.types[object.type].id, polarityOf(statement), modalityIDs[statement.modality],
      statement.start, statement.end, entityID(statement.attribution), entityID(statement.place), statement.role, statement.confidence, statement.importance, documentsOf(statement).join(';'),
      statement.evidence[0] ? quoteOf(model, statement.evidence[0]) : '', relation.isOpen, statement.evidence.length, statement.isContradicted];
  });
  return [head, ...rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n';
}

/** @param {string} ending @param {string} type @param {() => string} make */
const textFile = (ending, type, make, name = T.fileName) => () => offerFile(`${name}.${ending}`, new Blob([make()], { type }));

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
    graphml: textFile('graphml', 'application/xml', graphMLFile), jsonld: textFile('jsonld', 'application/ld+json', () => jsonLDFile(shownSelection(), { isWhole: false })), csv: textFile('csv', 'text/csv', csvFile),
    whole: textFile('jsonld', 'application/ld+json', () => jsonLDFile(wholeSelection(), { isWhole: true }), T.wholeFileName),
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
