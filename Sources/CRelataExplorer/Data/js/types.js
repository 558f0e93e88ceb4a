/**
 * The types that the files share. No module, so that they are known everywhere without imports.
 *
 * @typedef {{
 *   version: number, title: string, note: string, context?: object, types: any[][], relations: any[][], entities: any[][],
 *   statements: any[][], documents: any[][], contradictions: any[][], communities: any[][],
 *   corrections?: any[][]
 * }} GraphData
 *
 * `schema`: its own class of schema.org.
 * @typedef {{
 *   index: number, id: string, label: string, parent: number|null, family: string, passing: number, schema: string|null,
 *   wikidata: string|null
 * }} EntityType
 *
 * @typedef {{
 *   index: number, id: string, label: string, inverse: string|null, isSymmetric: boolean, isOpen: boolean,
 *   definition: string|null, cost: number, domain: number[], range: number[], wikidata: string|null, plover: string|null
 * }} Relation
 *
 * A place in a document, in Unicode scalars.
 * @typedef {{document: number, start: number, end: number}} Place
 *
 * @typedef {{name: string, count: number, place: Place|null}} NamedAs
 *
 * Why two names were taken for one entity's; `words` says it to a person.
 * @typedef {{name: string, other: string, words: string, reason: string, detail: string, document: number|null}} IdentityLink
 *
 * @typedef {{
 *   index: number, id: string, name: string, type: number, mentions: number, x: number|null, y: number|null,
 *   community: number, rank: number, aliases: NamedAs[], identifiers: Record<string, string>,
 *   links: IdentityLink[], keys: string[]|null, joined: number[], splitFrom: string|null, isHidden: boolean,
 *   isCorrected: boolean
 * }} Entity
 *
 * @typedef {{document: number, start: number, end: number, trigger: string|null, quote: string|null}} Evidence
 *
 * `original`: subject, relation and object before corrections.
 * @typedef {{
 *   index: number, subject: number, relation: number, object: number, isNegated: boolean, modality: number,
 *   attribution: number|null, start: string|null, end: string|null, place: number|null, role: string|null,
 *   confidence: number, importance: number|null, evidence: Evidence[], score: number, mark: ''|'wrong'|'confirmed',
 *   isCorrected: boolean, isContradicted: boolean, original: [number, number, number]
 * }} Statement
 *
 * @typedef {{
 *   index: number, id: string, title: string|null, date: string|null, url: string|null, publisher: string|null,
 *   author: string|null, text: string|null, pageStarts: number[]|null, sentences: number, words: number, sha256: string|null,
 *   copies: string[]
 * }} SourceDocument
 *
 * @typedef {{kind: string, statements: number[], explanation: string}} Contradiction
 *
 * What a person corrected before the graph was written: of entities, or of the statement that some sentences say.
 * @typedef {{action: string, explanation: string, file: string, line: number, entities: number[], evidence: Evidence[]}} AppliedCorrection
 *
 * All statements between the same two entities.
 * @typedef {{index: number, a: number, b: number, statements: number[], score: number}} Bundle
 *
 * @typedef {{
 *   title: string, note: string, context: object|null, types: EntityType[], relations: Relation[], entities: Entity[],
 *   statements: Statement[], documents: SourceDocument[], contradictions: Contradiction[],
 *   applied: AppliedCorrection[], communities: {label: string, count: number}[], bundles: Bundle[], bundlesOf: number[][], canonical: Int32Array,
 *   entityNumber: Map<string, number>, order: number[]
 * }} Model
 *
 * What is looked at.
 * @typedef {{kind: 'entity'|'statement'|'bundle', index: number}} Chosen
 *
 * @typedef {{entity: number, name: string, quality: number}} Match
 *
 * @typedef {{statement: number, isForward: boolean}} PathStep
 * @typedef {{from: number, to: number, steps: PathStep[]}} PathHop
 * @typedef {{hops: PathHop[], cost: number, confidence: number}} FoundPath
 *
 * @typedef {{
 *   hiddenTypes: Set<number>, onlyTypes: Set<number>, hiddenRelations: Set<number>, hiddenLines: Set<number>,
 *   hiddenDocuments: Set<number>, confidence: number, from: string, until: string, undated: boolean
 * }} Filters
 *
 * @typedef {{bundle: Bundle, statements: number[], score: number}} ShownBundle
 *
 * @typedef {{
 *   bundles: ShownBundle[], nodes: number[], isNode: Set<number>, byPair: Map<number, ShownBundle>, possible: number,
 *   statementCount: number
 * }} Shown
 *
 * @typedef {{
 *   action: 'wrong'|'confirmed'|'relation'|'direction'|'merge'|'split'|'rename'|'retype', statement?: number,
 *   entity?: number, entities?: number[], names?: string[], to?: string, open?: boolean
 * }} Correction
 *
 * @typedef {{
 *   x1: number, y1: number, x2: number, y2: number, line: number, width: number, arrowEnd: boolean, arrowStart: boolean,
 *   isFaded: boolean, isStrong: boolean, bundle: number
 * }} SceneLine
 * @typedef {{
 *   entity: number, x: number, y: number, r: number, shape: string, color: number, isFaded: boolean, isStrong: boolean,
 *   isPinned: boolean, hidden: number
 * }} SceneNode
 * @typedef {{
 *   x: number, y: number, width: number, height: number, text: string, size: number, weight: number, line: number,
 *   isFaded: boolean, isItalic: boolean, target: number
 * }} SceneLabel
 * The part of the screen's plane within which names keep, from the layout's origin.
 * @typedef {{left: number, top: number, right: number, bottom: number}} Frame
 *
 * @typedef {{lines: SceneLine[], nodes: SceneNode[], names: SceneLabel[], labels: SceneLabel[], k: number}} Scene
 *
 * @typedef {{
 *   background: string, ink: string, muted: string, rule: string, accent: string, halo: string, lines: string[],
 *   fills: string[], strokes: string[], communities: string[]
 * }} Palette
 */
