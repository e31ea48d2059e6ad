import type { Composition, Inclusion, Piece } from '../../mail/Composition.js';
import type { FormatProblem } from '../../mail/Mail.js';
import type { SourceRange } from '../../mail/SourceRange.js';
import { formatOf } from '../formatOf.js';
import { isMarkup } from '../frontMatter.js';
import type { TextFormat } from '../readContent.js';
import type { TemplateTagFamily } from '../TemplateTagFamily.js';
import { type IncludePlan, type IncludeSite, planIncludes } from './IncludePlan.js';
import type { IncludeResolver } from './IncludeResolver.js';

export interface ComposeOptions {
  readonly format: TextFormat;
  readonly templateTags: readonly TemplateTagFamily[];
  /** The mail's own file: relative to the working folder, with forward slashes. */
  readonly path: string;
  readonly resolve: IncludeResolver;
}

export interface ComposedMail {
  readonly composition: Composition;
  /** Whether it includes something that is not known. */
  readonly isIncomplete: boolean;
  /** With places in the composed text. */
  readonly problems: readonly FormatProblem[];
}

/** No mail needs more; whoever writes more wants to keep us busy. */
const mostInclusions = 500;
const mostUnits = 4_000_000;
const deepest = 16;

/**
 * Puts a mail together from its own text and the files that it includes.
 *
 * @returns undefined where it includes none and asks for none.
 * @example composeIncludes('<mj-include path="a.mjml" />', options)?.composition.text
 */
export function composeIncludes(text: string, options: ComposeOptions): ComposedMail | undefined {
  if (!mayInclude(text, options)) return undefined;
  const plan = planIncludes(text, options.format, options.templateTags);
  if (plan.frame === undefined && !plan.sites.some(asksForFile)) return undefined;
  return new Composer(text, plan, options).compose();
}

function asksForFile(site: IncludeSite): boolean {
  return site.kind === 'include' || (site.kind === 'block' && site.sites.some(asksForFile));
}

/** Spares a mail without any such tag the search for them. */
function mayInclude(text: string, { format, templateTags }: ComposeOptions): boolean {
  if (format === 'mjml' && /<mj-include/i.test(text)) return true;
  return templateTags.some(
    ({ open, parts }) => parts?.includes.some((include) => beginsTag(text, open, include.open)) ?? false,
  );
}

function beginsTag(text: string, open: string, keyword: string): boolean {
  return text.includes(open) && new RegExp(`${literal(open)}[~-]?\\s*${literal(keyword)}`).test(text);
}

function literal(text: string): string {
  return text.replace(/[^\w\s]/g, '\\$&');
}

/** A file that is being read, with what it takes from others. */
interface OpenFile {
  readonly inclusion: number;
  readonly source: string;
  readonly plan: IncludePlan;
  /** The paths of the files around it and its own. */
  readonly chain: readonly string[];
}

/** What stands in place of a block: the nearest file's text first, and what its `parent` tag stands for behind. */
interface Override {
  readonly file: OpenFile;
  readonly block: IncludeSite & { readonly kind: 'block' };
}

type Overrides = ReadonlyMap<string, readonly Override[]>;

interface Surroundings {
  readonly overrides: Overrides;
  /** What a `parent` tag stands for here. */
  readonly behind: readonly Override[];
}

const alone: Surroundings = { overrides: new Map(), behind: [] };

class Composer {
  readonly #options: ComposeOptions;
  readonly #plans = new Map<string, IncludePlan>();
  readonly #root: OpenFile;
  readonly #parts: string[] = [];
  readonly #pieces: Piece[] = [];
  readonly #inclusions: Inclusion[];
  readonly #problems: FormatProblem[] = [];
  #length = 0;
  #isIncomplete = false;
  #isFull = false;

  constructor(text: string, plan: IncludePlan, options: ComposeOptions) {
    this.#options = options;
    this.#inclusions = [{ path: options.path, source: text }];
    this.#root = { inclusion: 0, source: text, plan, chain: [options.path] };
  }

