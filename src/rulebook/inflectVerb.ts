import type { AdjectiveRules, VerbRules } from './InflectionRules.js';
import type { LemmaForms } from './LemmaForms.js';
import type { VerbEntry, VerbTable } from './VerbTable.js';

/**
 * All forms of a verb: finite ones, imperatives, participles with their adjective endings, infinitives with marker, and
 * the finite form and particle of a verb that parts. Whatever is in no table is conjugated like the verb that it is
 * built on, or else regularly.
 *
 * @returns undefined when the word is no infinitive.
 * @example inflectVerb('abschalten', rules, adjectives, verbs)?.separable // [['schaltet', 'ab'], …]
 */
export function inflectVerb(
  lemma: string,
  rules: VerbRules,
  adjectives: AdjectiveRules,
  verbs: VerbTable,
): LemmaForms | undefined {
  const entry = entryOf(lemma, rules, verbs);
  if (!entry) return undefined;
  const { finite, particle = '', lastParticle = particle } = entry;
  const infinitives = markedInfinitives(lemma, particle, rules);
  const gerundives = infinitives.map((infinitive) => infinitive + rules.presentParticipleEnding);
  const participles = [...entry.pastParticiples, entry.presentParticiple, ...gerundives];
  const inflected = participles.flatMap((participle) => adjectives.endings.map((ending) => participle + ending));
  const spoken = [...finite, ...shortImperatives(finite, rules.link, adjectives.elidedStems)];
  return {
    forms: unique([
      lemma,
      lemma + rules.nominalEnding,
      ...infinitives,
      ...participles,
      ...inflected,
      ...(particle === '' ? spoken : finite.map((form) => particle + form)),
    ]),
    separable: particle === '' ? [] : unique(spoken).map((form) => [form, lastParticle] as const),
  };
}

function entryOf(lemma: string, rules: VerbRules, verbs: VerbTable): VerbEntry | undefined {
  const known = verbs.get(lemma);
  if (known?.particle !== undefined) {
    const base = verbs.get(lemma.slice(known.particle.length));
    if (base?.particle !== undefined) return withTwoParticles(known, known.particle, base);
    return settleParticle(known, known.particle, rules);
  }
  const parting = separableEntry(lemma, rules, verbs);
  if (parting && !(known && rules.either.includes(parting.particle ?? ''))) return parting;
  return known ?? inseparableEntry(lemma, rules, verbs) ?? regularEntry(lemma, rules);
}

/** Built on a verb that parts itself: both particles stand together, and the second is the one next to the verb. */
function withTwoParticles(entry: VerbEntry, particle: string, base: VerbEntry): VerbEntry {
  return {
    ...entry,
    finite: base.finite,
    particle: particle + (base.particle ?? ''),
    lastParticle: base.particle ?? '',
  };
}

function settleParticle(entry: VerbEntry, particle: string, rules: VerbRules): VerbEntry {
  if (rules.either.includes(particle)) return withBothParticiples(entry, rules);
  if (!rules.rarelySeparable.includes(particle)) return entry;
  const { pastParticiples, presentParticiple } = withBothParticiples(entry, rules);
  return { finite: entry.finite.map((form) => particle + form), pastParticiples, presentParticiple };
}

/** Whether such a particle parts depends on the meaning; both participles are then expected. */
function withBothParticiples(entry: VerbEntry, rules: VerbRules): VerbEntry {
  const { particle = '' } = entry;
  const prefixed = particle + rules.participlePrefix;
  const whole = entry.pastParticiples
    .filter((participle) => participle.startsWith(prefixed))
    .map((participle) => particle + participle.slice(prefixed.length));
  return { ...entry, pastParticiples: unique([...entry.pastParticiples, ...whole]) };
}

function separableEntry(lemma: string, rules: VerbRules, verbs: VerbTable): VerbEntry | undefined {
  for (const particle of rules.separable) {
    const base = lemma.startsWith(particle) ? verbs.get(lemma.slice(particle.length)) : undefined;
    if (!base || base.particle !== undefined) continue;
    const entry = {
      finite: base.finite,
      pastParticiples: base.pastParticiples.map((participle) => particle + participle),
      presentParticiple: particle + base.presentParticiple,
      particle,
    };
    return rules.either.includes(particle) ? withBothParticiples(entry, rules) : entry;
  }
  return undefined;
}

function inseparableEntry(lemma: string, rules: VerbRules, verbs: VerbTable): VerbEntry | undefined {
  const prefix = rules.inseparable.find(
    (candidate) => lemma.startsWith(candidate) && verbs.has(lemma.slice(candidate.length)),
  );
  const base = prefix === undefined ? undefined : verbs.get(lemma.slice(prefix.length));
  if (prefix === undefined || !base || base.particle !== undefined) return undefined;
  const { participlePrefix } = rules;
  const bare = base.pastParticiples
    .filter((participle) => participle.startsWith(participlePrefix))
    .map((participle) => prefix + participle.slice(participlePrefix.length));
  return {
    finite: base.finite.map((form) => prefix + form),
    pastParticiples: [...bare, ...base.pastParticiples.map((participle) => prefix + participle)],
    presentParticiple: prefix + base.presentParticiple,
  };
}

function regularEntry(lemma: string, rules: VerbRules): VerbEntry | undefined {
  const infinitive = rules.regularInfinitives.find((ending) => lemma.endsWith(ending));
  if (infinitive === undefined || lemma.length < infinitive.length + 2) return undefined;
  const ending = rules.infinitiveEndings.find((candidate) => infinitive.endsWith(candidate)) ?? '';
  const particle = rules.separable.find(
    (candidate) => lemma.startsWith(candidate) && lemma.length > candidate.length + 4,
  );
  const stem = lemma.slice(particle?.length ?? 0, lemma.length - ending.length);
  const link = rules.linkedStems.some((linked) => stem.endsWith(linked)) ? rules.link : '';
  const isPrefixed =
    !rules.unprefixedInfinitives.some((unprefixed) => lemma.endsWith(unprefixed)) &&
    !rules.inseparable.some((prefix) => stem.startsWith(prefix));
  const entry = {
    finite: rules.regularEndings.map((form) => stem + (form.startsWith(rules.link) ? '' : link) + form),
    pastParticiples: [
      (particle ?? '') + (isPrefixed ? rules.participlePrefix : '') + stem + link + rules.participleEnding,
    ],
    presentParticiple: lemma + rules.presentParticipleEnding,
  };
  return particle === undefined ? entry : { ...entry, particle };
}

function markedInfinitives(lemma: string, particle: string, rules: VerbRules): readonly string[] {
  return particle === '' ? [] : [particle + rules.infinitiveMarker + lemma.slice(particle.length)];
}

/** Spoken imperatives drop the last vowel of the first person, unless that leaves what may be another word. */
function shortImperatives(finite: readonly string[], vowel: string, kept: readonly string[]): readonly string[] {
  const [first = ''] = finite;
  const short = first.slice(0, first.length - vowel.length);
  return first.endsWith(vowel) && short.length > 2 && !kept.some((ending) => short.endsWith(ending)) ? [short] : [];
}

function unique(forms: readonly string[]): readonly string[] {
  return [...new Set(forms)];
}
