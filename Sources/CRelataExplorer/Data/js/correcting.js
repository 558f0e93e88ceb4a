// The forms in which a card is corrected, and the list of what was.
import { app, baseModel, on, state } from './app.js';
import { addCorrection, correctionsYAML, isUnsaved, loadCorrections, removeCorrection, saving } from './corrections.js';
import { bdi, button, byID, el, keepingFocus, offerFile, replaceChildren, toast } from './dom.js';
import { statementWords } from './parts.js';
import { namesOf } from './search.js';
import { makeSearch } from './searchbox.js';
import { T } from './texts.js';

let fields = 0;

/** @param {string} label @param {HTMLElement} field @param {(() => void)|null} apply */
function form(label, field, apply) {
  fields += 1;
  field.id = `correct-${fields}`;
  return el('div', { class: 'field searching' }, el('label', { for: field.id }, label), field, apply && button(T.apply, apply, { class: 'action' }));
}

/** @param {{value: string, label: string, isChosen: boolean}[]} options */
const choice = (options) => el('select', {}, ...options.map(({ value, label, isChosen }) => el('option', { value, selected: isChosen }, label)));

/** @param {Statement} statement */
export function statementCorrections(statement) {
  const { index } = statement;
  const verdict = (/** @type {'wrong'|'confirmed'} */ action, /** @type {string} */ label) =>
    button(label, () => addCorrection({ action, statement: index }, label), { class: 'action', 'aria-pressed': String(statement.mark === action) });
  const known = app.model.relations.filter((relation) => !relation.isOpen).sort((a, b) => (a.label < b.label ? -1 : 1));
  const select = choice(known.map((relation) => ({ value: relation.id, label: relation.label, isChosen: relation.index === statement.relation })));
  return el('section', { class: 'correct' }, el('h3', {}, T.correct),
    el('div', { class: 'actions' }, verdict('confirmed', T.isConfirmed), verdict('wrong', T.isWrong),
      button(T.turnRound, () => addCorrection({ action: 'direction', statement: index }, T.turnRound), { class: 'action' })),
    form(T.otherRelation, select, () => addCorrection({ action: 'relation', statement: index, to: select.value }, T.otherRelation)));
}

/** @param {Entity} entity */
export function entityCorrections(entity) {
  const { index } = entity;
  const name = el('input', { type: 'text', value: entity.name, autocomplete: 'off' });
  const type = choice(app.model.types.map((known) => ({ value: known.id, label: known.label, isChosen: known.index === entity.type })));
  const other = el('input', { type: 'search', placeholder: T.search });
  const names = [...new Set(namesOf(entity))];
  const boxes = names.slice(0, 40).map((text) => el('input', { type: 'checkbox', value: text }));
  const part = el('details', { class: 'part correct' }, el('summary', {}, T.correct),
    form(T.rename, name, () => { if (name.value.trim() !== '') addCorrection({ action: 'rename', entity: index, to: name.value.trim() }, T.rename); }),
    form(T.retype, type, () => addCorrection({ action: 'retype', entity: index, to: type.value }, T.retype)),
    form(T.mergeWith, other, null),
    names.length > 1 && el('fieldset', {}, el('legend', {}, T.splitOff), ...boxes.map((box, i) => el('label', { class: 'check' }, box, bdi(names[i]))),
      button(T.apply, () => {
        const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
        if (chosen.length > 0 && chosen.length < names.length) addCorrection({ action: 'split', entity: index, names: chosen, to: chosen[0] }, T.splitOff);
      }, { class: 'action' })));
  makeSearch(other, (chosen) => {
    if (chosen === index) return;
    const first = entity.rank <= app.model.entities[chosen].rank ? entity : app.model.entities[chosen];
    addCorrection({ action: 'merge', entities: [index, chosen], to: first.name }, T.mergeWith);
  });
  return part;
}

/** @param {Correction} correction @returns {Node[]} */
function words(correction) {
  const nameOf = (/** @type {number} */ number) => bdi((baseModel.entities[number] ?? app.model.entities[number])?.name ?? '');
  const parts = [el('b', {}, T.said[correction.action])];
  /** @type {Node[]} */
  const rest = [];
  if (correction.statement !== undefined) rest.push(bdi(statementWords({ ...baseModel.statements[correction.statement] })));
  if (correction.entity !== undefined) rest.push(nameOf(correction.entity));
  correction.entities?.forEach((number, i) => {
    if (i > 0) rest.push(document.createTextNode(' = '));
    rest.push(nameOf(number));
  });
  if (correction.names) rest.push(document.createTextNode(' – '), bdi(correction.names.join(', ')));
  if (correction.to !== undefined && correction.action !== 'split') {
    const label = correction.action === 'relation' ? baseModel.relations.find((relation) => relation.id === correction.to)?.label
      : correction.action === 'retype' ? baseModel.types.find((type) => type.id === correction.to)?.label : correction.to;
    rest.push(document.createTextNode(' → '), bdi(label ?? correction.to));
  }
  return [...parts, ...rest];
}

function showCorrections() {
  const panel = byID('panel-corrections');
  const { corrections } = state;
  const file = el('input', { type: 'file', accept: '.yaml,.yml', id: 'load-corrections', class: 'visually-hidden', tabindex: '-1', 'aria-hidden': 'true' });
  file.addEventListener('change', async () => {
    const text = await file.files?.[0]?.text();
    if (text === undefined) return;
    try {
      const { count, lost } = loadCorrections(text);
      toast(T.loaded(count, lost));
    } catch {
      toast(T.unreadable);
    }
  });
  keepingFocus(panel, () => replaceChildren(panel, el('p', {}, T.correctionIntro),
    el('div', { class: 'actions' },
      corrections.length > 0 && button(T.saveCorrections, () => {
        saving.saved = correctionsYAML();
        offerFile('corrections.yaml', new Blob([saving.saved], { type: 'application/yaml' }));
        showCorrections();
      }, { class: 'action main', id: 'save-corrections' }),
      corrections.length > 0 && button(T.undoLast, () => removeCorrection(corrections.length - 1), { class: 'action' }),
      button(T.loadCorrections, () => file.click(), { class: 'action' }), file),
    isUnsaved() && el('p', { class: 'quiet' }, T.unsaved),
    corrections.length === 0 ? el('p', { class: 'quiet' }, T.noCorrections)
      : el('ol', { class: 'corrections' }, ...corrections.map((correction, i) => el('li', {}, el('span', {}, ...words(correction)),
        button(T.remove, () => removeCorrection(i), { class: 'quiet' }))))));
  const tab = byID('tab-corrections');
  tab.textContent = T.tabs.corrections + (corrections.length > 0 ? ` ${corrections.length}` : '');
}

export function startCorrecting() {
  on('corrections', showCorrections);
  showCorrections();
  window.addEventListener('beforeunload', (event) => { if (isUnsaved()) event.preventDefault(); });
}
