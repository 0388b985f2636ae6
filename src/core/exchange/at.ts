/** The value of an own property; names such as `constructor` are names like any other. */
export function at<Value>(map: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}
