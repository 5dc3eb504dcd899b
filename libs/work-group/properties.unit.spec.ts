// Whatever is asked of several schools and their Work Groups, in whatever order: no group has more schools than places,
// no school is in two groups of a stage-year, evidence stays whoever leaves, and every command comes to events or to
// one code that callers know.

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  applicationOf,
  experienced,
  later,
  likely,
  PROGRAMME,
  reason,
  SCHOOLS,
  step,
  teacher,
  TEACHERS,
  type Step,
} from "../../test/support/drawn-steps.ts";
import { HubWorld } from "../../test/support/hub-world.ts";
import { REJECTION_CODES } from "../journey/rejection.ts";
import { groupsOf } from "../journey/places.ts";
import { writtenForPrograms } from "../../test/support/plain-words.ts";
import { groupNameOf } from "../words/group-name.ts";
import { describe as inWords } from "./describe.ts";
import { happened } from "./happened.ts";
import { sampled } from "../../test/support/sampled.ts";

/** Plain code and not `expect`: it is asked a hundred thousand times. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function take(world: HubWorld, one: Step, when: string): void {
  if (one.to === "time") world.until(when);
  else if (one.to === "service") world.settle(when);
  else if (one.to === "likely") take(world, likely(world, one.school, one.pick), when);
  else if (one.to === "group") known(world.tell(one.group, when, one.type, one.data));
  else {
    const journey = SCHOOLS[one.school] ?? "";
    const before = world.journey(journey).events.length;
    const { rejection } = known(world.ask(journey, when, one.type, one.data));
    must(
      world.journey(journey).events.length > before === (rejection === null),
      `${one.type} comes to events or to one code, never both, never neither`,
    );
  }
}

function known(came: ReturnType<HubWorld["ask"]>): ReturnType<HubWorld["ask"]> {
  if (came.rejection !== null) must(REJECTION_CODES.includes(came.rejection.code), `${came.rejection.code} is known`);
  return came;
}

function check(world: HubWorld): void {
  const books = [...world.groups].flatMap(([id, { state }]) => (state.status === "none" ? [] : [{ id, state }]));
  for (const { id, state } of books) {
    const most = state.places?.most ?? Infinity;
    must(state.taken.length <= most, `${id} has no more schools than places`);
    const named = [...state.taken, ...state.waitlist].map(({ journey }) => journey);
    must(new Set(named).size === named.length, `${id} names a school once`);
    const first = state.waitlist.find(({ held }) => !held);
    for (const { journey, status } of state.taken) {
      const offered =
        groupsOf(world.journey(journey).state).includes(id) &&
        world.status(journey) !== "waitlisted" &&
        world.status(journey) !== "applied";
      must(
        state.status === "ended" ||
          status === "taken" ||
          offered ||
          state.effects.some((one) => one.journey === journey),
        `${id} keeps a place for ${journey} that is offered or about to be`,
      );
    }
    must(
      state.status === "ended" ||
        state.taken.length === most ||
        first === undefined ||
        (state.offersFrom ?? "") > state.lastAt,
      `${id} leaves no place free while somebody waits for it, but until the next morning`,
    );
  }
  const open = books.filter(({ state }) => state.status === "formed");
  for (const journey of SCHOOLS) {
    const { state } = world.journey(journey);
    const holding = open.filter((book) => book.state.taken.some((one) => one.journey === journey)).map(({ id }) => id);
    must(holding.length <= 1, `${journey} is in one group`);
    // Whoever has an offer or a place in a group that is formed is in its book, and whoever is in it has one, or is
    // about to.
    const has =
      state.status === "offered" ||
      state.status === "accepted" ||
      state.status === "participating" ||
      state.status === "paused";
    const claims = has ? groupsOf(state).filter((id) => open.some((book) => book.id === id)) : [];
    if (claims.length > 0)
      must(
        claims.join() === holding.join(),
        `${journey} holds a place in ${claims.join()}, by the books in ${holding.join()}`,
      );
    else
      must(
        holding.length === 0 || "application" in state,
        `${journey} is ${state.status} and holds a place in ${holding.join()}`,
      );
  }
}

/** An operator reads each group without code, id or a day as programs write it. */
function read(world: HubWorld): void {
  for (const [id, { state, events }] of world.groups) {
    const lines = events.map((event) => happened(event, state, groupNameOf) ?? "");
    const strange = [inWords(id, state).details, ...lines].flatMap(writtenForPrograms);
    must(strange.length === 0, `written for programs: ${strange.join(" ")}`);
  }
}

describe("Whatever is asked", () => {
  it("the books of schools and Work Groups agree, and no place is given twice", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(later, step), { minLength: 20, maxLength: 70 }), (steps) => {
        const world = new HubWorld();
        SCHOOLS.forEach((journey, index) =>
          world.do(journey, "2021-06-01T09:00", "SubmitApplication", applicationOf(index)),
        );
        world.doGroup("north", "2021-06-01T09:00", "FormWorkGroup", {
          hub: "great-north",
          prospectus: PROGRAMME,
          lead: "lead-1",
          leadRole: "secondary-mastery-specialist",
        });
        let ms = Date.UTC(2021, 5, 1, 9);
        for (const [hours, one] of steps) {
          ms += hours * 3_600_000;
          take(world, one, `${new Date(ms).toISOString().slice(0, 19)}Z`);
          check(world);
        }
        read(world);
      }),
      sampled(250),
    );
  });

  it("evidence stays when a teacher is replaced or leaves", () => {
    const change = fc.oneof(
      fc.record({ participant: teacher, by: teacher }).map(
        ({ participant, by }) =>
          (world: HubWorld, when: string) =>
            world.ask(SCHOOLS[0] ?? "", when, "ReplaceParticipant", {
              participant,
              by,
              role: "mastery-advocate",
              reason,
              ...experienced,
            }),
      ),
      teacher.map(
        (participant) => (world: HubWorld, when: string) =>
          world.ask(SCHOOLS[0] ?? "", when, "ReleaseParticipant", { participant, reason }),
      ),
      fc
        .record({
          session: fc.constantFrom("session-1", "session-2"),
          present: fc.subarray(TEACHERS),
          on: fc.integer({ min: 1, max: 28 }),
        })
        .map(
          ({ session: code, present, on }) =>
            (world: HubWorld, when: string) =>
              world.ask(SCHOOLS[0] ?? "", when, "RecordAttendance", {
                session: code,
                on: `2021-10-${String(on).padStart(2, "0")}`,
                present,
              }),
        ),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 5, maxLength: 30 }), (changes) => {
        const journey = SCHOOLS[0] ?? "";
        const world = new HubWorld()
          .do(journey, "2021-06-01T09:00", "SubmitApplication", applicationOf(0))
          .do(journey, "2021-06-02T09:00", "OfferPlace", {})
          .do(journey, "2021-06-03T09:00", "AcceptOffer", {})
          .do(journey, "2021-06-04T09:00", "PlaceInWorkGroup", {});
        for (const participant of TEACHERS.slice(0, 2))
          world.do(journey, "2021-06-05T09:00", "NominateParticipant", {
            participant,
            role: "mastery-advocate",
            ...experienced,
          });
        world.until("2021-11-01");
        let before = world.year(journey).evidence;
        for (const make of changes) {
          known(make(world, "2021-11-01T09:00"));
          const after = world.year(journey).evidence;
          expect(after.slice(0, before.length)).toEqual(before);
          before = after;
        }
      }),
      sampled(250),
    );
  });
});
