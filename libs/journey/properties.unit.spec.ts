// Whatever comes, in whatever order and however late: what always holds of a journey.

import { describe, expect, it } from "@jest/globals";
import { hold, lives, pass, PATIENCE, type Run } from "../../test/support/drawn-lives.ts";
import { writtenForPrograms } from "../../test/support/plain-words.ts";
import { localTime } from "../calendar/instants.ts";
import { groupNameOf } from "../words/group-name.ts";
import { due } from "./due.ts";
import type { Recorded } from "./events.ts";
import { describe as inWords } from "./describe.ts";
import { evolve, fold, foldUntold, NOTHING, OF_EFFECTS, type Untold } from "./evolve.ts";
import { happened } from "./happened.ts";
import { grantTask, questionOf } from "./grant-questions.ts";
import { currentYear, ENDED_STATUSES, stagesOf, type Journey } from "./state.ts";
import { lackingTeachers } from "./teachers.ts";

describe("Whatever is asked of a journey, in whatever order", () => {
  it(
    "it answers with events or one known code, in order of time; the clock comes to rest; its events tell all of it",
    () => {
      const statuses = new Set<string>();
      lives((run) => {
        statuses.add(run.state.status);
        folded(run);
        read(run);
        onceReleased(run.events);
        earned(run);
        asked(run);
        eachLevelOnce(run.events);
        notChased(run);
        waitsForSomething(run);
      });
      // The runs go far enough to mean something.
      expect(statuses.size).toBeGreaterThan(6);
    },
    PATIENCE,
  );
  it(
    "also where the clock is late",
    () => {
      lives((run) => {
        folded(run);
        onceReleased(run.events);
        earned(run);
      }, true);
    },
    PATIENCE,
  );
});

/** An operator reads it without code, id or a day as programs write it. */
function read({ state, events }: Run): void {
  const { summary, details } = inWords("100001-primary", state);
  hold(summary.length < 200, "no line", state);
  const lines = events.map((event) => happened(event, state, groupNameOf) ?? "");
  const strange = [details, ...lines].flatMap(writtenForPrograms);
  hold(strange.length === 0, `written for programs: ${strange.join(" ")}`, { details, lines });
}

/** Its events, as a store keeps and gives them back, fold to the very state. */
function folded(run: Run): void {
  const stored = JSON.parse(JSON.stringify(run.events)) as Recorded[];
  hold(JSON.stringify(fold(stored)) === JSON.stringify(run.state), "its events fold to another state", run.state);
  hold(withoutLetters(foldUntold(bare(stored))) === withoutLetters(run.state), "untold it is another", run.state);
}

/** Of what became of letters and effects, that it happened alone. */
const bare = (events: readonly Recorded[]): Untold[] =>
  events.map((event) => {
    const type = OF_EFFECTS.find((one) => one === event.type);
    return type === undefined ? (event as Untold) : { type, at: event.at, seq: event.seq };
  });

const OF_LETTERS = ["effects", "unsaid", "written", "holds"];
const withoutLetters = (state: Journey): string =>
  JSON.stringify(state, (name, value: unknown) => (OF_LETTERS.includes(name) ? undefined : value));

/** A grant is released at most once, by two who differ, and paid at most once; again once that was undone. */
function onceReleased(events: readonly Recorded[]): void {
  const given = new Set<string>();
  for (const event of events) {
    if (!("stage" in event) || !("academicYear" in event)) continue;
    const of = `${event.stage} ${event.academicYear}`;
    if (event.type === "GrantReleased" || event.type === "GrantPaid") {
      hold(!given.has(`${event.type} ${of}`), "given twice", event);
      given.add(`${event.type} ${of}`);
    }
    if (event.type === "GrantRecalled") given.delete(`GrantReleased ${of}`);
    if (event.type === "PaymentReturned") given.delete(`GrantPaid ${of}`);
  }
  for (const event of events)
    hold(event.type !== "GrantReleased" || new Set(event.approvers).size === 2, "not two people", event);
}

/**
 * No grant is payable, released or paid without its fit teachers at a session, or the word of a person: each time one
 * becomes payable, as many places as its page asks for were filled in its year, by people who were there.
 */
