// Reading the service as somebody else does: read only, said on each page, nothing sealed, on record. Through the
// console, with everything behind it.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser, filled, type Form, type Page } from "../support/browser.ts";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const ONE = "100041-primary";
const output = recordOutput();
let whole: WholeService;
let operator: Browser;
let lead: Browser;

beforeAll(async () => {
  whole = await startWhole();
  const { group: _alone, ...example } = APPLICATION_EXAMPLE;
  for (const [urn, hub] of [
    ["100041", "great-north"],
    ["100042", "far-south"],
  ] as const) {
    const school = { ...example.school, urn, name: `School of ${hub}` };
    const contact = { firstName: "Ysolde", lastName: "Thistlewood", email: "ysolde@example.org" };
    const as = { role: "hub-lead", who: `lead.${hub}`, hub } as const;
    ok(await whole.api.post("/api/v1/applications", { ...example, hub, school, contact }, { as }), 201);
    await whole.service.settled(`${urn}-primary`);
  }
  operator = await Browser.signedIn(whole.api.origin, "operator");
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

const readAs = async (browser: Browser, typed: Form): Promise<Page> =>
  browser.submit(await browser.go("/read-as"), typed, "/read-as");
const stop = async (browser: Browser): Promise<Page> => browser.submit(await browser.go("/"), {}, "/read-as/stop");

describe("reading as somebody else", () => {
  it("shows the pages of that role, says so on each, and shows nothing that is sealed", async () => {
    expect((await lead.go(`/journeys/${ONE}/people`)).text).toContain("Ysolde Thistlewood");
    const first = await readAs(operator, { role: "hub-lead", hub: "great-north" });
    expect(first.text).toMatch(/You read as Hub lead · Great North, until \d\d:\d\d\.[\s\S]*Today at Great North/u);
    for (const address of [`/journeys/${ONE}/people`, "/contacts", `/journeys/${ONE}`]) {
      const page = await operator.go(address);
      expect([page.status, page.text.includes("You read as Hub lead")]).toEqual([200, true]);
      expect(page.text).not.toMatch(/Thistlewood|Ysolde|ysolde@example/u);
    }
    expect((await operator.go(`/journeys/${ONE}/people`)).text).toContain("(not shown)");
    expect((await operator.go("/journeys/100042-primary")).status).toBe(404);
    expect((await operator.go("/country")).status).toBe(403);
    // Whoever is at work at the same time sees what they see.
    expect((await lead.go(`/journeys/${ONE}/people`)).text).toContain("Ysolde Thistlewood");
  }, 60_000);

  it("sends nothing; stopped, one is oneself again", async () => {
    const form = await operator.go(`/journeys/${ONE}/decline-application`);
    const sent = await operator.submit(form, { reason: "No" }, `/journeys/${ONE}/decline-application`);
    expect([sent.status, sent.text.includes("nothing can be sent")]).toEqual([403, true]);
    expect(ok(await whole.api.get(`/api/v1/journeys/${ONE}`))["status"]).toBe("applied");
    await stop(operator);
    expect((await operator.go("/country")).status).toBe(200);
    expect((await operator.go("/country")).text).not.toContain("You read as");
  }, 60_000);

  it("is within the own hub for its lead, and for nobody else", async () => {
    const school = await readAs(lead, { role: "school-contact", urn: "100041" });
    expect(school.text).toMatch(/You read as School contact[\s\S]*To do at School of great-north/u);
    await stop(lead);
    const byName = await readAs(lead, { role: "school-contact", urn: "school of great" });
    expect(byName.text).toContain("To do at School of great-north");
    await stop(lead);
    // Theirs alone are found: the other hub’s begins alike.
    const unseen = await readAs(lead, { role: "school-contact", urn: "school of far" });
    expect([unseen.status, unseen.text.includes("no school is found for “school of far”")]).toEqual([422, true]);
    const several = await readAs(operator, { role: "school-contact", urn: "school of" });
    expect(several.text).toMatch(/several schools fit[^<]*School of far-south \(100042\); School of great-north \(1/u);
    const far = await readAs(lead, { role: "school-contact", urn: "100042" });
    expect([far.status, far.text.includes("There is no school with this URN that you see")]).toEqual([422, true]);
    const { form } = filled(await lead.go("/read-as"), {}, "/read-as");
    expect((await lead.go("/read-as", { ...form, role: "hub-lead" })).status).toBe(422);
    expect((await lead.go("/read-as", { ...form, role: "finance-officer", hub: "far-south" })).text).toContain(
      "Finance officer · Great North",
    );
    await stop(lead);
    for (const who of ["hub-coordinator.great-north", "auditor"])
      expect((await (await Browser.signedIn(whole.api.origin, who)).go("/read-as")).status).toBe(403);
  }, 60_000);

  it("belongs to that very sign-in: carried elsewhere it means nothing", async () => {
    await readAs(operator, { role: "hub-lead", hub: "great-north" });
    const thief = await Browser.signedIn(whole.api.origin, "hub-coordinator.east-midlands-south");
    thief.put("school-journeys-reading", operator.cookie("school-journeys-reading"));
    expect((await thief.go("/journeys")).text).not.toContain("You read as");
    await stop(operator);
  }, 60_000);

  it("is on record: who, as whom, of what", async () => {
    const { items } = ok(await whole.api.get("/api/v1/security-events?what=read-as", { as: { role: "auditor" } })) as {
      items: object[];
    };
    expect(items).toContainEqual(
      expect.objectContaining({ who: "operator", role: "operator", about: "hub great-north", code: "hub-lead" }),
    );
    expect(items).toContainEqual(
      expect.objectContaining({ who: "hub-lead.great-north", about: "school 100041", code: "school-contact" }),
    );
  }, 30_000);
});
