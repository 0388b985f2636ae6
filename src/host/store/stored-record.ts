import { type StoredChange, type StoredRecord, storedRecord } from './set-format.ts';

/**
 * Whether a value that JSON gave is a record as `storedRecord` describes it. Says the same; for spans and
 * relations, of which there may be hundreds of thousands, in a hundredth of its time.
 */
export function isStoredRecord(value: unknown): value is StoredRecord {
  if (!isObject(value)) return false;
  if (value['kind'] === 'span') return isStoredSpan(value);
  if (value['kind'] === 'relation') return isStoredRelation(value);
  return storedRecord.safeParse(value).success;
}

/** Whether a value that JSON gave is a change as `storedChange` describes it, in as little time. */
export function isStoredChange(value: unknown): value is StoredChange {
  if (!isObject(value)) return false;
  const { added, updated, removed, ...more } = value;
  if (!(isObject(added) && isObject(updated) && isObject(removed))) return false;
  for (const _key in more) return false;
  for (const id in added) if (!isUnder(id, added[id]) || Object.hasOwn(removed, id)) return false;
  for (const id in removed) if (!isUnder(id, removed[id])) return false;
  for (const id in updated) {
    const pair = updated[id];
    if (!(Array.isArray(pair) && pair.length === 2)) return false;
    if (!(isUnder(id, pair[0]) && isUnder(id, pair[1]))) return false;
    if (Object.hasOwn(added, id) || Object.hasOwn(removed, id)) return false;
  }
  return true;
}

/** Whether it is the record of that id; as a key, an id may be less long. */
function isUnder(id: string, value: unknown): boolean {
  return id.length <= 600 && isStoredRecord(value) && value.id === id;
}

function isStoredSpan(value: Readonly<Record<string, unknown>>): boolean {
  let required = 0;
  for (const key in value) {
    const field = value[key];
    switch (key) {
      case 'kind':
        break;
      case 'id':
        if (!isRecordId(field)) return false;
        required++;
        break;
      case 'type':
        if (typeof field !== 'string') return false;
        required++;
        break;
      case 'ranges':
        if (!(Array.isArray(field) && field.length > 0 && field.every(isRange))) return false;
        required++;
        break;
      case 'quote':
        if (!(Array.isArray(field) && field.every(isString))) return false;
        required++;
        break;
      default:
        if (!isOptionalField(key, field)) return false;
    }
  }
  return required === 4;
}

function isStoredRelation(value: Readonly<Record<string, unknown>>): boolean {
  let required = 0;
  for (const key in value) {
    const field = value[key];
    switch (key) {
      case 'kind':
        break;
      case 'id':
        if (!isRecordId(field)) return false;
        required++;
        break;
      case 'type':
      case 'from':
      case 'to':
        if (typeof field !== 'string') return false;
        required++;
        break;
      default:
        if (!isOptionalField(key, field)) return false;
    }
  }
  return required === 4;
}

function isOptionalField(key: string, field: unknown): boolean {
  if (key === 'note') return typeof field === 'string';
  return key === 'attributes' && isAttributes(field);
}

function isAttributes(value: unknown): boolean {
  if (!isObject(value)) return false;
  // What JSON gave has such a key only where the file has it; it means something to JavaScript.
  for (const name in value)
    if (name === '__proto__' || !isAttributeValue(value[name])) return false;
  return true;
}

function isAttributeValue(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  return Array.isArray(value) && value.every(isString);
}

function isRecordId(value: unknown): boolean {
  return (
    typeof value === 'string' && value !== '' && value.length <= 1_000 && value !== '__proto__'
  );
}

function isRange(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(isOffset);
}

function isOffset(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
