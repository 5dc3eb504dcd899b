// The parts of a journey's page.

import { pounds } from "../../../libs/journey/sentences.ts";
import type { Promised } from "../../../libs/journey/sentences.ts";
import { teachersNow } from "../../../libs/journey/teachers.ts";
import { commitmentName } from "../../../libs/letters/words.ts";
import { JOURNEY_COMMANDS, slugOf, type RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { html, type Html } from "../html.ts";
import { day, inWords } from "../words.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { teacherName } from "./teacher-name.ts";
import { grantCauseInWords } from "../../../libs/words/grant-causes.ts";

type CommitmentRow = Facts["journey"]["commitments"][number];

/** What a commitment is called: to the school itself, as letters call it (`ours`), or to others. */
export function nameOf({ code, kind, by, dueOn, target }: CommitmentRow, ours: boolean): string {
  // a row's words are those of the event that promised it
  return commitmentName({ code, kind, by, dueOn, target } as Promised, ours ? "your" : "the");
}

/** The commitments of the stage-year that is shown: the last begun. */
export function ofThisYear(rows: readonly CommitmentRow[]): CommitmentRow[] {
  const last = Math.max(0, ...rows.map(({ yearNo }) => yearNo));
  return rows.filter((one) => one.yearNo === last);
}

const STANDING: Readonly<Record<string, readonly [string, string]>> = {
  open: ["Still to do", ""],
  met: ["Done", "done"],
  missed: ["Late", "late"],
  waived: ["Not needed any more", "done"],
};

/** How a commitment stands, as a tag. */
export function standing(status: string): Html {
  const [words, look] = STANDING[status] ?? [status, ""];
  return html`<span class="tag ${look}">${words}</span>`;
}

/** Which command records that a commitment is kept. */
const RECORDS: Readonly<Record<string, RoutedCommand>> = {
  "gap-task": "CompleteGapTask",
  "action-plan": "AgreeActionPlan",
  report: "SubmitReport",
  evaluation: "CompleteEvaluation",
  "release-days": "RecordReleaseDays",
  theme: "ChooseTheme",
  visit: "RecordSupportVisit",
  "in-school-support": "RecordSupportVisit",
  meeting: "RecordAttendance",
  "headteachers-meeting": "RecordAttendance",
  teachers: "NominateParticipant",
};

/** The command by which the school itself records that a promise of this kind is kept; null where others do. */
export function recordedBy(kind: string): RoutedCommand | null {
  const command = RECORDS[kind];
  if (command === undefined) return null;
  return (JOURNEY_COMMANDS[command].roles as readonly string[]).includes("school-contact") ? command : null;
}

export interface Promises {
  journey: string;
  ours: boolean;
  caption: string;
  /** The way to record each, for who may; null: nobody here does. */ now: readonly RoutedCommand[] | null;
}

/** The table of promises. */
export function promises(rows: readonly CommitmentRow[], { journey, ours, caption, now }: Promises): Html {
  const level = ({ status, level: told }: CommitmentRow): Html | null =>
    status === "missed" && told > 0 ? html`<small>Level ${told} told</small>` : null;
  const how = (one: CommitmentRow): Html => html`${standing(one.status)}${level(one)}`;
  const record = (one: CommitmentRow): Html | null =>
    now === null ? null : html`<td>${recordLink(journey, one, now, ours)}</td>`;
  return html`<div class="wide"><table><caption>${caption}</caption>
<thead><tr><th scope="col">What</th><th scope="col">By when</th><th scope="col">How it
  stands</th>${now === null ? null : html`<th scope="col">Record it</th>`}</tr></thead>
<tbody>${rows.map(
    (one) => html`<tr><th
  scope="row">${nameOf(one, ours)}</th><td>${day(one.dueOn)}</td><td>${how(one)}</td>${record(one)}</tr>`,
  )}</tbody></table></div>`;
}

function recordLink(journey: string, one: CommitmentRow, now: readonly RoutedCommand[], ours: boolean): Html | string {
  const command = RECORDS[one.kind];
  if (command === undefined || !now.includes(command) || (one.status !== "open" && one.status !== "missed")) return "";
  const which = command === "CompleteGapTask" ? `?commitment=${one.code}` : "";
  const does = command === "ChooseTheme" ? "Choose" : "Record";
  return html`<a href="/journeys/${journey}/${slugOf(command)}${which}">${does}<span
    class="only-read"> ${nameOf(one, ours)}</span></a>`;
}

/** The teachers who take part and who did. */
export function teachers(facts: Facts): Html {
  const { participants } = facts.state;
  const head = facts.headteacher === null ? null : html`<p>Headteacher: ${facts.headteacher}</p>`;
  if (participants.length === 0) return html`${head}<p>No teacher has been named yet.</p>`;
  const now = teachersNow(facts.state);
  const note = (one: (typeof participants)[number]): string => {
    if (one.left) return "Has left";
    if (!now.includes(one)) return "Took part before; not yet named for this year";
    if (one.exception) return "Counts as fit: an exception of the hub lead";
    return one.releasedForAllSessions ? "Released for all sessions" : "";
  };
  return html`${head}<div class="wide"><table><thead><tr><th scope="col">Teacher</th><th scope="col">Role</th><th
    scope="col">Note</th></tr></thead>
<tbody>${participants.map(
    (one) => html`<tr><th
  scope="row">${teacherName(facts, one.id)}</th><td>${inWords(one.role)}</td><td>${note(one)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** The grants, with who has approved by how many. */
export function grants({ journey }: Facts): Html | null {
  if (journey.grants.length === 0) return null;
  const line = ({
    stage,
    academicYear,
    amountPence,
    status,
    approvers,
    clawback,
    clawbackPence,
    asks,
  }: (typeof journey.grants)[number]): Html =>
    html`<tr><th scope="row">${inWords(stage)}
      ${academicYear}</th><td>${pounds(amountPence)}</td><td>${inWords(status)} <a
        href="/journeys/${journey.id}/why/grants/${academicYear.replace("/", "-")}">Why?<span class="only-read"> the
          grant of ${academicYear}</span></a>${
            status === "payable"
              ? html`<small>${approvers.length} of 2
            approvals</small>`
              : null
          }${asks === null ? null : html`<small>${grantCauseInWords(asks.cause, asks.paid)} The hub decides.</small>`}${
            clawback === "none"
              ? null
              : html`<small>Clawback ${clawback}:
              ${pounds(clawbackPence)}</small>`
          }</td></tr>`;
  return html`<section aria-labelledby="grants"><h2 id="grants">Grant</h2><div class="wide"><table>
<thead><tr><th scope="col">Stage and year</th><th scope="col">Amount</th><th scope="col">How it
  stands</th></tr></thead><tbody>${journey.grants.map(line)}</tbody></table></div></section>`;
}
