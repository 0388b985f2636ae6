import type { Result } from '#core/result.ts';
import type { AppCalls } from './calls/app.ts';
import type { Args, HostCalls, Method, Value } from './contract.ts';
import type { ApiError } from './problem.ts';

/** Answers one call. Expected failures are values; what it throws counts as a bug. */
export type Endpoint<M extends Method> = (args: Args<M>) => Promise<Result<Value<M>, ApiError>>;

/** One answer for each of the methods. */
export type Endpoints<M extends Method = Method> = { readonly [K in M]: Endpoint<K> };

/** What the project host answers. */
export type HostEndpoints = Endpoints<keyof HostCalls>;

/** What only the main process can answer: dialogs, clipboard, windows, preferences. */
export type AppEndpoints = Endpoints<keyof AppCalls>;
