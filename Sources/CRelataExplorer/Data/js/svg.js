// A scene as an SVG file.
import { arrowHead, fillOf, strokeOf } from './canvas.js';
import { wellFormed } from './scalars.js';
import { fontFamily } from './scene.js';
import { dashes, outlines } from './styles.js';

/**
 * Text of an XML file: also without the characters that no XML may have.
 * @param {string} text
 */
export const xmlText = (text) => wellFormed(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const places = (/** @type {number} */ number) => number.toFixed(1);

/**
 * What of a scene is seen, in its own points.
 * @param {Scene} scene @param {string} title @param {Palette} palette
 */
export function sceneSVG(scene, title, palette) {
  const boxes = [
    ...scene.nodes.map((node) => [node.x - node.r, node.y - node.r, node.x + node.r, node.y + node.r]),
    ...[...scene.names, ...scene.labels].map((label) => [label.x, label.y, label.x + label.width, label.y + label.height]),
  ];
  const left = boxes.reduce((least, box) => Math.min(least, box[0]), Infinity) - 16;
  const top = boxes.reduce((least, box) => Math.min(least, box[1]), Infinity) - 16;
  const width = Math.max(40, boxes.reduce((most, box) => Math.max(most, box[2]), -Infinity) + 16 - left);
  const height = Math.max(40, boxes.reduce((most, box) => Math.max(most, box[3]), -Infinity) + 16 - top);
  if (boxes.length === 0) return { text: '', left: 0, top: 0, width: 0, height: 0 };
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${places(left)} ${places(top)} ${places(width)} ${places(height)}" width="${places(width)}" height="${places(height)}" font-family="${xmlText(fontFamily)}">`,
    `<title>${xmlText(title)}</title>`,
    `<rect x="${places(left)}" y="${places(top)}" width="${places(width)}" height="${places(height)}" fill="${palette.background}"/>`,
  ];
  for (const line of scene.lines) {
    const color = palette.lines[line.line];
    const dash = dashes[line.line].length > 0 ? ` stroke-dasharray="${dashes[line.line].join(' ')}"` : '';
    const fading = line.isFaded ? ' opacity="0.13"' : '';
    parts.push(`<g stroke="${color}" fill="${color}"${fading}><path d="M${places(line.x1)} ${places(line.y1)}L${places(line.x2)} ${places(line.y2)}" stroke-width="${places(line.width)}" stroke-linecap="round"${dash}/>`);
    for (const atEnd of [true, false]) {
      if (!(atEnd ? line.arrowEnd : line.arrowStart)) continue;
      const angle = Math.atan2(line.y2 - line.y1, line.x2 - line.x1) + (atEnd ? 0 : Math.PI);
      const [x, y] = atEnd ? [line.x2, line.y2] : [line.x1, line.y1];
      parts.push(`<polygon stroke="none" points="${[[x, y], ...arrowHead(x, y, angle, 6 + line.width * 1.4)].map((point) => point.map(places).join(',')).join(' ')}"/>`);
    }
    parts.push('</g>');
  }
  for (const node of scene.nodes) {
    const outline = outlines[node.shape];
    const looks = `fill="${fillOf(palette, node)}" stroke="${strokeOf(palette, node)}" stroke-width="1.3" stroke-linejoin="round"${node.isFaded ? ' opacity="0.22"' : ''}`;
    parts.push(outline
      ? `<polygon points="${outline.map(([x, y]) => `${places(node.x + x * node.r)},${places(node.y + y * node.r)}`).join(' ')}" ${looks}/>`
      : `<circle cx="${places(node.x)}" cy="${places(node.y)}" r="${places(node.r)}" ${looks}/>`);
    if (node.shape === 'ring') parts.push(`<circle cx="${places(node.x)}" cy="${places(node.y)}" r="${places(node.r * .55)}" ${looks}/>`);
  }
  for (const label of scene.labels) {
    const color = label.line === 5 ? palette.lines[1] : palette.lines[label.line];
    parts.push(`<rect x="${places(label.x)}" y="${places(label.y)}" width="${places(label.width)}" height="${places(label.height)}" fill="${palette.halo}" opacity="0.92"/>`,
      `<text x="${places(label.x + 4)}" y="${places(label.y + label.height - 4.5)}" font-size="${label.size}" fill="${color}"${label.isItalic ? ' font-style="italic"' : ''}>${xmlText(label.text)}</text>`);
  }
  for (const name of scene.names) {
    parts.push(`<text x="${places(name.x + 1)}" y="${places(name.y + name.height - 4)}" font-size="${name.size}" font-weight="${name.weight}" fill="${palette.ink}" stroke="${palette.halo}" stroke-width="3.4" stroke-linejoin="round" paint-order="stroke"${name.isFaded ? ' opacity="0.3"' : ''}>${xmlText(name.text)}</text>`);
  }
  parts.push('</svg>\n');
  return { text: parts.join('\n'), left, top, width, height };
}
