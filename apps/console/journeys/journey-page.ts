// The page of one journey, for the hub, a Work Group's lead and the school itself.

import { addDays } from "../../../libs/calendar/dates.ts";
import { endOfDay } from "../../../libs/calendar/instants.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { takenBackBy } from "../../../libs/journey/decide/correct.ts";
import { forward } from "../../../libs/rehearsal/forward/forward.ts";
import { comingOf } from "../../../libs/journey/due.ts";
import { capital } from "../../../libs/journey/sentences.ts";
import { countWords } from "../../../libs/journey/wire.ts";
import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { slugOf } from "../../../libs/service/commands/journey-commands.ts";
import { LETTERS_AHEAD_ROLES } from "../../../libs/service/ahead/letters-ahead.ts";
import { SCHOOL_ROLES } from "../../../libs/service/schools/schools.ts";
import { LETTER_ROLES } from "../../../libs/service/journeys/letters.ts";
import { REDACTION_ROLES } from "../../../libs/service/journeys/redactions.ts";
import { SCHOOL_PEOPLE_ROLES } from "../../../libs/service/people/school-people.ts";
import { html, type Html } from "../html.ts";
import type { Typed } from "../form-fields.ts";
import { programmeLinks } from "../programme-links.ts";
import { comingInWords } from "../../../libs/words/coming.ts";
import { byName } from "../../../libs/words/naming.ts";
import { day, hubInWords, inWords, programmeOfId } from "../words.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { grants, nameOf, ofThisYear, promises, teachers } from "./sections.ts";
import { HISTORY_PART, historyView, type HistoryLook } from "./history-page.ts";
import { taskInWords, waysOut } from "./task-words.ts";
import { actionsView, type ActionsView } from "./actions-view.ts";
import type { SummaryListOptions, TabsOptions } from "../look/options.ts";
import { tag } from "../look/parts.ts";
import { filledIn } from "../look/templates.ts";

export interface Look {
  principal: Principal;
  now: readonly RoutedCommand[];
  texts: ReadonlyMap<string, string>;
  done: string | null;
  /** What the address asks of its history. */
  query: Typed;
  /** Whether it is on one's watch list, with what the form brings back; null for who has none. */
  watch: { on: boolean; token: string } | null;
  /** What the hub noted about the school; null for whom that is not. */
  notes: Html | null;
}

/** What template journey.njk is filled with. `elsewhere`: why little is seen of it. */
export interface JourneyView extends ActionsView {
  watch: { action: string; token: string; on: "yes" | "no"; words: string } | null;
  done: string | null;
  elsewhere: string | null;
  late: Html | null;
  facts: SummaryListOptions["rows"];
  tasks: Html | null;
  parts: TabsOptions["items"];
}

/** The whole page below its title. */
export const journeyPage = (facts: Facts, look: Look): Html =>
  filledIn("journeys/journey.njk", facts.here ? journeyView(facts, look) : ownPartView(facts, look));

/** The view model of a journey that is the hub's, or the school's own. */
export function journeyView(facts: Facts, look: Look): JourneyView {
  const { principal, now, texts, done, query } = look;
  const { journey } = facts;
  const ownSchool = principal.role === "school-contact";
  const takesBack = takenBackBy(facts.state, principal.role);
  const year = html`${commitments(facts, now, ownSchool)}${ahead(facts, ownSchool)}`;
  return {
    done,
    watch: watchOf(facts, look),
    elsewhere: null,
    late: ownSchool ? lateOf(facts) : null,
    facts: whereItStands(facts, ownSchool),
    tasks: ownSchool ? null : tasks(facts, now),
    ...actionsView(journey, now, principal.role),
    parts: [
      part("year", "This year", year.text === "" ? html`<p>Nothing is promised yet.</p>` : year),
      part("people", "People", html`<h2 id="teachers">Teachers</h2>${teachers(facts)}`),
      ...(ownSchool || journey.grants.length === 0 ? [] : [part("money", "Money", grants(facts))]),
      part("application", "Application and letters", html`${application(facts, texts)}${more(journey.id, principal)}`),
      ...notesPart(look),
      historyPart(facts, { query, texts, takesBack, ours: ownSchool }),
    ].filter(({ panel }) => panel.html !== ""),
  };
}

const watchOf = ({ journey }: Facts, { watch }: Look): JourneyView["watch"] =>
  watch && {
    action: `/journeys/${journey.id}/watch`,
    token: watch.token,
    on: watch.on ? "no" : "yes",
    words: watch.on ? "Take off your watch list" : "Put on your watch list",
  };

