import { expect, it } from "@jest/globals";
import { codeOf, HubWorld } from "../../test/support/hub-world.ts";
import { application, schoolFor, text } from "../../test/support/journey.ts";

// A group’s own tasks are given to somebody as those of a school are: a register that nobody took, too few schools.

const PROGRAMME = "2024-25/primary-development";
const REGISTER = "2024/25/register/session-1";
const reason = text(3);
const SCHOOLS = ["100001", "100002"].map((urn) => `${urn}-primary`);
/** As many as the page asks for. */
const SIX = [...SCHOOLS, ...["100003", "100004", "100005", "100006"].map((urn) => `${urn}-primary`)];

/** Schools are placed; the first session was on 2 October, and nobody took its register. */
function untaken(schools = SCHOOLS): HubWorld {
  const world = new HubWorld().doGroup("north", "2024-05-07T09:00", "FormWorkGroup", {
    hub: "great-north",
    prospectus: PROGRAMME,
    lead: "lead-1",
    leadRole: "mastery-specialist",
  });
  for (const journey of schools) {
    const school = schoolFor(PROGRAMME, { urn: journey.slice(0, 6) });
    world
      .do(journey, "2024-05-08T09:00", "SubmitApplication", application(PROGRAMME, { school }))
      .do(journey, "2024-05-09T09:00", "OfferPlace", { workGroup: "north" })
      .do(journey, "2024-05-09T09:00", "AcceptOffer", {})
      .do(journey, "2024-06-03T09:00", "PlaceInWorkGroup", {});
  }
  return world.until("2024-10-03");
}
const ask = (world: HubWorld, when: string, more: { task?: string; assignee?: string; dueOn?: string } = {}) =>
  world.tell("north", when, "AssignTask", { task: REGISTER, assignee: "office-1", ...more });
const given = (world: HubWorld) => world.group("north").sessions.find(({ code }) => code === "session-1")?.given;
const assigned = (world: HubWorld) => world.book("north").filter(({ type }) => type === "TaskAssigned");

it("a register that nobody took is given to somebody, with another day or the same; schools hear nothing", () => {
  const world = untaken();
  const before = SCHOOLS.map((journey) => world.journey(journey).events.length);
  expect(ask(world, "2024-10-03T09:00").rejection).toBeNull();
  expect(given(world)).toMatchObject({ assignee: "office-1", dueOn: null });
  ask(world, "2024-10-04T09:00", { assignee: "lead-1", dueOn: "2024-10-18" });
  ask(world, "2024-10-07T09:00");
  expect(given(world)).toEqual({ assignee: "office-1", at: "2024-10-07T08:00:00Z", dueOn: "2024-10-18" });
  expect(SCHOOLS.map((journey) => world.journey(journey).events.length)).toEqual(before);
});

it("given once more to whom it is given is nothing new", () => {
  const world = untaken();
  for (const when of ["2024-10-03T09:00", "2024-10-04T09:00"]) expect(ask(world, when).rejection).toBeNull();
  expect(assigned(world)).toMatchObject([{ type: "TaskAssigned", task: REGISTER, assignee: "office-1" }]);
});

it("not before it is one, nor one of another session, nor for a day that has passed or has no school", () => {
  const world = untaken();
  for (const task of ["2024/25/register/session-2", "2024/25/group", "2023/24/register/session-1", "any"])
    expect(codeOf(ask(world, "2024-10-03T09:00", { task }))).toBe("not-found");
  expect(codeOf(ask(world, "2024-10-03T09:00", { dueOn: "2024-10-02" }))).toBe("invalid");
  expect(codeOf(ask(world, "2024-10-03T09:00", { dueOn: "2024-10-19" }))).toBe("not-a-school-day");
  expect(assigned(world)).toEqual([]);
});

it("a session that is moved, or whose register is taken, is nobody’s any more", () => {
  const moved = untaken();
  ask(moved, "2024-10-03T09:00");
  moved.doGroup("north", "2024-10-03T10:00", "MoveSession", { session: "session-1", on: "2024-10-09", reason });
  expect(given(moved)).toBeUndefined();
  expect(codeOf(ask(moved, "2024-10-03T11:00"))).toBe("not-found");
  // Not taken on the new day either: a task anew, of whoever takes the registers.
  expect(codeOf(ask(moved, "2024-10-10T09:00"))).toBeNull();

  const taken = untaken();
  ask(taken, "2024-10-03T09:00");
  const schools = SCHOOLS.map((journey) => ({ journey, present: [] }));
  taken.doGroup("north", "2024-10-03T10:00", "TakeRegister", { session: "session-1", on: "2024-10-02", schools });
  expect(codeOf(ask(taken, "2024-10-04T09:00"))).toBe("not-found");
});

it("that a group has too few schools is given to somebody until it is decided", () => {
  const world = untaken(SIX).do(SIX[0] ?? "", "2024-10-03T09:00", "WithdrawSchool", { reason });
  const task = "2024/25/group";
  expect(world.group("north").task).not.toBeNull();
  expect(codeOf(ask(world, "2024-10-04T09:00", { task, dueOn: "2024-11-08" }))).toBeNull();
  expect(world.group("north").task).toMatchObject({ dueOn: "2024-11-08", given: { assignee: "office-1" } });
  world.doGroup("north", "2024-10-07T09:00", "DecideGroup", { decision: "go-on", reason });
  expect(codeOf(ask(world, "2024-10-08T09:00", { task }))).toBe("not-found");
});
