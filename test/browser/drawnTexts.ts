/// <reference lib="dom" />

/** What a browser makes of one text node. */
export interface DrawnText {
  /** Without white space. */
  readonly text: string;
  readonly fontSize: number;
  readonly isBold: boolean;
  /** Undefined where a picture lies behind the text. */
  readonly contrast: number | undefined;
  readonly isVisible: boolean;
}

/** Collects the texts of a page with what the browser has computed. Runs in the page, so it uses nothing from outside. */
export function drawnTexts(): readonly DrawnText[] {
  type Color = readonly [number, number, number, number];
  const parse = (text: string): Color => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const mix = (under: Color, over: Color, alpha: number): Color => [
    under[0] + (over[0] - under[0]) * alpha,
    under[1] + (over[1] - under[1]) * alpha,
    under[2] + (over[2] - under[2]) * alpha,
    1,
  ];
  const luminance = ([r, g, b]: Color) => {
    const linear = (channel: number) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  const contrastOf = (element: Element): number | undefined => {
    const chain: Element[] = [];
    for (let above: Element | null = element; above; above = above.parentElement) chain.unshift(above);
    let background: Color | undefined = [255, 255, 255, 1];
    let backdrop: Color | undefined = background;
    let opacity = 1;
    for (const part of chain) {
      const style = getComputedStyle(part);
      if (opacity === 1 && Number(style.opacity) < 1) backdrop = background;
      opacity *= Number(style.opacity);
      const own = parse(style.backgroundColor);
      if (style.backgroundImage !== 'none') background = undefined;
      else if (own[3] === 1) background = own;
      else if (background && own[3] > 0) background = mix(background, own, own[3]);
    }
    if (!background || !backdrop) return undefined;
    const color = parse(getComputedStyle(element).color);
    const drawn = mix(backdrop, mix(background, color, color[3]), opacity);
    const ground = mix(backdrop, background, opacity);
    const [light, dark] = [luminance(drawn), luminance(ground)].sort((a, b) => b - a);
    return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
  };
  const isShown = (node: Node, element: Element): boolean => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (rects.length === 0 || rects.every(({ right, bottom }) => right < 0 || bottom < 0)) return false;
    const own = getComputedStyle(element);
    if (own.visibility !== 'visible' || Number.parseFloat(own.fontSize) <= 1) return false;
    for (let above: Element | null = element; above; above = above.parentElement) {
      const style = getComputedStyle(above);
      const box = above.getBoundingClientRect();
      if (style.opacity === '0') return false;
      if (style.overflow === 'hidden' && (box.height < 1 || box.width < 1)) return false;
    }
    return true;
  };
  const texts: DrawnText[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.textContent ?? '').replace(/\s|\u00ad|[\u200b-\u200f]|\u034f|\ufeff|\u2060/g, '');
    if (!element || text === '' || /^(?:STYLE|SCRIPT)$/.test(element.tagName)) continue;
    const style = getComputedStyle(element);
    const contrast = contrastOf(element);
    texts.push({
      text,
      fontSize: Number.parseFloat(style.fontSize),
      isBold: Number(style.fontWeight) >= 600,
      contrast,
      isVisible: isShown(node, element) && (contrast === undefined || contrast >= 1.1),
    });
  }
  return texts;
}