const part = (id: string, label: string, inner: Html | null) => ({
  id: `part-${id}`,
  label,
  panel: { html: inner?.text ?? "" },
});

const notesPart = ({ notes }: Look) => (notes === null ? [] : [part("notes", "Notes", notes)]);

const historyPart = (facts: Facts, look: HistoryLook) =>
  part(HISTORY_PART, "What happened", filledIn("journeys/history.njk", historyView(facts, look)));

/** Pages beside this one, for those whom they are for. */
function more(journey: string, { role }: Principal): Html {
  const pages = [
    { page: "letters-ahead", words: "Letters to come, if nothing comes in", roles: LETTERS_AHEAD_ROLES },
    { page: "letters", words: "Letters, as they went out", roles: LETTER_ROLES.list },
    { page: "programmes", words: "What it may apply for, and what not", roles: SCHOOL_ROLES.read },
    { page: "people", words: "People of the school, and where they are written to", roles: SCHOOL_PEOPLE_ROLES },
    {
      page: "answer-links",
      words: "Links in letters: who may answer without signing in",
      roles: REDACTION_ROLES,
    },
    { page: "redactions", words: "Take a name out of what was written", roles: REDACTION_ROLES },
  ];
  return html`${pages
    .filter(({ roles }) => roles.includes(role))
    .map(({ page, words }) => html`<p><a href="/journeys/${journey}/${page}">${words}</a></p>`)}`;
}

/** Of a school that has left the hub, or for which it asks: what is the hub's own, and its grants. */
function ownPartView(facts: Facts, look: Look): JourneyView {
  const { principal, now, texts, done, query } = look;
  const { journey } = facts;
  const paid = journey.grants.length > 0;
  return {
    done,
    watch: watchOf(facts, look),
    elsewhere:
      "This school is at another hub. You see what happened while it was with yours, what your hub asks, and your " +
      "hub’s grants.",
    late: null,
    facts: [],
    tasks: null,
    ...actionsView(journey, paid ? now : [], principal.role),
    parts: [
      ...(paid ? [part("money", "Money", grants(facts))] : []),
      ...notesPart(look),
      historyPart(facts, { query, texts, takesBack: [], ours: false }),
    ],
  };
}

function whereItStands(
  { journey, state, prospectus, support: named, called }: Facts,
  ownSchool: boolean,
): JourneyView["facts"] {
  const links = prospectus && programmeLinks(prospectus);
  const { stage, academicYear, workGroup, hub } = journey;
  const until = state.status === "offered" ? ` to be answered by ${day(state.offer.respondBy)}` : "";
  const formerly = journey.aliases.length === 0 ? "" : `; formerly URN ${journey.aliases.join(", ")}`;
  const next = comingInWords(comingOf(state), ownSchool ? "your" : "the", called);
  const off = state.remindersOffUntil;
  const group =
    workGroup === null
      ? null
      : ownSchool
        ? called(workGroup)
        : html`<a href="/groups/${workGroup}">${called(workGroup)}</a>`;
  return [
    line("Status", html`${tag(inWords(journey.status))}${until}`),
    ...(stage === null ? [] : [line("Stage and year", `${inWords(stage)} ${academicYear ?? ""}`)]),
    ...(group === null ? [] : [line("Work Group", group)]),
    line("Maths Hub", hubInWords(hub)),
    line("School", `URN ${journey.urn}, ${journey.phase}${formerly}`),
    ...supportedBy(named, prospectus?.support?.value ?? null),
    ...(links === null ? [] : [line("The programme", links)]),
    line("What comes next", next === null ? "Nothing by itself" : `${next.on}: ${next.says}`),
    ...(off === null ? [] : [line("Reminders", `None until ${day(off)}, as the school asked`)]),
  ];
}

const line = (term: string, says: string | Html): JourneyView["facts"][number] => ({
  key: { text: term },
  value: typeof says === "string" ? { text: says } : { html: says.text },
});

/** Who supports the school, by name, and as what, where its page promises somebody. */
function supportedBy(named: string | null, promised: string | null): JourneyView["facts"] {
  if (named !== null) return [line("Supported by", promised === null ? named : `${named}, ${promised}`)];
  return promised === null ? [] : [line("Support", `A ${promised}: the hub tells the school who it is`)];
}

