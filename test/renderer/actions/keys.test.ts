import { expect, test } from 'vitest';
import { characterPressed, isPressed, type KeyPress } from '../../../src/renderer/actions/keys.ts';

const press = (key: string, patch: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/iu.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...patch,
});

test.each([
  ['Mod+Z', press('z', { ctrlKey: true }), true],
  ['Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false],
  ['Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
  ['Mod+Z', press('z'), false],
  ['Mod+Z', press('z', { ctrlKey: true, metaKey: true }), false],
  ['Alt+ArrowRight', press('ArrowRight', { altKey: true }), true],
  ['Alt+ArrowRight', press('ArrowRight'), false],
  ['Shift+Delete', press('Delete', { shiftKey: true }), true],
  ['Delete', press('Delete', { shiftKey: true }), false],
  ['?', press('?', { shiftKey: true }), true],
  ['+', press('+', { shiftKey: true }), true],
  ['+', press('+'), true],
  ['-', press('-', { ctrlKey: true }), false],
  ['Mod+-', press('-', { ctrlKey: true }), true],
  ['Mod+=', press('=', { ctrlKey: true }), true],
  ['Mod+=', press('+', { ctrlKey: true, shiftKey: true }), true],
  ['F2', press('F2'), true],
])('%s is %o: %s', (keys, event, expected) => {
  expect(isPressed(event, keys, false)).toBe(expected);
});

test('on a Mac Mod is Cmd, and Ctrl is something else', () => {
  expect(isPressed(press('z', { metaKey: true }), 'Mod+Z', true)).toBe(true);
  expect(isPressed(press('z', { ctrlKey: true }), 'Mod+Z', true)).toBe(false);
});

test('a layout without Latin letters is read by the place of the key', () => {
  expect(isPressed(press('я', { code: 'KeyZ', ctrlKey: true }), 'Mod+Z', false)).toBe(true);
  expect(isPressed(press('&', { code: 'Digit1', ctrlKey: true }), 'Mod+1', false)).toBe(true);
});

test('a layout with its own Latin letters is read by the letter, not by the place', () => {
  // On a German keyboard Z and Y have changed places.
  expect(isPressed(press('y', { code: 'KeyZ', ctrlKey: true }), 'Mod+Z', false)).toBe(false);
  expect(isPressed(press('z', { code: 'KeyY', ctrlKey: true }), 'Mod+Z', false)).toBe(true);
});

test('label keys: with Shift too, never with another modifier, the own letter before the place', () => {
  expect(characterPressed(press('p'), 'pol')).toBe('p');
  expect(characterPressed(press('P', { shiftKey: true }), 'pol')).toBe('p');
  expect(characterPressed(press('p', { ctrlKey: true }), 'pol')).toBeUndefined();
  expect(characterPressed(press('x'), 'pol')).toBeUndefined();
  expect(characterPressed(press('з', { code: 'KeyP' }), 'pol')).toBe('p');
  expect(characterPressed(press('з', { code: 'KeyP' }), ['p', 'з'])).toBe('з');
  expect(characterPressed(press('!', { code: 'Digit1', shiftKey: true }), '12')).toBe('1');
});
