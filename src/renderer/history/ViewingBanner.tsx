/**
 * Shown above the text while an earlier state is looked at: when that was, restore, back to now.
 * Reads the session's `viewing`; draws nothing while that is `null`.
 */
export function ViewingBanner() {
  return null;
}
