// Who goes on as another school: the register says so, or an operator. Nobody takes a school over by their own word.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { keepQuestions } from "../../libs/store/schools/school-questions.ts";
import { putSchools, REGISTER } from "../../libs/store/schools/schools.ts";
import { Browser, fieldOn } from "../support/browser.ts";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import type { Who } from "../support/sign-in.ts";
import { HUB_LEAD, ok, recordOutput, type Reply } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const output = recordOutput();
const OPERATOR: Who = { role: "operator" };
const FAR: Who = { role: "hub-lead", who: "p-9", hub: "far-south" };
let whole: WholeService;

/** No school names itself as its partner: the one that the example names applies here, too. */
const { group: _partner, ...APPLIED_ALONE } = APPLICATION_EXAMPLE;
const apply = async (urn: string, hub = "great-north", as?: Who): Promise<void> => {
  const sent = { ...APPLIED_ALONE, hub, school: { ...APPLIED_ALONE.school, urn } };
  ok(await whole.api.post("/api/v1/applications", sent, as === undefined ? {} : { as }), 201);
};
const succeed = (journey: string, urn: string, as?: Who, key?: string): Promise<Reply> =>
  whole.api.post(
    `/api/v1/journeys/${journey}/succeed-school`,
    { urn, reason: "It is an academy now" },
    { ...(as && { as }), ...(key !== undefined && { key }) },
  );
const link = (urn: string, successor: string): Promise<unknown> =>
  whole.store.owner.query("insert into school_links (urn, link_urn, type) values ($1, $2, 'Successor')", [
    urn,
    successor,
  ]);

