/** Value of an attribute or document label; a list for `many of`. Absent means: not given. */
export type AttributeValue = string | number | boolean | readonly string[];

/** Values by attribute name. */
export type Attributes = Readonly<Record<string, AttributeValue>>;
