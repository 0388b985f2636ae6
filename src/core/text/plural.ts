/** `1 span`, `2 spans`, `1,200 spans`: for sentences made outside of the window. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
