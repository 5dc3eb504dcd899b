// A journey in words, for the operator in the Temporal Web UI and the one line of a list: readable without code, and
// free of personal data.

import { localDate, localTime, type Instant } from "../calendar/instants.ts";
import { nextUp, type Next } from "./due.ts";
import { BY_CODE, type Naming } from "./sentences.ts";
import { currentYear, type Begun, type Commitment, type Journey } from "./state.ts";

export interface Description {
  /** One line: school, status, stage and year. */
  summary: string;
  /** Markdown: stage, year, what is owed, what happens next and when. */
  details: string;
  /**
   * `2021/22 development`: the stage-year last begun, or `application` before the first: one run of the workflow for
   * each.
   */
  chapter: string;
  /** What happens next by itself, in words with its London date; null where nothing does. */
  next: string | null;
  attributes: {
    MathsHub: string;
    URN: string;
    Phase: string;
    Stage: string;
    AcademicYear: string;
    JourneyStatus: string;
  };
}

/** Describes a journey as it stands. Times are given in Europe/London. */
export function describe(journey: string, state: Journey): Description {
  if (state.status === "none") {
    const attributes = {
      MathsHub: "none",
      URN: journey.split("-")[0] ?? journey,
      Phase: "none",
      Stage: "none",
      AcademicYear: "none",
      JourneyStatus: "none",
    };
    return {
      summary: `${journey}: not begun`,
      details: "No application or interest has been recorded.",
      chapter: "not begun",
      next: null,
      attributes,
    };
  }
  const place = placeOf(state);
  const next = nextUp(state);
  const coming = next && `${nextInWords(next)}, ${when(next.at)}`;
  const where = place.stage === "none" ? state.status : `${state.status}, ${place.stage} ${place.academicYear}`;
  return {
    summary: `${state.school.urn} ${state.school.phase}: ${where}`,
    details: detailsOf(state, where, coming),
    chapter: chapterOf(state),
    next: coming,
    attributes: {
      MathsHub: state.hub,
      URN: state.school.urn,
      Phase: state.school.phase,
      Stage: place.stage,
      AcademicYear: place.academicYear,
      JourneyStatus: state.status,
    },
  };
}

function chapterOf(state: Begun): string {
  const year = currentYear(state) ?? state.past.at(-1);
  return year ? `${year.academicYear} ${year.stage}` : "application";
}

/** The stage-year a journey is in, is about to enter, or has applied for; `none` where it has none. */
export function placeOf(state: Begun): { stage: string; academicYear: string; prospectus: string | null } {
  const none = { stage: "none", academicYear: "none", prospectus: null };
  switch (state.status) {
    case "participating":
    case "paused": {
      const at = state.year ?? state.next ?? state.past.at(-1);
      return at ? { stage: at.stage, academicYear: at.academicYear, prospectus: at.prospectus } : none;
    }
    case "interested":
      return ofProspectus(state.prospectus);
    case "applied":
    case "information-requested":
    case "waitlisted":
    case "offered":
    case "accepted":
      return ofProspectus(state.application.prospectus);
    default: {
      const last = state.past.at(-1);
      return last ? { stage: last.stage, academicYear: last.academicYear, prospectus: last.prospectus } : none;
    }
  }
}

/** `2020-21/primary-readiness` → its stage and year. */
function ofProspectus(id: string): { stage: string; academicYear: string; prospectus: string } {
  const [year = "", programme = ""] = id.split("/");
  return { stage: programme.split("-")[1] ?? "none", academicYear: year.replace("-", "/"), prospectus: id };
}

function detailsOf(state: Begun, where: string, coming: string | null): string {
  const year = currentYear(state);
  const lines = [`**${where}** · hub ${state.hub} · URN ${state.school.urn} (${state.school.phase})`];
  if (state.aliases.length > 0) lines.push(`Formerly URN ${state.aliases.join(", ")}.`);
  if (state.status === "offered")
    lines.push(
      `A place is offered${state.offer.workGroup ? ` in ${state.offer.workGroup}` : ""}; the school ` +
        `answers by ${state.offer.respondBy}.`,
    );
  if (year) {
    const missed = year.commitments.filter((one) => one.status === "missed");
    const open = year.commitments.filter((one) => one.status === "open");
    lines.push(missed.length > 0 ? `**Owed now:** ${missed.map(owed).join("; ")}` : "Owed now: nothing.");
    if (open.length > 0) lines.push(`Still to come: ${open.map((one) => `${one.code} (${one.dueOn})`).join(", ")}`);
    lines.push(
      `Met: ${year.commitments.filter((one) => one.status === "met").length} of ${year.commitments.length} ` +
        `commitments.`,
    );
  }
  const grant = state.grants.at(-1);
  if (grant) lines.push(`Grant ${grant.academicYear}: £${grant.amountPence / 100}, ${grant.status}.`);
  const tasks = state.tasks.filter((one) => one.status === "open");
  if (tasks.length > 0) lines.push(`**For the hub lead to decide:** ${tasks.map((one) => one.id).join(", ")}`);
  const stalled = state.effects.filter((one) => one.stalled);
  if (stalled.length > 0)
    lines.push(
      `**Not getting through:** ${stalled.map((one) => `${one.kind} (event ${one.seq})`).join(", ")}; it ` +
        `is being tried again.`,
    );
  if (coming === null || "application" in state) lines.push(waitsFor(state));
  if (coming !== null) lines.push(`Next, by itself: ${coming}.`);
  return lines.join("\n\n");
}