function earned(run: Run): void {
  let state: Journey = NOTHING;
  const permitted = new Set<string>();
  for (const event of run.events) {
    if (event.type === "GrantDecided" && event.permits === true) permitted.add(`${event.stage} ${event.academicYear}`);
    if (event.type === "GrantPayable") mayBePayable(state, event, permitted);
    if (event.type === "GrantReleased" || event.type === "GrantPaid") {
      const before = grantOf(state, event)?.status;
      hold(before === (event.type === "GrantPaid" ? "released" : "payable"), "out of turn", event);
    }
    state = evolve(state, event);
  }
}

const grantOf = (state: Journey, { stage, academicYear }: { stage: string; academicYear: string }) =>
  (state.status === "none" ? [] : state.grants).find((one) => one.stage === stage && one.academicYear === academicYear);

function mayBePayable(
  state: Journey,
  event: { stage: string; academicYear: string },
  permitted: ReadonlySet<string>,
): void {
  const year = stagesOf(state).findLast((one) => one.stage === event.stage && one.academicYear === event.academicYear);
  if (state.status === "none" || year === undefined || permitted.has(`${event.stage} ${event.academicYear}`)) return;
  const there = year.evidence.flatMap((one) => (one.kind === "attendance" ? one.present : []));
  const places = new Set(there.map((id) => state.participants.find((one) => one.id === id)?.place ?? id));
  hold(places.size >= (year.teachers?.asked ?? 1), "payable without its teachers", { event, there });
  const lacking = year === currentYear(state) ? lackingTeachers(year, state.participants) : [];
  hold(lacking.length === 0, "payable while its teachers are lacking, or none of them is fit", { event, lacking });
}

/** Nothing that a person has to decide about a grant waits without a task; none of a year that is over in silence. */
function asked(run: Run): void {
  // The clock looks after each command, in its own transaction.
  pass(run, run.now, false);
  const { state } = run;
  if (state.status === "none") return;
  for (const grant of state.grants) {
    const asks = questionOf(state, grant);
    const task = asks && state.tasks.find((one) => one.status === "open" && one.id === grantTask(asks));
    hold(asks === null || (task?.dueOn ?? null) !== null, "asked of nobody", grant);
    const year = stagesOf(state).findLast(
      (one) => one.stage === grant.stage && one.academicYear === grant.academicYear,
    );
    hold(grant.status !== "due" || year?.outcome === "under-way" || asks !== null, "waits for nobody", grant);
  }
}

/**
 * Levels of a commitment go up through its stage-year, each at 09:00, none twice, whatever stood down or was put off
 * between.
 */
function eachLevelOnce(events: readonly Recorded[]): void {
  let told = new Map<string, number>();
  for (const event of events) {
    if (event.type === "StageStarted") told = new Map();
    if (event.type !== "CommitmentEscalated") continue;
    hold(
      event.level > (told.get(event.commitment) ?? 0) && localTime(event.at) === "09:00",
      "a level twice, down, or not at nine",
      event,
    );
    told.set(event.commitment, event.level);
  }
}

/** As long as its journey goes on no school waits without a day that comes, or somebody who has it to see to. */
function waitsForSomething({ state }: Run): void {
  if (state.status === "none" || (ENDED_STATUSES as readonly string[]).includes(state.status)) return;
  const seenTo = state.tasks.some(({ status, dueOn }) => status === "open" && dueOn !== null);
  hold(seenTo || due(state) !== null, "waits for nothing", state);
}

/** Nobody is on a ladder for a session that was not held, nor for what is met or waived. */
function notChased(run: Run): void {
  const now = run.state.status === "participating" || run.state.status === "paused" ? run.state.year : null;
  for (const one of now?.commitments ?? []) {
    hold(one.status === "missed" || (one.level === 0 && one.next === null), "a ladder for what is not missed", one);
    const held = one.after === null || now?.commitments.find((other) => other.code === one.after)?.status === "met";
    hold(one.status !== "missed" || held, "chased for what was not held", one);
  }
}
