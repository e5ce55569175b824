import type { CivilDate } from '../../../shared/domain/base/civil-date.ts';
import type { SealedText } from '../../../shared/domain/people/sealed-text.ts';

/** What the names of rows are looked up in; empty where there is no such row any more. */
export interface Names {
  learner(id: string): Promise<string>;
  classTitle(id: string): Promise<string>;
  /** Date and time. */
  session(id: string): Promise<string>;
}

/** Which learners' hours in which classes, which outside entries and whose employer a change may touch. */
export interface LedgerEffect {
  classes?: readonly { classId: string; learnerIds: readonly string[] | 'all' }[];
  outsideEntryIds?: readonly string[];
  /** Learners who work elsewhere now. */
  movedLearnerIds?: readonly string[];
}

/** A field of a row; of rows of several kinds, a field of any of them. */
type Field<Row> = Row extends unknown ? keyof Row & string : never;

/** The places of a row that hold sealed texts: `person.phone`, `walkIns.*.note`; a list is its items. */
type SealedPath<Row> = Row extends null | undefined
  ? never
  : {
      [Key in Field<Row>]: SealedWithin<NonNullable<Row[Key]>, string extends Key ? '*' : Key>;
    }[Field<Row>];

type SealedWithin<Value, At extends string> = Value extends SealedText
  ? At
  : Value extends readonly (infer Item)[]
    ? SealedWithin<Item, At>
    : Value extends string | number | boolean
      ? never
      : Value extends object
        ? `${At}.${SealedPath<Value>}`
        : never;

/** The places of a row that may be left out: `photo`, `prints.*.blank`; a list is its items. */
type OptionalPath<Row> = Row extends null | undefined
  ? never
  : {
      [Key in Field<Row>]: OptionalWithin<Row[Key], string extends Key ? '*' : Key>;
    }[Field<Row>];

type OptionalWithin<Value, At extends string> =
  | (undefined extends Value ? At : never)
  | (Value extends null | undefined | string | number | boolean
      ? never
      : Value extends readonly (infer Item)[]
        ? OptionalWithin<Item, `${At}.*`>
        : Value extends object
          ? `${At}.${OptionalPath<Value>}`
          : never);

/** A row says of each of its fields what it holds, null or empty where that is nothing: no reader knows a default. */
type Whole<Row> = [OptionalPath<Row>] extends [never] ? object : { mayNotLack: OptionalPath<Row> };

/**
 * Everything there is to know of a table. What is derived from it: the schema, the types of rows, which rows
 * filing and submission lock, what brings the ledger up to date, and what the history calls things. `class`,
 * `countedOn` and `ledger` have to be answered, by null where there is nothing to say.
 */
interface TableDefinition<
  Row extends object,
  Key extends Field<Row> = Field<Row>,
  Indexes extends readonly string[] = readonly string[],
> {
  /** Names a row; a text. */
  key: Key;
  /** As Dexie writes them: `&` unique, `*` of a list, `[a+b]` of two. Each is used by a query. */
  indexes: Indexes;
  /** What it holds, as people say. */
  label: string;
  /** What a row is called; null where the history shows nothing of the table. */
  nameOf: ((row: Row, names: Names) => string | Promise<string>) | null;
  /**
   * The field with the class whose archive states the row (第22条): it is locked with it. A change of nothing
   * but the fields in `except` changes nothing that the archive states.
   */
  class: { field: Field<Row>; except?: readonly Field<Row>[] } | null;
  /** The day on which a row is counted by statistics (第28条), and which of its fields are. */
  countedOn:
    | { day(row: Row): CivilDate | null; fields: readonly Field<Row>[] }
    | { daysOfSession(row: Row): string; fields: readonly Field<Row>[] }
    | null;
  /** What a change of a row does to the ledger of credited hours. */
  ledger: ((before: Row | undefined, after: Row | undefined) => LedgerEffect) | null;
  /** The places that hold sealed texts; each has to be named. */
  sealed: [SealedPath<Row>] extends [never] ? null : Readonly<Record<SealedPath<Row>, true>>;
  /** What its fields are called at the desk; null for what is for the app alone. */
  words: Readonly<Record<Field<Row>, string | null>>;
  /** The same of what stands within its fields. */
  innerWords?: Readonly<Record<string, string>>;
}

declare const about: unique symbol;

/** A table with the types of its rows and indexes, and whether it is derived. */
export interface Table<
  Row extends object = object,
  Key extends string = string,
  Indexes extends readonly string[] = readonly string[],
  IsDerived extends boolean = boolean,
> {
  readonly definition: TableDefinition<Row>;
  readonly isDerived: IsDerived;
  readonly [about]?: { key: Key; indexes: Indexes };
}

function define<IsDerived extends boolean>(isDerived: IsDerived) {
  return <Row extends Whole<Row>>() =>
    <const Key extends Field<Row>, const Indexes extends readonly string[]>(
      definition: TableDefinition<Row, Key, Indexes>,
    ): Table<Row, Key, Indexes, IsDerived> => ({ definition, isDerived });
}

/** Defines a table that commands write and the journal carries, by the type of its rows, which leaves no field out. */
export const defineTable = define(false);

/** Defines a table that follows from the others: kept up in the same transaction, never in the journal. */
export const defineDerivedTable = define(true);
