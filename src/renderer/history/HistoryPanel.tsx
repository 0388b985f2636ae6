interface HistoryPanelProps {
  readonly onClose: () => void;
}

/**
 * Who did what when, for the document and for the project. Stands in place of the inspector while
 * it is open, and fills its container.
 */
export function HistoryPanel(_: HistoryPanelProps) {
  return null;
}
