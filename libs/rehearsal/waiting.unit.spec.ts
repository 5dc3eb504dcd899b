// Who waits, told as stories: an offer over Christmas, a waitlist that ends, a hub that does not place, a second try.

import { describe, expect, it } from "@jest/globals";
import { FORM, reportWith } from "../../test/support/rehearsing.ts";
import { isSchoolDay, ENGLAND } from "../calendar/terms.ts";
import { localDate, localTime } from "../calendar/instants.ts";
import type { Report } from "./report.ts";

const ALONE = { behaviour: "none", hub: "absent", until: "2021-10-31" };
const apply = (at: string, more = "") =>
  `- {at: ${at}, command: SubmitApplication, with: ${JSON.stringify(FORM).slice(0, -1)}${more}}}`;
const tasks = ({ tasks: all }: Report) =>
  all.map(({ openedAt, about, dueOn, closedAt }) => ({ openedAt, about, dueOn, closedAt }));
const event = (report: Report, type: string) => report.events.find((one) => one.type === type) as never;

describe("An offer over Christmas", () => {
  const script = `
${apply("2020-08-24T10:00")}
- {at: 2020-11-28T10:00, command: OfferPlace, with: {workGroup: g-1}}`;

  it("is open into January, ten school days before the next workshop, and reminds and lapses on school days", () => {
    const report = reportWith(ALONE, script);
    expect(event(report, "PlaceOffered")).toMatchObject({
      respondBy: "2021-01-06",
      remindAt: "2020-12-18T09:00:00Z",
      lapsesAt: "2021-01-07T09:00:00Z",
    });
    expect([report.status, report.rejections]).toEqual(["lapsed", []]);
    expect(event(report, "OfferLapsed")).toMatchObject({ at: "2021-01-07T09:00:00Z" });
  });
  it("was the hub's task since October: nobody had answered the school", () => {
    expect(tasks(reportWith(ALONE, script))).toEqual([
      {
        openedAt: "2020-10-02T08:00:00Z",
        about: "waiting",
        dueOn: "2020-10-09",
        closedAt: "2020-11-28T10:00:00Z",
      },
    ]);
  });
});

describe("A school on the waitlist", () => {
  const script = `
${apply("2020-06-01T10:00")}
- {at: 2020-06-10T10:00, command: WaitlistApplication}`;

  it("waits until 31 October, and is told on a school day", () => {
    const report = reportWith(ALONE, script);
    expect(report.status).toBe("lapsed");
    expect(event(report, "ApplicationEnded")).toMatchObject({ at: "2020-10-31T23:59:59Z", stood: "waitlisted" });
    const told = (event(report, "ApplicationEndTold") as { at: string }).at;
    expect([told, localTime(told), isSchoolDay(ENGLAND, localDate(told))]).toEqual([
      "2020-11-02T09:00:00Z",
      "09:00",
      true,
    ]);
    expect(tasks(report)).toMatchObject([{ about: "waiting", dueOn: "2020-10-23" }]);
  });
  it("may apply for the next year while it waits: that takes the place of the first", () => {
    const next = `${script}
${apply("2021-01-04T10:00", ', "prospectus": "2021-22/primary-readiness"')}`;
    const early = next.replace("2021-01-04", "2020-10-30");
    const waits = reportWith({ ...ALONE, until: "2021-06-30" }, next);
    expect([waits.status, waits.rejections]).toEqual(["applied", []]);
    // Not open yet in October: the first application waits on.
    expect(reportWith({ ...ALONE, until: "2020-10-30" }, early)).toMatchObject({
      status: "waitlisted",
      rejections: [{ code: "window-closed" }],
    });
  });
});

describe("A hub that has not placed a school that accepted", () => {
  it("is asked before its day, ten school days before the first workshop; with the year it is over", () => {
    const report = reportWith(
      ALONE,
      `
${apply("2020-06-01T10:00")}
- {at: 2020-06-10T10:00, command: OfferPlace, with: {workGroup: g-1}}
- {at: 2020-06-12T10:00, command: AcceptOffer}`,
    );
    expect(tasks(report)).toMatchObject([{ openedAt: "2020-09-02T08:00:00Z", about: "waiting", dueOn: "2020-09-16" }]);
    expect(report.status).toBe("lapsed");
  });
  it("has no such task where it is in time", () => {
    expect(tasks(reportWith({ until: "2020-12-31" })).filter(({ about }) => about === "waiting")).toEqual([]);
  });
});
