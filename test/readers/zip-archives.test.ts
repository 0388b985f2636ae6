import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readZip } from '#core/formats/zip/read-zip.ts';
import { writeZip } from '#core/formats/zip/write-zip.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const python = (code: string, ...args: readonly string[]) =>
  execFileSync('python3', ['-c', code, ...args], { encoding: 'utf8' });

const FILES: Readonly<Record<string, string>> = {
  'project.qde': '<Project/>\n'.repeat(500),
  'Sources/Çà 😀.txt': 'Text\r\n',
  empty: '',
};

describe.skipIf(!hasPython)('Python and we read each other (skipped without python3)', () => {
  test('Python’s zipfile finds our archives sound', () => {
    const path = join(folder, 'ours.zip');
    const files = Object.entries(FILES).map(([name, text]) => ({
      path: name,
      parts: () => [text],
    }));
    writeFileSync(path, Buffer.concat([...writeZip(files)]));
    const code =
      'import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n' +
      'print(json.dumps({n:z.read(n).decode() for n in z.namelist()}))';
    expect(JSON.parse(python(code, path))).toEqual(FILES);
  });

  test.each(['w', 'streamed'])('we read archives of Python (%s)', (mode) => {
    const path = join(folder, `${mode}.zip`);
    // A target that cannot seek makes zipfile write sizes after the data.
    const code = `import json,sys,zipfile
class Pipe:
    def __init__(self, path): self.f = open(path, 'wb')
    def write(self, b): return self.f.write(b)
    def flush(self): self.f.flush()
    def close(self): self.f.close()
p = sys.argv[1]
z = zipfile.ZipFile(Pipe(p) if sys.argv[2] == 'streamed' else p, 'w', zipfile.ZIP_DEFLATED)
for n, t in json.loads(sys.argv[3]).items(): z.writestr(n, t)
z.comment = b'made elsewhere'
z.close()`;
    python(code, path, mode, JSON.stringify(FILES));
    const found = readZip(path, readFileSync(path));
    const read = found.ok ? found.value : [];
    const texts = read.map((entry) => {
      const bytes = entry.read();
      return [entry.path, bytes.ok ? new TextDecoder().decode(bytes.value) : bytes.error.message];
    });
    expect(Object.fromEntries(texts)).toEqual(FILES);
  });
});
