// Finds entities by what people type, as the command does; and, because a page is asked letter by letter, by beginnings too.
import { allowedErrors, editDistance, foldedFromKey, foldedName, soundOf, withoutArticles } from './names.js';

/** Best first, as MatchQuality has them; `beginning` is the page's own. */
export const qualities = { name: 1, spelling: 2, transliteration: 3, words: 4, beginning: 5, initials: 6, nearby: 7, suggestion: 8 };

/** @typedef {import('./names.js').FoldedName} FoldedName */
/** @typedef {{entity: number, text: string, isPreferred: boolean, key: FoldedName}} IndexedName */

/**
 * The names of an entity: the preferred one, then others that are spelt otherwise.
 * @param {Entity} entity
 */
export function namesOf(entity) {
  return [entity.name, ...entity.aliases.map((alias) => alias.name).filter((name) => name !== entity.name)];
}

/** @param {Model} model @returns {IndexedName[]} */
function indexedNames(model) {
  /** @type {IndexedName[]} */
  const names = [];
  for (const entity of model.entities) {
    if (entity.isHidden) continue;
    const texts = namesOf(entity);
    const keys = entity.keys && entity.keys.length === texts.length ? entity.keys : null;
    texts.forEach((text, i) => {
      const key = keys ? foldedFromKey(keys[i]) : foldedName(text);
      if (key.words.length > 0) names.push({ entity: entity.index, text, isPreferred: i === 0, key });
    });
  }
  return names;
}

/** @param {FoldedName} query @param {FoldedName} key */
function agreesInInitials(query, key) {
  if (query.words.length === 1) {
    const length = Array.from(query.spelling).length;
    return length >= 2 && length <= 8 && key.initials.includes(query.spelling);
  }
  const full = query.words.filter((word) => word.length > 1);
  if (full.length === 0 || full.length === query.words.length) return false;
  if (!withoutArticles(full).every((word) => key.sounds.includes(soundOf(word)))) return false;
  // In this order, others may stand between: “V. Putin” is Vladimir Vladimirovich Putin.
  let place = 0;
  const words = withoutArticles(key.words);
  return withoutArticles(query.words).every((word) => {
    const sound = soundOf(word);
    while (place < words.length && !(word.length === 1 ? words[place].startsWith(word) : soundOf(words[place]) === sound)) place += 1;
    place += 1;
    return place <= words.length;
  });
}

/** @param {string} word @param {string} other */
function isNear(word, other) {
  const limit = allowedErrors(Math.min(word.length, other.length));
  return word === other || (limit > 0 && editDistance(word, other, limit) !== null);
}

/** @param {FoldedName} query @param {FoldedName} key */
function isNearby(query, key) {
  if (isNear(query.whole, key.whole)) return true;
  return query.sounds.length > 0 && query.sounds.every((sound) => key.sounds.some((other) => isNear(sound, other)));
}

/** @param {FoldedName} query @param {FoldedName} key */
function hasBeginning(query, key) {
  if (key.spelling.startsWith(query.spelling)) return true;
  const words = withoutArticles(query.words);
  const last = words[words.length - 1];
  if (!words.slice(0, -1).every((word) => key.sounds.includes(soundOf(word)))) return false;
  return key.words.some((word) => word.startsWith(last)) || (last.length > 2 && key.sounds.some((sound) => sound.startsWith(soundOf(last))));
}

/**
 * An index of a model's names, made when it is first asked.
 * @param {Model} model
 */
export function createNameIndex(model) {
  /** @type {IndexedName[]|null} */
  let names = null;
  const all = () => (names ??= indexedNames(model));

  /** @param {string} query @param {FoldedName} key @param {number} quality */
  const test = (query, key, quality) => {
    /** @type {Record<number, (name: IndexedName) => boolean>} */
    const tests = {
      [qualities.name]: (name) => name.text === query,
      [qualities.spelling]: (name) => name.key.spelling === key.spelling,
      [qualities.transliteration]: (name) => name.key.whole === key.whole && name.key.sounds.length === key.sounds.length
        && name.key.sounds.every((sound, i) => sound === key.sounds[i]),
      [qualities.words]: (name) => key.sounds.every((sound) => name.key.sounds.includes(sound)),
      [qualities.beginning]: (name) => hasBeginning(key, name.key),
      [qualities.initials]: (name) => agreesInInitials(key, name.key),
      [qualities.nearby]: (name) => isNearby(key, name.key),
    };
    return tests[quality];
  };

  /** @param {string} query @param {FoldedName} key @param {number} quality @returns {Match[]} */
  const matches = (query, key, quality) => {
    let found = all().filter(test(query, key, quality));
    if (quality <= qualities.spelling && found.some((name) => name.isPreferred)) found = found.filter((name) => name.isPreferred);
    /** @type {Map<number, Match>} */
    const byEntity = new Map();
    for (const name of found) if (!byEntity.has(name.entity)) byEntity.set(name.entity, { entity: name.entity, name: name.text, quality });
    const mentions = (/** @type {Match} */ match) => model.entities[match.entity].mentions;
    return [...byEntity.values()].sort((a, b) => mentions(b) - mentions(a) || a.entity - b.entity);
  };

  /**
   * The names with the smallest distance in proportion to their length.
   * @param {FoldedName} key @param {number} limit @returns {Match[]}
   */
  const nearest = (key, limit) => {
    /** @type {Map<number, {share: number, name: string}>} */
    const best = new Map();
    for (const name of all()) {
      for (const word of [name.key.whole, ...name.key.sounds.filter((sound) => sound.length > 3)]) {
        const longest = Math.max(word.length, key.whole.length);
        const distance = editDistance(key.whole, word, Math.floor(longest / 2));
        if (distance === null) continue;
        const known = best.get(name.entity);
        if (!known || distance / longest < known.share) best.set(name.entity, { share: distance / longest, name: name.text });
      }
    }
    return [...best].sort((a, b) => a[1].share - b[1].share || model.entities[b[0]].mentions - model.entities[a[0]].mentions || a[0] - b[0])
      .slice(0, limit).map(([entity, { name }]) => ({ entity, name, quality: qualities.suggestion }));
  };

  return {
    /**
     * What the command would take the query for: all matches of the best quality.
     * @param {string} query @returns {Match[]}
     */
    find(query) {
      const number = model.entityNumber.get(query);
      if (number !== undefined) return [{ entity: model.canonical[number], name: model.entities[number].name, quality: 0 }];
      const key = foldedName(query);
      if (key.words.length === 0) return [];
      for (const quality of [1, 2, 3, 4, 6, 7]) {
        const found = matches(query, key, quality);
        if (found.length > 0) return found;
      }
      return [];
    },
    /**
     * Everything that the query may be on its way to, best first.
     * @param {string} query @param {number} limit @returns {Match[]}
     */
    list(query, limit) {
      const key = foldedName(query);
      if (key.words.length === 0) return [];
      /** @type {Map<number, Match>} */
      const found = new Map();
      for (const quality of [1, 2, 3, 4, 5, 6, 7]) {
        // Typing errors are looked for where nothing better is found: it takes longest and says least.
        if (quality === qualities.nearby && found.size > 0) break;
        for (const match of matches(query, key, quality)) if (!found.has(match.entity)) found.set(match.entity, match);
        if (found.size >= limit) break;
      }
      if (found.size === 0 && all().length <= 50000) return nearest(key, Math.min(limit, 5));
      return [...found.values()].slice(0, limit);
    },
  };
}
