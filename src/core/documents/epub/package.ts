import { localName } from '../../formats/xml/namespaces.ts';
import { parseXml } from '../../formats/xml/parse-xml.ts';
import { childElements, type XmlElement, type XmlError } from '../../formats/xml/xml-element.ts';
import { err, ok, type Result } from '../../result.ts';
import { dublinCore } from '../office/core-properties.ts';
import { resolve } from '../office/relationships.ts';

/** What a book says of itself (EPUB 3.3, 5): its chapters in reading order, and its metadata. */
export interface EpubPackage {
  readonly chapters: readonly { readonly path: string; readonly isText: boolean }[];
  readonly metadata: Readonly<Record<string, string>>;
}

const named = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element ? childElements(element).filter((child) => localName(child.name) === name) : [];

/** The path of the package document, as `META-INF/container.xml` names it. */
export function packagePath(xml: string, file: string): Result<string, XmlError> {
  const root = parseXml(xml, file);
  if (!root.ok) return root;
  const files = named(root.value, 'rootfiles').flatMap((list) => named(list, 'rootfile'));
  const path = files.map((one) => one.attributes['full-path']).find((one) => one !== undefined);
  if (path !== undefined) return ok(resolve('', path));
  const message = 'This book does not say where its contents are. It is damaged.';
  return err({ code: 'invalid-file', message, place: { file } });
}

/** Reads the package document. @param path of it, which chapters are relative to. */
export function readPackage(
  xml: string,
  path: string,
  file: string,
): Result<EpubPackage, XmlError> {
  const root = parseXml(xml, file, { doctype: 'reference' });
  if (!root.ok) return root;
  const [metadata] = named(root.value, 'metadata');
  const [manifest] = named(root.value, 'manifest');
  const [spine] = named(root.value, 'spine');
  const items = new Map(
    named(manifest, 'item').map((item) => [item.attributes['id'], item.attributes]),
  );
  const chapters = named(spine, 'itemref').flatMap(({ attributes }) => {
    const item = items.get(attributes['idref']);
    const href = item?.['href'];
    if (item === undefined || href === undefined) return [];
    const isText = /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document)$/iu.test(
      item['media-type'] ?? '',
    );
    return [{ path: resolve(path, decodePath(href)), isText }];
  });
  return ok({ chapters, metadata: metadata ? dublinCore(metadata) : {} });
}

/** Algorithms that only keep fonts from being copied (EPUB 3.3, 4.4). */
const FONTS_ONLY = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/u;

/** Whether `META-INF/encryption.xml` says that more than fonts is encrypted. */
export function hidesText(encryptionXml: string, file: string): boolean {
  const root = parseXml(encryptionXml, file);
  if (!root.ok) return true;
  return named(root.value, 'EncryptedData')
    .flatMap((data) => named(data, 'EncryptionMethod'))
    .some(({ attributes }) => !FONTS_ONLY.test(attributes['Algorithm'] ?? ''));
}

/** The path in a reference, without its fragment, percent signs resolved where they can be. */
function decodePath(href: string): string {
  const path = href.split('#', 1)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
