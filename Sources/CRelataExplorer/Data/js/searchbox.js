// The field in which entities are searched, wherever one is to be chosen.
import { app } from './app.js';
import { announce, bdi, el } from './dom.js';
import { typeSign } from './parts.js';
import { T } from './texts.js';

let boxes = 0;

/**
 * Makes a field a combobox with a list of entities below it.
 * @param {HTMLInputElement} input @param {(entity: number) => void} chosen @param {{clears?: boolean}} [options]
 */
export function makeSearch(input, chosen, options = {}) {
  const { clears = false } = options;
  boxes += 1;
  const listID = `found-${boxes}`;
  const list = el('ul', { id: listID, role: 'listbox', class: 'found', hidden: true, 'aria-label': T.searchLabel });
  input.after(list);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': listID, 'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false' })) input.setAttribute(name, value);
  /** @type {Match[]} */
  let matches = [];
  let at = 0;

  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (/** @type {number} */ index) => {
    at = index;
    [...list.querySelectorAll('[role=option]')].forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === index));
      if (i === index) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      }
    });
  };
  const take = (/** @type {number} */ index) => {
    const match = matches[index];
    if (!match) return;
    input.value = clears ? '' : app.model.entities[match.entity].name;
    close();
    chosen(match.entity);
  };
  const search = () => {
    const query = input.value.trim();
    matches = query === '' ? [] : app.names.list(query, 12);
    if (query === '') return close();
    const isSuggestion = matches.length > 0 && matches[0].quality === 8;
    list.replaceChildren(...matches.map((match, i) => {
      const entity = app.model.entities[match.entity];
      const type = app.model.types[entity.type];
      return el('li', { role: 'option', id: `${listID}-${i}`, 'aria-selected': 'false', pointerdown: (/** @type {Event} */ event) => { event.preventDefault(); take(i); } },
        typeSign(type), el('span', { class: 'found-name' }, bdi(entity.name), match.name !== entity.name && el('span', { class: 'quiet' }, ' ', bdi(match.name))),
        el('span', { class: 'quiet found-kind' }, `${type.label} · ${entity.mentions}`));
    }));
    if (matches.length === 0 || isSuggestion) list.prepend(el('li', { class: 'quiet', role: 'presentation' }, isSuggestion ? T.nearestNames : T.nothingFound));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    announce(matches.length === 0 ? T.nothingFound : T.found(matches.length));
    if (matches.length > 0) mark(0);
  };
  let waiting = 0;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    // In a large graph each letter costs; who types fast is not held up.
    waiting = window.setTimeout(search, app.model.entities.length > 20000 ? 120 : 0);
  });
  input.addEventListener('focus', () => { if (input.value.trim() !== '' && clears) search(); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) search();
      else if (matches.length > 0) mark((at + (event.key === 'ArrowDown' ? 1 : matches.length - 1)) % matches.length);
    } else if (event.key === 'Enter') {
      if (list.hidden || waiting) {
        clearTimeout(waiting);
        search();
      }
      take(at);
    } else if (event.key === 'Escape' && !list.hidden) {
      close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  });
  return { close };
}
