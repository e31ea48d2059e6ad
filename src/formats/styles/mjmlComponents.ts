/** An element of the HTML that a component becomes, as far as selectors and styles can tell it apart. */
export interface ComponentLayer {
  readonly name: string;
  /** Classes that MJML writes itself. */
  readonly classes?: readonly string[];
  /** Whether it carries the component's `css-class`. */
  readonly hasCssClass?: boolean;
  /** Which attributes become which properties. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What MJML makes of a component. */
export interface MjmlComponent {
  /** The elements around its content, outermost first. */
  readonly layers: readonly ComponentLayer[];
  /** Attributes that count where neither the component nor `mj-attributes` says otherwise. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** The component around from which it takes over what it does not say. */
  readonly takesOverFrom?: string;
}

const text = { color: 'color', 'font-size': 'font-size', 'font-weight': 'font-weight', align: 'text-align' };
const painted = { 'background-color': 'background-color', 'background-url': 'background-image' };
const cell: ComponentLayer = {
  name: 'td',
  hasCssClass: true,
  attributes: { 'container-background-color': 'background-color', align: 'text-align' },
};

/** A band across the mail. */
const band: MjmlComponent = {
  layers: [
    { name: 'div', hasCssClass: true, attributes: painted },
    { name: 'table' },
    { name: 'td', attributes: { 'text-align': 'text-align' } },
  ],
};

/**
 * The components of MJML 5.4.1 that hold text. A test compiles each of them with MJML and compares what comes out.
 */
export const mjmlComponents: ReadonlyMap<string, MjmlComponent> = new Map([
  [
    'mj-body',
    {
      layers: [
        { name: 'body', attributes: painted },
        { name: 'div', hasCssClass: true },
      ],
    },
  ],
  ['mj-wrapper', band],
  ['mj-section', band],
  ['mj-group', { layers: [{ name: 'div', hasCssClass: true, attributes: painted }] }],
  [
    'mj-column',
    {
      layers: [
        { name: 'div', hasCssClass: true },
        { name: 'table', attributes: painted },
        { name: 'table', attributes: { 'inner-background-color': 'background-color' } },
      ],
    },
  ],
  [
    'mj-hero',
    {
      layers: [
        { name: 'div', hasCssClass: true },
        { name: 'td', attributes: painted },
        { name: 'div', classes: ['mj-hero-content'], attributes: { 'inner-background-color': 'background-color' } },
      ],
      defaults: { 'background-color': '#ffffff' },
    },
  ],
  [
    'mj-text',
    {
      layers: [cell, { name: 'div', attributes: { ...text, height: 'height' } }],
      defaults: { color: '#000000', 'font-size': '13px', align: 'left' },
    },
  ],
  [
    'mj-button',
    {
      layers: [cell, { name: 'td', attributes: { 'background-color': 'background' } }, { name: 'a', attributes: text }],
      defaults: {
        color: '#ffffff',
        'background-color': '#414141',
        'font-size': '13px',
        'font-weight': 'normal',
        align: 'center',
      },
    },
  ],
  [
    'mj-table',
    {
      layers: [cell, { name: 'table', attributes: text }],
      defaults: { color: '#000000', 'font-size': '13px', align: 'left' },
    },
  ],
  ['mj-social', { layers: [cell], defaults: { color: '#333333', 'font-size': '13px', align: 'center' } }],
  [
    'mj-social-element',
    {
      layers: [{ name: 'tr', hasCssClass: true }, { name: 'td' }, { name: 'a', attributes: text }],
      defaults: { color: '#000', 'font-size': '13px', align: 'left' },
      takesOverFrom: 'mj-social',
    },
  ],
  ['mj-navbar', { layers: [cell, { name: 'div', classes: ['mj-inline-links'] }], defaults: { align: 'center' } }],
  [
    'mj-navbar-link',
    {
      layers: [{ name: 'a', classes: ['mj-link'], hasCssClass: true, attributes: text }],
      defaults: { color: '#000000', 'font-size': '13px', 'font-weight': 'normal' },
    },
  ],
  ['mj-accordion', { layers: [cell, { name: 'table', classes: ['mj-accordion'] }] }],
  ['mj-accordion-element', { layers: [{ name: 'tr', hasCssClass: true }, { name: 'label' }] }],
  [
    'mj-accordion-title',
    {
      layers: [{ name: 'td', hasCssClass: true, attributes: { ...text, ...painted } }],
      defaults: { 'font-size': '13px' },
    },
  ],
  [
    'mj-accordion-text',
    {
      layers: [{ name: 'td', hasCssClass: true, attributes: { ...text, ...painted } }],
      defaults: { 'font-size': '13px' },
    },
  ],
]);
