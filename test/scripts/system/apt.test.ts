import { expect, test } from 'vitest';
import { installableIn } from '../../../scripts/system/apt.mjs';

const POLICY = `libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libasound2t64:
  Installed: (none)
  Candidate: 1.2.11-1ubuntu0.1
  Version table:
     1.2.11-1ubuntu0.1 500
        500 http://example.org noble-updates/main amd64 Packages
libnss3:
  Installed: 2:3.98-1build1
  Candidate: 2:3.98-1build1
  Version table:
 *** 2:3.98-1build1 500
`;

test('what apt can install is what has a candidate', () => {
  expect([...installableIn(POLICY)]).toEqual(['libasound2t64', 'libnss3']);
  expect([...installableIn('')]).toEqual([]);
});
