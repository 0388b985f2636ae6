import { expect, type Workbench } from '../fixtures/index.ts';
import { caretTo, offsetOf, selectWithKeys } from '../fixtures/keyboard.ts';
import { type Link, type Mention, nameOf, type Scenario } from './scenario.ts';

const LABEL_KEYS: Readonly<Record<Mention['type'], string>> = {
  Person: 'p',
  Organization: 'o',
  Location: 'l',
  Date: 'd',
  Role: 'r',
  Event: 'e',
  Money: 'm',
};
const RELATION_KEYS: Readonly<Record<Link['type'], string>> = {
  'holds role': 'r',
  'member of': 'm',
  'located in': 'l',
  meets: 't',
  'part of': 'p',
};

/** Tags one mention as a person would, and waits until it is drawn. */
export async function tag(workbench: Workbench, text: string, mention: Mention): Promise<void> {
  const { words, nth, and, by, type } = mention;
  // The span tagged last is still selected, and would offer its edges to the mouse.
  await workbench.press('ControlOrMeta+2', 'Escape');
  await select(workbench, text, words, nth, by);
  if (by === 'mouse') await workbench.page.getByRole('button', { name: type, exact: true }).click();
  else await workbench.press(LABEL_KEYS[type]);
  if (and) {
    await select(workbench, text, and.words, and.nth, by);
    await workbench.press('+');
  }
  await expect(workbench.span(nameOf(mention))).toBeVisible();
}

async function select(
  workbench: Workbench,
  text: string,
  words: string,
  nth: number | undefined,
  by: Mention['by'],
): Promise<void> {
  if (by === 'keys') await selectWithKeys(workbench.page, text, words, nth);
  else await workbench.selectText(words, { nth: nth ?? 0, alt: by === 'mouse by character' });
}

/** Draws one relation as a person would, and waits until it is drawn. */
export async function link(
  workbench: Workbench,
  text: string,
  { mentions }: Scenario,
  { type, from, to, by }: Link,
): Promise<void> {
  const [a, b] = [mentions[from], mentions[to]];
  if (!(a && b)) throw new Error('a relation needs two mentions');
  if (by === 'mouse') await workbench.dragRelation(nameOf(a), nameOf(b), type);
  else {
    await caretTo(workbench.page, text, inside(text, a));
    await workbench.press('Enter', '-');
    await caretTo(workbench.page, text, inside(text, b));
    await workbench.press('Enter', RELATION_KEYS[type]);
  }
  const [source, target] = [a, b].map((mention) => nameOf(mention).replace(/^\w+: /u, ''));
  await expect(workbench.relation(`${type}: ${source} → ${target}`)).toBeVisible();
}

/** A place inside the mention and, of two that cross, inside this one alone: near its end. */
const inside = (text: string, { words, nth }: Mention) =>
  offsetOf(text, words, nth) + words.length - 2;
