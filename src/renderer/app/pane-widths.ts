/** The narrowest that each pane may be, in CSS pixels. */
export const MIN = { documents: 160, text: 340, inspector: 220 } as const;

interface Wishes {
  /** 0: not shown. */
  readonly documents: number;
  readonly inspector: number;
}

/**
 * Widths that the side panes get, so that the text keeps its own: first both shrink towards their least,
 * then, in a very narrow window, the inspector and after it the documents give way.
 */
export function paneWidths(window: number, wishes: Wishes): Wishes {
  const documents = wishes.documents && Math.max(MIN.documents, wishes.documents);
  const inspector = wishes.inspector && Math.max(MIN.inspector, wishes.inspector);
  const excess = documents + inspector + MIN.text - window;
  if (excess <= 0) return { documents, inspector };
  const fromInspector = Math.min(excess, inspector && inspector - MIN.inspector);
  const fromDocuments = Math.min(excess - fromInspector, documents && documents - MIN.documents);
  return { documents: documents - fromDocuments, inspector: inspector - fromInspector };
}
