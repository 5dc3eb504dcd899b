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
import { LETTER_ROLES } from "../../../libs/service/journeys/letters.ts";
import { REDACTION_ROLES } from "../../../libs/service/journeys/redactions.ts";
import { SCHOOL_PEOPLE_ROLES } from "../../../libs/service/people/school-people.ts";
import { html, type Html } from "../html.ts";
import { programmeLinks } from "../programme-links.ts";
import { byName, comingInWords } from "../naming.ts";
import { day, hubInWords, inWords, programmeOfId } from "../words.ts";
import { ACTION_WORDS } from "./action-words.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { actions, grants, nameOf, ofThisYear, promises, story, teachers } from "./sections.ts";
import { storyOf } from "./story.ts";
import { taskInWords, waysOut } from "./task-words.ts";

export interface Look {
  principal: Principal;
  now: readonly RoutedCommand[];
  texts: ReadonlyMap<string, string>;
  done: string | null;
}

/** The whole page below its title. */
export function journeyPage(facts: Facts, { principal, now, texts, done }: Look): Html {
  const ownSchool = principal.role === "school-contact";
  if (!facts.here) return ownPartPage(facts, { principal, now, texts, done });
  return html`${done === null ? null : html`<p class="note done" role="status">${done}</p>`}
${whereItStands(facts, ownSchool)}
${ownSchool ? toDoFirst(facts, now) : tasks(facts, now)}
${commitments(facts, now, ownSchool)}
${actions(facts.journey.id, now)}
<section aria-labelledby="teachers"><h2 id="teachers">Teachers</h2>${teachers(facts)}</section>
${ahead(facts, ownSchool)}
${application(facts, texts)}
${ownSchool ? null : grants(facts)}
${story(facts.journey.id, storyOf(facts), texts, takenBackBy(facts.state, principal.role))}
${more(facts.journey.id, principal)}`;
}

/** Pages beside this one, for those whom they are for. */
function more(journey: string, { role }: Principal): Html {
  const pages = [
    { page: "letters", words: "Letters, as they went out", roles: LETTER_ROLES.list },
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
function ownPartPage(facts: Facts, { now, texts, done }: Look): Html {
  const { journey } = facts;
  return html`${done === null ? null : html`<p class="note done" role="status">${done}</p>`}
<p class="note">This school is at another hub. You see what happened while it was with yours, what your hub asks, and
  your hub’s grants.</p>
${journey.grants.length === 0 ? null : actions(journey.id, now)}
${journey.grants.length === 0 ? null : grants(facts)}
${story(journey.id, storyOf(facts), texts, [])}`;
}

function whereItStands({ journey, state, prospectus, support: named }: Facts, ownSchool: boolean): Html {
  const support = prospectus?.support ?? null;
  const links = prospectus && programmeLinks(prospectus);
  const { stage, academicYear, workGroup, hub } = journey;
  const line = (term: string, says: string | Html): Html => html`<dt>${term}</dt><dd>${says}</dd>`;
  const until = state.status === "offered" ? ` to be answered by ${day(state.offer.respondBy)}` : "";
  const formerly = journey.aliases.length === 0 ? "" : `; formerly URN ${journey.aliases.join(", ")}`;
  const next = comingInWords(comingOf(state), ownSchool ? "your" : "the");
  const off = state.remindersOffUntil;
  return html`<dl>
${line(
  "Status",
  html`<span
  class="tag">${inWords(journey.status)}</span>${until}`,
)}
${stage === null ? null : line("Stage and year", `${inWords(stage)} ${academicYear ?? ""}`)}
${
  workGroup === null
    ? null
    : line(
        "Work Group",
        ownSchool
          ? workGroup
          : html`<a
  href="/groups/${workGroup}">${workGroup}</a>`,
      )
}
${line("Maths Hub", hubInWords(hub))}
${line("School", `URN ${journey.urn}, ${journey.phase}${formerly}`)}
${
  named !== null
    ? line("Supported by", `${named}${support === null ? "" : `, ${support.value}`}`)
    : support === null
      ? null
      : line("Support", `A ${support.value}: the hub tells the school who it is`)
}
${links === null ? null : line("The programme", links)}
${line("What comes next", next === null ? "Nothing by itself" : `${next.on}: ${next.says}`)}
${off === null ? null : line("Reminders", `None until ${day(off)}, as the school asked`)}
</dl>`;
}

/** What waits for the school's own word, before all else. */
const FIRST: readonly RoutedCommand[] = [
  "AcceptOffer",
  "ProvideInformation",
  "ConfirmNextStage",
  "NominateParticipant",
  "ChooseTheme",
];

function toDoFirst({ journey, state }: Facts, now: readonly RoutedCommand[]): Html {
  const under = state.status === "participating" || state.status === "paused";
  const late = under
    ? ofThisYear(journey.commitments).filter((one) => one.by === "school" && one.status === "missed")
    : [];
  const first = FIRST.filter((command) => now.includes(command));
  return html`${
    late.length === 0
      ? html`<p class="note">You owe nothing that is late.</p>`
      : html`<p class="note late-note"><strong>${late.length === 1 ? "One thing is" : `${late.length} things are`}
        late:</strong> ${late.map((one) => nameOf(one, true)).join(", ")}.</p>`
  }
${
  first.length === 0
    ? null
    : html`<ul class="actions">${first.map(
        (command) => html`<li><a class="button first"
  href="/journeys/${journey.id}/${slugOf(command)}">${ACTION_WORDS[command].title}</a></li>`,
      )}</ul>`
}`;
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
function ahead({ state, rules, at, today, journey }: Facts, ownSchool: boolean): Html | null {
  const until = endOfDay(addDays(today, DAYS_AHEAD));
  const coming = journey.nextAt === null ? [] : forward(state, rules, at, until, byName(ownSchool ? "your" : "the"));
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
