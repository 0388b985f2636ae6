import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Args, Method } from '#api/contract.ts';
import { dispatch } from '#api/dispatch.ts';
import type { Endpoints } from '#api/endpoints.ts';
import { methods } from '#api/methods.ts';
import { err, ok } from '#core/result.ts';
import { EXAMPLES } from './examples.ts';

/** Answers every call with the arguments it was given, and keeps them. */
function recorder() {
  const calls: unknown[] = [];
  const answer = async (args: unknown) => {
    calls.push(args);
    return ok(args);
  };
  const endpoints = Object.fromEntries(methods.map((method) => [method, answer]));
  return { calls, endpoints: endpoints as unknown as Endpoints };
}

test('a call reaches its endpoint with its arguments, and the answer comes back', async () => {
  const { calls, endpoints } = recorder();
  const args = EXAMPLES['project.open'];
  expect(await dispatch(endpoints, 'project.open', args)).toEqual(ok(args));
  expect(calls).toEqual([args]);
});

test('a failure comes back as it is', async () => {
  const failure = err({ code: 'stale' as const, message: 'Too late.' });
  const endpoints = { 'project.close': async () => failure };
  expect(await dispatch(endpoints, 'project.close', null)).toEqual(failure);
});

test('what an endpoint throws becomes a bug with a sentence, without a stack', async () => {
  const thrown = new TypeError('x is undefined');
  const endpoints = {
    'project.close': async () => {
      throw thrown;
    },
  };
  const seen: unknown[] = [];
  const answer = await dispatch(endpoints, 'project.close', null, (...bug) => seen.push(bug));
  expect(answer).toEqual(
    err({
      code: 'bug',
      message: 'Something went wrong inside Glossator (project.close): x is undefined',
    }),
  );
  expect(seen).toEqual([[thrown, 'project.close']]);
});

test.each([
  'no.such.call',
  'toString',
  '__proto__',
  'constructor',
  '',
  7,
  null,
  undefined,
  ['app.info'],
  { toString: () => 'app.info' },
])('no call is named %j', async (method) => {
  const { calls, endpoints } = recorder();
  expect(await dispatch(endpoints, method, null)).toMatchObject({ error: { code: 'bad-request' } });
  expect(calls).toEqual([]);
});

test('a method without an endpoint is refused', async () => {
  expect(await dispatch({}, 'project.close', null)).toMatchObject({
    error: { code: 'bad-request' },
  });
});

/** Puts one random value in the place of one random part. */
function mutate(value: unknown, path: readonly number[], replacement: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return replacement;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return replacement;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? (value.slice() as never)
    : { ...value };
  copy[key] = mutate(copy[key], rest, replacement);
  return copy;
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withTypedArray: true,
  maxDepth: 4,
});

describe('1,000 random arguments each give a value or a typed failure, and never an exception', () => {
  test.each(methods)('%s', async (method: Method) => {
    const { calls, endpoints } = recorder();
    const example: Args<Method> = EXAMPLES[method];
    const path = fc.array(fc.nat({ max: 7 }), { maxLength: 6 });
    const changed = fc
      .tuple(path, anything)
      .map(([steps, replacement]) => mutate(structuredClone(example), steps, replacement));
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, changed), async (raw) => {
        calls.length = 0;
        const answer = await dispatch(endpoints, method, raw);
        if (answer.ok) {
          expect(calls).toHaveLength(1);
        } else {
          refused += 1;
          expect(answer.error).toEqual({ code: 'bad-request', message: expect.any(String) });
          expect(calls).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(500);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
