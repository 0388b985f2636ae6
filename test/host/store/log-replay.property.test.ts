import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '#core/edit/change.ts';
import { diff } from '#core/edit/diff.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { offsetsOf, rangesToUtf16 } from '#core/text/offsets.ts';
import { changeOfBody, checkedBody, encodeEntry, encodeLine } from '#host/store/log-line.ts';
import { replaySet } from '#host/store/replay-set.ts';
import { type LogEntry, scanLog } from '#host/store/scan-log.ts';
import { SetCodec } from '#host/store/set-codec.ts';
import { storedChange } from '#host/store/set-format.ts';
import { LENGTH, states, storable } from '../../core/arbitrary.ts';

type Records = ReadonlyMap<string, AnnotationRecord>;

/** `LENGTH` characters, every third of which takes two code units. */
const TEXT = 'ab😀\r\ncد中😀'.repeat(LENGTH).slice(0, 4 * LENGTH);
const offsets = offsetsOf(TEXT);
const codec = new SetCodec(TEXT);

/** Takes the ranges as code points, so that none cuts a character in two. */
const inText = (records: Records): Records =>
  new Map(
    [...storable(records)].map(([id, record]) => [
      id,
      record.kind === 'span'
        ? { ...record, ranges: rangesToUtf16(offsets, record.ranges) }
        : record,
    ]),
  );

/** A log of the edits that lead from state to state, and where each of its lines ends. */
function writeLog(all: readonly Records[]) {
  const lines = all.slice(1).map((records, i) => {
    const head = {
      seq: i + 1,
      at: '2026-01-01T00:00:00.000Z',
      by: 'anna-1',
      label: '‘“,"',
      code: 'x',
    };
    return encodeEntry(head, codec.encodeChange(diff(all[i] ?? new Map(), records)));
  });
  const ends = lines.map((_, i) => lines.slice(0, i + 1).reduce((sum, l) => sum + l.length, 0));
  return { bytes: Buffer.concat(lines), ends };
}

const decodeEntries = (bytes: Buffer) => (entries: readonly LogEntry[]) =>
  Promise.resolve(
    entries.map(({ at, length }): Change => {
      const body = checkedBody(bytes.subarray(at, at + length - 1)) ?? '';
      return codec.decodeChange(storedChange.parse(changeOfBody(body)));
    }),
  );

/** What opening finds: the file as it was at `revision`, and the log. */
async function replay(bytes: Buffer, file: Records, revision: number): Promise<Records> {
  const contents = {
    documentId: 'd',
    annotator: { id: 'anna-1', name: 'Anna' },
    revision,
    textSha256: '',
    records: [...file.values()],
    misplaced: [],
  };
  const replayed = await replaySet({
    file: contents,
    origin: revision === 0 ? 'none' : 'ours',
    entries: scanLog(bytes).entries,
    changes: decodeEntries(bytes),
  });
  return new Map(replayed.index.records);
}

const history = states(6).map((all) => [new Map(), ...all.slice(1).map(inText)] as const);

test('wherever a log is cut, replaying it gives the state after its last whole line', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (all) => {
      const { bytes, ends } = writeLog(all);
      let replayed = -1;
      for (let cut = 0; cut <= bytes.length; cut++) {
        const start = bytes.subarray(0, cut);
        const whole = ends.filter((end) => end <= cut).length;
        const scanned = scanLog(start);
        expect(scanned.entries.length).toBe(whole);
        expect(scanned.goodLength).toBe(ends[whole - 1] ?? 0);
        expect(scanned.rest).toBe(scanned.goodLength === cut ? 'none' : 'torn');
        if (whole === replayed) continue;
        replayed = whole;
        for (let revision = 0; revision <= whole; revision++) {
          const file = all[revision] ?? new Map();
          expect(await replay(start, file, revision)).toEqual(all[whole]);
        }
      }
      expect(replayed).toBe(all.length - 1);
    }),
    { numRuns: 15 },
  );
});

test('whatever byte is changed, no state comes out that never was', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat(), fc.integer({ min: 1, max: 255 }), async (all, at, flip) => {
      const { bytes, ends } = writeLog(all);
      const damaged = Buffer.from(bytes);
      const place = at % damaged.length;
      damaged[place] = (damaged[place] ?? 0) ^ flip;
      const before = ends.filter((end) => end <= place).length;
      const scanned = scanLog(damaged);
      expect(scanned.entries.length).toBe(before);
      expect(scanned.rest).not.toBe('none');
      expect(await replay(damaged, new Map(), 0)).toEqual(all[before]);
    }),
    { numRuns: 200 },
  );
});

test('marker lines between the entries change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.array(fc.boolean()), async (all, marks) => {
      const { bytes, ends } = writeLog(all);
      const marker = encodeLine({ snapshot: 1, sha256: '0'.repeat(64) });
      const lines = ends.flatMap((end, i) => {
        const line = bytes.subarray(ends[i - 1] ?? 0, end);
        return marks[i] ? [line, marker] : [line];
      });
      const scanned = scanLog(Buffer.concat(lines));
      expect(scanned.marker !== null).toBe(ends.some((_, i) => marks[i]));
      expect(await replay(Buffer.concat(lines), new Map(), 0)).toEqual(all.at(-1));
    }),
    { numRuns: 50 },
  );
});
