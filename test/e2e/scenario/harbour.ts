import type { Scenario } from './scenario.ts';

/** A short invented news text, for where the other one is not. */
export const HARBOUR_TEXT = `Port Askel, 14 March 2023. Mayor Ingrid Solberg met harbour master Tomas Oyelaran in Port Askel on Tuesday to sign the Northern Ferry Treaty.

The Lindhaven City Council's ferry committee had asked for talks in February and in May. Solberg's deputy, chief engineer Mei-Lin Duarte of Askel Dredging, said the quay would cost 4.5 million kroner.

"We close the old north and south piers," said Oyelaran. The treaty talks took place in the customs house of Port Askel, on the island of Varn.
`;

export const harbour: Scenario = {
  name: 'harbour',
  mentions: [
    { type: 'Location', words: 'Port Askel', nth: 1, by: 'mouse' },
    { type: 'Date', words: '14 March 2023', by: 'mouse' },
    { type: 'Role', words: 'Mayor', by: 'keys' },
    { type: 'Person', words: 'Ingrid Solberg', by: 'mouse' },
    { type: 'Role', words: 'harbour master', by: 'mouse' },
    { type: 'Person', words: 'Tomas Oyelaran', by: 'mouse' },
    { type: 'Event', words: 'Northern Ferry Treaty', by: 'keys' },
    { type: 'Organization', words: "Lindhaven City Council's ferry committee", by: 'mouse' },
    // Inside the one before: nested.
    { type: 'Organization', words: 'Lindhaven City Council', by: 'mouse by character' },
    // Two ranges with words between that do not belong: discontinuous.
    { type: 'Date', words: 'in February', and: { words: 'in May' }, by: 'mouse' },
    { type: 'Role', words: 'deputy, chief engineer', by: 'keys' },
    // Shares words with the one before: crossing.
    { type: 'Person', words: 'chief engineer Mei-Lin Duarte', by: 'keys' },
    { type: 'Organization', words: 'Askel Dredging', by: 'mouse' },
    { type: 'Money', words: '4.5 million kroner', by: 'keys' },
  ],
  links: [
    { type: 'holds role', from: 3, to: 2, by: 'mouse' },
    { type: 'meets', from: 3, to: 5, by: 'mouse' },
    { type: 'holds role', from: 5, to: 4, by: 'keys' },
    { type: 'located in', from: 6, to: 0, by: 'keys' },
    { type: 'part of', from: 7, to: 8, by: 'mouse' },
    { type: 'member of', from: 11, to: 12, by: 'keys' },
  ],
};
