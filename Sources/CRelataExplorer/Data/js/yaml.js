// The little YAML that corrections.yaml needs: maps, lists, strings in double quotes, numbers, and lists in brackets.

/** @param {string} text */
export const yamlString = (text) => JSON.stringify(text)
  // What YAML does not allow as it is, and what would change how the file reads on a screen.
  .replace(/[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, (mark) => '\\u' + mark.charCodeAt(0).toString(16).padStart(4, '0'));

/** @param {any} value @param {number} depth @returns {string} */
export function yamlOf(value, depth) {
  const indent = '  '.repeat(depth);
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'string')) return ` [${value.map(yamlString).join(', ')}]\n`;
    return '\n' + value.map((item) => `${indent}- ${yamlOf(item, depth + 1).replace(/^\n/, '').replace(/^ +/, '')}`).join('');
  }
  if (value !== null && typeof value === 'object') {
    return '\n' + Object.entries(value).filter(([, part]) => part !== undefined && part !== null).map(([key, part]) => (key === 'action' ? `${indent}${key}: ${part}\n` : `${indent}${key}:${yamlOf(part, depth + 1)}`)).join('');
  }
  return ` ${typeof value === 'string' ? yamlString(value) : String(value)}\n`;
}

/** @param {string} text @returns {any} */
function scalar(text) {
  const plain = text.trim();
  if (plain.startsWith('"') || plain.startsWith('[')) return JSON.parse(plain);
  if (/^-?\d+$/.test(plain)) return Number(plain);
  if (plain === 'true' || plain === 'false') return plain === 'true';
  if (plain.startsWith("'")) return plain.slice(1, -1).replace(/''/g, "'");
  return plain;
}

/**
 * Throws where the text is something else.
 * @param {string} text @returns {any}
 */
export function parseYAML(text) {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, '')).filter((line) => line.trim() !== '' && !/^\s*#/.test(line) && line.trim() !== '---')
    .map((line) => ({ indent: line.length - line.trimStart().length, text: line.trim() }));
  let at = 0;
  /** @param {number} indent @returns {any} */
  const block = (indent) => {
    const first = lines[at];
    if (!first || first.indent < indent) return null;
    if (first.text.startsWith('- ')) {
      const list = [];
      while (lines[at] && lines[at].indent === first.indent && lines[at].text.startsWith('- ')) {
        const rest = lines[at].text.slice(2);
        if (/^[\w-]+:( |$)/.test(rest)) {
          lines[at] = { indent: first.indent + 2, text: rest };
          list.push(block(first.indent + 2));
        } else {
          at += 1;
          list.push(scalar(rest));
        }
      }
      return list;
    }
    /** @type {Record<string, any>} */
    const map = {};
    while (lines[at] && lines[at].indent === first.indent) {
      const found = /^([\w-]+):(?: (.*))?$/.exec(lines[at].text);
      if (!found) throw new Error(lines[at].text);
      at += 1;
      map[found[1]] = found[2] === undefined || found[2] === '' ? block(first.indent + (lines[at]?.text.startsWith('- ') ? 0 : 1)) : scalar(found[2]);
    }
    return map;
  };
  const result = block(0);
  if (at < lines.length) throw new Error(lines[at].text);
  return result;
}
