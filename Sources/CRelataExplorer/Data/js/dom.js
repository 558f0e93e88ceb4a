// Elements without markup in strings: whatever a name contains, it is only ever text.

/** @param {string} id */
export function byID(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

/** @param {string} id */
export const inputByID = (id) => /** @type {HTMLInputElement} */ (byID(id));

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, any>} [attributes] @param {...(Node|string|null|undefined|false)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child);
  return element;
}

/** @param {Element} element @param {Record<string, any>} attributes */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** @param {string} tag @param {Record<string, any>} [attributes] @param {...Node} children */
export function svgElement(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/**
 * A name or quote, whose direction of writing must not move what stands beside it.
 * @param {string} text @param {string} [className]
 */
export const bdi = (text, className) => el('bdi', { class: className, dir: 'auto' }, text);

/** @param {string} label @param {(event: MouseEvent) => void} click @param {Record<string, any>} [attributes] */
export const button = (label, click, attributes = {}) => el('button', { type: 'button', click, ...attributes }, label);

/** @param {Element} element @param {...(Node|string|null|undefined|false)} children */
export function replaceChildren(element, ...children) {
  element.replaceChildren(.../** @type {(Node|string)[]} */ (children.filter((child) => child !== null && child !== undefined && child !== false)));
}

/**
 * Only addresses of the web become links.
 * @param {string|null|undefined} address
 */
export function webAddress(address) {
  if (!address) return null;
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/** @param {string} address @param {...(Node|string)} children */
export const outLink = (address, ...children) =>
  el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, ...children);

/**
 * Makes the content of a panel anew; where the focus was in it, it stays on what is called the same, else on the heading.
 * @param {HTMLElement} panel @param {() => void} render
 */
export function keepingFocus(panel, render) {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === panel || !panel.contains(focused)) return render();
  const nameOf = (/** @type {Element} */ element) => `${element.id}|${element.getAttribute('aria-label') ?? element.textContent}|${element.className}`;
  const name = nameOf(focused);
  const alike = () => [...panel.querySelectorAll('button, input, select, summary, a')].filter((element) => nameOf(element) === name);
  const place = alike().indexOf(focused);
  render();
  const again = alike();
  const next = again[Math.min(place, again.length - 1)] ?? panel.querySelector('h2[tabindex]') ?? panel;
  if (next instanceof HTMLElement) next.focus();
}

/** @param {string} text */
export function announce(text) {
  const region = byID('announcer');
  region.textContent = '';
  // A region that is emptied and filled in one go is not read again.
  setTimeout(() => { region.textContent = text; }, 30);
}

/** @param {string} text */
export function toast(text) {
  const box = byID('toast');
  box.textContent = text;
  box.classList.add('visible');
  announce(text);
  clearTimeout(Number(box.dataset.timer));
  box.dataset.timer = String(setTimeout(() => box.classList.remove('visible'), 3500));
}

/** @param {string} name @param {Blob} blob */
export function offerFile(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = el('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
