// How large a picture can be so that all of it is seen. Places grow with the picture, what stands at them (signs, names) does not.

/**
 * A place of the layout, and the room around it in points of the screen.
 * @typedef {{x: number, y: number, left: number, right: number, top: number, bottom: number}} Framed
 */

/**
 * What the items take of the screen: left, top, right, bottom, from the layout's origin.
 * @param {number} k points of the screen in one of the layout @param {Framed[]} items
 */
export function extent(k, items) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, left, right, top, bottom } of items) {
    box[0] = Math.min(box[0], x * k - left);
    box[1] = Math.min(box[1], y * k - top);
    box[2] = Math.max(box[2], x * k + right);
    box[3] = Math.max(box[3], y * k + bottom);
  }
  return box;
}

/**
 * The largest size, up to a limit, at which the items fit.
 *
 * Halving an interval finds it: the larger the picture, the more room it takes.
 * @param {Framed[]} items @param {number} width @param {number} height @param {number} most
 */
export function largestScale(items, width, height, most) {
  const fits = (/** @type {number} */ k) => {
    const [left, top, right, bottom] = extent(k, items);
    return right - left <= width && bottom - top <= height;
  };
  if (fits(most)) return most;
  let [small, large] = [leastScale, most];
  for (let round = 0; round < 30; round += 1) {
    const middle = Math.sqrt(small * large);
    if (fits(middle)) small = middle; else large = middle;
  }
  return small;
}

export const leastScale = .02;

/**
 * The nearest number of a range; its middle where the range is turned round.
 * @param {number} number @param {number} least @param {number} most
 */
export const between = (number, least, most) => (least > most ? (least + most) / 2 : Math.max(least, Math.min(most, number)));
