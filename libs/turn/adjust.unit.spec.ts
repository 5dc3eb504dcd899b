import { describe, expect, it } from "@jest/globals";
import { parseWhen } from "../calendar/instants.ts";
import { because, RULES } from "../../test/support/journey.ts";
import type { HubWorld } from "../../test/support/hub-world.ts";
import { developers, MARCH, planOf, readers } from "../../test/support/turning.ts";
import { adjust } from "./adjust.ts";
import type { Wishes } from "./wishes.ts";
import { sentenceOfRejection } from "../words/rejection.ts";

const EMBEDDING = "great-north-2021-22-secondary-embedding-1";
const NEXT = "great-north-2021-22-primary-development-1";
const A = "200001-secondary",
  B = "200002-secondary";
const urns = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => 100000 + number);
const lead = { lead: "lead-2", leadRole: "mastery-specialist" };

const doing = (world: HubWorld, wishes: Wishes = {}, when = MARCH, into = "2021/22") =>
  adjust(planOf(world, into, when), wishes, parseWhen(when), RULES);
const steps = (...asked: Parameters<typeof doing>) => {
  const made = doing(...asked);
  if ("rejection" in made) throw new Error(`${made.rejection.code}: ${sentenceOfRejection(made.rejection)}`);
  return made.steps.map(({ type, subject, data }) => [type, subject, "workGroup" in data ? data.workGroup : null]);
};
const code = (...asked: Parameters<typeof doing>) => {
  const made = doing(...asked);
  return "rejection" in made
    ? [made.rejection.code, ...(made.rejection.errors ?? []).map(({ pointer }) => pointer)]
    : [];
};
const ready = (): HubWorld =>
  urns.reduce((world, urn) => world.do(`${urn}-primary`, MARCH, "ConfirmReadiness", { ready: true }), readers(...urns));

describe("The proposal as it stands", () => {
  it("forms each group, then invites each school to its place", () => {
    expect(steps(developers(200001, 200002))).toEqual([
      ["FormWorkGroup", EMBEDDING, null],
      ["InviteToNextStage", A, EMBEDDING],
      ["InviteToNextStage", B, EMBEDDING],
    ]);
  });
  it("places, and does not invite, who has said that it goes on", () => {
    const world = developers(200001, 200002).do(A, MARCH, "InviteToNextStage", {}).do(A, MARCH, "ConfirmNextStage", {});
    expect(steps(world)).toEqual([
      ["FormWorkGroup", EMBEDDING, null],
      ["PlaceInWorkGroup", A, EMBEDDING],
      ["InviteToNextStage", B, EMBEDDING],
    ]);
  });
  it("waits for a lead where nobody fits", () => {
    expect(code(ready())).toEqual(["lead-not-fit"]);
    expect(steps(ready(), { groups: [{ id: NEXT, ...lead }] })).toHaveLength(9);
  });
  it("invites who has no place all the same, without one", () => {
    expect(steps(ready(), { groups: [{ id: NEXT, ...lead }] }).at(-1)).toEqual([
      "InviteToNextStage",
      "100008-primary",
      null,
    ]);
  });
});

describe("The hub", () => {
  it("leaves out a school, or a group whose schools are then invited without a place", () => {
    expect(steps(developers(200001, 200002), { leaveOut: [A] })).toEqual([
      ["FormWorkGroup", EMBEDDING, null],
      ["InviteToNextStage", B, EMBEDDING],
    ]);
    expect(steps(developers(200001, 200002), { groups: [{ id: EMBEDDING, leaveOut: true }] })).toEqual([
      ["InviteToNextStage", A, null],
      ["InviteToNextStage", B, null],
    ]);
  });
  it("parts a group into two", () => {
    const wishes: Wishes = {
      groups: [
        { id: EMBEDDING, schools: [A] },
        {
          id: "other",
          prospectus: "2021-22/secondary-embedding",
          lead: "lead-3",
          leadRole: "secondary-mastery-specialist",
          schools: [B],
        },
      ],
    };
    expect(steps(developers(200001, 200002), wishes)).toEqual([
      ["FormWorkGroup", EMBEDDING, null],
      ["FormWorkGroup", "other", null],
      ["InviteToNextStage", A, EMBEDDING],
      ["InviteToNextStage", B, "other"],
    ]);
  });
  it("asks a school back that has left", () => {
    const world = developers(200001)
      .do(A, "2021-06-01T08:00", "ConfirmCompletion", { completed: true, ...because })
      .until("2024-03-01");
    expect(steps(world, { invite: [A] }, "2024-03-15T09:00", "2024/25")).toEqual([["InviteToNextStage", A, null]]);
  });
  it("puts no more schools into a group than it holds", () => {
    expect(code(ready(), { groups: [{ id: NEXT, ...lead, schools: urns.map((urn) => `${urn}-primary`) }] })).toEqual([
      "group-full",
    ]);
    expect(
      code(ready(), {
        groups: [
          { id: NEXT, ...lead, schools: [] },
          {
            id: "one-more",
            prospectus: "2021-22/primary-development",
            ...lead,
            schools: urns.map((urn) => `${urn}-primary`),
          },
        ],
      }),
    ).toEqual(["group-full"]);
  });
  it("is told by pointer what does not fit", () => {
    const world = developers(200001, 200002);
    expect(code(world, { leaveOut: ["x"], invite: ["y"] })).toEqual(["invalid", "/leaveOut/0", "/invite/0"]);
    expect(code(world, { groups: [{ id: "other" }] })).toEqual(["invalid", "/groups/0/id"]);
    expect(code(world, { groups: [{ id: EMBEDDING, schools: [A, A, "100001-primary"] }] })).toEqual([
      "invalid",
      "/groups/0/schools/1",
      "/groups/0/schools/2",
    ]);
    const formed = developers(200001).doGroup("embedding-a", MARCH, "FormWorkGroup", {
      hub: "great-north",
      prospectus: "2021-22/secondary-embedding",
      lead: "lead-9",
      leadRole: "secondary-mastery-specialist",
    });
    expect(code(formed, { groups: [{ id: "embedding-a", lead: "lead-2", schools: [A] }] })).toEqual([
      "invalid",
      "/groups/0/lead",
    ]);
    expect(
      steps(formed, {
        groups: [
          { id: EMBEDDING, leaveOut: true },
          { id: "embedding-a", schools: [A] },
        ],
      }),
    ).toEqual([["InviteToNextStage", A, "embedding-a"]]);
    expect(code(world, { respondBy: "2021-03-01" })).toEqual(["invalid", "/respondBy"]);
    expect(
      code(ready(), {
        groups: [
          { id: NEXT, lead: "lead-2", leadRole: "mastery-specialist" },
          { id: "One More", prospectus: "2021-22/primary-development" },
        ],
      }),
    ).toEqual(["invalid", "/groups/1/id"]);
  });
});
