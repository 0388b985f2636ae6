import { SaxesParser } from 'saxes';
import type { Problem } from '../../problem.ts';
import { err, ok, type Result } from '../../result.ts';
import { linesOf } from '../../text/lines.ts';

/** An element with its place. Text between elements is not kept: a labeling configuration has none. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly line: number;
  readonly column: number;
}

const MAX_DEPTH = 200;

/**
 * Parses XML into a tree. Refuses document type definitions and entities of their own (nothing is
 * ever fetched or expanded), elements nested deeper than 200, and whatever is not well-formed;
 * each with line and column, both from 1.
 */
export function parseXml(text: string, file: string): Result<XmlElement, Problem<'invalid-file'>> {
  const parser = new SaxesParser();
  const open: { element: XmlElement; children: XmlElement[] }[] = [];
  let root: XmlElement | undefined;
  let problem: Problem<'invalid-file'> | undefined;
  let start = { line: 1, column: 1 };
  const fail = (message: string, place = { line: parser.line, column: parser.column + 1 }) => {
    problem ??= { code: 'invalid-file', message, place: { file, ...place } };
  };

  parser.on('error', ({ message }) => {
    const reason = message.replace(/^(?:.*:)?\d+:\d+: /u, '').replace(/\.$/u, '');
    fail(
      /entity/u.test(reason)
        ? `Entities other than those of XML itself are not allowed (${reason}).`
        : `This is not well-formed XML: ${reason}.`,
    );
  });
  parser.on('doctype', () => {
    const place = linesOf(text).placeOf(Math.max(0, text.search(/<!DOCTYPE/iu)));
    fail('A document type definition (DTD) is not allowed in a labeling configuration.', place);
  });
  parser.on('opentagstart', ({ name }) => {
    start = { line: parser.line, column: Math.max(1, parser.column - name.length - 1) };
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= MAX_DEPTH) fail(`Elements are nested more than ${MAX_DEPTH} deep.`);
    if (problem) return;
    const children: XmlElement[] = [];
    const element: XmlElement = { name, attributes: { ...attributes }, children, ...start };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push({ element, children });
  });
  parser.on('closetag', () => {
    if (!problem) open.pop();
  });
  parser.write(text).close();
  if (problem) return err(problem);
  if (root) return ok(root);
  return err({ code: 'invalid-file', message: 'This file holds no element.', place: { file } });
}
