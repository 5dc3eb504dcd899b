// What changes about a Work Group: how it meets, who leads it, which one it is.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import { type Dated, datesOfYear } from "./dates-of-group.ts";
import type { LocalDate } from "../calendar/instants.ts";
import { type Block, type Envelope, type Letter, letter, notice, paragraph, schoolName, steps } from "./letter.ts";

/** The group meets in another way. `delivery`: `online`, `in-person`, `extended`; `until`: nobody is chased so long. */
export function deliveryAdapted(
  envelope: Envelope,
  facts: { delivery: string | null; until: LocalDate | null; ahead: readonly Dated[] },
): Letter {
  const { delivery, until, ahead } = facts;
  const [subject, said] = HOW[delivery ?? ""] ?? [
    "Your Work Group goes on in another way",
    "From now on your Work Group goes on in another way than was planned. Your Work Group lead tells you how.",
  ];
  return letter(envelope, subject, [
    notice(said),
    ...(until === null
      ? []
      : [
          paragraph(
            `Until ${dateWithWeekday(until)} nobody is chased for what is late. What is due before then can be ` +
              "done by that day.",
          ),
        ]),
    ...datesOfYear(ahead, envelope, "The sessions to come"),
  ]);
}

const HOW: Readonly<Record<string, readonly [subject: string, said: string]>> = {
  online: [
    "Your Work Group meets online",
    "From now on your Work Group meets online. You do not need to travel to its sessions.",
  ],
  "in-person": [
    "Your Work Group meets in person again",
    "From now on your Work Group meets in person again. Please plan for your teachers’ travel and cover.",
  ],
  extended: [
    "Your Work Group has more time",
    "Your Work Group has more time: sessions can have later dates than were planned. We write to you about each.",
  ],
};

/** `name`: who leads it now, where the service knows them; `role`: as the programme has it, `Mastery Specialist`. */
export function leadChanged(envelope: Envelope, facts: { name: string | null; role: string | null }): Letter {
  const { name, role } = facts;
  const as = role === null ? "" : `, ${role}`;
  return letter(envelope, "Your Work Group has a new lead", [
    notice(
      name === null ? "Somebody else leads your Work Group from now on." : `${name}${as} leads your Work Group now.`,
    ),
    ...steps("What this means", [
      "The dates of sessions and visits stay as they are, unless we write to you about one.",
      "What you agreed with the lead before stands.",
      name === null ? "The new lead gets in touch with you." : "Who leads the group gets in touch with you.",
    ]),
  ]);
}

/** The school is in another group of its programme; `dates`: of that group, from now on. */
export function groupChanged(envelope: Envelope, facts: { group: readonly Block[]; dates: readonly Dated[] }): Letter {
  return letter(envelope, "Your school is in another Work Group", [
    notice(`From now on ${schoolName(envelope)} is in another Work Group. The dates below are its dates.`),
    ...facts.group,
    paragraph(
      "What your school has done so far counts. Please take the dates of the former group out of your calendar.",
    ),
    ...datesOfYear(facts.dates, envelope, "What is still to come this year"),
  ]);
}
