import { describe, expect, it } from "@jest/globals";
import ICAL from "ical.js";
import { invitationFor, type Meeting } from "./invitation.ts";

const HUB = { name: "Great North Maths Hub", email: "hub-great-north@hubs.example.org" };
const ADA = { name: "Ada O’Neill, Year 6", email: "ada.o'neill@school.example.org" };
const MEETING: Meeting = {
  journey: "100001-primary",
  academicYear: "2020/21",
  code: "session-1",
  on: "2020-10-14",
  startsAt: "13:30",
  endsAt: "16:00",
  place: "Example Primary School; ring the bell,\n1 Example Road",
};
const ABOUT = {
  called: "Work Group meeting 1",
  version: 12,
  at: "2020-09-10T08:00:00Z",
  organizer: HUB,
  attendee: ADA,
};

/** What a calendar program reads. */
function read({ content }: { content: string }) {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const zone = calendar.getFirstSubcomponent("vtimezone");
  if (zone) ICAL.TimezoneService.register(zone);
  const [found, ...others] = calendar.getAllSubcomponents("vevent");
  expect(others).toEqual([]);
  const event = new ICAL.Event(found);
  return { calendar, event, of: (name: string) => found?.getFirstPropertyValue(name) };
}

describe("An invitation to a meeting", () => {
  it("says who asks whom, when by the clock in England, and where", () => {
    const invitation = invitationFor(MEETING, { ...ABOUT, says: "Please bring your plan." });
    const { calendar, event, of } = read(invitation);
    expect([invitation.method, calendar.getFirstPropertyValue("method")]).toEqual(["REQUEST", "REQUEST"]);
    expect(event.startDate.zone.tzid).toBe("Europe/London");
    // In October it is an hour ahead of UTC.
    expect([event.startDate, event.endDate].map((at) => at.toJSDate().toISOString())).toEqual([
      "2020-10-14T12:30:00.000Z",
      "2020-10-14T15:00:00.000Z",
    ]);
    expect([event.summary, event.location, event.description]).toEqual([
      "Work Group meeting 1",
      MEETING.place,
      "Please bring your plan.",
    ]);
    expect([event.organizer, event.sequence, of("status"), of("transp")]).toEqual([
      `mailto:${HUB.email}`,
      12,
      "CONFIRMED",
      "OPAQUE",
    ]);
    expect(
      event.attendees.map((one) => [one.getFirstValue()?.toString().toLowerCase(), one.getParameter("cn")]),
    ).toEqual([[`mailto:${ADA.email}`, ADA.name]]);
    expect(of("dtstamp")?.toString()).toBe("2020-09-10T08:00:00Z");
  });
  it("moved and called off is the same thing, by a higher sequence", () => {
    const moved = { ...MEETING, on: "2021-02-03", startsAt: "09:00", endsAt: "11:00" };
    const all = [
      invitationFor(MEETING, ABOUT),
      invitationFor(moved, { ...ABOUT, version: 15 }),
      invitationFor(moved, { ...ABOUT, version: 19, cancelled: true }),
    ];
    const events = all.map(read);
    expect(new Set(events.map(({ event }) => event.uid)).size).toBe(1);
    expect(events.map(({ event, of }) => [event.sequence, of("status")])).toEqual([
      [12, "CONFIRMED"],
      [15, "CONFIRMED"],
      [19, "CANCELLED"],
    ]);
    expect(all.map(({ method }) => method)).toEqual(["REQUEST", "REQUEST", "CANCEL"]);
    // In February the clocks show UTC.
    expect(events[1]?.event.startDate.toJSDate().toISOString()).toBe("2021-02-03T09:00:00.000Z");
  });
  it("ends for who is not to come any more: for the others it is not called off", () => {
    const ends = read(invitationFor(MEETING, { ...ABOUT, version: 14, cancelled: true, alone: true }));
    const off = read(invitationFor(MEETING, { ...ABOUT, version: 14, cancelled: true }));
    expect([ends.event.summary, ends.of("status")]).toEqual(["Work Group meeting 1", "CANCELLED"]);
    expect(off.event.summary).toBe("Called off: Work Group meeting 1");
  });
  it.each([
    ["2021-03-26", "2021-03-26T13:30:00.000Z"],
    ["2021-03-29", "2021-03-29T12:30:00.000Z"],
    ["2021-10-29", "2021-10-29T12:30:00.000Z"],
    ["2021-11-01", "2021-11-01T13:30:00.000Z"],
  ])("on %s, beside a change of the clocks, is at that hour in England", (on, at) => {
    expect(
      read(invitationFor({ ...MEETING, on }, ABOUT))
        .event.startDate.toJSDate()
        .toISOString(),
    ).toBe(at);
  });
  it("without times is of the whole day, and keeps nobody from anything else", () => {
    const { startsAt: _, endsAt: __, ...day } = MEETING;
    const { event, of } = read(invitationFor(day, ABOUT));
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString(), of("transp")]).toEqual([
      true,
      "2020-10-14",
      "2020-10-15",
      "TRANSPARENT",
    ]);
  });
  it("online leads to its link, not to a place", () => {
    const link = "https://meet.example.org/j/1?a=b,c;d";
    const { event } = read(
      invitationFor({ ...MEETING, link, where: "online" }, { ...ABOUT, says: "Bring your plan." }),
    );
    expect([event.location, event.description]).toEqual([link, `Join here: ${link}\n\nBring your plan.`]);
    expect(read(invitationFor({ ...MEETING, link }, ABOUT)).event.location).toBe(MEETING.place);
    expect(read(invitationFor({ ...MEETING, where: "online" }, ABOUT)).event.location).toBe("Online");
  });
  it("cannot be broken open by what people write", () => {
    const evil = 'X\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil";CN=';
    const { event } = read(
      invitationFor(
        { ...MEETING, place: evil },
        { ...ABOUT, called: evil, says: evil, attendee: { ...ADA, name: evil } },
      ),
    );
    expect(event.uid).toBe("100001-primary/CommitmentDue/2020/21/session-1@school-journeys");
  });
  it("the same is the same bytes, with lines that every mail server takes", () => {
    const { content } = invitationFor(MEETING, ABOUT);
    expect(invitationFor(MEETING, ABOUT).content).toBe(content);
    const lines = content.split("\r\n");
    expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes("\n"))).toBe(true);
  });
});
