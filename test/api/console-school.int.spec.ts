// A school's way at the console, by forms alone: from which programmes it may apply for to its teachers; through the
// real API, worker and session.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser, filled, fieldOn } from "../support/browser.ts";
import { eventually } from "../workflows/service.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const output = recordOutput();
let whole: WholeService;
let school: Browser;
let hub: Browser;
const FORM = "/apply/2020-21/primary-readiness?urn=100001";
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
    const form = await school.go(FORM);
    expect(form.text).toContain("Progress or attainment in maths is poor across the school");
    expect(form.text).toContain("Up to 250 words.");
    expect(form.text).toMatch(/<fieldset[^>]*> <legend [^>]*> Which of these are true of your school\?/u);
    for (const [, id] of form.text.matchAll(/<label [^>]*for="([^"]+)"/gu)) expect(form.text).toContain(`id="${id}"`);
  });

  it("that the rules turn down comes back with why at its field, and with what was typed", async () => {
    const form = await school.go(FORM);
    const typed = { ...APPLICATION, criteria: [], "contact.email": "no address" };
    const shape = await school.submit(form, typed);
    expect(shape.status).toBe(422);
    expect(shape.text).toMatch(/<a href="#f-contact-email">Your e-mail address: Write an address such as/u);
    expect(fieldOn(shape, "contact.email")).toMatch(
      /id="f-contact-email"[^>]* value="no address" aria-describedby="f-contact-email-hint f-contact-email-error"/u,
    );
    const rule = await school.submit(shape, { ...typed, "contact.email": "grace@example.org" });
    expect(rule.status).toBe(409);
    expect(rule.text).toMatch(/role="alert"[\s\S]*<a href="#f-criteria">Tick at least one of the criteria\./u);
    expect(rule.text).toContain("Our results have fallen &amp; we want to change.</textarea>");
    expect(rule.text).toContain('value="Ampersand &amp; &lt;b&gt;Sons&lt;/b&gt;"');
    const long = await school.submit(rule, { ...APPLICATION, reasons: "word ".repeat(251) });
    expect(long.text).toContain("The reasons have 251 words: at most 250 are read.");
    expect(await events()).toEqual([]);
  }, 30_000);

  it("that lacks several things says all of them at once, each at its field", async () => {
    const { criteria: _c, understandsExpectations: _u, reasons: _r, postcode: _p, ...some } = APPLICATION;
    const lacking = await school.submit(await school.go(FORM), { ...some, "group.wished": "yes" });
    expect(lacking.status).toBeGreaterThanOrEqual(400);
    for (const id of ["criteria", "reasons", "understandsExpectations", "postcode", "group-schools-0-urn"])
      expect(lacking.text).toContain(`<a href="#f-${id}">`);
    expect(await events()).toEqual([]);
  }, 30_000);

  it("can wait for its person alone, and be forgotten", async () => {
    const saved = await school.submit(await school.go(FORM), {
      ...APPLICATION,
      reasons: "Half a thought",
      draft: "keep",
    });
    expect([saved.status, new URL(saved.address).pathname]).toEqual([200, "/apply/2020-21/primary-readiness"]);
    expect(saved.text).toContain("Half a thought</textarea>");
    expect(saved.text).toContain("nothing has been sent yet");
    const kept = await whole.store.app.query("select * from people.drafts");
    expect(JSON.stringify(kept)).not.toContain("Half a thought");
    expect((await hub.go("/apply/2020-21/primary-readiness?urn=100001")).text).not.toContain("Half a thought");
    const gone = await school.submit(saved, { draft: "drop" });
    expect(gone.text).not.toContain("Half a thought");
    expect(await whole.store.app.query("select * from people.drafts")).toEqual([]);
    expect(await events()).toEqual([]);
  }, 30_000);

  it("shows first what the school would get", async () => {
    expect((await school.go(FORM)).text).toMatch(/What your school gets[\s\S]*<form class="form" method="post"/u);
  });

  it("sent twice is one application, and the way leads to the journey", async () => {
    const { action, form } = filled(await school.go(FORM), APPLICATION);
    const [one, other] = await Promise.all([school.go(action, form), school.go(action, form)]);
    for (const answer of [one, other]) {
      expect([answer.status, new URL(answer.address).pathname]).toEqual([200, OWN]);
      expect(answer.text).toContain("The application has been sent to the Maths Hub.");
    }
    expect((await school.go(action, form)).status).toBe(200);
    expect((await events()).filter((type) => type === "ApplicationSubmitted")).toEqual(["ApplicationSubmitted"]);
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
      expect((await hub.go(OWN)).text).toMatch(/A place was offered[^<]*<span class="tag">Letter sent/u),
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
