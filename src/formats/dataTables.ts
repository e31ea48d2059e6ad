import type { MarkupElement } from './markupTree.js';

/** What is known about a table while its rows are read. */
interface TableFacts {
  readonly table: MarkupElement;
  rows: number;
  narrowRows: number;
  hasHeader: boolean;
  isLayout: boolean;
}

/**
 * The tables that hold data in rows and columns, as opposed to those that mails are laid out with: MJML's own, those
 * with header cells, and those of at least two rows of at least two cells each that hold no further table.
 */
export function findDataTables(
  root: MarkupElement,
  isPresentation: (table: MarkupElement) => boolean,
): ReadonlySet<MarkupElement> {
  const dataTables = new Set<MarkupElement>();
  const open: TableFacts[] = [];
  const steps: { readonly element: MarkupElement; readonly isExit: boolean }[] = [{ element: root, isExit: false }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { element } = step;
    if (step.isExit) {
      const facts = open.pop();
      if (facts !== undefined && isDataTable(facts)) dataTables.add(element);
      continue;
    }
    if (element.name === 'table' || element.name === 'mj-table') {
      for (const outer of open.slice(-1)) outer.isLayout = true;
      open.push({ table: element, rows: 0, narrowRows: 0, hasHeader: false, isLayout: isPresentation(element) });
      steps.push({ element, isExit: true });
    } else {
      countRow(element, open.at(-1));
    }
    for (let index = element.children.length - 1; index >= 0; index--) {
      const child = element.children[index];
      if (child?.kind === 'element') steps.push({ element: child, isExit: false });
    }
  }
  return dataTables;
}

function countRow(element: MarkupElement, facts: TableFacts | undefined): void {
  if (facts === undefined) return;
  if (element.name === 'th') facts.hasHeader = true;
  if (element.name === 'img') facts.isLayout = true;
  if (element.name !== 'tr') return;
  const cells = element.children.filter((child) => child.kind === 'element').length;
  facts.rows++;
  if (cells < 2) facts.narrowRows++;
}

function isDataTable(facts: TableFacts): boolean {
  if (facts.table.name === 'mj-table') return true;
  if (facts.isLayout) return false;
  return facts.hasHeader || (facts.rows >= 2 && facts.narrowRows === 0);
}
