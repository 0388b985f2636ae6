import type { Scenario } from './scenario.ts';

/** A news text that people gave us, kept outside the repository. */
export const article: Scenario = {
  name: 'article',
  mentions: [
    { type: 'Date', words: '2021-07-28', by: 'mouse' },
    { type: 'Role', words: 'Defence Minister', by: 'mouse' },
    { type: 'Person', words: 'Rajnath Singh', by: 'mouse' },
    { type: 'Location', words: 'Tajikistan', by: 'mouse by character' },
    { type: 'Location', words: 'Dushanbe', by: 'keys' },
    { type: 'Organization', words: 'Shanghai Cooperation Organisation', by: 'mouse by character' },
    // Holds the one before: nested.
    {
      type: 'Event',
      words: "Shanghai Cooperation Organisation's (SCO) Defence Ministers' conclave",
      by: 'mouse',
    },
    { type: 'Role', words: 'counterpart Lieutenant General', by: 'mouse' },
    // Shares a word with the one before: crossing.
    { type: 'Person', words: 'General Viktor Khrenin', by: 'keys' },
    { type: 'Person', words: 'Bharat Bhushan Babu', by: 'keys' },
    { type: 'Organization', words: 'Defence Ministry', by: 'keys' },
    { type: 'Role', words: 'Principal Spokesperson', by: 'keys' },
    // Two ranges with words between that do not belong: discontinuous.
    {
      type: 'Role',
      words: 'Minister',
      nth: 2,
      and: { words: 'Republic of Belarus' },
      by: 'mouse',
    },
    { type: 'Date', words: 'Tuesday evening', by: 'mouse' },
  ],
  links: [
    { type: 'holds role', from: 2, to: 1, by: 'mouse' },
    { type: 'located in', from: 4, to: 3, by: 'mouse' },
    { type: 'meets', from: 2, to: 8, by: 'keys' },
    { type: 'holds role', from: 9, to: 11, by: 'keys' },
    { type: 'member of', from: 9, to: 10, by: 'mouse' },
    { type: 'part of', from: 1, to: 6, by: 'mouse' },
  ],
};