  compose(): ComposedMail {
    // The metadata at the top are the mail's own, whatever frame it stands in.
    this.#copy(this.#root, { start: 0, end: this.#root.plan.body.start });
    this.#emitFile(this.#root, alone);
    return {
      composition: { text: this.#parts.join(''), pieces: this.#pieces, inclusions: this.#inclusions },
      isIncomplete: this.#isIncomplete,
      problems: this.#problems,
    };
  }

  #emitFile(file: OpenFile, around: Surroundings): void {
    const { frame, sites, body } = file.plan;
    const opened = frame === undefined ? undefined : this.#open(file, { ...frame, as: 'name' });
    if (frame === undefined || opened === undefined) {
      this.#emit(file, body, sites, around);
      return;
    }
    this.#emitFile(opened, { overrides: withBlocks(around.overrides, file), behind: [] });
  }

  /** Appends a stretch of a file with all that is included in it. */
  #emit(file: OpenFile, range: SourceRange, sites: readonly IncludeSite[], around: Surroundings): void {
    let offset = range.start;
    for (const site of sites) {
      if (site.start < offset || site.end > range.end) continue;
      this.#copy(file, { start: offset, end: site.start });
      this.#emitSite(file, site, around);
      offset = site.end;
    }
    this.#copy(file, { start: offset, end: range.end });
  }

  #emitSite(file: OpenFile, site: IncludeSite, around: Surroundings): void {
    switch (site.kind) {
      case 'include':
        this.#emitInclude(file, site);
        return;
      case 'block':
        this.#emitBlock(file, site, around);
        return;
      case 'parent': {
        const [next, ...behind] = around.behind;
        if (next === undefined) this.#copy(file, site);
        else this.#emitOverride(file, site, next, { ...around, behind });
      }
    }
  }

  #emitInclude(file: OpenFile, site: IncludeSite & { readonly kind: 'include' }): void {
    const opened = this.#open(file, site);
    if (opened === undefined) {
      this.#copy(file, site);
      return;
    }
    const [before, after] = wrapping(site.as);
    this.#append(before, { start: this.#length, inclusion: file.inclusion, range: site, isMadeUp: true });
    this.#emitFile(opened, alone);
    this.#append(after, { start: this.#length, inclusion: file.inclusion, range: site, isMadeUp: true });
  }

  #emitBlock(file: OpenFile, block: IncludeSite & { readonly kind: 'block' }, around: Surroundings): void {
    const [override, ...others] = around.overrides.get(block.name) ?? [];
    const own = { file, block };
    if (override === undefined) {
      this.#copy(file, { start: block.start, end: block.content.start });
      this.#emit(file, block.content, block.sites, { ...around, behind: [] });
      this.#copy(file, { start: block.content.end, end: block.end });
      return;
    }
    this.#emitOverride(file, block, override, { ...around, behind: [...others, own] });
  }

  #emitOverride(file: OpenFile, at: SourceRange, { file: holder, block }: Override, around: Surroundings): void {
    if (this.#isFullFor(at, block.content.end - block.content.start)) return;
    const { path, source } = this.#inclusions[holder.inclusion] ?? { path: '', source: '' };
    const by = { inclusion: file.inclusion, range: { start: at.start, end: at.end } };
    const inclusion = this.#inclusions.push({ path, source, by }) - 1;
    // A block of the same name inside of it would stand in its own place for ever.
    const overrides = new Map(around.overrides);
    overrides.delete(block.name);
    this.#emit({ ...holder, inclusion }, block.content, block.sites, { ...around, overrides });
  }

  /** The file that a tag includes, ready to be read; undefined, and a problem where it is one, where there is none. */
  #open(
    file: OpenFile,
    site: SourceRange & { readonly target: string; readonly as: string; readonly isOptional: boolean },
  ): OpenFile | undefined {
    const from = this.#inclusions[file.inclusion]?.path ?? '';
    const isPath = site.as !== 'name';
    const answer = this.#options.resolve({ target: site.target, from, kind: isPath ? 'path' : 'name' });
    if (answer.kind === 'text' && file.chain.includes(answer.path)) {
      this.#problem(site, `This includes “${answer.path}”, which in turn includes this file. Take one of the two out.`);
    } else if (answer.kind === 'text' && file.chain.length >= deepest) {
      this.#problem(
        site,
        `Includes are read ${deepest} deep, and this one is deeper. Take some of the files together.`,
      );
    } else if (answer.kind === 'text') {
      return this.#isFullFor(site, answer.text.length) ? undefined : this.#opened(file, site, answer);
    } else if (answer.kind === 'refused') {
      this.#problem(site, answer.why);
    } else if (answer.kind === 'missing' && !site.isOptional && (isPath || /^\.\.?\//.test(site.target))) {
      this.#problem(
        site,
        `There is no file “${site.target}” to include. Give its path from the folder that this file is in.`,
      );
    }
    this.#isIncomplete = true;
    return undefined;
  }

  #opened(
    file: OpenFile,
    { start, end, as }: SourceRange & { readonly as: string },
    { path, text }: { path: string; text: string },
  ): OpenFile {
    const by = { inclusion: file.inclusion, range: { start, end } };
    const inclusion = this.#inclusions.push({ path, source: text, by }) - 1;
    return { inclusion, source: text, plan: this.#planOf(path, text, as), chain: [...file.chain, path] };
  }

  #planOf(path: string, text: string, as: string): IncludePlan {
    if (as.endsWith('css')) return { body: { start: 0, end: text.length }, sites: [] };
    const known = this.#plans.get(path);
    if (known !== undefined) return known;
    const own = formatOf(path);
    // What a mail in markup includes is markup too, whatever its name ends in.
    const format = isMarkup(this.#options.format) || own === undefined || own === 'eml' ? this.#options.format : own;
    const plan = planIncludes(text, format, this.#options.templateTags);
    this.#plans.set(path, plan);
    return plan;
  }

  /** Whether there is no room for more; says so once. */
  #isFullFor(range: SourceRange, length: number): boolean {
    if (this.#inclusions.length < mostInclusions && this.#length + length <= mostUnits) return false;
    if (!this.#isFull) {
      this.#problem(
        range,
        `This mail includes more than ${mostInclusions} files or ${mostUnits.toLocaleString('en')} characters; from here on nothing more is read. Split it up.`,
      );
    }
    this.#isFull = true;
    this.#isIncomplete = true;
    return true;
  }

  #problem({ start, end }: SourceRange, message: string): void {
    // The tag is copied next, as nothing stands in place of it.
    this.#problems.push({ message, range: { start: this.#length, end: this.#length + end - start } });
  }

  #copy({ inclusion, source }: OpenFile, { start, end }: SourceRange): void {
    if (end <= start) return;
    this.#append(source.slice(start, end), { start: this.#length, inclusion, range: { start, end } });
  }

  #append(text: string, piece: Piece): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#pieces.push({ ...piece, range: { start: piece.range.start, end: piece.range.end } });
    this.#length += text.length;
  }
}

/** The blocks of a file in place of those of its frame; those that it stands in the way of come behind. */
function withBlocks(outer: Overrides, file: OpenFile): Overrides {
  const overrides = new Map(outer);
  const pending = [...file.plan.sites];
  for (let site = pending.pop(); site !== undefined; site = pending.pop()) {
    if (site.kind !== 'block') continue;
    overrides.set(site.name, [...(overrides.get(site.name) ?? []), { file, block: site }]);
    pending.push(...site.sites);
  }
  return overrides;
}

/** What MJML puts around a file that is no MJML. */
function wrapping(as: (IncludeSite & { readonly kind: 'include' })['as']): readonly [string, string] {
  switch (as) {
    case 'css':
      return ['<mj-style>', '</mj-style>'];
    case 'inline-css':
      return ['<mj-style inline="inline">', '</mj-style>'];
    case 'html':
      return ['<mj-raw>', '</mj-raw>'];
    case 'mjml':
    case 'name':
      return ['', ''];
  }
}
