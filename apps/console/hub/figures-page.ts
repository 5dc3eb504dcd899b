// A programme as the hub has it: what the page states, what the hub has decided, what is assumed; and the form by which
// the hub decides.

import type { HubFigureName, HubFigures } from "../../../libs/prospectus/hub-figures.ts";
import type { DueRule, Figure, ProgrammeLink, Theme } from "../../../libs/prospectus/prospectus.ts";
import type { FiguresForeseen, HubProgramme } from "../../../libs/service/hubs/figures.ts";
import { textIn, type FormField, type Typed } from "../form-fields.ts";
import { html, type Html } from "../html.ts";
import { inWords, moment, programmeInWords } from "../words.ts";
import { doneBanner } from "../look/parts.ts";

const LABELS: Readonly<Record<HubFigureName, string>> = {
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
const NAMES = Object.keys(LABELS) as HubFigureName[];
const MOST = 366;

/** The list of programmes, each with the way to its figures. */
export function programmesOfHub(programmes: readonly HubProgramme[]): Html {
  return html`<p>What a programme’s page states, no hub changes. The rest is an assumption until your hub decides it,
    for years that have not begun.</p>
<div class="wide"><table><caption>This year’s programmes, and later ones</caption><thead><tr><th
  scope="col">Programme</th><th scope="col">Decided by your hub</th><th scope="col">Figures</th></tr></thead>
<tbody>${programmes.map((one) => {
    const own = one.figures.filter(({ figure }) => figure?.source === "hub");
    return html`<tr><th scope="row">${inWords(one.stage)} ${one.academicYear}<small>${one.phase}</small></th>
<td>${own.length === 0 ? "Nothing" : own.map(({ name }) => LABELS[name]).join("; ")}</td>
<td><a href="/figures/${one.id}">${one.open ? "Look and change" : "Look; change its links"}<span
  class="only-read"> at the figures of ${inWords(one.stage)} ${one.academicYear}, ${one.phase}</span></a></td></tr>`;
  })}</tbody></table></div>`;
}

/** The figures of one programme, with who says so, and what the hub has decided before. `form`: null for others. */
export function figuresPage(programme: HubProgramme, changeForm: Html | null, done: boolean): Html {
  const { figures, decisions } = programme;
  return html`${doneBanner(done ? "The figures stand as you set them." : null)}
<p>${programmeInWords(programme)}</p>
<div class="wide"><table><caption>Figures</caption><thead><tr><th scope="col">What</th><th scope="col">As it
  stands</th><th scope="col">Who says so</th></tr></thead><tbody>${figures.map(
    ({ name, figure }) => html`<tr><th scope="row">${LABELS[name]}</th><td>${inText(name, figure)}</td>
<td>${saidBy(figure)}</td></tr>`,
  )}</tbody></table></div>
${
  decisions.length === 0
    ? null
    : html`<h2>What your hub has decided</h2><ul>${decisions.map(
        ({ figures: set, reason, setBy, setAt }) =>
          html`<li>${moment(setAt)}, by <code>${setBy}</code>: ${decisionInText(set)}. Why: ${reason}</li>`,
      )}</ul>`
}
${changeForm}<p><a href="/figures">Back to all programmes</a></p>`;
}

/** What would follow of a decision, for one who is about to take it. */
export function whatFollows({ whatIf, groups }: FiguresForeseen): Html {
  const { now, then, changed } = whatIf;
  const rows = [
    ["Reminders", now.reminders, then.reminders],
    ["Promises missed", now.missed, then.missed],
    ["Letters up the ladder", now.escalations, then.escalations],
    ["Tasks for you", now.tasks, then.tasks],
    ["Offers that lapse", now.lapsed, then.lapsed],
  ] as const;
  return html`<p class="note" role="status">Nothing is set yet. If nobody did anything else, this would follow to
    the end of next year: something changes for ${String(changed.length)} of ${String(now.journeys)} schools.</p>
<div class="wide"><table><caption>What would follow</caption><thead><tr><th scope="col">What</th><th scope="col">As it
  is</th><th scope="col">By these figures</th></tr></thead><tbody>${rows.map(
    ([words, before, after]) =>
      html`<tr><th scope="row">${words}</th><td>${String(before)}</td><td>${String(after)}</td></tr>`,
  )}</tbody></table></div>
${
  groups.length === 0
    ? null
    : html`<p>Work Groups that are formed keep their places and days: ${groups.join(", ")}.</p>`
}`;
}

/** What can be changed of it, as a form. What a page states is not asked. */
export function figureFields({ figures, stage, open }: HubProgramme): FormField[] {
  const own = figures.filter(
    ({ name, figure }) =>
      name === "links" || (open && figure?.source !== "seed" && (name !== "themes" || stage === "sustaining")),
  );
  return [
    ...own.map(({ name }): FormField => {
      const asked = { name, label: LABELS[name], required: false };
      if (name === "sessions")
        return {
          ...asked,
          kind: "line",
          hint: "In order, such as: autumn 5, spring 3, summer 3. Week 1 begins the term.",
        };
      if (name === "themes" || name === "absence")
        return {
          ...asked,
          kind: "words",
          hint: "A line each: its code, a colon, and what it is. proof: Proof and reasoning",
        };
      if (name === "links")
        return {
          ...asked,
          kind: "words",
          hint:
            "A line each: website, email or online-community, what it leads to, a colon, and the address. " +
            "website What we offer: https://hub.example.org",
        };
      return { ...asked, kind: "number", step: 1, most: MOST };
    }),
    { kind: "line", name: "reason", label: "Why?", required: true, hint: "It is kept with the decision. Name nobody." },
  ];
}

/** What stands in the form before anything is typed: what the hub has decided last. */
export function typedOf({ decisions }: HubProgramme): Typed {
  const decided = decisions[0]?.figures ?? {};
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = decided[name];
      return value === undefined ? [] : [[name, inText(name, { value, source: "hub", hub: "" })]];
    }),
  );
}

