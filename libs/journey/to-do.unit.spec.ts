import { describe, expect, it } from "@jest/globals";
import { accepted, applied, because, begun, offered, RULES, type Past } from "../../test/support/journey.ts";
import { toDo } from "./to-do.ts";

const said = (past: Past) =>
  toDo(past.state, RULES).map((one) => [one.what === "keep" ? one.promise.code : one.what, one.by, one.late]);

describe("What a school is to do", () => {
  it("is nothing while its application waits, to answer once it is asked, and to answer an offer by its day", () => {
    expect(said(applied())).toEqual([]);
    const asked = applied().on("2020-06-03T09:00", "RequestInformation", because);
    expect(said(asked)).toEqual([["answer-hub", null, false]]);
    const { state } = offered();
    expect(toDo(state, RULES)).toEqual([
      { what: "answer-offer", by: state.status === "offered" ? state.offer.respondBy : null, late: false },
    ]);
  });

  it("is to name as many teachers as the programme asks for, once it has accepted", () => {
    expect(toDo(accepted().state, RULES)).toEqual([{ what: "name-teachers", by: null, late: false, missing: 2 }]);
  });

  it("begins in its year with what is late, the oldest first; a meeting is a date until it was missed", () => {
    const soon = said(begun());
    expect(soon.map(([what]) => what)).toContain("gap-task-1");
    expect(soon.map(([what]) => what)).not.toContain("meeting-1");
    expect(soon.every(([, , late]) => late === false)).toBe(true);
    const days = soon.map(([, by]) => by);
    expect(days).toEqual([...days].sort());
    const later = said(begun().until("2020-12-10"));
    expect(later[0]).toEqual(["gap-task-1", expect.any(String), true]);
    const late = later.map(([, , one]) => one);
    expect(late.lastIndexOf(true)).toBeLessThan(late.indexOf(false));
  });
});
