import { expect, test } from 'vitest';
import { hasDisplay } from '../../scripts/display.mjs';

test('only Linux can be without a display', () => {
  expect(hasDisplay({}, 'darwin')).toBe(true);
  expect(hasDisplay({}, 'win32')).toBe(true);
  expect(hasDisplay({}, 'linux')).toBe(false);
});

test('X11 and Wayland both are a display, and an empty variable is none', () => {
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
});
