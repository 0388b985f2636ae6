import { isOwnAddress } from '../page/address.ts';

/** The part of an IPC event that tells who sent it. */
export interface Sender {
  /** `null` where the frame is gone, or has gone elsewhere since. */
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/**
 * Whether a call comes from the top frame of our own page. Whose window it is must be looked up too.
 *
 * @param address of the page that the window shows now: a frame may outlive it.
 */
export function isTrustedSender({ senderFrame }: Sender, address: string): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    isOwnAddress(senderFrame.url) &&
    isOwnAddress(address)
  );
}
