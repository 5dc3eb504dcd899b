// Given what happened, when commands come, then events: of a round, in every book it has at hand.

import { describe, expect, it } from "@jest/globals";
import { application, applied, because, offered, READINESS, RULES, type Past } from "../../test/support/journey.ts";
import type { Command, CommandData, CommandName } from "../journey/commands.ts";
import type { CommandRecord } from "../store/command-log.ts";
import type { Recorded } from "../work-group/events.ts";
import type { Books } from "./kind.ts";
import { KINDS, PURE_KINDS } from "./kinds.ts";
import { decideRound, foreseeRound, type Round } from "./round.ts";
import { begin, NO_BOOKS, withStanding } from "./standing.ts";

const SCHOOL = "100001-primary";
const GROUP = "work-group/group-1";
const JUNE = "2020-06-10T09:00:00Z";
const HUB_LEAD = { who: "p-1", role: "hub-lead" as const };

/** A group with one place. */
const FORMED: Recorded = {
  type: "WorkGroupFormed",
  at: "2020-05-01T09:00:00Z",
  seq: 1,
  hub: "great-north",
  prospectus: READINESS,
  academicYear: "2020/21",
  lead: "lead-1",
  leadRole: "mastery-readiness-lead",
  places: { least: 1, most: 1 },
  sessions: [],
};

const asked = <N extends CommandName>(id: string, type: N, data: CommandData[N], at = JUNE): Command =>
  ({ id, type, at, by: HUB_LEAD, data }) as Command;

interface Given {
  past?: Past;
  inGroup?: readonly Recorded[];
  known?: readonly CommandRecord[];
  kind?: (typeof KINDS)["journey"];
}

function booksOf(past: Past, inGroup: readonly Recorded[] = [FORMED]): Books {
  const own = withStanding(NO_BOOKS, "journey", begin(PURE_KINDS.journey, SCHOOL, past.events));
  return withStanding(own, "work-group", begin(PURE_KINDS["work-group"], GROUP, inGroup));
}

/** What one command would come to on a school's journey. */
function foreseen(past: Past, command: Command) {
  const begun = { books: booksOf(past), hand: {} };
  return foreseeRound(KINDS.journey, PURE_KINDS, RULES, { subject: SCHOOL, command }, begun);
}

/** A round on a school's journey, with its group's book. */
function round(
  { past = applied(), inGroup = [FORMED], known = [], kind = KINDS.journey }: Given,
  commands: readonly Command[],
  now = JUNE,
): Round<"journey"> {
  const books = booksOf(past, inGroup);
  const byId = new Map(known.map((one) => [one.id, one]));
  return decideRound(kind, PURE_KINDS, RULES, { subject: SCHOOL, now, commands }, { books, hand: {} }, byId);
}

const inJourney = ({ books }: Round<"journey">) =>
  books.journey.get(SCHOOL)?.news.map(({ event, commandId }) => [event.type, commandId]);
const inGroup = ({ books }: Round<"journey">) =>
  books["work-group"].get(GROUP)?.news.map(({ event, commandId }) => [event.type, commandId]);

const record = (id: string, subject: string): CommandRecord => ({
  id,
  subject,
  name: "OfferPlace",
  principal: "p-1",
  bodyDigest: null,
  receivedAt: JUNE,
  outcome: { command: id, accepted: true, version: 7, status: "offered" },
  asked: null,
  epoch: null,
  recordedAt: JUNE,
});

