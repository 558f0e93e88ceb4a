// A part of the graph as JSON-LD: node by node what the command writes into graph.jsonld, so that `relata import` reads it.
import { app } from './app.js';
import { modalityIDs } from './corrections.js';
import { spanText } from './dates.js';
import { quoteOf } from './model.js';
import { scalarSlice, wellFormed } from './scalars.js';
import { entityID, polarityOf, seen, typePath } from './selection.js';
import { passageAddress } from './textfragment.js';

/**
 * In an address, what has a meaning there must be escaped.
 * @param {string} id
 */
const addressPart = (id) => encodeURIComponent(wellFormed(id))
  .replace(/[!'()*]/g, (letter) => '%' + letter.charCodeAt(0).toString(16).toUpperCase()).replace(/(?!^)%2F/g, '/');

const documentAddress = (/** @type {number} */ number) => 'document:' + addressPart(app.model.documents[number]?.id ?? '');
const entityAddress = (/** @type {number|null} */ number) => (number === null ? null : 'entity:' + addressPart(entityID(number)));
const kindAddress = (/** @type {EntityType} */ type) => 'kind:' + addressPart(type.id);
const relationAddress = (/** @type {Relation} */ relation) => `${relation.isOpen ? 'lemma' : 'rel'}:${addressPart(relation.id)}`;
const wikidataAddress = (/** @type {string|null} */ item) => (item === null ? null : 'wikidata:' + addressPart(item));
const schemaAddress = (/** @type {string} */ name) => 'schema:' + addressPart(name);

/** What is negated, alleged, planned or hypothetical is described, but no triple of its own. */
const isDirect = (/** @type {Statement} */ statement) => !statement.isNegated && statement.modality < 2;

/** @param {Place} place @param {string} quote */
const passage = (place, quote) => {
  const source = app.model.documents[place.document];
  return {
    '@type': 'SpecificResource', source: documentAddress(place.document),
    selector: [{ '@type': 'TextQuoteSelector', exact: quote }, { '@type': 'TextPositionSelector', start: place.start, end: place.end }],
    page: source?.pageStarts?.length ? Math.max(1, source.pageStarts.filter((start) => start <= place.start).length) : null,
    url: source?.url ? passageAddress(source.url, quote) : null,
  };
};

/** @param {Evidence} evidence */
const evidenceNode = (evidence) => withoutEmpty({ ...passage(evidence, quoteOf(app.model, evidence)), trigger: evidence.trigger || null });

/** @param {number} number */
function documentNode(number) {
  const { id, title, date, author, publisher, url, sentences, words, sha256, pageStarts, copies, text } = app.model.documents[number];
  return { '@id': documentAddress(number), '@type': ['Document', 'prov:Entity'], identifier: id, title, date, author, publisher, url, sentences, words, sha256, pageStarts, copies, text };
}

/**
 * The first sentence that has the name is known where the text is in the page.
 * @param {NamedAs} alias
 */
function aliasNode({ name, count, place }) {
  const text = place ? app.model.documents[place.document]?.text : null;
  return { name, count, evidence: place && text ? [withoutEmpty(passage(place, scalarSlice(text, place.start, place.end)))] : [] };
}

/**
 * The nearest class of schema.org.
 * @param {number} type
 */
function schemaClass(type) {
  const schema = typePath(type).find((kind) => kind.schema !== null)?.schema;
  return schema ? [schemaAddress(schema)] : [];
}

/** @param {Entity} entity @param {Statement[]} direct the statements about it that are triples of their own */
function entityNode(entity, direct) {
  const identifiers = Object.entries(entity.identifiers).sort(([a], [b]) => (a < b ? -1 : 1));
  /** @type {Record<string, {'@id': string|null}[]>} */
  const triples = {};
  for (const { relation, object } of direct) {
    const name = relationAddress(app.model.relations[relation]);
    const objects = triples[name] ??= [];
    const id = entityAddress(object);
    if (!objects.some((other) => other['@id'] === id)) objects.push({ '@id': id });
  }
  return {
    '@id': entityAddress(entity.index), '@type': [kindAddress(app.model.types[entity.type]), ...schemaClass(entity.type)], name: entity.name, label: entity.name,
    altLabel: entity.aliases.map((alias) => alias.name).filter((name) => name !== entity.name), aliases: entity.aliases.map((alias) => withoutEmpty(aliasNode(alias))),
    links: entity.links.map(({ name, other, reason, detail, document }) => withoutEmpty({ name, other, reason, detail: detail || null, source: document === null ? null : documentAddress(document) })),
    identifiers: identifiers.map(([scheme, value]) => ({ '@type': 'PropertyValue', scheme, value })),
    sameAs: identifiers.flatMap(([scheme, value]) => (scheme === 'wikidata' ? [`http://www.wikidata.org/entity/${addressPart(value)}`]
      : scheme === 'geonames' ? [`https://sws.geonames.org/${addressPart(value)}/`] : [])),
    mentions: entity.mentions, ...triples,
  };
}

/** @param {Statement} statement */
function statementNode(statement) {
  const [firstSeen, lastSeen] = seen(statement);
  const relation = app.model.relations[statement.relation];
  return {
    '@id': `statement:${statement.index}`, '@type': 'Statement', subject: entityAddress(statement.subject), predicate: relationAddress(relation), object: entityAddress(statement.object),
    polarity: polarityOf(statement), modality: modalityIDs[statement.modality], attribution: entityAddress(statement.attribution), start: statement.start, end: statement.end,
    time: spanText(statement.start, statement.end) || null, place: entityAddress(statement.place), role: statement.role, confidence: statement.confidence, importance: statement.importance,
    open: relation.isOpen, firstSeen: firstSeen || null, lastSeen: lastSeen || null, documents: [...new Set(statement.evidence.map((evidence) => documentAddress(evidence.document)))],
    evidence: statement.evidence.map(evidenceNode),
  };
}

/** @param {Contradiction} contradiction @param {number} index */
const contradictionNode = ({ kind, statements, explanation }, index) => ({
  '@id': `contradiction:${index}`, '@type': 'Contradiction', about: kind, contradicts: statements.map((number) => `statement:${number}`), explanation,
});

/** @param {AppliedCorrection} correction @param {number} index */
const correctionNode = ({ action, explanation, file, line, entities, evidence }, index) => ({
  '@id': `correction:${index}`, '@type': ['Correction', 'prov:Activity'], action, file, line, explanation,
  influenced: [...new Set(entities.map((number) => entityAddress(app.model.canonical[number])))], evidence: evidence.map(evidenceNode),
});

/** @param {EntityType} type */
const classNode = (type) => ({
  '@id': kindAddress(type), '@type': 'Class', label: type.label,
  subClassOf: [...(type.parent === null ? [] : [kindAddress(app.model.types[type.parent])]), ...(type.schema === null ? [] : [schemaAddress(type.schema)])],
  exactMatch: wikidataAddress(type.wikidata),
});

/** @param {Relation} relation */
function propertyNode(relation) {
  const kinds = (/** @type {number[]} */ numbers) => numbers.map((number) => kindAddress(app.model.types[number]));
  return {
    '@id': relationAddress(relation), '@type': relation.isSymmetric ? ['Property', 'SymmetricProperty'] : ['Property'], label: relation.label, definition: relation.definition,
    inverseLabel: relation.inverse, domainIncludes: kinds(relation.domain), rangeIncludes: kinds(relation.range), exactMatch: wikidataAddress(relation.wikidata), plover: relation.plover,
  };
}

/** @param {{'@id': string}} a @param {{'@id': string}} b */
const byAddress = (a, b) => (a['@id'] < b['@id'] ? -1 : 1);

/**
 * What is unknown has no key.
 * @param {Record<string, any>} node
 */
const withoutEmpty = (node) => Object.fromEntries(Object.entries(node)
  .filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)));

