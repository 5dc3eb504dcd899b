// Before any form: which programmes a school may apply for now, and for each that it may not, why.

import type { Programme } from "../../../libs/service/intake/programmes.ts";
import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import { day, inWords, TO_PERSON } from "../words.ts";

/** The way to a form; `more`: what is read aloud beside its words. */
interface Way {
  words: string;
  more: string;
  href: string;
}
/** A programme that it may apply for. */
export interface OpenProgramme {
  name: string;
  title: string;
  until: string;
  unchecked: boolean;
  way: Way | null;
}
/** Programmes that it may not apply for, all for the same reasons. */
export interface ClosedProgrammes {
  name: string;
  why: readonly string[];
  way: Way | null;
}

/** What template programmes.njk is filled with. `others`: where another school is chosen. */
export interface ProgrammesView {
  school: string;
  open: readonly OpenProgramme[];
  closed: readonly ClosedProgrammes[];
  others: string | null;
}

/** The view model for one school. `urn`: where its addresses have to say which school it is. */
export function programmesView(
  school: string,
  programmes: readonly Programme[],
  { urn }: { urn: string | null },
): ProgrammesView {
  return { ...mayApplyView(school, programmes, urn), others: urn === null ? null : "/apply" };
}

/** The same for who looks and may not apply: without the ways to a form. */
export function onlyLookedAt(school: string, programmes: readonly Programme[]): ProgrammesView {
  const { open, closed, ...view } = mayApplyView(school, programmes, null);
  const bare = programmes.filter(({ eligible }) => !eligible).map((one) => ({ ...closedOf(one, ""), way: null }));
  return {
    ...view,
    open: open.map((one) => ({ ...one, way: null })),
    closed: closed.length === 0 ? [] : gathered(bare),
  };
}

function mayApplyView(school: string, programmes: readonly Programme[], urn: string | null): ProgrammesView {
  const which = urn === null ? "" : `?urn=${urn}`;
  return {
    school,
    open: programmes.filter(({ eligible }) => eligible).map((one) => openOf(one, which)),
    closed: gathered(programmes.filter(({ eligible }) => !eligible).map((one) => closedOf(one, which))),
    others: null,
  };
}

const nameOf = ({ stage, academicYear, phase }: Programme): string => `${inWords(stage)} ${academicYear}, ${phase}`;

function openOf(one: Programme, which: string): OpenProgramme {
  const { id, title, closesOn, checked } = one;
  const name = nameOf(one);
  const way = { words: "Apply", more: ` for ${name}`, href: `/apply/${id}${which}` };
  return { name, title, until: day(closesOn), unchecked: !checked, way };
}

function closedOf(one: Programme, which: string): ClosedProgrammes {
  const name = nameOf(one);
  const why = one.reasons.map((reason) => sentenceOfRejection(reason, TO_PERSON));
  const form = `/apply/${one.id}`;
  const way = onlyFor(one, "prior-stage-missing")
    ? { words: "Apply, and tell us of the earlier stage", more: `: ${name}`, href: `${form}${which}` }
    : onlyFor(one, "window-closed")
      ? { words: "Express an interest", more: ` in ${name}`, href: `${form}/interest${which}` }
      : null;
  return { name, why, way };
}

/** The same reasons are said once. */
function gathered(closed: readonly ClosedProgrammes[]): ClosedProgrammes[] {
  const all: ClosedProgrammes[] = [];
  for (const one of closed) {
    const same = all.findIndex(({ why, way }) => way === null && one.way === null && why.join() === one.why.join());
    const before = all[same];
    if (before === undefined) all.push(one);
    else all[same] = { ...before, name: `${before.name}; ${one.name}` };
  }
  return all.map((one) => ({ ...one, name: inShort(one.name.split("; ")) }));
}

/** So many names at most are read through; of more it is said how many, and of which years. */
const MOST_NAMES = 6;

function inShort(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return names.join("; ");
  const years = names.flatMap((name) => /\d{4}\/\d\d/u.exec(name) ?? []).sort();
  return `${names.length} programmes of ${years[0] ?? ""} to ${years.at(-1) ?? ""}`;
}

/** Whether this alone stands in the way. */
function onlyFor({ reasons }: Programme, wanted: string): boolean {
  return reasons.length > 0 && reasons.every(({ code }) => code === wanted);
}
