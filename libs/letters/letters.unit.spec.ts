import { describe, expect, test } from "@jest/globals";
import { applicationEnded } from "./application-ended.ts";
import { offerLapsed } from "./offer-lapsed.ts";
import { redirected } from "./redirected.ts";
import { notSelected } from "./not-selected.ts";
import { hubChanged } from "./hub-changed.ts";
import { takenBack } from "./taken-back.ts";
import { waitlisted } from "./waitlisted.ts";
import { placeOffered } from "./place-offered.ts";
import { informationNeeded } from "./information-needed.ts";
import { applicationReceived } from "./application-received.ts";
import { renderHtml, renderMarkdown } from "./render.ts";
import { asRead, envelope, offered } from "./sample.ts";

describe("every letter", () => {
  const text = asRead(waitlisted(envelope()));
  test("says which school and programme it is about, whom to ask, and carries a reference", () => {
    expect(text).toContain(
      "Dear Ada Lovelace, About: Example Primary School (URN 100001), Mastery Readiness Work Group 2020/21",
    );
    expect(text).toContain(
      "Reply to this e-mail. Your reply goes to Great North Maths Hub: great-north@hubs.example.org.",
    );
    expect(text).toContain("Reference: 100001-primary/12");
  });

  test("is signed as the hub signs, in words alone; what goes to the hub itself is not", () => {
    const signature = {
      name: "Hella [Example](x)",
      telephone: "01632 960 001",
      paragraph: "Term-time <b>mornings</b>.",
    };
    const signed = waitlisted(envelope({ signature }));
    expect(asRead(signed)).toContain(
      "great-north@hubs.example.org. Hella [Example](x), Great North Maths Hub Telephone: 01632 960 001 " +
        "Term-time <b>mornings</b>.",
    );
    expect(renderHtml(signed)).toContain("Term-time &lt;b&gt;mornings&lt;/b&gt;.");
    expect(renderMarkdown(signed)).toContain("Hella (Example)(x), Great North Maths Hub");
    const short = { ...signature, telephone: "", paragraph: "" };
    expect(asRead(waitlisted(envelope({ signature: short })))).not.toContain("Telephone");
    const reader = { name: null, role: "hub-lead", standsInFor: [] } as const;
    expect(asRead(waitlisted(envelope({ signature, reader })))).not.toContain("Hella");
  });

  test("knows the school by its URN until its name is known", () => {
    expect(asRead(waitlisted(envelope({ school: { urn: "100001", name: null } })))).toContain(
      "About: The school with URN 100001",
    );
  });

  test("a reader who stands in for a role is told so", () => {
    const reader = { name: "Ada Lovelace", role: "applicant", standsInFor: ["headteacher", "maths-lead"] } as const;
    expect(asRead(waitlisted(envelope({ reader })))).toContain(
      "This message is meant for the headteacher or the maths lead. We have no working e-mail address for them",
    );
  });

  test("that goes out once more says so, and why", () => {
    const again = (why: "came-back" | "asked-for") => waitlisted(envelope({ again: why }));
    expect(again("came-back").subject).toBe("Again: Your school is on the waiting list");
    expect(asRead(again("came-back"))).toContain("We sent this letter before, and it came back to us.");
    expect(asRead(again("asked-for"))).toContain("You have had this reminder before.");
  });

  test.each(["Win £500 at http://example.com", "visit www.example", "spam.example", "a".repeat(61)])(
    "a stranger cannot be greeted with: %s",
    (name) => {
      expect(waitlisted(envelope({ reader: { name, role: "applicant", standsInFor: [] } })).greeting).toBe("Hello,");
    },
  );
  test.each(["J. R. O’Neill", "Zoë Müller-Ødegård", "Mary St. John"])("names of people stay: %s", (name) => {
    expect(waitlisted(envelope({ reader: { name, role: "applicant", standsInFor: [] } })).greeting).toBe(
      `Dear ${name},`,
    );
  });
});

