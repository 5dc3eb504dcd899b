// The form by which a hub decides the figures of a programme: what it asks, what stands in it, and what it stands for.

import type { HubFigureName } from "../../../libs/prospectus/hub-figures.ts";
import type { DueRule, Figure, ProgrammeLink, Theme } from "../../../libs/prospectus/prospectus.ts";
import type { HubProgramme } from "../../../libs/service/hubs/figures.ts";
import { textIn, type FormField, type Typed } from "../form-fields.ts";

export const FIGURE_LABELS: Readonly<Record<HubFigureName, string>> = {
  groupLeast: "Schools in a group, at least",
  groupMost: "Schools in a group, at most",
  offerDays: "School days that an offer stays open",
  offerReminderDays: "Days before its last day that an offer reminds",
  grantWaitDays: "Days that the decision on a grant is put off, where nobody says until when",
  graceDays: "Days from a missed promise to the letter to the teachers",
  toHeadteacherDays: "Days from there to the headteacher",
  toHubLeadDays: "Days from there to the hub lead",
  chaserDays: "Days before it is due that a promise is recalled (0: never)",
  chasersATerm: "Such letters to a school in a term, at most",
  sessions: "Weeks of the sessions",
  themes: "Themes",
  absence: "Reasons for an absence",
  links: "Links, on the form, the school’s page and in letters",
};
export const FIGURE_NAMES = Object.keys(FIGURE_LABELS) as HubFigureName[];
const MOST = 366;
const MOST_CODE = 60;

const HINTS: Partial<Record<HubFigureName, string>> = {
  sessions: "In order, such as: autumn 5, spring 3, summer 3. Week 1 begins the term.",
  themes: "A line each, such as: Proof and reasoning",
  absence: "A line each, such as: No cover could be found. Nothing of anybody’s health.",
  links:
    "A line each: website, email or online-community, what it leads to, a colon, and the address. " +
    "website What we offer: https://hub.example.org",
};

/** What can be changed of a programme, as a form. What a page states is not asked. */
export function figureFields({ figures, stage, open }: HubProgramme): FormField[] {
  const own = figures.filter(
    ({ name, figure }) =>
      name === "links" || (open && figure?.source !== "seed" && (name !== "themes" || stage === "sustaining")),
  );
  return [
    ...own.map(({ name }): FormField => {
      const hint = HINTS[name];
      const asked = { name, label: FIGURE_LABELS[name], required: false, ...(hint !== undefined && { hint }) };
      if (name === "sessions") return { ...asked, kind: "line" };
      if (hint !== undefined) return { ...asked, kind: "words" };
      return { ...asked, kind: "number", step: 1, most: MOST };
    }),
    { kind: "line", name: "reason", label: "Why?", required: true, hint: "It is kept with the decision. Name nobody." },
  ];
}

/** What stands in the form before anything is typed: what the hub has decided last. */
export function typedOf({ decisions }: HubProgramme): Typed {
  const decided = decisions[0]?.figures ?? {};
  return Object.fromEntries(
    FIGURE_NAMES.flatMap((name) => {
      const value = decided[name];
      return value === undefined ? [] : [[name, figureInText(name, { value, source: "hub", hub: "" })]];
    }),
  );
}

/** The body of the request of what was typed; what cannot be read is left to the service, which says so. */
export function figuresBody(
  programme: HubProgramme,
  body: Record<string, unknown>,
  typed: Typed,
): Record<string, unknown> {
  const linesOf = (name: string): string[] =>
    textIn(typed, name)
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  const [themes, absence, links] = [linesOf("themes"), linesOf("absence"), linesOf("links")];
  const sessions = textIn(typed, "sessions").trim();
  return {
    ...body,
    ...(sessions !== "" && { sessions: sessions.split(",").map(weekIn) }),
    ...(themes.length > 0 && { themes: themes.map((line) => themeIn(line, knownIn(programme, "themes"))) }),
    ...(links.length > 0 && { links: links.map(linkIn) }),
    ...(absence.length > 0 && { absence: absence.map((line) => themeIn(line, knownIn(programme, "absence"))) }),
  };
}

function weekIn(text: string): object {
  const [term = "", week = ""] = text.trim().toLowerCase().split(/\s+/u);
  return { term, week: Number(week) };
}

/** What the programme calls so already, by its words. */
function knownIn({ figures, decisions }: HubProgramme, name: "themes" | "absence"): readonly Theme[] {
  const now = figures.find((one) => one.name === name)?.figure?.value as readonly Theme[] | undefined;
  return [...(now ?? []), ...decisions.flatMap((one) => one.figures[name] ?? [])];
}

/** Words alone: their code is the one that they have, else one of their own. Programs say which: `proof: Proof`. */
function themeIn(line: string, known: readonly Theme[]): Theme {
  const [, code, words] = /^([a-z0-9]+(?:-[a-z0-9]+)*): *(.+)$/u.exec(line) ?? [];
  if (code !== undefined && words !== undefined) return { code, text: words };
  return known.find(({ text }) => text === line) ?? { code: codeOf(line), text: line };
}

const inParts = (words: string): string =>
  words
    .split(/[^a-z0-9]+/u)
    .filter(Boolean)
    .join("-");
const codeOf = (words: string): string => inParts(inParts(words.toLowerCase()).slice(0, MOST_CODE));

/** `website What we offer: https://…`: the address is after the first colon that a space follows. */
function linkIn(line: string): object {
  const [head = "", ...rest] = line.split(": ");
  const [kind = "", ...text] = head.split(" ");
  return { kind, text: text.join(" "), address: rest.join(": ").trim() };
}

/** A figure as people read it: a line each where there are several. */
export function figureInText(name: HubFigureName, figure: Figure<unknown> | null): string {
  if (figure === null || figure.value === undefined) return "None";
  if (name === "sessions") return (figure.value as readonly DueRule[]).map(weekInText).join(", ");
  if (name === "links")
    return (figure.value as readonly ProgrammeLink[])
      .map(({ kind, text, address }) => `${kind} ${text}${address === null ? "" : `: ${address}`}`)
      .join("\n");
  if (name === "themes" || name === "absence")
    return (figure.value as readonly Theme[]).map(({ text }) => text).join("\n");
  return String(figure.value);
}

function weekInText(rule: DueRule): string {
  if ("week" in rule) return `${rule.term} ${rule.week}`;
  return "beforeEnd" in rule
    ? `${rule.beforeEnd} days before the end of the ${rule.term} term`
    : `${rule.afterLastMeeting} school days after the last meeting`;
}
