import { err, type Result } from '#core/result.ts';
import type { Method } from './contract.ts';
import { decoders } from './decode/index.ts';
import type { Endpoints } from './endpoints.ts';
import { isMethod } from './methods.ts';
import type { ApiError } from './problem.ts';

type Run = (args: unknown) => Promise<Result<unknown, ApiError>>;

/**
 * Answers one request from outside the process; IPC and the contract tests both end here.
 * Failures travel as values, because Electron passes on only the message of a thrown error.
 *
 * @param endpoints may answer only some methods; the others are refused like unknown ones.
 * @param onBug is told what an endpoint threw, for the log; the caller gets only a sentence.
 * @returns Never rejects. A failure `bad-request` means that nothing was run.
 */
export async function dispatch(
  endpoints: Partial<Endpoints>,
  method: unknown,
  raw: unknown,
  onBug: (error: unknown, method: Method) => void = () => {},
): Promise<Result<unknown, ApiError>> {
  if (!isMethod(method) || !Object.hasOwn(endpoints, method)) {
    return err({ code: 'bad-request', message: 'There is no such call.' });
  }
  try {
    const args = decoders[method](raw);
    if (args === undefined) {
      return err({ code: 'bad-request', message: `These are no valid arguments for ${method}.` });
    }
    return await (endpoints[method] as Run)(args);
  } catch (error) {
    onBug(error, method);
    const reason = error instanceof Error ? error.message : String(error);
    return err({
      code: 'bug',
      message: `Something went wrong inside Glossator (${method}): ${reason}`,
    });
  }
}
