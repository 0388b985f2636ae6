import type { Case } from './cases.ts';
export const UNITIZING: Readonly<Record<string, (given: Case) => unknown>> = {};