beforeAll(async () => {
  whole = await startWhole();
  for (const urn of ["100001", "100002", "100003", "100005", "100006"]) await apply(urn);
  await apply("100004", "far-south", FAR);
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

describe("a successor", () => {
  it("that the register links, however far, goes on by the hub’s word; the same key is answered alike", async () => {
    await link("100001", "100021");
    await link("100021", "100031");
    const done = await succeed("100001-primary", "100031", undefined, "once");
    expect(done.status).toBe(200);
    expect(await succeed("100001-primary", "100031", undefined, "once")).toMatchObject({ body: done.body });
  });

  it("that nobody links is nobody’s to take: its contact sees nothing, and it is not locked out", async () => {
    const other: Who = { role: "school-contact", urns: ["100040"] };
    expect(await succeed("100002-primary", "100040")).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect((await whole.api.get("/api/v1/journeys/100002-primary", { as: other })).status).toBe(404);
    expect((await whole.api.get("/api/v1/journeys/100040-primary", { as: other })).status).toBe(404);
    const sent = { ...APPLIED_ALONE, school: { ...APPLIED_ALONE.school, urn: "100040" } };
    expect(ok(await whole.api.post("/api/v1/applications", sent, { as: other }), 201)).toMatchObject({
      journey: "100040-primary",
    });
  });

  it("with a journey of its own is the operator’s, also where the register links it", async () => {
    await link("100003", "100004");
    expect(await succeed("100003-primary", "100004")).toMatchObject({ status: 403, body: { code: "forbidden" } });
    const { items } = ok(await whole.api.get("/api/v1/school-questions", { as: OPERATOR })) as {
      items: { journey: string; why: string; successors: string[] }[];
    };
    expect(items.map(({ journey, why, successors }) => [journey, why, ...successors])).toEqual([
      ["100002-primary", "to-be-confirmed", "100040"],
      ["100003-primary", "to-be-confirmed", "100004"],
    ]);
    // Two journeys of one school and phase never go on together.
    expect(await succeed("100003-primary", "100004", OPERATOR)).toMatchObject({
      status: 409,
      body: { code: "already-active" },
    });
    ok(await whole.api.post("/api/v1/journeys/100004-primary/withdraw-application", {}, { as: FAR }));
    ok(await succeed("100003-primary", "100004", OPERATOR));
    expect(ok(await whole.api.get("/api/v1/journeys/100003-primary"))).toMatchObject({ urn: "100004" });
  });

  it("that is only looked at is put before nobody", async () => {
    const looked = await whole.api.post("/api/v1/journeys/100005-primary/succeed-school?preview=true", {
      urn: "100041",
      reason: "Only looking",
    });
    expect(looked).toMatchObject({ status: 403, body: { code: "forbidden" } });
    const { items } = ok(await whole.api.get("/api/v1/school-questions", { as: OPERATOR }));
    expect(items).toHaveLength(1);
  });

  it("is confirmed by an operator at a page that shows both", async () => {
    const known = { phase: "primary", funding: "state", open: true, address: null, postcode: null, source: REGISTER };
    await putSchools(whole.store.app, [{ ...known, urn: "100042", name: "Wray Academy" }]);
    expect((await succeed("100005-primary", "100042")).status).toBe(403);
    const operator = await Browser.signedIn(whole.api.origin, "operator");
    const page = await operator.go("/successors");
    expect(page.text).toContain("Its hub has named a successor");
    expect(page.text).toContain('href="/journeys/100005-primary/succeed-school?urn=100042"');
    const form = await operator.go("/journeys/100005-primary/succeed-school?urn=100042");
    expect(fieldOn(form, "urn")).toContain('value="Wray Academy (100042)"');
    const look = await operator.submit(form, { urn: "wray acad", reason: "The trust has confirmed it" });
    expect(look.text).toContain("URN 100042 instead of 100005");
    await operator.submit(look);
    expect(ok(await whole.api.get("/api/v1/journeys/100005-primary"))).toMatchObject({ urn: "100042" });
    expect((await operator.go("/successors")).text).not.toContain("100005-primary");
    const hub = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
    expect((await hub.go("/successors")).text).toContain("An operator confirms it");
  }, 30_000);

  it("that is named beside another waits beside it, until an operator sets one aside", async () => {
    const named = async () => {
      const { items } = ok(await whole.api.get("/api/v1/school-questions", { as: OPERATOR }));
      const all = items as { journey: string; why: string; successors: string[] }[];
      return all
        .filter(({ journey }) => journey === "100006-primary")
        .map(({ why, successors }) => [why, ...successors]);
    };
    for (const urn of ["100050", "100051", "100050", "100052"])
      expect((await succeed("100006-primary", urn)).status).toBe(403);
    expect(await named()).toEqual([["to-be-confirmed", "100052", "100050", "100051"]]);
    // An import that asks something of the same journey takes no word of its hub away.
    await keepQuestions(whole.store.app, [
      { journey: "100006-primary", hub: "great-north", urn: "100006", why: "no-successor", successors: [] },
    ]);
    expect(await named()).toEqual([["to-be-confirmed", "100052", "100050", "100051"]]);
    const aside = (urn: string, more: object = {}, query = "") =>
      whole.api.post(`/api/v1/school-questions/100006-primary/set-aside${query}`, { urn }, { as: OPERATOR, ...more });
    expect((await aside("100050", { as: HUB_LEAD })).status).toBe(403);
    expect((await aside("100099")).status).toBe(404);
    expect(ok(await aside("100050", {}, "?preview=true"))).toMatchObject({ preview: true, left: ["100052", "100051"] });
    expect(await named()).toEqual([["to-be-confirmed", "100052", "100050", "100051"]]);
    const done = { journey: "100006-primary", urn: "100050", left: ["100052", "100051"] };
    expect(ok(await aside("100050", { key: "aside" }))).toEqual(done);
    expect(ok(await aside("100050", { key: "aside" }))).toEqual(done);
    expect(await aside("100051", { key: "aside" })).toMatchObject({ status: 422, body: { code: "key-reused" } });
    expect(await named()).toEqual([["to-be-confirmed", "100052", "100051"]]);
    const noted = await whole.store.owner.query(
      "select who, role, about, code from security_events where what = 'successor-set-aside'",
    );
    expect(noted).toEqual([{ who: "operator", role: "operator", about: "journey 100006-primary", code: "100050" }]);
  });

  it("is set aside on the page; with the last the question is gone, and the journey is what it was", async () => {
    const operator = await Browser.signedIn(whole.api.origin, "operator");
    for (const urn of ["100052", "100051"]) {
      const page = await operator.go("/successors");
      expect(page.text).toContain(`href="/journeys/100006-primary/succeed-school?urn=${urn}"`);
      const done = await operator.submit(page, { urn }, "/successors/100006-primary/set-aside");
      expect(done.text).toContain("The school is set aside.");
    }
    expect((await operator.go("/successors")).text).not.toContain("100006-primary");
    expect(ok(await whole.api.get("/api/v1/journeys/100006-primary"))).toMatchObject({
      urn: "100006",
      status: "applied",
    });
    const hub = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
    expect((await succeed("100006-primary", "100053")).status).toBe(403);
    expect((await hub.go("/successors")).text).not.toContain("Set aside");
  }, 30_000);
});
