// How types and statements are drawn: by colour and by shape, so that neither is needed to tell them apart.

/** What a text commits itself to, in the order of the key; the lines are those of the DOT file. */
export const lineIDs = ['asserted', 'reported', 'alleged', 'planned', 'hypothetical', 'open', 'negated'];
export const dashes = [[], [], [1.5, 3.5], [7, 4], [1.5, 3.5], [], [5, 4]];

/** @param {Statement} statement @param {Relation[]} relations */
export function lineOf(statement, relations) {
  if (statement.isNegated) return 6;
  if (statement.modality < 2 && relations[statement.relation].isOpen) return 5;
  return statement.modality;
}

const families = ['person', 'organization', 'place', 'event', 'other'];

/** @param {EntityType} type */
export const colorOf = (type) => Math.max(0, families.indexOf(type.family) < 0 ? 4 : families.indexOf(type.family));

/**
 * Silhouettes close to those of the DOT file; a type that is not here takes its family's.
 * @type {Record<string, string>}
 */
const typeShapes = {
  Person: 'circle', PopulationGroup: 'ring', Organization: 'square', ArmedGroup: 'hexagon', GovernmentBody: 'column',
  Company: 'square', MediaOutlet: 'note', PoliticalParty: 'flag', InternationalOrganization: 'octagon', University: 'column',
  SportsTeam: 'flag', CriminalGroup: 'hexagon', Place: 'trapeze', Country: 'octagon', Region: 'trapeze', City: 'house',
  Facility: 'shield', MilitaryBase: 'pentagon', Ship: 'shield', Event: 'diamond', Agreement: 'slanted', Work: 'note',
};
/** @type {Record<string, string>} */
const familyShapes = { person: 'circle', organization: 'square', place: 'house', event: 'diamond', other: 'slanted' };

/** @param {EntityType} type */
export const shapeOf = (type) => typeShapes[type.id] ?? familyShapes[type.family] ?? 'slanted';

/** @param {number} corners @param {number} turn */
function regular(corners, turn) {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (i / corners) * 2 * Math.PI + turn;
    return [Math.cos(angle), Math.sin(angle)];
  });
}

/**
 * Corners of a shape whose radius is 1; a circle has none.
 * @type {Record<string, number[][]>}
 */
export const outlines = {
  square: [[-.86, -.86], [.86, -.86], [.86, .86], [-.86, .86]],
  column: [[-.98, -.86], [.98, -.86], [.98, -.42], [.72, -.42], [.72, .42], [.98, .42], [.98, .86], [-.98, .86], [-.98, .42], [-.72, .42], [-.72, -.42], [-.98, -.42]],
  hexagon: regular(6, 0).map(([x, y]) => [x * 1.06, y * 1.06]),
  octagon: regular(8, Math.PI / 8).map(([x, y]) => [x * 1.02, y * 1.02]),
  pentagon: regular(5, -Math.PI / 2).map(([x, y]) => [x * 1.08, y * 1.08 + .06]),
  note: [[-.74, -.94], [.3, -.94], [.78, -.46], [.78, .94], [-.74, .94]],
  flag: [[-.9, -.8], [1, -.8], [.62, 0], [1, .8], [-.9, .8]],
  trapeze: [[-.62, -.72], [.62, -.72], [1.06, .72], [-1.06, .72]],
  house: [[0, -1.05], [.95, -.25], [.95, .85], [-.95, .85], [-.95, -.25]],
  shield: [[-.9, -.85], [.9, -.85], [.9, .2], [0, 1.02], [-.9, .2]],
  diamond: [[0, -1.14], [1.14, 0], [0, 1.14], [-1.14, 0]],
  slanted: [[-.55, -.7], [1.1, -.7], [.55, .7], [-1.1, .7]],
};

// Hues after M. Okabe and K. Ito, which those who do not see red or green tell apart; communities after P. Tol (“muted”).
/** @type {Palette} */
export const lightPalette = {
  background: '#fbfaf6', ink: '#1d2126', muted: '#62676f', rule: '#e3dfd5', accent: '#174a7c', halo: '#fbfaf6',
  lines: ['#3d444d', '#7d838c', '#b45309', '#1d4ed8', '#6b7280', '#9ca3af', '#c81e1e'],
  fills: ['#f0b73f', '#6fa9dc', '#58b394', '#e9895a', '#c9a3c4'],
  strokes: ['#8a6100', '#1c5c99', '#0c6b50', '#a3441a', '#75486f'],
  communities: ['#88ccee', '#cc6677', '#ddcc77', '#44aa99', '#aa4499', '#999933', '#6c5fc7', '#c98a5e', '#7fbf6b', '#b9b9b9'],
};
/** @type {Palette} */
export const darkPalette = {
  background: '#15181c', ink: '#ebe8e1', muted: '#a0a6ae', rule: '#2c3138', accent: '#8fc1f2', halo: '#15181c',
  lines: ['#c9c6be', '#8c929a', '#e2a458', '#84b2f8', '#9aa0a8', '#6d737b', '#f28b8b'],
  fills: ['#d9a12e', '#5b96cb', '#45a083', '#d3764a', '#b089ab'],
  strokes: ['#ffdf97', '#b7dcff', '#a9ead4', '#ffc4a6', '#ecd0e8'],
  communities: ['#88ccee', '#cc6677', '#ddcc77', '#44aa99', '#aa4499', '#999933', '#8d82e8', '#c98a5e', '#7fbf6b', '#8f8f8f'],
};

/** @param {Palette} palette @param {number} community */
export const communityColor = (palette, community) =>
  community < 0 ? palette.communities[9] : palette.communities[Math.min(community, 9)];