/** The body of the request of what was typed; what cannot be read is left to the service, which says so. */
export function figuresBody(body: Record<string, unknown>, typed: Typed): Record<string, unknown> {
  const sessions = textIn(typed, "sessions").trim();
  const themes = textIn(typed, "themes").trim();
  const absence = textIn(typed, "absence").trim();
  const links = textIn(typed, "links").trim();
  return {
    ...body,
    ...(sessions !== "" && { sessions: sessions.split(",").map(weekIn) }),
    ...(themes !== "" && { themes: themes.split("\n").flatMap(themeIn) }),
    ...(links !== "" && { links: links.split("\n").flatMap(linkIn) }),
    ...(absence !== "" && { absence: absence.split("\n").flatMap(themeIn) }),
  };
}

function weekIn(text: string): object {
  const [term = "", week = ""] = text.trim().toLowerCase().split(/\s+/u);
  return { term, week: Number(week) };
}

function themeIn(line: string): object[] {
  const at = line.indexOf(":");
  if (line.trim() === "") return [];
  return [{ code: line.slice(0, at < 0 ? line.length : at).trim(), text: at < 0 ? "" : line.slice(at + 1).trim() }];
}

/** `website What we offer: https://…`: the address is after the first colon that a space follows. */
function linkIn(line: string): object[] {
  if (line.trim() === "") return [];
  const [head = "", ...rest] = line.trim().split(": ");
  const [kind = "", ...text] = head.split(" ");
  return [{ kind, text: text.join(" "), address: rest.join(": ").trim() }];
}

function inText(name: HubFigureName, figure: Figure<unknown> | null): string {
  if (figure === null) return "None";
  if (name === "sessions") return (figure.value as readonly DueRule[]).map(weekInText).join(", ");
  if (name === "links")
    return (figure.value as readonly ProgrammeLink[])
      .map(({ kind, text, address }) => `${kind} ${text}${address === null ? "" : `: ${address}`}`)
      .join("\n");
  if (name === "themes" || name === "absence")
    return (figure.value as readonly Theme[]).map(({ code, text }) => `${code}: ${text}`).join("\n");
  return String(figure.value);
}

function weekInText(rule: DueRule): string {
  if ("week" in rule) return `${rule.term} ${rule.week}`;
  return "beforeEnd" in rule
    ? `${rule.beforeEnd} days before the end of the ${rule.term} term`
    : `${rule.afterLastMeeting} school days after the last meeting`;
}

function saidBy(figure: Figure<unknown> | null): string {
  if (figure === null) return "Nobody";
  if (figure.source === "seed") return `The programme’s page (${figure.at.under}, sentence ${figure.at.sentence})`;
  return figure.source === "hub" ? "Your hub" : `Assumed${figure.because === undefined ? "" : `: ${figure.because}`}`;
}

function decisionInText(figures: HubFigures): string {
  const set = NAMES.flatMap((name) => {
    const value = figures[name];
    return value === undefined ? [] : [`${LABELS[name]}: ${inText(name, { value, source: "hub", hub: "" })}`];
  });
  return set.length === 0 ? "all as the page or the assumption has it" : set.join("; ");
}
