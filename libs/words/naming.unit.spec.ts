import { describe, expect, it } from "@jest/globals";
import { begun, because, PRIMARY_DEVELOPMENT, RULES, SECONDARY_DEVELOPMENT } from "../../test/support/journey.ts";
import { parseWhen } from "../calendar/instants.ts";
import { comingOf } from "../journey/due.ts";
import { nextInWords } from "../journey/next-in-words.ts";
import type { JourneyEvent } from "../journey/events.ts";
import { sentenceOf } from "../journey/sentences.ts";
import { whyEscalation } from "../journey/why/escalation.ts";
import { forward } from "../rehearsal/forward/forward.ts";
import { allInWords, byName } from "./naming.ts";

const ALL_IN_WORDS = allInWords((id) => `the group ${id}`);
const at = "2021-01-05T09:00:00Z";
/** As programs write it: a code with a hyphen, a date, an academic year before a code. */
const OF_PROGRAMS = /\b[a-z]+-(?:[a-z]+-)*\d|\d{4}-\d\d|\d{4}\/\d\d\/|\*\*\*/u;

describe("Sentences for people", () => {
  const inWords = (event: JourneyEvent): string => sentenceOf(event, ALL_IN_WORDS([]));

  it.each<[JourneyEvent, string]>([
    [
      { type: "CommitmentRescheduled", at, commitment: "gap-task-1", dueOn: "2021-02-10" },
      "Gap task 1 is now due on 10 February 2021.",
    ],
    [{ type: "TaskClosed", at, task: "2020/21/gap-task-1" }, "Nothing is left to decide on gap task 1."],
    [{ type: "SessionMoved", at, session: "session-2", on: "2021-02-10" }, "Session 2 moves to 10 February 2021."],
    [
      { type: "GrantApproved", at, stage: "development", academicYear: "2020/21", approver: "hub-lead.great-north" },
      "Somebody approves the grant for Development 2020/21.",
    ],
    [
      {
        type: "AttendanceRecorded",
        at,
        session: "session-1",
        on: "2020-10-07",
        present: ["c0ffee-1", "c0ffee-2"],
        absent: [],
        headteacher: true,
      } as JourneyEvent,
      "Session 1 is held: 2 people and the headteacher from the school are there.",
    ],
  ])("call what the rules know by code as people do: %j", (event, says) => expect(inWords(event)).toBe(says));

  it("call a commitment by the name it had in its year, to the school or to others", () => {
    const { promised } = comingOf(begun(PRIMARY_DEVELOPMENT).state);
    const waived: JourneyEvent = { type: "CommitmentWaived", at, commitment: "action-plan" };
    expect(sentenceOf(waived, byName("your")(promised))).toBe("Waived: “Action plan for your school”.");
    expect(sentenceOf(waived, byName("the")(promised))).toBe("Waived: “Action plan for the school”.");
    expect(sentenceOf(waived, byName("the")([]))).toBe("Waived: “Action plan”.");
  });

  it.each([
    ["a year", begun()],
    ["a year of Development", begun(SECONDARY_DEVELOPMENT)],
    ["a pause", begun().on("2020-10-01T09:00", "PauseJourney", { ...because, until: "2021-01-31" })],
  ])("hold no code, no date and no mark of programs, whatever lies ahead: %s", (_name, past) => {
    const found = forward(
      past.state,
      RULES,
      { from: parseWhen("2020-10-02"), until: parseWhen("2021-09-30") },
      byName("your"),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { says, unless } of found) expect(`${says} ${unless}`).not.toMatch(OF_PROGRAMS);
    const brought = past.until("2021-09-05").events.slice(past.events.length);
    for (const event of brought) expect(inWords(event)).not.toMatch(OF_PROGRAMS);
    const { next, promised } = comingOf(past.state);
    expect(next && nextInWords(next, byName("the")(promised))).toMatch(/^\D+$|^[^\d]*“[^”]+”/u);
  });

  it("say why in the same way", () => {
    const past = begun().until("2021-01-20");
    const told = past.events.find((event) => event.type === "CommitmentEscalated" && event.commitment === "gap-task-1");
    const facts = past.events.map((event) => ({ event, by: { who: "somebody", role: "hub-lead" } as const }));
    const why = whyEscalation(facts, told?.seq ?? 0, RULES.catalogue, parseWhen("2021-01-31"), ALL_IN_WORDS);
    expect(why?.about).toBe("Level 1 about gap task 1, Readiness 2020/21");
    for (const { says, rule } of why?.chain ?? []) expect(`${says} ${rule?.says ?? ""}`).not.toMatch(OF_PROGRAMS);
  });
});
