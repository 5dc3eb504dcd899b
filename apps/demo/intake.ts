// How schools come to a hub: they apply, each in its own week, and the hub answers, each as its fate has it.

import { addDays } from "../../libs/calendar/dates.ts";
import { nextSchoolDay } from "../../libs/calendar/terms.ts";
import type { LocalDate } from "../../libs/calendar/instants.ts";
import type { Fate } from "./cohorts.ts";
import type { HubAtWork } from "./hub.ts";
import { prospectusOf, type School } from "./school.ts";

const REASONS = [
  "Results at the end of Key Stage 2 have fallen for three years, and our teachers want to plan together.",
  "Two of our teachers have seen mastery lessons nearby and our leaders will give them time to lead it here.",
  "We have several new teachers and want one way of teaching mathematics through the whole school.",
  "Our pupils calculate well and explain little; we want talk and reasoning in every lesson.",
];
const QUESTION = "Who would the two teachers be, and how long have they been at the school?";

/** Days after the application on which the hub, or the school, does what its fate has it do. */
const DAYS: Readonly<Partial<Record<Fate, number>>> = { lapses: 4, waits: 12 };
const USUAL_DAYS = 6;

/** Puts a school's application, and the hub's answer to it, on the agenda. */
export function comes(hub: HubAtWork, school: School, day: LocalDate, groupOf: (school: School) => string): void {
  const { fate } = school.cast;
  const time = `1${Math.floor(hub.chance(`time ${school.journey}`) * 6)}:${10 + Math.floor(hub.chance(fate) * 49)}`;
  if (fate === "interested") return hub.on(day, time, () => expressInterest(hub, school));
  hub.on(day, time, () => apply(hub, school));
  if (fate === "applied") return;
  const { calendar } = hub.desk.shared.rules;
  const answered = nextSchoolDay(calendar, addDays(day, DAYS[fate] ?? USUAL_DAYS));
  hub.on(answered, `11:${10 + (Number(school.cast.urn) % 50)}`, () => answer(hub, school, groupOf(school), answered));
}

async function apply(hub: HubAtWork, school: School): Promise<void> {
  const { cast } = school;
  const prospectus = prospectusOf(cast);
  const found = hub.desk.shared.rules.catalogue.get(prospectus);
  const criteria = found?.application.criteria?.value.slice(0, 2).map(({ code }) => code) ?? [];
  const { street, town, postcode } = cast;
  const body = {
    prospectus,
    hub: hub.hub.code,
    school: schoolOf(school),
    address: `${street}, ${town}`,
    postcode,
    criteria,
    reasons: REASONS[Number(cast.urn) % REASONS.length],
    understandsExpectations: true,
    seniorLeaderSupports: true,
    contact: cast.applicant,
  };
  const asked = hub.asked(hub.contactOf(school), "apply");
  await hub.tries(school.journey, "SubmitApplication", () => hub.desk.intake.apply({ ...asked, body }));
}

async function expressInterest(hub: HubAtWork, school: School): Promise<void> {
  const { cast } = school;
  const body = {
    prospectus: prospectusOf(cast),
    hub: hub.hub.code,
    school: schoolOf(school),
    contact: cast.applicant,
  };
  const asked = hub.asked(hub.contactOf(school), "interest");
  await hub.tries(school.journey, "ExpressInterest", () => hub.desk.intake.expressInterest({ ...asked, body }));
}

function schoolOf({ cast }: School): object {
  const { urn, name, phase, head } = cast;
  const headteacher = { name: `${head.firstName} ${head.lastName}`, email: head.email };
  return { urn, name, phase, funding: "state", headteacher, history: [] };
}

async function answer(hub: HubAtWork, school: School, workGroup: string, day: LocalDate): Promise<void> {
  const { calendar } = hub.desk.shared.rules;
  const offer = () => hub.command(school, "OfferPlace", { workGroup });
  switch (school.cast.fate) {
    case "asked":
    case "answers":
      await hub.command(school, "RequestInformation", { reason: QUESTION });
      return;
    case "waits":
      await hub.command(school, "WaitlistApplication", {
        reason: "Both groups are full; you are the first to hear if a school cannot come.",
      });
      return;
    case "not-selected":
      await hub.command(school, "DeclineApplication", {
        reason: "Your mathematics lead has just left: come back once somebody can lead this.",
      });
      return;
    case "redirected": {
      const stage = school.cast.stage === "readiness" ? "development" : "readiness";
      const prospectus = prospectusOf({ ...school.cast, stage });
      const reason = "Another year would serve the school better: it has just changed its leaders.";
      await hub.command(school, "RedirectApplication", { prospectus, reason });
      return;
    }
    case "withdraws-application":
      await hub.command(school, "WithdrawApplication", { reason: "A new headteacher comes at Easter." });
      return;
    case "declines":
      await offer();
      hub.on(nextSchoolDay(calendar, addDays(day, 5)), "15:20", async () => {
        await hub.command(school, "DeclineOffer", { reason: "We cannot release two teachers next year." });
      });
      return;
    case "lapses":
      await hub.command(school, "OfferPlace", { workGroup, respondBy: nextSchoolDay(calendar, addDays(day, 14)) });
      return;
    default:
      await offer();
  }
}
