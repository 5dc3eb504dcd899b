// A school's way at the console, by forms alone: from which programmes it may apply for to its teachers; through the
// real API, worker and session.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { answered } from "../support/applying.ts";
import { Browser, filled, fieldOn, leadsTo } from "../support/browser.ts";
import { eventually } from "../workflows/service.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const output = recordOutput();
let whole: WholeService;
let school: Browser;
let hub: Browser;
const FORM = "/apply/2020-21/primary-readiness?urn=100001";
const pageOf = (part: string): string => `/apply/2020-21/primary-readiness/${part}?urn=100001`;
const OWN = "/journeys/100001-primary";
const APPLICATION = {
  hub: "great-north",
  "school.name": "Ampersand & <b>Sons</b>",
  "school.funding": "state",
  criteria: ["poor-progress-or-attainment", "leadership-support-needed"],
  reasons: "Our results have fallen & we want to change.",
  understandsExpectations: "yes",
  address: "1 Example Street, Exampleton",
  postcode: "EX1 1EX",
  "group.wished": "no",
  "contact.firstName": "Grace",
  "contact.lastName": "Example",
  "contact.email": "grace@example.org",
  "school.headteacher.name": "Hedy Example",
  "school.headteacher.email": "head@example.org",
};

beforeAll(async () => {
  whole = await startWhole();
  school = await Browser.signedIn(whole.api.origin, "school-contact.100001");
  hub = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
}, 90_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

const events = async (): Promise<string[]> => {
  const { body } = await whole.api.get("/api/v1/journeys/100001-primary/events?limit=200");
  return (body["items"] as { type: string }[] | undefined)?.map(({ type }) => type) ?? [];
};

const people = async (): Promise<number> =>
  (await whole.store.app.query<{ count: number }[]>("select count(*)::int as count from people.persons"))[0]?.count ??
  0;

describe("an application", () => {
  it("is begun at the list of programmes, and asks what the page asks", async () => {
    const list = await school.go("/apply");
    expect(list.text).toMatch(
      /It may apply for[\s\S]*Readiness 2020\/21[\s\S]*href="\/apply\/2020-21\/primary-readiness"/u,
    );
    const start = await school.go(FORM);
    expect(start.text).toMatch(/What your school gets.*What is expected of your school.*Start now/u);
    const form = await school.go(pageOf("reasons"));
    expect(form.text).toContain("Progress or attainment in maths is poor across the school");
    expect(form.text).toContain("Up to 250 words.");
    expect(form.text).toMatch(/<fieldset[^>]*> <legend [^>]*> Which of these are true of your school\?/u);
    for (const [, id] of form.text.matchAll(/<label [^>]*for="([^"]+)"/gu)) expect(form.text).toContain(`id="${id}"`);
    expect((await school.go(pageOf("nothing"))).status).toBe(404);
  }, 30_000);

  it("says on each page all that is wrong with it, each at its field, with what was typed", async () => {
    const reasons = await school.submit(await school.go(pageOf("reasons")), { reasons: "word ".repeat(251) });
    expect(reasons.status).toBe(422);
    expect(reasons.text).toMatch(/<title>Error: Why your school wishes to take part/u);
    expect(reasons.text).toMatch(
      /role="alert"[\s\S]*<a href="#f-criteria">Tick at least one[\s\S]*<a href="#f-reasons">These are 251 words/u,
    );
    const people = await school.submit(await school.go(pageOf("people")), { "contact.email": "no address" });
    expect(people.text).toMatch(/<a href="#f-contact-firstName">Enter your first name, or your last name<\/a>/u);
    expect(people.text).toMatch(/<a href="#f-contact-email">Your e-mail address: Write an address such as/u);
    expect(people.text).not.toContain('href="#f-contact-lastName"');
    expect(fieldOn(people, "contact.email")).toMatch(
      /id="f-contact-email"[^>]* value="no address" aria-describedby="f-contact-email-hint f-contact-email-error"/u,
    );
    expect(await events()).toEqual([]);
  }, 30_000);

  it("that lacks something is not sent: the page of all answers says what, each with the way to its page", async () => {
    const { criteria: _c, understandsExpectations: _u, "contact.email": _e, ...some } = APPLICATION;
    const check = await school.go(pageOf("check"));
    const lacking = await school.submit(check, { ...some, "group.wished": "yes" });
    expect(lacking.status).toBeGreaterThanOrEqual(400);
    for (const [page, field] of [
      ["reasons", "criteria"],
      ["agree", "understandsExpectations"],
      ["people", "contact-email"],
    ])
      expect(lacking.text).toContain(
        `<a href="/apply/2020-21/primary-readiness/${page}?urn=100001&amp;then=check#f-${field}">`,
      );
    expect(lacking.text).toContain(
      '<a href="/apply/2020-21/primary-readiness/schools?urn=100001">Name at least one school',
    );
    expect(await events()).toEqual([]);
  }, 30_000);

  it("waits from page to page for its person alone, and can be forgotten", async () => {
    const saved = await school.submit(await school.go(pageOf("reasons")), { reasons: "Half a thought", draft: "keep" });
    expect([saved.status, new URL(saved.address).pathname]).toEqual([200, "/apply/2020-21/primary-readiness"]);
    expect(saved.text).toMatch(/You saved this form on .*; nothing has been sent yet\..*Go on with your application/u);
    expect((await school.go(pageOf("reasons"))).text).toContain("Half a thought</textarea>");
    const kept = await whole.store.app.query("select * from people.drafts");
    expect(JSON.stringify(kept)).not.toContain("Half a thought");
    expect((await hub.go(pageOf("reasons"))).text).not.toContain("Half a thought");
    await school.submit(saved, { draft: "drop" });
    expect((await school.go(pageOf("reasons"))).text).not.toContain("Half a thought");
    expect(await whole.store.app.query("select * from people.drafts")).toEqual([]);
    expect(await events()).toEqual([]);
  }, 30_000);

  it("names schools to be placed with that are looked for and picked", async () => {
    await school.submit(await school.go(pageOf("together")), { "group.wished": "yes" });
    const found = await school.go(`${pageOf("schools")}&q=100002`);
    expect(found.text).toContain("The school with the URN 100002");
    const action = pageOf("schools");
    const silent = await school.submit(found, {}, action);
    expect(silent.text).toMatch(/#f-add-urn">Choose the school[\s\S]*#f-add-relationship">Say how the two schools/u);
    const named = await school.submit(silent, { "add.urn": "100002", "add.relationship": "The same trust" }, action);
    expect(named.text).toMatch(/Named so far[\s\S]*100002[\s\S]*The same trust/u);
    expect((await school.go(pageOf("check"))).text).toContain("School 100002: The same trust");
    const none = await school.submit(named, { remove: "0" }, action);
    expect(none.text).not.toContain("Named so far");
  }, 30_000);

  it("sent twice is one application, and says what happens next; the way leads to the journey", async () => {
    const check = await answered(school, FORM, APPLICATION);
    expect(check.text).toContain('value="Ampersand &amp; &lt;b&gt;Sons&lt;/b&gt;"');
    expect(check.text).toMatch(
      /Check your answers[\s\S]*Our results have fallen &amp; we want to change\.[\s\S]*Change/u,
    );
    const { action, form } = filled(check);
    const [one, other] = await Promise.all([school.go(action, form), school.go(action, form)]);
    for (const answer of [one, other]) {
      expect([answer.status, new URL(answer.address).pathname]).toEqual([200, "/apply/2020-21/primary-readiness/sent"]);
      expect(answer.text).toMatch(/Great North Maths Hub has the application of Ampersand[\s\S]*What happens next/u);
      expect(leadsTo(answer, OWN)).toBe(true);
    }
    expect((await school.go(action, form)).status).toBe(200);
    expect((await events()).filter((type) => type === "ApplicationSubmitted")).toEqual(["ApplicationSubmitted"]);
    expect(await whole.store.app.query("select * from people.drafts")).toEqual([]);
    const list = await school.go("/apply");
    expect(list.text).toMatch(
      /It may not apply for[\s\S]*Readiness 2020\/21[\s\S]*already applied: nothing needs to be sent again/u,
    );
  }, 30_000);
});

describe("a form", () => {
  it("of another site, of another sign-in, or of nobody does nothing", async () => {
    const { action, form } = filled(await school.go(`${OWN}/withdraw-application`));
    expect(
      (
        await fetch(whole.api.origin + action, {
          method: "POST",
          headers: { origin: "https://evil.example", "content-type": "application/x-www-form-urlencoded" },
          body: "a=b",
        })
      ).status,
    ).toBe(403);
    expect((await school.go(action, { ...form, token: "guessed" })).status).toBe(403);
    expect((await hub.go(action, form)).status).toBe(403);
    expect((await new Browser(whole.api.origin).go(action, form)).status).toBe(401);
    expect(await events()).not.toContain("ApplicationWithdrawn");
  });

  it("is not taken by the API, whose body is JSON", async () => {
    const token = await whole.api.signIn.token({ role: "school-contact", urns: ["100001"] });
    const answer = await fetch(`${whole.api.origin}/api/v1/journeys/100001-primary/withdraw-application`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/x-www-form-urlencoded" },
      body: "reason=no",
    });
    expect(answer.status).toBe(415);
  });

  it("of what a role may not do, or of another hub’s school, is not there", async () => {
    expect((await school.go(`${OWN}/offer-place`)).status).toBe(403);
    expect((await school.go(OWN)).text).not.toContain("offer-place");
    const elsewhere = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
    expect([(await elsewhere.go(OWN)).status, (await elsewhere.go(`${OWN}/offer-place`)).status]).toEqual([404, 404]);
    const { form } = filled(await elsewhere.go("/apply?urn=100001"), {}, "/sign-out");
    expect((await elsewhere.go(`${OWN}/offer-place`, form)).status).toBe(403);
  }, 30_000);
});

describe("the way on", () => {
  it("the hub reads the application, asks, and offers; the school answers and accepts", async () => {
    const page = await hub.go(OWN);
    expect(page.text).toContain("Progress or attainment in maths is poor across the school");
    expect(page.text).toContain("Our results have fallen &amp; we want to change.");
    const asked = await hub.submit(await hub.go(`${OWN}/request-information`), {
      reason: "How many classes have you?",
    });
    expect(asked.text).toContain("The school has been asked.");
    const own = await school.go(OWN);
    expect(own.text).toContain("“How many classes have you?”");
    expect(own.text).toMatch(/<a href="\/journeys\/100001-primary\/provide-information"[^>]*class="govuk-button"/u);
    await school.submit(await school.go(`${OWN}/provide-information`), { answer: "Fourteen" });
    expect((await hub.go(OWN)).text).toContain("“Fourteen”");
    await hub.submit(await hub.go(`${OWN}/offer-place`));
    await eventually(async () =>
      expect((await hub.go(OWN)).text).toMatch(/A place was offered[^<]*<\/strong> [^“]*by you[^“]*>\s*Letter sent/u),
    );
    const accepted = await school.submit(await school.go(`${OWN}/accept-offer`));
    expect(accepted.text).toContain("The place is accepted. Next, name the teachers who take part.");
  }, 60_000);

  it("teachers are named with their roles; a team without its maths lead is turned down, then it goes in", async () => {
    const address = `${OWN}/nominate-participant`;
    const before = await people();
    const teacher = (firstName: string, role: string) => ({
      "contact.firstName": firstName,
      "contact.lastName": "Example",
      "contact.email": `${firstName}@example.org`,
      role,
    });
    expect((await school.go(address)).text).not.toContain("Mastery advocate");
    await school.submit(await school.go(address), teacher("Ada", "lead-teacher"));
    const refused = await school.submit(await school.go(address), teacher("Ben", "lead-teacher"));
    expect(refused.text).toMatch(/<a href="#f-role">One of the two teachers should be the maths lead/u);
    const named = await school.submit(refused, teacher("Ben", "maths-lead"));
    expect(named.text).toMatch(/Ada Example[\s\S]*Lead teacher[\s\S]*Ben Example[\s\S]*Maths lead/u);
    expect(await people()).toBe(before + 2); // Ada and Ben, nobody twice
    expect((await school.go(OWN)).text).not.toContain("nominate-participant"); // the team is whole
  }, 60_000);

  it("the hub places the school; what only time brings is then on the page of both", async () => {
    const placed = await hub.submit(await hub.go(`${OWN}/place-in-work-group`));
    expect(placed.text).toMatch(/The school is placed\.[\s\S]*Participating/u);
    expect((await school.go(OWN)).text).toContain("Participating");
    expect((await school.go("/")).text).toContain('href="/journeys/100001-primary"');
  }, 30_000);
});
