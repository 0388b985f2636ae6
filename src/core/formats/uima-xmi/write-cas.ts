import type { AttributeValue } from '../../model/attribute.ts';
import type { Cas, FeatureStructure } from '../uima-layers/cas.ts';
import { replaceIllegalXml } from '../xml/escape.ts';
import {
  emptyTag,
  startTag,
  textElement,
  XML_DECLARATION,
  type XmlAttributes,
} from '../xml/write-xml.ts';

/** Writes a CAS as XMI. Characters that XML cannot hold become U+FFFD, so that offsets stay true. */
export function* writeCas(cas: Cas): Generator<string> {
  const prefixes = prefixesFor([...cas.structures.values()].map(({ type }) => type));
  const namespaces: Record<string, string> = {
    'xmlns:xmi': 'http://www.omg.org/XMI',
    'xmlns:cas': 'http:///uima/cas.ecore',
  };
  for (const [pack, prefix] of prefixes) {
    if (prefix !== 'cas')
      namespaces[`xmlns:${prefix}`] = `http:///${pack.replaceAll('.', '/')}.ecore`;
  }
  yield XML_DECLARATION;
  yield `${startTag('xmi:XMI', { ...namespaces, 'xmi:version': '2.0' })}\n`;
  yield `  ${emptyTag('cas:NULL', { 'xmi:id': 0 })}\n`;
  for (const structure of cas.structures.values()) {
    const { pack, local } = split(structure.type);
    yield `  ${elementOf(structure, `${prefixes.get(pack)}:${local}`)}\n`;
  }
  for (const [i, { sofa, name, text }] of cas.views.entries()) {
    const sofaString = replaceIllegalXml(text ?? '');
    const attributes = { sofaNum: i + 1, sofaID: name, mimeType: 'text', sofaString };
    yield `  ${emptyTag('cas:Sofa', { 'xmi:id': sofa, ...attributes })}\n`;
  }
  for (const { sofa, members } of cas.views) {
    yield `  ${emptyTag('cas:View', { sofa, members: [...members].join(' ') })}\n`;
  }
  yield '</xmi:XMI>\n';
}

function elementOf({ id, sofa, values, references }: FeatureStructure, name: string): string {
  const attributes: Record<string, string | number | undefined> = {
    'xmi:id': id,
    ...(sofa === null ? {} : { sofa }),
  };
  let lists = '';
  for (const [feature, value] of values) {
    if (isList(value) && value.length > 0) {
      for (const item of value) lists += textElement(feature, replaceIllegalXml(item));
    } else attributes[feature] = isList(value) ? '' : replaceIllegalXml(String(value));
  }
  for (const [feature, { ids }] of references) attributes[feature] = ids.join(' ');
  const written: XmlAttributes = attributes;
  return lists === '' ? emptyTag(name, written) : `${startTag(name, written)}${lists}</${name}>`;
}

function isList(value: AttributeValue): value is readonly string[] {
  return typeof value === 'object';
}

/** Types without a package are in one of this name. */
const NO_PACKAGE = 'uima.noNamespace';

function split(type: string): { readonly pack: string; readonly local: string } {
  const dot = type.lastIndexOf('.');
  return { pack: dot < 0 ? NO_PACKAGE : type.slice(0, dot), local: type.slice(dot + 1) };
}

/** A prefix for each package: its last part, with a number where that is taken. */
function prefixesFor(types: readonly string[]): ReadonlyMap<string, string> {
  const prefixes = new Map([['uima.cas', 'cas']]);
  const taken = new Set(['cas', 'xmi', 'xml', 'xmlns']);
  for (const type of types) {
    const { pack } = split(type);
    if (prefixes.has(pack)) continue;
    const last = pack.slice(pack.lastIndexOf('.') + 1);
    let prefix = last;
    for (let i = 2; taken.has(prefix); i++) prefix = `${last}${i}`;
    taken.add(prefix);
    prefixes.set(pack, prefix);
  }
  return prefixes;
}
