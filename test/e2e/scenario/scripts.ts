import type { Scenario } from './scenario.ts';

/** Invented lines in several scripts, with what breaks offsets elsewhere; the file begins with a BOM. */
export const SCRIPTS_TEXT = [
  '👩🏽‍🔬 Dr Zoe\u0308 Müller met  João\u00a0Silva 🇧🇷 in Köln on 3 May 2024.',
  '',
  'التقى الرئيس أحمد العلي وزيرةَ الخارجية ليلى حدّاد في القاهرة يوم الثلاثاء.',
  '',
  'ראש העיר דוד כהן נפגש עם נציגי חברת האור בירושלים.',
  '',
  '市长李雷在上海会见了作家韩梅梅，𠮷野家公司也参加了。',
  '',
  'Tab\there, a word\u200bbreak, and 👨‍👩‍👧‍👦 the Núñez family.',
  '',
].join('\r\n');

export const scripts: Scenario = {
  name: 'scripts',
  mentions: [
    { type: 'Person', words: 'Zoe\u0308 Müller', by: 'mouse' },
    { type: 'Person', words: 'João\u00a0Silva', by: 'mouse' },
    { type: 'Location', words: 'Köln', by: 'keys' },
    { type: 'Event', words: '👩🏽‍🔬', by: 'mouse by character' },
    { type: 'Role', words: 'الرئيس', by: 'mouse' },
    { type: 'Person', words: 'أحمد العلي', by: 'mouse' },
    { type: 'Location', words: 'القاهرة', by: 'mouse' },
    { type: 'Role', words: 'ראש העיר', by: 'mouse' },
    { type: 'Person', words: 'דוד כהן', by: 'mouse' },
    { type: 'Person', words: '李雷', by: 'mouse by character' },
    { type: 'Location', words: '上海', by: 'keys' },
    { type: 'Organization', words: '𠮷野家公司', by: 'mouse by character' },
    { type: 'Person', words: '👨‍👩‍👧‍👦 the Núñez family', by: 'mouse by character' },
  ],
  links: [
    { type: 'meets', from: 0, to: 1, by: 'mouse' },
    { type: 'holds role', from: 5, to: 4, by: 'mouse' },
    { type: 'located in', from: 9, to: 10, by: 'mouse' },
  ],
};
