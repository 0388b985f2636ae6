import { useSession } from '../state/session.ts';

/** Display name of an annotator of the project; the id where there is none. */
export function useAnnotatorName(): (id: string) => string {
  const annotators = useSession((state) => state.project?.annotators);
  return (id) => annotators?.find((each) => each.id === id)?.name ?? id;
}

/** Name of a document of the project; the id where there is none. */
export function useDocumentName(): (id: string) => string {
  const documents = useSession((state) => state.project?.documents);
  return (id) => documents?.find((each) => each.id === id)?.name ?? id;
}
