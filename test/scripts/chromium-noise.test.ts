import { expect, test } from 'vitest';
import { noiseFilter } from '../../scripts/chromium-noise.mjs';

function shown(chunks: readonly string[]): string {
  let text = '';
  const filter = noiseFilter((line) => {
    text += line;
  });
  chunks.forEach(filter.push);
  filter.end();
  return text;
}

const OLD = '[11225:1124/153703.690455:ERROR:bus.cc(407)] Failed to connect to the bus\n';
const NEW = '[4:4:0102/030405.678901:ERROR:dbus/object_proxy.cc:590] Failed to call method\n';

test('lines about a missing bus or graphics card are left out', () => {
  expect(shown([`before\n${OLD}${NEW}after\n`])).toBe('before\nafter\n');
});

test('lines that arrive in pieces are judged whole', () => {
  expect(shown(['one\n[112', OLD.slice(4, 30), OLD.slice(30), 'two'])).toBe('one\ntwo');
});

test('everything else is shown, other complaints of Chromium too', () => {
  const fatal = '[1:1124/153703.6:FATAL:bus.cc(4)] gone\n';
  const other = '[1:1124/153703.6:ERROR:sandbox_linux.cc(4)] no sandbox\n';
  expect(shown([fatal, other, '\n', 'Error: ours\n'])).toBe(`${fatal}${other}\nError: ours\n`);
});
