// The one place that makes words of a rejection: from its code, which of the reasons under that code it was, and what
// goes with it. What was recorded in words before is said as it was recorded.

import { REASONS } from "./reasons/all.ts";
import { FAULTS } from "./reasons/faults.ts";
import type { Sentence, Table, With } from "./reasons/reason.ts";
import { TO_PROGRAM, type Say } from "./say.ts";

interface Reason {
  why: string;
  with?: With | undefined;
}
/** What does not fit in a field: a reason of the rules, or the words of whoever read the field. */
export type FaultInWords = { pointer: string } & ({ detail: string } | Reason);
/** A rejection, as the rules give it or as it was recorded in words. */
export type InWords = { code: string; errors?: readonly FaultInWords[] } & (
  { detail: string } | (Reason & { of?: string })
);

const TABLE: Table = REASONS;
const OF_FIELDS: Readonly<Record<string, Sentence>> = FAULTS;

/**
 * The sentence of a rejection: what is wrong and what to do. `say`: how its reader sees dates and money. A reason that
 * this version does not know, written by a newer one, is said by its code.
 */
export function sentenceOfRejection(rejection: InWords, say: Say = TO_PROGRAM): string {
  if ("detail" in rejection) return rejection.detail;
  const { code, why, of, errors } = rejection;
  const said = made(TABLE[code]?.[why], rejection, say);
  const first = errors?.[0];
  const whole =
    code === "invalid" && why === "fields" ? `${said}${first ? `: ${faultInWords(first, say)}` : "."}` : said;
  return of === undefined ? whole : `${of}: ${whole}`;
}

/** A rejection's code with its sentence. */
export function told<C extends string>(
  rejection: InWords & { code: C },
  say: Say = TO_PROGRAM,
): { code: C; detail: string } {
  return { code: rejection.code, detail: sentenceOfRejection(rejection, say) };
}

/** What does not fit, by JSON pointer; undefined where the rejection is not about fields. */
export function faultsInWords(
  { errors }: InWords,
  say: Say = TO_PROGRAM,
): { pointer: string; detail: string }[] | undefined {
  return errors?.map((one) => ({ pointer: one.pointer, detail: faultInWords(one, say) }));
}

interface Skipping {
  rejection?: InWords;
  detail?: string;
}
/** One that a command passed over, with the reason in words. */
export type PassedOver<S> = Omit<S, "rejection" | "detail"> & { detail: string };

/** The same in words: a school that a register does not name was turned down by nobody. */
export function passedOver<S extends Skipping>({ rejection, detail, ...skipped }: S): PassedOver<S> {
  const why = rejection
    ? sentenceOfRejection(rejection)
    : "The register does not name this school: nothing was recorded for it.";
  return { ...skipped, detail: detail ?? why };
}

function faultInWords(fault: FaultInWords, say: Say): string {
  return "detail" in fault ? fault.detail : made(OF_FIELDS[fault.why], fault, say);
}

function made(make: Sentence | undefined, { why, with: given = {} }: Reason, say: Say): string {
  // What a reason is given, the rules' compiler has looked at.
  return make ? make(given as never, say) : `The rules of a newer version turn this down: ${why}.`;
}
