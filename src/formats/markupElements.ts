/** Elements that stand in a line of text. All others begin and end a block. */
export const inlineElements: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'br',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'forwardtoafriend',
  'i',
  'img',
  'input',
  'ins',
  'kbd',
  'label',
  'mark',
  'mso',
  'nobr',
  'o:p',
  'preferences',
  'q',
  'raw',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'unsubscribe',
  'var',
  'wbr',
  'webversion',
]);

/** Elements without text for a reader. */
export const silentElements: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'xml',
  'mj-style',
  'mj-attributes',
  'mj-html-attributes',
  'mj-font',
  'mj-breakpoint',
]);

/** Elements whose text begins anew, whatever they stand in. */
export const textContainers: ReadonlySet<string> = new Set([
  'mj-text',
  'mj-accordion-text',
  'mj-accordion-title',
  'mj-raw',
]);

/** MJML's components whose content is HTML, which MJML hands through as it stands. */
export const endingTags: ReadonlySet<string> = new Set([
  'mj-accordion-text',
  'mj-accordion-title',
  'mj-button',
  'mj-navbar-link',
  'mj-preview',
  'mj-raw',
  'mj-social-element',
  'mj-style',
  'mj-table',
  'mj-text',
  'mj-title',
]);

/** Campaign Monitor's elements that become links to its own pages. */
export const providerLinkElements: ReadonlySet<string> = new Set([
  'unsubscribe',
  'webversion',
  'preferences',
  'forwardtoafriend',
]);

/** Elements that are links when they have an `href`. */
export const linkElements: ReadonlySet<string> = new Set([
  'a',
  'area',
  'mj-button',
  'mj-navbar-link',
  'mj-social-element',
  'mj-image',
  'mj-carousel-image',
  'v:roundrect',
  'v:rect',
]);

/** Elements that stand for another file. */
export const includeElements: ReadonlySet<string> = new Set(['mj-include']);

/** Elements that are buttons by their name. */
export const buttonElements: ReadonlySet<string> = new Set(['button', 'mj-button', 'v:roundrect']);

export const imageElements: ReadonlySet<string> = new Set(['img', 'mj-image', 'mj-carousel-image', 'area']);

/** Attributes that hold words for a reader. */
export const textAttributes: readonly string[] = ['alt', 'title', 'icon-wrapped-alt', 'icon-unwrapped-alt'];

/** Elements that say of themselves that the file is a whole mail. */
export const rootElements: ReadonlySet<string> = new Set(['mjml', 'mj-body', 'html', 'body']);
