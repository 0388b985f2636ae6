/**
 * How annotations follow an edit of the schema. Applied to every set of the project; what it does is data,
 * so that it can be previewed, logged and taken back.
 */
export type Migration =
  | { readonly kind: 'rename-entity-type'; readonly from: string; readonly to: string }
  | { readonly kind: 'rename-relation-type'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'rename-attribute';
      readonly of: 'entity' | 'relation';
      readonly type: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'rename-label'; readonly from: string; readonly to: string }
  /** Values of a `one of` or `many of` get other names; several may become one. */
  | {
      readonly kind: 'rename-values';
      readonly of: 'entity' | 'relation';
      readonly type: string;
      readonly name: string;
      /** New value by old value. */
      readonly into: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'rename-label-values';
      readonly name: string;
      readonly into: Readonly<Record<string, string>>;
    }
  /** All uses of `from` get `to`; attributes that `to` does not know go too, and are counted. */
  | { readonly kind: 'merge-entity-types'; readonly from: string; readonly to: string }
  | { readonly kind: 'merge-relation-types'; readonly from: string; readonly to: string }
  /** Uses of `type` whose attribute has a value of `into` get that type and lose the attribute; others stay. */
  | {
      readonly kind: 'split-entity-type';
      readonly type: string;
      readonly attribute: string;
      /** Type to give, by value of the attribute. */
      readonly into: Readonly<Record<string, string>>;
    }
  /** Deletes all uses, with the relations that start or end at them. */
  | { readonly kind: 'delete-entity-type'; readonly type: string }
  | { readonly kind: 'delete-relation-type'; readonly type: string }
  | {
      readonly kind: 'delete-attribute';
      readonly of: 'entity' | 'relation';
      readonly type: string;
      readonly name: string;
    }
  | { readonly kind: 'delete-label'; readonly name: string };
