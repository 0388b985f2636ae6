import { expect, test } from 'vitest';
import { missingLibraries } from '../../../scripts/system/shared-libraries.mjs';

const OUTPUT = `/r/electron:
	linux-vdso.so.1 (0x00007ffd0b5f2000)
	libffmpeg.so => /r/libffmpeg.so (0x00007f1f5a000000)
	libgtk-3.so.0 => not found
	libnss3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f1f4f000000)
	/lib64/ld-linux-x86-64.so.2 (0x00007f1f5b000000)
/r/libGLESv2.so:
	libnss3.so => not found
	libX11.so.6 => /lib/x86_64-linux-gnu/libX11.so.6 (0x00007f1f4e000000)
`;

test('each missing library is named once', () => {
  expect(missingLibraries(OUTPUT)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
});

test('nothing is missing in output without complaints', () => {
  expect(missingLibraries('')).toEqual([]);
  expect(missingLibraries('\tstatically linked\n')).toEqual([]);
});