function owed(commitment: Commitment): string {
  const told = ["nobody told yet", "lead teachers told", "headteacher told", "hub lead told"][commitment.level];
  return `${commitment.code} by the ${commitment.by}, since ${commitment.dueOn} (${told})`;
}

/** Who hears of what was missed, level by level. */
const CLIMBS_TO = { 1: "the teachers", 2: "the headteacher", 3: "the hub lead" } as const;

/** What happens next by itself, without its date. `name`: how its reader calls what it names by code. */
export function nextInWords(next: Next, name: Naming = BY_CODE): string {
  switch (next.what) {
    case "window-opens":
      return `applications for ${name.prospectus(next.prospectus)} open and the school is invited`;
    case "offer-reminder":
      return `the school is reminded of its offer`;
    case "offer-lapses":
      return `the offer lapses`;
    case "commitment-missed":
      return `${name.first(name.commitment(next.commitment.code))} counts as missed if nothing comes in`;
    case "escalation":
      return `${name.first(name.commitment(next.commitment.code))} goes to ${CLIMBS_TO[next.level]}`;
    case "reminder":
      return `the ${next.reminder.term} reminder goes out`;
    case "chaser":
      return (
        `the school is reminded that ${next.commitments.map(({ code }) => name.commitment(code)).join(", ")} ` +
        `${next.commitments.length === 1 ? "is" : "are"} due soon`
      );
    case "year-ends":
      return `the stage-year ends`;
    case "year-interrupted":
      return `the pause outlasts the stage-year`;
    case "pause-ends":
      return `the pause ends`;
    case "stage-starts":
      return `the next stage-year begins`;
    case "kept-place-lapses":
      return `the place kept for it in the coming year falls free`;
    case "invitation-reminder":
      return `the school is reminded of its invitation`;
    case "hub-invites":
      return `the hub is asked whether the school goes on`;
    case "settling-ends":
      return `what is not settled by then ends`;
    case "settled-place-lapses":
      return `the place kept for it through its pause falls free`;
    case "hub-asked":
      return `the hub is asked what becomes of the school, which still waits`;
    case "wait-ends":
      return `the wait ends with nothing come of it`;
    case "end-told":
      return `the school is told that its application has ended`;
    case "move-waits":
      return `an operator decides whether the school goes to another hub`;
    case "meeting-near":
      return `${name.first(name.commitment(next.meeting.code))} is announced to those who are to come`;
    case "letters":
      return "people are told, in one letter each";
    case "grant-asks":
      return `somebody has to decide on the grant for ${name.stageYear(next.asks)}`;
    default:
      return next satisfies never;
  }
}

function waitsFor(state: Begun): string {
  switch (state.status) {
    case "interested":
      return "Waits for the school to apply.";
    case "applied":
      return "Waits for the hub: offer, waitlist, decline or redirect.";
    case "information-requested":
      return "Waits for the school to answer the hub’s question.";
    case "waitlisted":
      return (
        `Waits for a place to fall ` +
        `free${state.application.waitsIn === null ? "" : ` in ${state.application.waitsIn}`}.`
      );
    case "offered":
      return "Waits for the school to answer the offer.";
    case "accepted":
      return (
        "Waits for the hub to place the school in its Work Group" +
        `${state.offer.placeBy === null ? "" : `, by ${state.offer.placeBy}`}.`
      );
    case "participating":
      return "Waits for the hub to settle the next stage.";
    case "paused":
      return "Paused until the school returns.";
    default:
      return "Nothing more happens by itself; the school may apply again.";
  }
}

function when(at: Instant): string {
  return `${localDate(at)} ${localTime(at)}`;
}
