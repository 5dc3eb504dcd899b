// Nobody waits for ever, and nobody falls out in silence.

import { describe, expect, it } from "@jest/globals";
import { given } from "../../test/support/given.ts";
import { accepted, application, applied, nothing, READINESS, school } from "../../test/support/journey.ts";

const waitlisted = applied().on("2020-06-03T09:00", "WaitlistApplication", {});
const asked = applied().on("2020-06-03T09:00", "RequestInformation", {});
const TASK = "2020/21/waiting";

describe("A school on the waitlist, or asked for information", () => {
  it("waits until 31 October of the year applied for, the hub asked four weeks before", () => {
    for (const [past, stood] of [
      [waitlisted, "waitlisted"],
      [asked, "information-requested"],
    ] as const) {
      const over = past.until("2020-12-31");
      expect(over.all("TaskOpened", "ApplicationEnded", "ApplicationEndTold")).toEqual([
        {
          type: "TaskOpened",
          at: "2020-10-02T08:00:00Z",
          task: TASK,
          about: "waiting",
          commitment: null,
          dueOn: "2020-10-23",
        },
        {
          type: "ApplicationEnded",
          at: "2020-10-31T23:59:59Z",
          why: "year-over",
          stood,
          prospectus: READINESS,
          tellAt: "2020-11-02T09:00:00Z",
        },
        { type: "ApplicationEndTold", at: "2020-11-02T09:00:00Z", ended: expect.any(Number) },
      ]);
      expect(over.state).toMatchObject({ status: "lapsed", toTell: null });
      expect(past.until("2020-10-31").state.status).toBe(stood);
    }
  });
  it("may apply again afterwards, and then nobody is told of the end any more", () => {
    const again = waitlisted.on("2020-11-01T09:00", "SubmitApplication", {
      ...application(READINESS),
      window: { opensOn: "2020-09-01", closesOn: "2020-12-18" },
    });
    expect(again.until("2020-11-30").all("ApplicationEndTold")).toEqual([]);
  });
  it("has as long to answer as the hub has: who is asked late is not cut off at the end of October", () => {
    const late = applied().on("2020-10-30T09:00", "RequestInformation", {});
    expect(late.until("2020-11-27").state.status).toBe("information-requested");
    expect(late.until("2020-11-28").state.status).toBe("lapsed");
  });
  it("waits to the end of its year where it came to wait later than that", () => {
    const late = applied().on("2021-01-11T09:00", "WaitlistApplication", {});
    expect(late.until("2021-08-31").state.status).toBe("waitlisted");
    expect(late.until("2021-09-01").state.status).toBe("lapsed");
  });
  it("is no task any more once it has its answer", () => {
    const offered = waitlisted.until("2020-10-05").on("2020-10-06T09:00", "OfferPlace", {});
    expect(offered.state).toMatchObject({ status: "offered", tasks: [{ id: TASK, status: "closed" }] });
    expect(offered.all("TaskClosed")).toHaveLength(1);
  });
  it("is not decided by a word on its task, but by an answer", () => {
    const reason = { id: "text-1", words: 2 };
    given(waitlisted.until("2020-10-05"))
      .when("2020-10-06T09:00", "DecideTask", { task: TASK, decision: "visit", reason })
      .rejects("not-in-this-state");
  });
});

describe("An application that the hub has not answered", () => {
  it("stays the hub's task: it does not end over the school's head", () => {
    const late = applied().until("2022-12-31");
    expect(late.all("TaskOpened")).toMatchObject([{ at: "2020-10-02T08:00:00Z", task: TASK, dueOn: "2020-10-09" }]);
    expect(late.state).toMatchObject({ status: "applied", tasks: [{ status: "open" }] });
  });
});

describe("A school that accepted and is not placed", () => {
  it("is the hub's promise, due ten school days before the first session", () => {
    expect(accepted().until("2020-09-20").all("TaskOpened")).toMatchObject([
      { at: "2020-09-02T08:00:00Z", task: TASK, about: "waiting", dueOn: "2020-09-16" },
    ]);
  });
  it("or ten school days after it accepted, where that is later", () => {
    const late = applied().on("2020-09-21T09:00", "OfferPlace", {}).on("2020-09-25T10:00", "AcceptOffer", {});
    expect(late.until("2020-10-08").all("TaskOpened")).toMatchObject([
      { at: "2020-10-02T08:00:00Z", dueOn: "2020-10-09" },
    ]);
  });
  it("is no task once it is placed", () => {
    const placed = accepted().until("2020-09-03").on("2020-09-03T10:00", "PlaceInWorkGroup", {});
    expect(placed.state).toMatchObject({ status: "participating", tasks: [{ status: "closed" }] });
  });
  it("does not wait beyond the year: it ends, and the school is told", () => {
    const over = accepted().until("2021-10-31");
    expect(over.state.status).toBe("lapsed");
    expect(over.all("ApplicationEnded", "ApplicationEndTold")).toMatchObject([
      { at: "2021-08-31T22:59:59Z", stood: "accepted" },
      { at: "2021-09-01T08:00:00Z" },
    ]);
  });
});

describe("An interest that no window serves any more", () => {
  const interest = { school: school(), hub: "great-north", prospectus: READINESS };

  it("ends on 31 October after the window to which the school was invited", () => {
    const invited = nothing.on("2020-02-03T09:00", "ExpressInterest", interest);
    expect(invited.state).toMatchObject({ status: "interested" });
    expect(invited.until("2020-10-31").state.status).toBe("interested");
    const over = invited.until("2020-11-30");
    expect(over.all("ApplicationEnded", "ApplicationEndTold")).toMatchObject([
      { at: "2020-10-31T23:59:59Z", stood: "interested" },
      { at: "2020-11-02T09:00:00Z" },
    ]);
  });
  it("may be expressed again", () => {
    const over = nothing.on("2020-02-03T09:00", "ExpressInterest", interest).until("2020-11-30");
    given(over)
      .when("2020-12-01T09:00", "ExpressInterest", { ...interest, prospectus: "2021-22/primary-readiness" })
      .accepted();
  });
});
