// What is offered to whom: the roles of the routes, and of those what the rules would take where the journey stands.

import { describe, expect, it } from "@jest/globals";
import type { Role } from "../../../libs/service/access/principal.ts";
import {
  accepted,
  applied,
  begun,
  nominated,
  offered,
  READINESS,
  SUSTAINING,
  type Past,
} from "../../../test/support/journey.ts";
import { factsOf } from "../../../test/support/journey-facts.ts";
import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { fieldsOf } from "./action-fields.ts";
import { actionsNow } from "./actions-now.ts";

const now = (past: Past, when: string, role: Role): readonly RoutedCommand[] =>
  actionsNow(factsOf(past, when), { who: "somebody", role, hub: null, urns: [], workGroups: [] });

describe("a school", () => {
  it("that has applied may withdraw, and say who its headteacher is", () => {
    expect(now(applied(), "2020-06-03T09:00", "school-contact")).toEqual(["WithdrawApplication", "NameHeadteacher"]);
  });

  it("that is offered a place may accept or decline; not after the last day to answer", () => {
    expect(now(offered(), "2020-06-04T09:00", "school-contact")).toEqual([
      "WithdrawApplication",
      "AcceptOffer",
      "DeclineOffer",
      "NameHeadteacher",
    ]);
    expect(now(offered(), "2020-07-01T09:00", "school-contact")).not.toContain("AcceptOffer");
  });

  it("names teachers once it has accepted, until the team is whole; then it may change them", () => {
    expect(now(accepted(), "2020-06-05T09:00", "school-contact")).toEqual([
      "WithdrawApplication",
      "NominateParticipant",
      "NameHeadteacher",
    ]);
    expect(now(nominated(), "2020-06-06T09:00", "school-contact")).toEqual([
      "WithdrawApplication",
      "ReplaceParticipant",
      "ReleaseParticipant",
      "NameHeadteacher",
      "CorrectPerson",
      "StopBeingContact",
    ]);
  });

  it("records what it has promised in its year, and never what is the hub’s to decide", () => {
    const own = now(begun(), "2020-10-01T09:00", "school-contact");
    for (const command of [
      "RecordReleaseDays",
      "CompleteGapTask",
      "AgreeActionPlan",
      "SubmitReport",
      "CompleteEvaluation",
      "OptOutOfReminders",
    ] as const)
      expect(own).toContain(command);
    for (const command of [
      "WaiveCommitment",
      "OfferPlace",
      "ConfirmReadiness",
      "WithdrawSchool",
      "ApproveGrant",
      "ChooseTheme",
    ] as const)
      expect(own).not.toContain(command);
  });

  it("chooses a theme where the programme has themes; one that has closed is shown with why, not to be taken", () => {
    const facts = factsOf(begun(SUSTAINING), "2024-10-01T09:00");
    expect(now(begun(SUSTAINING), "2024-10-01T09:00", "school-contact")).toContain("ChooseTheme");
    const [theme] = fieldsOf("ChooseTheme", facts);
    const closed = theme !== undefined && "choices" in theme ? theme.choices.filter((one) => one.open === false) : [];
    expect(closed.every(({ hint }) => (hint ?? "") !== "")).toBe(true);
  });
});

describe("a hub", () => {
  it("decides on an application that waits", () => {
    expect(now(applied(), "2020-06-03T09:00", "hub-coordinator")).toEqual(
      expect.arrayContaining(["RequestInformation", "OfferPlace", "DeclineApplication"]),
    );
    expect(now(offered(), "2020-06-04T09:00", "hub-coordinator")).not.toContain("OfferPlace");
  });

  it("leaves waiving and readiness to its lead, money to those who deal with it", () => {
    const [coordinator, lead, finance] = (["hub-coordinator", "hub-lead", "finance-officer"] as const).map((role) =>
      now(begun(), "2020-10-01T09:00", role),
    );
    expect([
      coordinator?.includes("WaiveCommitment"),
      lead?.includes("WaiveCommitment"),
      lead?.includes("ConfirmReadiness"),
    ]).toEqual([false, true, true]);
    expect(finance).toEqual([]); // no grant in a Readiness year
    expect(now(begun(), "2020-10-01T09:00", "auditor")).toEqual([]);
  });
});

it("a form asks in the prospectus’s own terms: its roles, and nothing it does not ask for", () => {
  const fields = fieldsOf("NominateParticipant", factsOf(accepted(READINESS), "2020-06-05T09:00"));
  expect(fields.map(({ name }) => name)).toEqual([
    ...["firstName", "lastName", "email", "telephone"].map((name) => `contact.${name}`),
    "role",
  ]);
  const role = fields.find(({ name }) => name === "role");
  expect(role !== undefined && "choices" in role ? role.choices.map(({ value }) => value) : []).toEqual([
    "maths-lead",
    "lead-teacher",
  ]);
});
