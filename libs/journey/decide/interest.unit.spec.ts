import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import { application, nothing, school, type Past } from "../../../test/support/journey.ts";
import { due } from "../due.ts";

const NEXT_YEAR = "2025-26/primary-development";
const interest = { school: school(), hub: "great-north", prospectus: NEXT_YEAR, contact: "person-1" };
const interested = (when = "2024-10-01T09:00", more: object = {}): Past =>
  nothing.on(when, "ExpressInterest", { ...interest, ...more });
const invitations = (past: Past, until: string) => past.until(until).all("ApplicationInvited");
const invited = (at: string, prospectus: string, opensOn: string, closesOn: string) => ({
  type: "ApplicationInvited",
  at,
  prospectus,
  opensOn,
  closesOn,
});
const HUBS_OWN = { prospectus: NEXT_YEAR, opensOn: "2025-03-03", closesOn: "2025-04-30" };

describe("An interest", () => {
  it("is expressed once for a year", () =>
    given(interested()).when("2024-11-01T09:00", "ExpressInterest", interest).rejects("already-active"));
  it("is expressed anew for another year", () => {
    given(interested())
      .when("2025-11-01T09:00", "ExpressInterest", { ...interest, prospectus: "2026-27/primary-development" })
      .accepted();
  });
  it("is of a school that could take part", () => {
    const express = (change: Parameters<typeof school>[0], prospectus = interest.prospectus) =>
      given(nothing).when("2024-10-01T09:00", "ExpressInterest", { ...interest, prospectus, school: school(change) });
    express({ phase: "secondary" }).rejects("wrong-phase");
    express({ funding: "independent" }).rejects("not-state-funded");
    express({ open: false }).rejects("school-closed");
    express({}, "2099-00/primary-development").rejects("not-found");
  });
  it("becomes an application", () => {
    given(interested().until("2025-03-01T09:00"))
      .when("2025-03-01T09:00", "SubmitApplication", application(NEXT_YEAR))
      .accepted();
  });
});

describe("A school that is interested is invited once, when the next window opens", () => {
  it("where the page dates none: on 1 January before the academic year", () => {
    expect(due(interested().state)).toBe("2025-01-01T00:00:00Z");
    expect(invitations(interested(), "2024-12-31T23:59:59")).toEqual([]);
    expect(invitations(interested(), "2028-09-01")).toEqual([
      invited("2025-01-01T00:00:00Z", NEXT_YEAR, "2025-01-01", "2025-08-31"),
    ]);
    expect(interested().until("2025-10-31").state).toMatchObject({ status: "interested", coming: [] });
  });
  it("after the window has closed: to the next year’s programme of that stage", () => {
    const late = interested("2024-09-02T09:00", { prospectus: "2024-25/primary-development" });
    expect(invitations(late, "2026-09-01")).toEqual([
      invited("2025-01-01T00:00:00Z", NEXT_YEAR, "2025-01-01", "2025-08-31"),
    ]);
  });
  it("while it is open: at once", () => {
    const now = interested("2025-05-06T09:00");
    given(now)
      .whenTimeComes("2025-05-06T09:00")
      .brings({ type: "ApplicationInvited", prospectus: NEXT_YEAR, opensOn: "2025-01-01", closesOn: "2025-08-31" });
  });
  it("by its hub’s own window, in place of the page’s", () => {
    const at = "2025-03-03T00:00:00Z";
    const wanted = [invited(at, NEXT_YEAR, "2025-03-03", "2025-04-30")];
    expect(invitations(interested("2024-10-01T09:00", { windows: [HUBS_OWN] }), "2028-01-01")).toEqual(wanted);
    // Also one that is set afterwards.
    expect(invitations(interested().on("2024-11-01T09:00", "NoteWindow", HUBS_OWN), "2028-01-01")).toEqual(wanted);
  });
  it("on the new day, where its hub has moved the window", () => {
    const moved = interested("2024-10-01T09:00", { windows: [HUBS_OWN] }).on("2025-02-01T09:00", "NoteWindow", {
      ...HUBS_OWN,
      opensOn: "2025-02-10",
    });
    expect(invitations(moved, "2028-01-01")).toEqual([
      invited("2025-02-10T00:00:00Z", NEXT_YEAR, "2025-02-10", "2025-04-30"),
    ]);
    const over = interested("2024-10-01T09:00", { windows: [HUBS_OWN] }).on("2025-02-01T09:00", "NoteWindow", {
      ...HUBS_OWN,
      opensOn: "2024-10-01",
      closesOn: "2024-10-31",
    });
    expect(invitations(over, "2028-01-01")).toEqual([
      invited("2026-01-01T00:00:00Z", "2026-27/primary-development", "2026-01-01", "2026-08-31"),
    ]);
  });
  it("and no second time, whatever windows are set after it", () => {
    const past = interested().until("2025-01-02T09:00");
    given(past).when("2025-02-01T09:00", "NoteWindow", HUBS_OWN).brings();
    given(past).when("2025-02-01T09:00", "ExpressInterest", interest).rejects("already-active");
    // Its window has gone by and it did not apply: an interest is new again.
    given(past).when("2025-09-01T09:00", "ExpressInterest", interest).accepted();
  });
  it("by the page as it is by then", () => {
    const then = interested().follow([
      {
        type: "WindowNoted",
        at: "2024-10-01T09:00:00Z",
        prospectus: NEXT_YEAR,
        opensOn: "2024-12-01",
        closesOn: "2025-08-31",
        own: false,
      },
    ]);
    expect(then.until("2025-01-01").all("WindowNoted", "ApplicationInvited").slice(1)).toEqual([
      {
        type: "WindowNoted",
        at: "2024-12-01T00:00:00Z",
        prospectus: NEXT_YEAR,
        opensOn: "2025-01-01",
        closesOn: "2025-08-31",
        own: false,
      },
      invited("2025-01-01T00:00:00Z", NEXT_YEAR, "2025-01-01", "2025-08-31"),
    ]);
  });
  it("to the one after it, where the service was away for the whole of a window", () => {
    const past = interested("2024-10-01T09:00", { windows: [HUBS_OWN] });
    given(past).whenTimeComes("2026-02-01T09:00").brings(
      { type: "WindowPassed", prospectus: NEXT_YEAR },
      {
        type: "ApplicationInvited",
        prospectus: "2026-27/primary-development",
        opensOn: "2026-01-01",
        closesOn: "2026-08-31",
      },
    );
  });
  it("not once it has applied or is no longer interested", () => {
    const gone = interested().on("2024-11-01T09:00", "WithdrawApplication", {}).until("2024-11-02");
    expect([due(gone.state), invitations(gone, "2028-01-01")]).toEqual([null, []]);
    given(gone).when("2024-11-02T09:00", "NoteWindow", HUBS_OWN).rejects("not-in-this-state");
  });
  it("not by a window of another programme, or of a year before", () => {
    for (const prospectus of ["2025-26/primary-embedding", "2024-25/primary-development", "2025-26/primary-wonders"]) {
      given(interested())
        .when("2024-11-01T09:00", "NoteWindow", { ...HUBS_OWN, prospectus })
        .rejects("not-in-this-state");
    }
  });
});
