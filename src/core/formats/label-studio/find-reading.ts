import { parseXml, type XmlElement } from '../../schema-formats/label-studio/parse-xml.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { annotationsOf, type Reading } from './read-task.ts';

/** What a labeling configuration says about where texts are. */
export interface ConfigHints {
  /** Keys of the data by the names of the elements that show them. */
  readonly keys: ReadonlyMap<string, string>;
  readonly many: readonly string[];
  /** Name of the control for labels; empty where there is none. */
  readonly control: string;
}

/** Looks up texts and controls with several choices; nothing where the configuration cannot be read. */
export function configHints(text: string, path: string): ConfigHints {
  const keys = new Map<string, string>();
  const many: string[] = [];
  let control = '';
  const root = parseXml(text, path);
  const visit = ({ name, attributes, children }: XmlElement): void => {
    const { name: own = '', value = '', choice = '' } = attributes;
    if (/^(?:Text|HyperText)$/u.test(name) && value.startsWith('$')) keys.set(own, value.slice(1));
    if (control === '' && /^(?:HyperText)?Labels$/u.test(name)) control = own;
    const isMany = name === 'Taxonomy' || choice.toLowerCase() === 'multiple';
    if (isMany && own !== '') many.push(own);
    for (const child of children) visit(child);
  };
  if (root.ok) visit(root.value);
  return { keys, many, control };
}

/** The address of something, or the name of a picture or recording. */
const NO_TEXT =
  /^(?:[a-z]+:\/\/|\/)\S+$|^\S+\.(?:png|jpe?g|gif|webp|svg|bmp|mp[34]|wav|ogg|pdf)$/iu;

/** How a task is to be read; `undefined` where it is not clear which text is meant. */
export function findReading(task: JsonObject, hints: ConfigHints | undefined): Reading | undefined {
  const data = isObject(task['data']) ? task['data'] : {};
  const region = firstRegion(task);
  const name = (key: string) => (typeof region?.[key] === 'string' ? region[key] : undefined);
  const object = name('to_name') ?? [...(hints?.keys.keys() ?? [])][0] ?? '';
  const texts = Object.keys(data).filter((key) => typeof data[key] === 'string');
  const plain = texts.filter((key) => !NO_TEXT.test(String(data[key])));
  const only = plain.length === 1 ? plain[0] : undefined;
  const key = hints?.keys.get(object) ?? (texts.includes('text') ? 'text' : only);
  if (key === undefined || !texts.includes(key)) return undefined;
  return {
    key,
    object,
    control: name('from_name') ?? hints?.control ?? '',
    many: hints?.many ?? [],
  };
}

function firstRegion(task: JsonObject): JsonObject | undefined {
  let any: JsonObject | undefined;
  for (const annotation of annotationsOf(task)) {
    const results = isObject(annotation) ? annotation['result'] : undefined;
    for (const result of Array.isArray(results) ? results : []) {
      if (!isObject(result) || result['type'] === 'relation') continue;
      if (result['type'] === 'labels') return result;
      any ??= { to_name: result['to_name'] };
    }
  }
  return any;
}