/**
 * Who says something, and where, comes along with what is said, so that nothing refers to what is not there.
 * @param {import('./selection.js').Selection} selection
 */
function withMentioned({ entities, statements }) {
  const numbers = new Set(entities.map(({ index }) => index));
  for (const { subject, object, attribution, place } of statements) for (const number of [subject, object, attribution, place]) if (number !== null) numbers.add(number);
  return [...numbers].sort((a, b) => a - b).map((number) => app.model.entities[number]);
}

/**
 * @param {import('./selection.js').Selection} selection @param {{isWhole: boolean}} options whether it is all that there is: then documents are
 *   in it in which nothing was found, and corrections of what is there no more
 */
export function jsonLDFile(selection, { isWhole }) {
  const { model } = app;
  const { statements } = selection;
  const entities = withMentioned(selection);
  /** @type {Map<number, Statement[]>} */
  const direct = new Map();
  for (const statement of statements.filter(isDirect)) direct.set(statement.subject, [...direct.get(statement.subject) ?? [], statement]);
  const inside = new Set(entities.map(({ index }) => index));
  // As where the command takes a part of a graph: what concerns none but these; of the whole, all.
  const isInside = (/** @type {AppliedCorrection} */ correction) => isWhole
    || (correction.entities.length > 0 && correction.entities.every((number) => inside.has(model.canonical[number])));
  const quoted = new Set([
    ...statements.flatMap(({ evidence }) => evidence.map(({ document }) => document)),
    ...model.applied.filter(isInside).flatMap(({ evidence }) => evidence.map(({ document }) => document)),
    ...entities.flatMap(({ aliases, links }) => [...aliases.map(({ place }) => place?.document), ...links.map(({ document }) => document)]),
  ]);
  const there = new Set(statements.map(({ index }) => index));
  const kinds = new Map(entities.flatMap(({ type }) => typePath(type)).map((type) => [type.index, type]));
  const relations = new Set(statements.map(({ relation }) => relation));
  const nodes = [
    ...model.documents.filter(({ index }) => isWhole || quoted.has(index)).map(({ index }) => documentNode(index)),
    ...entities.map((entity) => entityNode(entity, direct.get(entity.index) ?? [])),
    ...statements.map(statementNode),
    ...model.contradictions.map(contradictionNode).filter((_, i) => model.contradictions[i].statements.every((number) => there.has(number))),
    ...model.applied.map(correctionNode).filter((_, i) => isInside(model.applied[i])),
    ...[...kinds.values()].map(classNode).sort(byAddress),
    ...[...relations].map((number) => propertyNode(model.relations[number])).sort(byAddress),
  ];
  return `{\n"@context":${JSON.stringify(model.context ?? {})},\n"@graph":[\n${nodes.map((node) => JSON.stringify(withoutEmpty(node))).join(',\n')}\n]\n}\n`;
}
