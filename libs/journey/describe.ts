// A journey in words, for the operator in the Temporal Web UI and the one line of a list: readable without code, and
// free of personal data.

import { localDate, localTime, type Instant } from "../calendar/instants.ts";
import { groupNameOf, type GroupNaming } from "../words/group-name.ts";
import { needsIf, type Need } from "../words/needs.ts";
import { detailsOf, needsOf } from "./details.ts";
import { nextUp } from "./due.ts";
import { nextInWords } from "./next-in-words.ts";
import { currentYear, type Begun, type Journey } from "./state.ts";

export interface Description {
  /** One line: school, status, stage and year. */
  summary: string;
  /** Markdown, for a person: stage, year, what is owed, what happens next and when. */
  details: string;
  /**
   * `2021/22 development`: the stage-year last begun, or `application` before the first: one run of the workflow for
   * each.
   */
  chapter: string;
  /** What happens next by itself, by its codes, with its London date; null where nothing does. */
  next: string | null;
  attributes: {
    MathsHub: string;
    URN: string;
    Phase: string;
    Stage: string;
    AcademicYear: string;
    JourneyStatus: string;
    Needs: Need[];
  };
}

/** Describes a journey as it stands. Times are given in Europe/London. `called`: what Work Groups are called. */
export function describe(journey: string, state: Journey, called: GroupNaming = groupNameOf): Description {
  if (state.status === "none") {
    const attributes = {
      MathsHub: "none",
      URN: journey.split("-")[0] ?? journey,
      Phase: "none",
      Stage: "none",
      AcademicYear: "none",
      JourneyStatus: "none",
      Needs: needsIf([]),
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
  return {
    ...inShort(state),
    details: detailsOf(state, called),
    chapter: chapterOf(state),
    attributes: {
      MathsHub: state.hub,
      URN: state.school.urn,
      Phase: state.school.phase,
      Stage: place.stage,
      AcademicYear: place.academicYear,
      JourneyStatus: state.status,
      Needs: needsOf(state),
    },
  };
}

/** Of its description what a line of a list says of it. */
export function inShort(state: Begun): Pick<Description, "summary" | "next"> {
  const { stage, academicYear } = placeOf(state);
  const next = nextUp(state);
  const where = stage === "none" ? state.status : `${state.status}, ${stage} ${academicYear}`;
  return {
    summary: `${state.school.urn} ${state.school.phase}: ${where}`,
    next: next && `${nextInWords(next)}, ${when(next.at)}`,
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

function when(at: Instant): string {
  return `${localDate(at)} ${localTime(at)}`;
}
