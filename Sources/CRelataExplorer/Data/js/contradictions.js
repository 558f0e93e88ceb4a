// Contradictions, their versions side by side.
import { app, emit, on, state, updateShown } from './app.js';
import { bdi, byID, el, keepingFocus, replaceChildren } from './dom.js';
import { quoteButton, statementLine, statementTags } from './parts.js';
import { reveal } from './picture.js';
import { T } from './texts.js';

function showContradictions() {
  const panel = byID('panel-contradictions');
  const { contradictions, statements } = app.model;
  const items = contradictions.map((contradiction, i) => {
    const isOpen = state.contradiction === i;
    return el('li', { class: 'contradiction' }, el('button', {
      type: 'button', class: 'path', 'aria-expanded': String(isOpen),
      click: () => {
        state.contradiction = isOpen ? -1 : i;
        updateShown();
        emit('contradictions');
      },
    }, el('span', { class: 'kind' }, T.contradictionKinds[contradiction.kind] ?? contradiction.kind), bdi(contradiction.explanation)),
    isOpen && el('div', { class: 'sides' }, ...contradiction.statements.filter((number) => statements[number]).map((number, side) => el('section', { 'aria-label': T.onePart(side + 1) },
      el('div', { class: 'line' }, statementLine(statements[number]), statementTags(statements[number])),
      ...statements[number].evidence.slice(0, 4).map((evidence) => quoteButton(statements[number], evidence))))));
  });
  keepingFocus(panel, () => replaceChildren(panel, el('p', {}, contradictions.length > 0 ? T.contradictionIntro : T.noContradictions), el('ul', { class: 'path-list' }, ...items.slice(0, 300))));
}

export function startContradictions() {
  on('contradictions corrections', showContradictions);
  on('contradictions', () => {
    const contradiction = app.model.contradictions[state.contradiction];
    if (contradiction) reveal(contradiction.statements.flatMap((number) => [app.model.statements[number].subject, app.model.statements[number].object]));
  });
  showContradictions();
}