describe("a round", () => {
  it("decides each command on what the one before has left, in every book", () => {
    const offer = asked("one", "OfferPlace", { workGroup: "group-1" });
    const told = round({}, [offer, asked("two", "AcceptOffer", {}), asked("three", "AcceptOffer", {})]);
    expect(told.outcomes).toMatchObject([
      { command: "one", accepted: true, version: 2, status: "offered" },
      { command: "two", accepted: true, version: 3, status: "accepted" },
      { command: "three", accepted: false, rejection: { code: "not-in-this-state" } },
    ]);
    expect(inJourney(told)).toEqual([
      ["PlaceOffered", "one"],
      ["OfferAccepted", "two"],
    ]);
    expect(inGroup(told)).toEqual([["PlaceReserved", "one"]]);
    expect(told.settled.map(({ command }) => command.id)).toEqual(["one", "two", "three"]);
  });

  it("has time go first where it brought something before the command came", () => {
    const late = "2020-07-01T09:00:00Z"; // the offer of 3 June was open until the 30th
    const told = round({ past: offered() }, [asked("late", "WithdrawApplication", because, late)], late);
    expect(told.outcomes).toMatchObject([{ accepted: false, rejection: { code: "not-in-this-state" } }]);
    expect(inJourney(told)).toEqual([
      ["OfferLapsed", null],
      ["LettersDue", null],
    ]);
    const inTime = round({ past: offered() }, [asked("in-time", "WithdrawApplication", because)], late);
    expect(inTime.outcomes).toMatchObject([{ accepted: true, status: "withdrawn" }]);
  });

  it("says the status after the command, and not what time has made of it since", () => {
    const offer = asked("one", "OfferPlace", { workGroup: "group-1", respondBy: "2020-06-30" });
    const lapsed = round({}, [offer], "2020-07-02T09:00:00Z");
    expect(lapsed.outcomes).toMatchObject([{ accepted: true, version: 2, status: "offered" }]);
    expect(lapsed.books.journey.get(SCHOOL)?.state.status).toBe("lapsed");
  });

  it("answers a command that was met before as it was answered then, and takes none of another subject", () => {
    const offer = asked("met", "OfferPlace", { workGroup: "group-1" });
    const again = round({ known: [record("met", SCHOOL)] }, [offer, offer]);
    expect(again.outcomes).toEqual([record("met", SCHOOL).outcome, record("met", SCHOOL).outcome]);
    expect([inJourney(again), again.settled]).toEqual([[], []]);
    const elsewhere = round({ known: [record("met", "100002-primary")] }, [offer]);
    expect(elsewhere.outcomes).toMatchObject([{ accepted: false, rejection: { code: "key-reused" } }]);
    expect(inJourney(elsewhere)).toEqual([]);
  });

  it("makes a defect in one command its own fault; the others and the clock go on", () => {
    const { decide } = KINDS.journey;
    const kind: (typeof KINDS)["journey"] = {
      ...KINDS.journey,
      decide(scene, command) {
        if (command.id === "broken") throw new TypeError("a defect");
        return decide(scene, command);
      },
    };
    const offer = asked("one", "OfferPlace", { workGroup: "group-1", respondBy: "2020-06-30" });
    const told = round({ kind }, [asked("broken", "AcceptOffer", {}), offer], "2020-07-02T09:00:00Z");
    expect(told.outcomes).toMatchObject([
      { command: "broken", fault: expect.stringMatching(/^TypeError at libs\/book\/round\.unit\.spec\.ts:\d+$/) },
      { command: "one", accepted: true },
    ]);
    expect(told.settled.map(({ command }) => command.id)).toEqual(["one"]);
    expect(inJourney(told)?.slice(-2)).toEqual([
      ["OfferLapsed", null],
      ["LettersDue", null],
    ]);
  });

  it("says where time broke, and has decided all the same", () => {
    const broken = (): never => {
      throw new RangeError("a defect");
    };
    const told = round({ kind: { ...KINDS.journey, tick: broken } }, [
      asked("one", "OfferPlace", { workGroup: "group-1" }),
    ]);
    expect(told.tickFault).toMatch(/^RangeError at libs\/book\/round\.unit\.spec\.ts:\d+$/);
    expect(inJourney(told)).toEqual([["PlaceOffered", "one"]]);
  });
});

describe("what a command would come to", () => {
  it("is what it comes to when it is sent", () => {
    const offer = asked("one", "OfferPlace", { workGroup: "group-1" });
    const sent = round({}, [offer]);
    const journey = sent.books.journey.get(SCHOOL);
    expect(foreseen(applied(), offer)).toEqual({
      events: journey?.added,
      after: journey?.state,
      all: expect.arrayContaining([{ kind: "journey", subject: SCHOOL, event: journey?.added[0] }]),
      skipped: [],
    });
    expect(foreseen(applied(), asked("two", "AcceptOffer", {}))).toMatchObject({
      rejection: { code: "not-in-this-state" },
    });
  });

  it("has time go first, and does not count what that brings among its consequences", () => {
    const late = "2020-07-01T09:00:00Z"; // the offer of 3 June was open until the 30th
    expect(foreseen(offered(), asked("late", "WithdrawApplication", because, late))).toMatchObject({
      rejection: { code: "not-in-this-state" },
    });
    const again = foreseen(offered(), asked("again", "SubmitApplication", application(READINESS), late));
    expect(again).toMatchObject({ events: [{ type: "ApplicationSubmitted" }], after: { status: "applied" } });
  });
});
