import { create } from 'zustand';

export type MessageKind = 'info' | 'warning' | 'error';

/** A way out that stands beside a message. */
export interface WayOut {
  readonly label: string;
  readonly run: () => void;
  /** When that was done which it takes back: it goes away once something else was done last. */
  readonly at?: string;
}

export interface Message {
  readonly id: number;
  readonly kind: MessageKind;
  readonly text: string;
  readonly ways: readonly WayOut[];
}

/** What is said to the person at the moment, newest last; three at most. */
export const useMessages = create<{ readonly messages: readonly Message[] }>()(() => ({
  messages: [],
}));

const SHOWN_AT_MOST = 3;
/** Milliseconds that a message stays; errors stay until they are closed. */
const STAY: Record<MessageKind, number> = { info: 6_000, warning: 12_000, error: 0 };
const STAY_WITH_WAY_OUT = 12_000;

let count = 0;

/** Only what was done last can be undone by a message: a newer one takes the place of an older. */
const isReplaced = (before: Message, text: string, ways: readonly WayOut[]) =>
  before.text === text || before.ways.some(({ label }) => ways.some((way) => way.label === label));

/** Says a sentence. The same sentence said twice in a row is shown once. @returns its id. */
export function say(kind: MessageKind, text: string, ...ways: readonly WayOut[]): number {
  const id = ++count;
  useMessages.setState(({ messages }) => ({
    messages: [
      ...messages.filter((m) => !isReplaced(m, text, ways)),
      { id, kind, text, ways },
    ].slice(-SHOWN_AT_MOST),
  }));
  const stay = STAY[kind] && ways.length > 0 ? STAY_WITH_WAY_OUT : STAY[kind];
  if (stay > 0) setTimeout(() => unsay(id), stay);
  return id;
}

/** What was said last on each topic. */
const topics = new Map<string, number>();

/** Says a sentence in the place of what was said on the same topic before. */
export function sayOn(topic: string, kind: MessageKind, text: string): void {
  const before = topics.get(topic);
  if (before !== undefined) unsay(before);
  topics.set(topic, say(kind, text));
}

/** Takes a message away. */
export function unsay(id: number) {
  useMessages.setState(({ messages }) => ({ messages: messages.filter((m) => m.id !== id) }));
}

/** Takes messages away whose way out takes back an action that is not the last any more. */
export function unsayOutdated(last: string | undefined) {
  useMessages.setState(({ messages }) => {
    const stay = messages.filter(({ ways }) =>
      ways.every(({ at }) => at === undefined || at === last),
    );
    return stay.length === messages.length ? {} : { messages: stay };
  });
}

/** Takes all messages away, when what they are about is no longer there. */
export const unsayAll = () => useMessages.setState({ messages: [] });
