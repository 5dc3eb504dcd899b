import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import { application, begun, nothing, READINESS, school, type Past } from "../../../test/support/journey.ts";

describe("The headteacher", () => {
  const alone = nothing.on(
    "2020-06-02T09:00",
    "SubmitApplication",
    application(READINESS, { school: school({ headteacher: false }) }),
  );
  const named = alone.on("2020-06-03T09:00", "NameHeadteacher", { contact: "person-2" });

  it("is named once the journey has begun, and anew when another comes", () => {
    given(alone)
      .when("2020-06-03T09:00", "NameHeadteacher", { contact: "person-2" })
      .brings({ type: "HeadteacherNamed", contactId: "person-2" });
    expect(named.state).toMatchObject({
      status: "applied",
      school: { headteacher: true, headteacherContact: "person-2" },
    });
    const changed = begun().on("2021-01-06T09:00", "NameHeadteacher", { contact: "person-3" });
    expect(changed.state).toMatchObject({
      status: "participating",
      school: { urn: "100001", headteacher: true, headteacherContact: "person-3" },
    });
    expect(changed.year).toEqual(begun().until("2021-01-06T09:00").year);
  });
  it("is told what the lead teachers did not do; until there is one, who applied is", () => {
    const told = (past: Past): unknown => {
      const underWay = past
        .on("2020-06-10T09:00", "OfferPlace", {})
        .on("2020-06-11T09:00", "AcceptOffer", {})
        .on("2020-06-12T09:00", "PlaceInWorkGroup", {});
      return underWay
        .until("2021-08-31")
        .events.find((event) => event.type === "CommitmentEscalated" && event.level === 2);
    };
    expect(told(alone)).toMatchObject({ to: ["applicant"] });
    expect(told(named)).toMatchObject({ to: ["headteacher"] });
  });
  it("stays known when the school comes back, until it names another", () => {
    const back = named
      .on("2020-06-10T09:00", "WithdrawApplication", {})
      .on("2020-06-20T09:00", "SubmitApplication", application(READINESS, { school: school({ headteacher: false }) }));
    expect(back.state).toMatchObject({ school: { headteacher: true, headteacherContact: "person-2" } });
    const other = school({ headteacherContact: "person-4" });
    const again = back
      .on("2020-06-21T09:00", "WithdrawApplication", {})
      .on("2020-06-22T09:00", "SubmitApplication", application(READINESS, { school: other }));
    expect(again.state).toMatchObject({ school: { headteacher: true, headteacherContact: "person-4" } });
  });
  it("is not named for a journey that is over, or has not begun", () => {
    const over = alone.on("2020-06-10T09:00", "WithdrawApplication", {});
    for (const past of [nothing, over])
      given(past).when("2020-06-11T09:00", "NameHeadteacher", { contact: "person-2" }).rejects("not-in-this-state");
  });
});
