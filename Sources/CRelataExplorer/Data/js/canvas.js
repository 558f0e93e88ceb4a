// Draws a scene on a canvas.
import { fontFamily } from './scene.js';
import { communityColor, dashes, outlines } from './styles.js';
import { state } from './app.js';

/** @param {Palette} palette @param {SceneNode} node */
export const fillOf = (palette, node) => (state.coloring === 'type' ? palette.fills[node.color] : communityColor(palette, node.color));
/** @param {Palette} palette @param {SceneNode} node */
export const strokeOf = (palette, node) => (state.coloring === 'type' ? palette.strokes[node.color] : palette.ink);

/** @param {CanvasRenderingContext2D} context @param {string} shape @param {number} x @param {number} y @param {number} r */
export function traceShape(context, shape, x, y, r) {
  context.beginPath();
  const outline = outlines[shape];
  if (!outline) {
    context.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  outline.forEach(([px, py], i) => (i === 0 ? context.moveTo(x + px * r, y + py * r) : context.lineTo(x + px * r, y + py * r)));
  context.closePath();
}

/** @param {number} x @param {number} y @param {number} angle @param {number} size */
export function arrowHead(x, y, angle, size) {
  return [-.42, .42].map((turn) => [x - size * Math.cos(angle + turn), y - size * Math.sin(angle + turn)]);
}

/** @param {CanvasRenderingContext2D} context @param {SceneLine} line */
function drawArrow(context, line, atEnd = true) {
  const angle = Math.atan2(line.y2 - line.y1, line.x2 - line.x1) + (atEnd ? 0 : Math.PI);
  const [x, y] = atEnd ? [line.x2, line.y2] : [line.x1, line.y1];
  const [left, right] = arrowHead(x, y, angle, 6 + line.width * 1.4);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(left[0], left[1]);
  context.lineTo(right[0], right[1]);
  context.closePath();
  context.fill();
}

/**
 * @param {CanvasRenderingContext2D} context @param {Scene} scene @param {Palette} palette
 * @param {{x: number, y: number, width: number, height: number, scale: number, cursor: number}} frame
 */
export function drawScene(context, scene, palette, { x, y, width, height, scale, cursor }) {
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = palette.background;
  context.fillRect(0, 0, width, height);
  context.translate(x, y);
  const [left, top, right, bottom] = [-x - 40, -y - 40, width - x + 40, height - y + 40];
  context.lineCap = 'round';
  for (const isFront of [false, true]) {
    for (const line of scene.lines) {
      if (line.isStrong !== isFront) continue;
      if (Math.max(line.x1, line.x2) < left || Math.min(line.x1, line.x2) > right || Math.max(line.y1, line.y2) < top || Math.min(line.y1, line.y2) > bottom) continue;
      context.globalAlpha = line.isFaded ? .13 : line.isStrong ? 1 : .72;
      context.strokeStyle = context.fillStyle = palette.lines[line.line];
      context.lineWidth = line.width + (line.isStrong ? .8 : 0);
      context.setLineDash(dashes[line.line]);
      context.beginPath();
      context.moveTo(line.x1, line.y1);
      context.lineTo(line.x2, line.y2);
      context.stroke();
      if (line.arrowEnd) drawArrow(context, line);
      if (line.arrowStart) drawArrow(context, line, false);
    }
  }
  context.setLineDash([]);
  context.lineJoin = 'round';
  for (const node of scene.nodes) {
    if (node.x < left || node.x > right || node.y < top || node.y > bottom) continue;
    context.globalAlpha = node.isFaded ? .22 : 1;
    traceShape(context, node.shape, node.x, node.y, node.r);
    context.fillStyle = fillOf(palette, node);
    context.fill();
    context.lineWidth = node.isStrong ? 2.4 : 1.3;
    context.strokeStyle = strokeOf(palette, node);
    context.stroke();
    if (node.shape === 'ring') {
      context.beginPath();
      context.arc(node.x, node.y, node.r * .55, 0, 2 * Math.PI);
      context.stroke();
    }
    if (node.isPinned) {
      context.fillStyle = palette.ink;
      context.beginPath();
      context.arc(node.x, node.y, 2.6, 0, 2 * Math.PI);
      context.fill();
    }
    if (node.entity === cursor) {
      context.globalAlpha = 1;
      context.lineWidth = 2;
      context.strokeStyle = palette.accent;
      context.beginPath();
      context.arc(node.x, node.y, node.r + 6, 0, 2 * Math.PI);
      context.stroke();
    }
  }
  context.textBaseline = 'middle';
  context.direction = 'ltr';
  context.textAlign = 'left';
  for (const label of scene.labels) {
    if (label.x > right || label.x + label.width < left || label.y > bottom || label.y + label.height < top) continue;
    context.globalAlpha = label.isFaded ? .2 : .92;
    context.fillStyle = palette.halo;
    context.fillRect(label.x, label.y, label.width, label.height);
    context.globalAlpha = label.isFaded ? .3 : 1;
    context.fillStyle = label.line === 5 ? palette.lines[1] : palette.lines[label.line];
    context.font = `${label.isItalic ? 'italic ' : ''}${label.weight} ${label.size}px ${fontFamily}`;
    context.fillText(label.text, label.x + 4, label.y + label.height / 2 + .5);
  }
  for (const name of scene.names) {
    if (name.x > right || name.x + name.width < left || name.y > bottom || name.y + name.height < top) continue;
    context.globalAlpha = name.isFaded ? .28 : 1;
    context.font = `${name.weight} ${name.size}px ${fontFamily}`;
    context.lineWidth = 3.4;
    context.strokeStyle = palette.halo;
    context.strokeText(name.text, name.x + 1, name.y + name.height / 2 + .5);
    context.fillStyle = palette.ink;
    context.fillText(name.text, name.x + 1, name.y + name.height / 2 + .5);
  }
  context.globalAlpha = 1;
}
