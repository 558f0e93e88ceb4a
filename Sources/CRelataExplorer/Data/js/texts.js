// All English texts of the page, in one place.

const counted = (/** @type {number} */ count, /** @type {string} */ one, /** @type {string} */ many) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const T = {
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  since: (/** @type {string} */ date) => `since ${date}`,
  until: (/** @type {string} */ date) => `until ${date}`,
  quote: (/** @type {string} */ text) => `“${text}”`,

  // Certainty, in the order of the lines.
  lines: ['stated by the article', 'reported by a source', 'alleged', 'planned', 'hypothetical', 'other relation, in the text’s words', 'negated'],
  modalities: ['stated', 'reported', 'alleged', 'planned', 'hypothetical'],
  negated: 'negated',
  not: (/** @type {string} */ label) => `not: ${label}`,
  drawnNot: (/** @type {string} */ label) => `not ${label}`,
  contradictedSign: '⚠ ',
  more: (/** @type {number} */ count) => `+${count}`,

  // The page
  hint: 'Each line is what the articles say about two. Click it to read the sentence.',
  search: 'Search for a person, place, group …',
  searchLabel: 'Search entities by any spelling',
  searchHelp: 'Other spellings, initials and small typing errors are understood.',
  nothingFound: 'Nothing is called that.',
  nearestNames: 'Nothing is called that. Did you mean …',
  found: (/** @type {number} */ count) => counted(count, 'entity found', 'entities found'),
  qualities: ['identifier', 'exact name', 'spelling', 'transliteration', 'in its words', 'beginning', 'initials', 'nearly', 'nearest'],
  alsoCalled: (/** @type {string} */ name) => `also called ${name}`,
  mentions: (/** @type {number} */ count) => counted(count, 'mention', 'mentions'),
  statements: (/** @type {number} */ count) => counted(count, 'statement', 'statements'),
  shows: (/** @type {number} */ lines, /** @type {number} */ all) => lines >= all ? `All ${counted(all, 'connection', 'connections')} shown` : `${lines.toLocaleString('en')} of ${counted(all, 'connection', 'connections')} shown`,
  tabs: { card: 'Read', filter: 'Filter', paths: 'Paths', contradictions: 'Disputed', corrections: 'Correct' },
  tabsLabel: 'What stands beside the picture',
  picture: 'Picture',
  table: 'Table',
  showMore: 'Show more',
  showMoreHelp: 'How many connections are shown, the most important first',
  zoomIn: 'Zoom in', zoomOut: 'Zoom out', fit: 'Fit', fitHelp: 'Show everything', undo: 'Undo', redraw: 'Release pins',
  save: 'Save', theme: 'Dark or light', help: 'Keys',
  close: 'Close', back: 'Back to the overview',
  colorBy: 'Colour', byType: 'by kind', byCommunity: 'by community',
  undone: (/** @type {string} */ what) => `Undone: ${what}.`,
  nothingToUndo: 'Nothing to undo.',
  pictureLabel: 'Picture of the graph. Arrow keys go from entity to entity, Enter opens, plus and minus zoom, 0 fits; question mark lists all keys.',
  onPicture: (/** @type {string} */ name, /** @type {string} */ type, /** @type {number} */ lines) => `${name}, ${type}, ${counted(lines, 'connection', 'connections')} shown`,
  searchFirst: 'This graph is large. Search for somebody to begin with; the slider shows the most important connections.',
  empty: 'Nothing is left by the filters.',
  resetFilters: 'Clear all filters',

  // The start
  startTitle: 'How to read this',
  startText: 'Every line was found in a sentence of an article. Its look says how far the article commits itself; its label is the most important thing said, and +2 means that two more are behind it.',
  startDo: 'Click a name or a line. Shift-click two names to see how they are connected. Double-click a name to grow or fold its neighbourhood.',
  kinds: 'Kinds', communities: 'Communities, called after their most important member', linesTitle: 'Lines', startWith: 'Begin with', contradictedKey: 'contradicted by another statement',

  // Cards
  names: 'Names', whyOne: 'Why these names are one', is: 'is', saidIn: 'where', identifiers: 'Identifiers',
  grow: (/** @type {number} */ count) => `Grow (${count} more)`,
  fold: 'Fold', pin: 'Pin', unpin: 'Release', pathFrom: 'Path from here', pathTo: 'Path to here', center: 'Show in picture',
  correct: 'Correct …',
  showAll: (/** @type {number} */ count) => `Show all ${count.toLocaleString('en')}`,
  noStatements: 'Nothing is said of it but its name.',
  readSentence: 'Read it in the article',
  documents: (/** @type {number} */ count) => counted(count, 'document', 'documents'),
  evidenceOf: (/** @type {number} */ count) => counted(count, 'sentence', 'sentences'),
  details: { certainty: 'Certainty', confidence: 'Confidence', when: 'When', where: 'Where', role: 'As', by: 'Said by', importance: 'Importance', meaning: 'Meaning', trigger: 'Found by' },
  contradicted: 'Another statement contradicts this one.',
  wrongMark: 'marked as wrong', confirmedMark: 'confirmed', correctedMark: 'corrected', corrected: 'Corrected by a person',
  between: (/** @type {string} */ a, /** @type {string} */ b) => `${a} and ${b}`,
  article: 'Article', withoutText: 'The text of this document is not in the file; these are the sentences that were used.',
  openSource: 'Open the source', page: (/** @type {number} */ number) => `page ${number}`,
  previousMark: 'Previous marked sentence', nextMark: 'Next marked sentence',

  // Filters
  filterTypes: 'Kinds of entities', filterRelations: 'Relations', filterLines: 'Certainty', filterDocuments: 'Documents',
  filterConfidence: 'Confidence at least', filterTime: 'When it holds', from: 'From', untilField: 'Until', datePlaceholder: '2024-11',
  undated: 'also what has no date', only: 'only', onlyLabel: (/** @type {string} */ label) => `Only what has to do with: ${label}`,
  all: 'all', none: 'none', clearTime: 'All times',
  timeAxis: 'When the statements hold. Drag to choose a time.', timeStart: 'First month', timeEnd: 'Last month',
  timeBar: (/** @type {string} */ label, /** @type {number} */ count) => `${label}: ${counted(count, 'statement', 'statements')}`,
  noDates: 'No statement has a date.',

  // Paths
  pathIntro: 'How are two connected? The most telling paths, each step with its sentence.',
  pathFromField: 'From', pathToField: 'To', swap: 'Exchange the two',
  timed: 'each step no earlier than the one before', find: 'Find paths',
  pathsFound: (/** @type {number} */ count) => counted(count, 'path found', 'paths found'),
  noPath: 'No path of at most four steps.', samePath: 'These are the same.', incomplete: 'The search stopped early; there may be more.',
  pathSteps: (/** @type {number} */ count) => counted(count, 'step', 'steps'),
  step: (/** @type {number} */ number, /** @type {number} */ count) => `Step ${number} of ${count}`,
  previous: 'Previous step', next: 'Next step', also: 'also', morePaths: 'More paths',
  firstChosen: (/** @type {string} */ name) => `Path from ${name}: shift-click another.`,

  // Contradictions
  contradictionIntro: 'Where the articles disagree with one another or with themselves.',
  noContradictions: 'No contradictions were found.',
  contradictionKinds: /** @type {Record<string, string>} */ ({ time: 'Dates', polarity: 'Outcomes', value: 'Values', place: 'Places' }),
  onePart: (/** @type {number} */ number) => `Version ${number}`,

  // Corrections
  correctionIntro: 'Corrections change what you see at once. Save them and build again: relata build … --corrections corrections.yaml',
  noCorrections: 'Nothing corrected yet. Open a statement or an entity and choose “Correct …”.',
  saveCorrections: 'Save corrections.yaml', loadCorrections: 'Load …', undoLast: 'Undo the last', remove: 'Take back',
  isWrong: 'Wrong', isConfirmed: 'Right', otherRelation: 'Other relation', turnRound: 'Turn round', apply: 'Apply',
  mergeWith: 'Same as …', splitOff: 'Another thing has these names', rename: 'Rename', retype: 'Other kind', newName: 'Name',
  loaded: (/** @type {number} */ count, /** @type {number} */ lost) => `${counted(count, 'correction', 'corrections')} loaded${lost ? `, ${lost} no longer apply` : ''}.`,
  unreadable: 'This is no corrections.yaml that can be read here.',
  said: {
    wrong: 'Wrong: ', confirmed: 'Right: ', relation: 'Other relation: ', direction: 'Turned round: ', merge: 'The same: ',
    split: 'Split off: ', rename: 'Renamed: ', retype: 'Other kind: ',
  },
  unsaved: 'not saved yet',

  // Table
  columns: {
    subject: 'Subject', relation: 'Relation', object: 'Object', when: 'When', certainty: 'Certainty', confidence: 'Confidence', source: 'Source',
    name: 'Name', kind: 'Kind', mentions: 'Mentions', statements: 'Statements', degree: 'Connected with', identifiers: 'Identifiers',
  },
  tables: { statements: 'Statements', entities: 'Entities' },
  tablesLabel: 'Table of', tableLabel: 'The graph as a table', statementTable: 'The statements', entityTable: 'The entities',
  tableAll: 'everything that the filters leave', tableShown: 'what the picture shows', tableScope: 'List',
  sortBy: (/** @type {string} */ column) => `Sort by ${column}`,
  moreRows: (/** @type {number} */ count) => `${count.toLocaleString('en')} more`,

  // Out
  saveMenu: { svg: 'Picture as SVG', png: 'Picture as PNG', graphml: 'Shown part as GraphML', jsonld: 'Shown part as JSON-LD', csv: 'Shown part as CSV', whole: 'Everything as JSON-LD', link: 'Copy link to this view', print: 'Print' },
  linkCopied: 'The link to this view is copied.', linkInAddress: 'The address above is the link to this view.',
  fileName: 'graph', wholeFileName: 'whole-graph',

  // Keys
  keysTitle: 'Keys',
  keys: [
    ['/', 'search'], ['arrows', 'from entity to entity (picture)'], ['Enter', 'open what is marked'], ['Shift + Enter', 'choose an end of a path'],
    ['g', 'grow or fold its neighbourhood'], ['p', 'pin or release'], ['+  −', 'zoom'], ['0', 'show everything'], ['Shift + arrows', 'move the picture'],
    ['Alt + arrows', 'move the marked entity'], ['l', 'lines of the marked entity, one after the other'], ['t', 'table or picture'], ['Ctrl + Z', 'undo'], ['Esc', 'close'], ['?', 'this list'],
  ],
};