describe("between application and place", () => {
  test("application received", () => {
    const text = asRead(applicationReceived(envelope(), { receivedOn: "2020-06-02" }));
    expect(text).toContain(
      "Great North Maths Hub received the application of Example Primary School (URN 100001) for Mastery " +
        "Readiness Work Group 2020/21 on Tuesday 2 June 2020.",
    );
    expect(text).toContain("You do not need to do anything now.");
  });

  test("more information needed, in the hub’s own words", () => {
    const text = asRead(informationNeeded(envelope(), { question: "Which year groups?\nHow many classes?" }));
    expect(text).toContain("> Which year groups? > How many classes?");
    expect(text).toContain("Reply to this e-mail with the answer.");
  });

  test("a place offered: by when, how to answer, what is given and expected", () => {
    const letter = placeOffered(envelope(), { respondBy: "2020-07-03", prospectus: offered });
    expect(letter.subject).toBe("A place for your school. Please reply by Friday 3 July 2020");
    const text = asRead(letter);
    expect(text).toContain(
      "Please reply by the end of Friday 3 July 2020. After that day the offer ends, and another school may have " +
        "the place.",
    );
    expect(text).toContain("say that your school accepts the place, or that it does not");
    expect(text).toContain("WHAT YOUR SCHOOL GETS - Support for the headteacher in addressing leadership issues");
    expect(text).toContain(
      "WHAT IS EXPECTED OF YOUR SCHOOL - The lead teachers will participate in regular workshops and " +
        "complete gap tasks",
    );
    expect(text).not.toContain("£");
  });

  test("a place with a grant says how much and what for", () => {
    const grant = {
      amountPence: { value: 200_000, source: "assumption" as const },
      purpose: "to let the advocates work with the specialist",
    };
    expect(asRead(placeOffered(envelope(), { respondBy: "2020-07-03", prospectus: { ...offered, grant } }))).toContain(
      "A grant of £2,000: to let the advocates work with the specialist",
    );
    const page = { ...offered.texts, benefits: ["No charge for participation and a grant of £2000"] };
    expect(
      asRead(placeOffered(envelope(), { respondBy: "2020-07-03", prospectus: { ...offered, texts: page, grant } })),
    ).not.toContain("A grant of £2,000");
  });

  test("a place offered leads to what the programme’s page and the hub have of it", () => {
    const links = {
      value: [
        { kind: "website" as const, text: "What our hub offers", address: "https://hub.example.org" },
        { kind: "email" as const, text: "Ask our office", address: "office@hub.example" },
        { kind: "form" as const, text: "Its form", address: null },
      ],
      source: "hub" as const,
      hub: "great-north",
    };
    const text = asRead(placeOffered(envelope(), { respondBy: "2020-07-03", prospectus: { ...offered, links } }));
    expect(text).toContain("What our hub offers: https://hub.example.org Ask our office: office@hub.example");
    expect(text).not.toContain("Its form");
  });

  test("an end: what the hub has left undone is not put to the school", () => {
    const end = (stood: Parameters<typeof applicationEnded>[1]["stood"]) =>
      asRead(applicationEnded(envelope(), { stood }));
    expect(end("waitlisted")).toContain("No place became free in time");
    expect(end("waitlisted")).toContain("What you wrote this time is filled in already.");
    expect(end("information-requested")).toContain("has not had an answer");
    expect(end("interested")).toContain("No applications for it are to come");
    for (const stood of ["applied", "accepted"] as const) expect(end(stood)).toContain("That is no decision about");
  });

  test("waiting list, not selected, redirected, lapsed", () => {
    expect(asRead(waitlisted(envelope()))).toContain("If a place becomes free we will write to offer it to you.");
    const third = asRead(waitlisted(envelope(), { position: 3, until: "2020-10-31" }));
    expect(third).toContain(">> Your school is number 3 on the list: 2 schools are before yours.");
    expect(third).toContain("If no place has become free by Saturday 31 October 2020, the waiting list ends");
    expect(asRead(waitlisted(envelope(), { together: true, until: "2020-10-31" }))).toContain(
      "If there are not places for all of you by Saturday 31 October 2020, the waiting list ends",
    );
    expect(asRead(waitlisted(envelope(), { position: 1 }))).toContain("the next place that becomes free is offered to");
    expect(asRead(notSelected(envelope()))).toContain(
      "We are sorry: Great North Maths Hub cannot offer your school a place",
    );
    expect(asRead(redirected(envelope(), { instead: "Primary Development Work Group 2020/21" }))).toContain(
      "thinks that Primary Development Work Group 2020/21 would suit your school better. WHAT TO DO",
    );
    expect(asRead(offerLapsed(envelope(), { respondBy: "2020-07-03" }))).toContain(
      "asked for a reply by Friday 3 July 2020. We did not receive one, so the offer has ended",
    );
  });
});

describe("a mistake that was taken back", () => {
  const facts = { workGroup: null, place: null, tells: true } as const;
  test("says what was wrong, and how it stands now", () => {
    const text = asRead(takenBack(envelope(), { ...facts, was: "ApplicationDeclined", status: "applied" }));
    expect(text).toContain("it was recorded that it was not selected. That was a mistake.");
    expect(text).toContain("Great North Maths Hub looks at your application again.");
    expect(
      asRead(takenBack(envelope(), { ...facts, was: "SchoolWithdrawn", status: "participating", place: "taken" })),
    ).toContain("Your school takes part again, as before.");
  });
});

test("a school that has another hub is told which, and what stays behind", () => {
  const changed = hubChanged(envelope(), { from: "far-south", takesPart: false });
  expect(changed.subject).toBe("Your Maths Hub is now Great North Maths Hub");
  expect(asRead(changed)).toContain("Until now it was with Far South Maths Hub.");
  expect(asRead(changed)).toContain("What your school wrote to Far South Maths Hub stays there.");
  expect(asRead(hubChanged(envelope(), { from: "far-south", takesPart: true }))).toContain("stays as it is.");
});
