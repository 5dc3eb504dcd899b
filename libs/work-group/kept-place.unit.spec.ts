// A place that an invitation to the next stage keeps in next year's group, as an offer reserves one.

import { describe, expect, it } from "@jest/globals";
import { codeOf, type HubWorld } from "../../test/support/hub-world.ts";
import { because } from "../../test/support/journey.ts";
import { developers, MARCH } from "../../test/support/turning.ts";

const A = "200001-secondary",
  B = "200002-secondary",
  C = "200003-secondary";
const GROUP = {
  hub: "great-north",
  prospectus: "2021-22/secondary-embedding",
  lead: "lead-1",
  leadRole: "secondary-mastery-specialist",
  secondYearDone: true,
};
/** Three Development schools, and a group of two places for the year after. */
const world = (): HubWorld =>
  developers(200001, 200002, 200003).doGroup("next", MARCH, "FormWorkGroup", { ...GROUP, places: 2 });
const invite = (hub: HubWorld, journey: string, workGroup = "next") =>
  hub.ask(journey, MARCH, "InviteToNextStage", { workGroup, respondBy: "2021-04-19" });
const invited = (): HubWorld => {
  const hub = world();
  for (const journey of [A, B]) invite(hub, journey);
  return hub;
};
const places = (hub: HubWorld) => hub.group("next").taken.map(({ journey, status }) => [journey, status]);

describe("An invitation that names a Work Group keeps a place in it", () => {
  it("while it has one, and the school that comes too late is told so", () => {
    const hub = invited();
    expect(places(hub)).toEqual([
      [A, "reserved"],
      [B, "reserved"],
    ]);
    expect(codeOf(invite(hub, C))).toBe("group-full");
    expect(codeOf(hub.ask(C, MARCH, "InviteToNextStage", {}))).toBeNull();
    expect(hub.journey(A).events.at(-1)).toMatchObject({
      type: "NextStageInvited",
      workGroup: "next",
      respondBy: "2021-04-19",
    });
  });
  it("in a group that is formed, of this hub and of that stage and year", () => {
    const hub = world()
      .doGroup("development", MARCH, "FormWorkGroup", { ...GROUP, prospectus: "2021-22/secondary-development" })
      .doGroup("elsewhere", MARCH, "FormWorkGroup", { ...GROUP, hub: "far-south" });
    expect(["development", "elsewhere", "nobody-formed-it"].map((group) => codeOf(invite(hub, A, group)))).toEqual([
      "wrong-group",
      "wrong-group",
      "not-found",
    ]);
  });
  it("until a day on which somebody is at the school to answer; where none is named, until 31 October", () => {
    const asked = { workGroup: "next", respondBy: "2021-04-12" };
    expect(codeOf(world().ask(A, MARCH, "InviteToNextStage", asked))).toBe("not-a-school-day");
    expect(codeOf(world().ask(A, MARCH, "InviteToNextStage", { ...asked, ...because }))).toBeNull();
    const usual = world().do(A, "2021-03-08T09:00", "InviteToNextStage", { workGroup: "next" });
    expect(usual.journey(A).events.at(-1)).toMatchObject({ type: "NextStageInvited", respondBy: "2021-10-31" });
  });
  it("until the last day to answer, which lies before the end of that year", () => {
    const hub = world();
    expect(codeOf(hub.ask(A, MARCH, "InviteToNextStage", { workGroup: "next", respondBy: "2021-03-01" }))).toBe(
      "invalid",
    );
    expect(codeOf(hub.ask(A, MARCH, "InviteToNextStage", { workGroup: "next", respondBy: "2022-09-01" }))).toBe(
      "invalid",
    );
  });
});

describe("The place that is kept", () => {
  it("is the school’s when it says that it goes on, and its year begins in that group", () => {
    const hub = invited()
      .do(A, "2021-04-01T08:00", "ConfirmCompletion", { completed: true, ...because })
      .do(A, "2021-04-01T09:00", "ConfirmNextStage", {});
    expect(places(hub)).toEqual([
      [B, "reserved"],
      [A, "taken"],
    ]);
    expect(hub.until("2021-09-02").year(A)).toMatchObject({ stage: "embedding", workGroup: "next" });
  });
  const frees: [string, string, (hub: HubWorld) => HubWorld][] = [
    ["declines", "declined", (hub) => hub.do(A, "2021-04-01T09:00", "DeclineOffer", {})],
    ["withdraws", "withdrawn", (hub) => hub.do(A, "2021-04-01T09:00", "WithdrawSchool", because)],
    ["does not answer in time", "lapsed", (hub) => hub.until("2021-04-20T00:00")],
    [
      "is invited elsewhere",
      "not-going-on",
      (hub) =>
        hub
          .doGroup("again", MARCH, "FormWorkGroup", { ...GROUP, prospectus: "2021-22/secondary-development" })
          .do(A, "2021-04-01T09:00", "InviteToNextStage", {
            prospectus: "2021-22/secondary-development",
            workGroup: "again",
          }),
    ],
  ];
  it.each(frees)("falls free when the school %s", (_what, why, change) => {
    const hub = change(invited());
    expect(hub.book("next").filter(({ type }) => type === "PlaceFreed")).toMatchObject(
      why === "lapsed"
        ? [
            { journey: A, why },
            { journey: B, why },
          ]
        : [{ journey: A, why }],
    );
    if (why !== "lapsed")
      expect(codeOf(hub.ask(C, "2021-04-02T09:00", "InviteToNextStage", { workGroup: "next" }))).toBeNull();
  });
  it("is gone when nobody answered, and the invitation stands: the school goes on, and is placed anew", () => {
    const hub = invited().until("2021-04-20T00:00").do(A, "2021-05-04T09:00", "ConfirmNextStage", {});
    expect([places(hub), hub.status(A)]).toEqual([[], "participating"]);
    hub.do(A, "2021-05-05T09:00", "PlaceInWorkGroup", { workGroup: "next" });
    expect(places(hub)).toEqual([[A, "taken"]]);
  });
  it("stays kept while the school pauses within the year, and after the year has ended", () => {
    const hub = developers(200001).doGroup("next", MARCH, "FormWorkGroup", GROUP);
    hub.do(A, MARCH, "InviteToNextStage", { workGroup: "next", respondBy: "2021-09-30" });
    hub
      .do(A, "2021-04-02T09:00", "PauseJourney", because)
      .do(A, "2021-04-20T09:00", "ReturnToProgramme", {})
      .do(A, "2021-06-20T09:00", "ConfirmCompletion", { completed: true, ...because })
      .until("2021-09-10");
    expect([places(hub), hub.status(A)]).toEqual([[[A, "reserved"]], "participating"]);
    hub.do(A, "2021-09-12T09:00", "ConfirmNextStage", {});
    expect([places(hub), hub.year(A).workGroup]).toEqual([[[A, "taken"]], "next"]);
  });
});
