// The shape of a table of reasons: under each code, which of its reasons it was, and the sentence for it.

import type { Say } from "../say.ts";

/** What goes with a reason: ids, codes, dates and numbers; never personal data. */
export type With = Readonly<Record<string, string | number | null | readonly string[]>>;

/** Makes the sentence of one reason: what is wrong and what to do. */
export type Sentence = (given: never, say: Say) => string;
export type Table = Readonly<Record<string, Readonly<Record<string, Sentence>>>>;

/** What a sentence asks to be given: nothing, or its parameters. */
export type Asks<S> = S extends (given: infer G, say: Say) => string ? (unknown extends G ? [] : [given: G]) : never;
