import { expect, it } from "@jest/globals";
import { fold } from "./evolve.ts";
import { begun, PRIMARY_DEVELOPMENT } from "../../test/support/journey.ts";
import { BY_CODE, sentenceOf, type Naming } from "./sentences.ts";

const NAMING: Naming = {
  ...BY_CODE,
  commitment: (code) => `“${code.replaceAll("-", " ")}”`,
  prospectus: () => "Development",
  task: () => "the task",
};
const at = "2024-10-01T09:00:00Z";

it("names commitments, sessions, programmes and tasks as its reader does; else by their codes", () => {
  const due = { type: "CommitmentRescheduled", at, commitment: "meeting-1", dueOn: "2025-05-03" } as const;
  expect(sentenceOf(due)).toBe("meeting-1 is now due on 3 May 2025.");
  expect(sentenceOf(due, NAMING)).toBe("“meeting 1” is now due on 3 May 2025.");
  expect(sentenceOf({ type: "SessionMoved", at, session: "session-2", on: "2025-05-03" }, NAMING)).toBe(
    "“session 2” moves to 3 May 2025.",
  );
  expect(sentenceOf({ type: "TaskClosed", at, task: "2024/25/report" }, NAMING)).toBe(
    "Nothing is left to decide on the task.",
  );
  const soon = { type: "ChaserDue", at, term: "autumn", academicYear: "2024/25", dueAt: at } as const;
  expect(sentenceOf({ ...soon, to: ["maths-lead"], commitments: ["report", "action-plan"] }, NAMING)).toBe(
    "Due soon: “report” and “action plan”; a reminder goes to the maths lead.",
  );
});

it("says every event of a year alike, whoever reads it, but for the names", () => {
  const { events } = begun(PRIMARY_DEVELOPMENT);
  expect(fold(events).status).toBe("participating");
  const same: Naming = { ...BY_CODE, first: (name) => name };
  expect(events.map((event) => sentenceOf(event, same))).toEqual(events.map((event) => sentenceOf(event)));
});

it("says of a task what there is to decide", () => {
  const opened = { type: "TaskOpened", at, task: "move/2", assignee: "hub-lead", commitment: null } as const;
  expect(sentenceOf({ ...opened, about: "move", dueOn: "2024-10-15" })).toBe(
    "The hub lead has to decide whether the school goes to the hub that asks for it.",
  );
  expect(sentenceOf({ ...opened, about: "readiness", dueOn: "2024-10-15" })).toBe(
    "The hub lead has to decide whether the school is Mastery Ready.",
  );
});
