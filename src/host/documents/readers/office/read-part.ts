import type { ApiError } from '#api/problem.ts';
import { stepXmlEvents, type XmlHandlers } from '#core/formats/xml/read-events.ts';
import { err, type Result } from '#core/result.ts';
import type { Reading } from '../document-reader.ts';
import { turns } from '../turns.ts';
import { type Archive, inPart } from './archive.ts';

/** What a step of reading XML takes, in UTF-16 code units. */
const STEP = 64 * 1024;

/** Reads a part that is XML, telling the handlers what comes, and letting other work have its turn. */
export async function readPart(
  archive: Archive,
  path: string,
  file: string,
  handlers: XmlHandlers,
  reading: Reading,
): Promise<Result<undefined, ApiError>> {
  const turn = turns(reading);
  const xml = archive.xml(path);
  if (!xml.ok) return xml;
  const steps = stepXmlEvents(xml.value, file, handlers);
  const { length } = xml.value;
  for (let step = steps.next(), done = STEP; ; step = steps.next(), done += STEP) {
    if (step.done) return step.value.ok ? step.value : err(inPart(step.value.error, path));
    reading.progress(Math.min(done, length), length);
    await turn();
  }
}
