// The page of one journey, for the hub, a Work Group's lead and the school itself.

import type { Principal } from "../../../libs/service/access/principal.ts";
import { takenBackBy } from "../../../libs/journey/decide/correct.ts";
import { comingOf } from "../../../libs/journey/due.ts";
import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { slugOf } from "../../../libs/service/commands/journey-commands.ts";
import { html, type Html } from "../html.ts";
import type { Typed } from "../form-fields.ts";
import { programmeLinks } from "../programme-links.ts";
import { comingInWords } from "../../../libs/words/coming.ts";
import { day, hubInWords, inWords } from "../words.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { grantsView, teachersView } from "./sections.ts";
import { nameOf, ofThisYear, yearView } from "./year-page.ts";
import { HISTORY_PART, historyView, type HistoryLook } from "./history-page.ts";
import { taskInWords, waysOut } from "./task-words.ts";
import type { SchoolPersonSeen } from "../../../libs/service/people/school-people.ts";
import { actionsView, type ActionsView } from "./actions-view.ts";
import { applicationView, waitsForAnswer } from "./application-view.ts";
import type { SummaryListOptions, TabsOptions } from "../look/options.ts";
import { tag } from "../look/parts.ts";
import { filledIn } from "../look/templates.ts";

export interface Look {
  principal: Principal;
  now: readonly RoutedCommand[];
  texts: ReadonlyMap<string, string>;
  /** Those that it would like to be placed with, so far as they are known, by URN. */
  schools: ReadonlyMap<string, { name: string | null }>;
  done: string | null;
  /** What the address asks of its history. */
  query: Typed;
  /** Whether it is on one's watch list, with what the form brings back; null for who has none. */
  watch: { on: boolean; token: string } | null;
  /** Its people with their addresses; null for whom those are not. */
  people: readonly SchoolPersonSeen[] | null;
  /** What the hub noted about the school; null for whom that is not. */
  notes: Html | null;
}

/** What template journey.njk is filled with. `elsewhere`: why little is seen of it. */
export interface JourneyView extends ActionsView {
  watch: { action: string; token: string; on: "yes" | "no"; words: string } | null;
  done: string | null;
  elsewhere: string | null;
  late: { says: string; things: string } | null;
  facts: SummaryListOptions["rows"];
  tasks: readonly { says: string; ways: readonly { words: string; href: string }[] }[];
  parts: TabsOptions["items"];
}

/** The whole page below its title. */
export const journeyPage = (facts: Facts, look: Look): Html =>
  filledIn("journeys/journey.njk", facts.here ? journeyView(facts, look) : ownPartView(facts, look));

/** The view model of a journey that is the hub's, or the school's own. */
export function journeyView(facts: Facts, look: Look): JourneyView {
  const { principal, now, texts, schools, done, query, people } = look;
  const { journey } = facts;
  const ownSchool = principal.role === "school-contact";
  const takesBack = takenBackBy(facts.state, principal.role);
  const application = part(
    "application",
    "Application and letters",
    filledIn("journeys/application.njk", applicationView(facts, principal.role, texts, schools)),
  );
  return {
    done,
    watch: watchOf(facts, look),
    elsewhere: null,
    late: ownSchool ? lateOf(facts) : null,
    facts: whereItStands(facts, ownSchool),
    tasks: ownSchool ? [] : tasksOf(facts, now),
    ...actionsView(journey, now, principal.role),
    parts: [
      ...(waitsForAnswer(facts) ? [application] : []),
      part("year", "This year", filledIn("journeys/year.njk", yearView(facts, now, principal.role))),
      part("people", "People", filledIn("journeys/teachers.njk", teachersView(facts, principal.role, people))),
      ...(ownSchool || journey.grants.length === 0 ? [] : [moneyPart(facts)]),
      ...(waitsForAnswer(facts) ? [] : [application]),
      ...notesPart(look),
      historyPart(facts, { query, texts, takesBack, ours: ownSchool }),
    ].filter(({ panel }) => panel.html.trim() !== ""),
  };
}

const watchOf = ({ journey }: Facts, { watch }: Look): JourneyView["watch"] =>
  watch && {
    action: `/journeys/${journey.id}/watch`,
    token: watch.token,
    on: watch.on ? "no" : "yes",
    words: watch.on ? "Take off your watch list" : "Put on your watch list",
  };

const part = (id: string, label: string, inner: Html) => ({
  id: `part-${id}`,
  label,
  panel: { html: inner.text },
});

const notesPart = ({ notes }: Look) => (notes === null ? [] : [part("notes", "Notes", notes)]);

const moneyPart = (facts: Facts) => part("money", "Money", filledIn("journeys/grants.njk", grantsView(facts)));

const historyPart = (facts: Facts, look: HistoryLook) =>
  part(HISTORY_PART, "What happened", filledIn("journeys/history.njk", historyView(facts, look)));

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
    tasks: [],
    ...actionsView(journey, paid ? now : [], principal.role),
    parts: [
      ...(paid ? [moneyPart(facts)] : []),
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
        : html`<a class="govuk-link" href="/groups/${workGroup}">${called(workGroup)}</a>`;
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

/** What the school owes that is late; `things`: by their names, empty where nothing is. */
function lateOf({ journey, state }: Facts): NonNullable<JourneyView["late"]> {
  const under = state.status === "participating" || state.status === "paused";
  const late = under
    ? ofThisYear(journey.commitments).filter((one) => one.by === "school" && one.status === "missed")
    : [];
  if (late.length === 0) return { says: "You owe nothing that is late.", things: "" };
  return {
    says: `${late.length === 1 ? "One thing is" : `${late.length} things are`} late:`,
    things: `${late.map((one) => nameOf(one, true)).join(", ")}.`,
  };
}

/** The open tasks of the hub lead, with the ways out of each that are open to who looks. */
const tasksOf = ({ journey }: Facts, now: readonly RoutedCommand[]): JourneyView["tasks"] =>
  journey.tasks
    .filter((one) => one.status === "open")
    .map(({ id, about, commitment, openedAt, dueOn }) => ({
      says:
        `${taskInWords(about, commitment)}, since ${day(openedAt)}` +
        (dueOn === null ? "" : `, to be decided by ${day(dueOn)}`),
      ways: waysOut(about)
        .filter(({ command }) => now.includes(command))
        .map(({ command, words }) => {
          const which = command === "DecideTask" ? `?task=${encodeURIComponent(id)}` : "";
          return { words: words.toLowerCase(), href: `/journeys/${journey.id}/${slugOf(command)}${which}` };
        }),
    }));