/** What the school owes that is late. */
function lateOf({ journey, state }: Facts): Html {
  const under = state.status === "participating" || state.status === "paused";
  const late = under
    ? ofThisYear(journey.commitments).filter((one) => one.by === "school" && one.status === "missed")
    : [];
  return late.length === 0
    ? html`<p class="note">You owe nothing that is late.</p>`
    : html`<p class="note late-note"><strong>${late.length === 1 ? "One thing is" : `${late.length} things are`}
        late:</strong> ${late.map((one) => nameOf(one, true)).join(", ")}.</p>`;
}

function tasks({ journey }: Facts, now: readonly RoutedCommand[]): Html | null {
  const open = journey.tasks.filter((one) => one.status === "open");
  if (open.length === 0) return null;
  const decide = ({ id, about }: (typeof open)[number]): Html[] =>
    waysOut(about)
      .filter(({ command }) => now.includes(command))
      .map(({ command, words }) => {
        const which = command === "DecideTask" ? `?task=${encodeURIComponent(id)}` : "";
        return html` – <a href="/journeys/${journey.id}/${slugOf(command)}${which}">${words.toLowerCase()}</a>`;
      });
  return html`<section aria-labelledby="tasks"><h2 id="tasks">Open tasks of the hub lead</h2><ul>${open.map(
    (one) =>
      html`<li>${taskInWords(one.about, one.commitment)}, since
        ${day(one.openedAt)}${one.dueOn === null ? null : html`, to be decided by ${day(one.dueOn)}`}
        ${decide(one)}</li>`,
  )}</ul></section>`;
}

function commitments({ journey }: Facts, now: readonly RoutedCommand[], ownSchool: boolean): Html | null {
  const year = ofThisYear(journey.commitments);
  if (year.length === 0) return null;
  const [school, hub] = [year.filter((one) => one.by === "school"), year.filter((one) => one.by === "hub")];
  const { stage, academicYear } = year[0] ?? { stage: "", academicYear: "" };
  const whose = { journey: journey.id, ours: ownSchool };
  const [ofSchool, ofHub] = ownSchool
    ? ["What your school has promised for this year", "What the Maths Hub has promised you"]
    : ["What the school has promised", "What the hub has promised"];
  return html`<section aria-labelledby="promises"><h2 id="promises">${inWords(stage)} ${academicYear}</h2>
${promises(school, { ...whose, now, caption: ofSchool })}
${hub.length === 0 ? null : promises(hub, { ...whose, now: ownSchool ? null : now, caption: ofHub })}</section>`;
}

const DAYS_AHEAD = 200;

/** What time brings by itself, if nobody does anything, and what would cancel it. */
function ahead({ state, rules, at, today, journey, atHand, called }: Facts, ownSchool: boolean): Html | null {
  const until = endOfDay(addDays(today, DAYS_AHEAD));
  const name = byName(ownSchool ? "your" : "the", called);
  const coming = journey.nextAt === null ? [] : forward(state, rules, { from: at, until, atHand }, name);
  if (coming.length === 0) return null;
  return html`<details><summary>What lies ahead, if nothing comes in</summary><div class="wide"><table><thead><tr><th
    scope="col">When</th><th scope="col">What</th><th scope="col">Unless</th></tr></thead>
<tbody>${coming.map(
    ({ on, says, unless }) => html`<tr><td
  class="keep">${day(on)}</td><td>${says}</td><td>${capital(unless)}</td></tr>`,
  )}</tbody></table></div></details>`;
}

/** The latest application, as it was sent. */
function application({ events, rules }: Facts, texts: ReadonlyMap<string, string>): Html | null {
  const sent = [...events].reverse().find((one) => one.type === "ApplicationSubmitted");
  if (sent?.type !== "ApplicationSubmitted") return null;
  const known = rules.catalogue.get(sent.prospectus)?.application.criteria?.value ?? [];
  const reasons = sent.reasonsId === null ? undefined : texts.get(sent.reasonsId);
  const criteria = sent.criteria.map(
    (code) => html`<li>${known.find((one) => one.code === code)?.text ?? inWords(code)}</li>`,
  );
  return html`<details><summary>The application: ${programmeOfId(sent.prospectus)}, ${day(sent.at)}</summary><dl>
${criteria.length === 0 ? null : html`<dt>Criteria</dt><dd><ul>${criteria}</ul></dd>`}
${reasons === undefined ? null : html`<dt>Reasons (${countWords(reasons)} words)</dt><dd>${reasons}</dd>`}
${
  sent.group.length === 0
    ? null
    : html`<dt>Together
  with</dt><dd>${sent.group.map(({ urn }) => `URN ${urn}`).join(", ")}</dd>`
}
</dl></details>`;
}
