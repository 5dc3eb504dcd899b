// Letters between an application and a place.

import type { LocalDate } from "../calendar/instants.ts";
import type { Prospectus } from "../prospectus/prospectus.ts";
import {
  heading,
  letter,
  notice,
  paragraph,
  schoolName,
  section,
  steps,
  type Envelope,
  type Letter,
} from "./letter.ts";
import { pounds } from "../journey/sentences.ts";
import { hubName, longDate } from "./words.ts";

const programmeOf = (envelope: Envelope): string => envelope.programme ?? "the programme";

/** Applications are taken now, and the school had said that it is interested. `until`: the last day, in London. */
export function applicationInvited(envelope: Envelope, facts: { until: LocalDate }): Letter {
  const hub = hubName(envelope.hub);
  const until = longDate(facts.until);
  return letter(envelope, `You can apply now: ${programmeOf(envelope)}`, [
    paragraph(
      `You told ${hub} that ${schoolName(envelope)} is interested in this programme. Applications for ` +
        `${programmeOf(envelope)} are open now.`,
    ),
    notice(`Please apply by the end of ${until}. We do not write about this again.`),
    ...steps("What to do", [
      `Sign in to School Journeys, choose ${programmeOf(envelope)} at ${hub} and fill in the application.`,
      `If you cannot sign in, reply to this e-mail: ${hub} will take your application.`,
    ]),
    paragraph("If your school is no longer interested you do not need to do anything."),
  ]);
}

/** The application has come in. `receivedOn`: the day it came. */
export function applicationReceived(envelope: Envelope, facts: { receivedOn: LocalDate }): Letter {
  const hub = hubName(envelope.hub);
  return letter(envelope, `We have your application: ${programmeOf(envelope)}`, [
    paragraph(
      `Thank you. ${hub} received the application of ${schoolName(envelope)} for ${programmeOf(envelope)} ` +
        `on ${longDate(facts.receivedOn)}.`,
    ),
    ...steps("What happens next", [
      `${hub} reads your application. You do not need to do anything now.`,
      "We may write to ask for more information.",
      "We will write again to offer a place, to put your school on the waiting list, or to say that we " +
        "cannot offer a place.",
    ]),
    paragraph("If you did not make this application, reply and tell us."),
  ]);
}

/** The hub needs more before it can decide. `question`: the hub's own words, or null where it wrote none. */
export function informationNeeded(envelope: Envelope, facts: { question: string | null }): Letter {
  const asked = facts.question
    ? [heading("What we need to know"), { kind: "quote" as const, text: facts.question }]
    : [paragraph("Someone from the hub will tell you what is needed.")];
  return letter(envelope, `Please send us more information: ${programmeOf(envelope)}`, [
    paragraph(
      `${hubName(envelope.hub)} has read the application of ${schoolName(envelope)} and needs to know more ` +
        `before it can decide.`,
    ),
    ...asked,
    ...steps("What to do", ["Reply to this e-mail with the answer. Your application waits until we have it."]),
  ]);
}

/** A place, open until the end of `respondBy`; `prospectus` says what is given and expected. */
export function placeOffered(
  envelope: Envelope,
  facts: { respondBy: LocalDate; prospectus: Pick<Prospectus, "texts" | "grant"> | null },
): Letter {
  const { prospectus, respondBy } = facts;
  const by = longDate(respondBy);
  return letter(envelope, `A place for your school. Please reply by ${by}`, [
    paragraph(
      `${hubName(envelope.hub)} is pleased to offer ${schoolName(envelope)} a place in ${programmeOf(envelope)}.`,
    ),
    notice(`Please reply by the end of ${by}. After that day the offer ends and the place goes to another school.`),
    ...steps("What to do", [
      "Read below what the programme gives and what it expects. Talk it over with your headteacher.",
      "Reply to this e-mail: say that your school accepts the place, or that it does not.",
      "If you accept, tell us who will take part. We will write to you once your school has been placed.",
    ]),
    ...(prospectus ? programme(prospectus) : []),
  ]);
}

/** The offer ends soon and nobody has answered. */
export function offerReminder(envelope: Envelope, facts: { respondBy: LocalDate }): Letter {
  const by = longDate(facts.respondBy);
  return letter(envelope, `Please reply by ${by}: a place for your school`, [
    paragraph(
      `${hubName(envelope.hub)} has offered ${schoolName(envelope)} a place in ${programmeOf(envelope)}. ` +
        `We have not had your answer.`,
    ),
    notice(`The offer ends at the end of ${by}. After that day the place goes to another school.`),
    ...steps("What to do", [
      "Reply to this e-mail: say that your school accepts the place, or that it does not.",
      "If you need more time, tell us before that day.",
    ]),
  ]);
}

function programme({ texts, grant }: Pick<Prospectus, "texts" | "grant">): ReturnType<typeof section> {
  // The page's own words say it already, most of the time: `a grant of £1000`.
  const said =
    grant !== null &&
    texts.benefits.some((text) => text.replaceAll(",", "").includes(`£${grant.amountPence.value / 100}`));
  const money = grant && !said ? [`A grant of ${pounds(grant.amountPence.value)}: ${grant.purpose}`] : [];
  return [
    ...section("What your school gets", [...texts.benefits, ...money]),
    ...section("What taking part involves", texts.involves),
    ...section("What is expected of your school", texts.expectations),
    ...section("Cost", [texts.cost].filter(Boolean)),
  ];
}

/**
 * No place yet: the school waits in order. `together`: with the schools it is to be placed with, for whom there is not
 * room for all.
 */
export function waitlisted(envelope: Envelope, { together = false }: { together?: boolean } = {}): Letter {
  const why = together
    ? [
        paragraph(
          "Your school is to be placed together with other schools. The Work Group does not have a place " +
            "for each of you now, so none of you is offered one without the others.",
        ),
      ]
    : [];
  return letter(envelope, `Your school is on the waiting list: ${programmeOf(envelope)}`, [
    paragraph(
      `There ${together ? "are not enough free places" : "is no free place"} in ${programmeOf(envelope)} ` +
        `now. ${hubName(envelope.hub)} has put ${schoolName(envelope)} on the waiting list.`,
    ),
    ...why,
    ...steps("What happens next", [
      `${together ? "If places become free for all of you" : "If a place becomes free"} we will write to ` +
        `offer ${together ? "them" : "it"} to you. You do not need to do anything now.`,
      "If you no longer want a place, reply and tell us.",
    ]),
  ]);
}

/** The hub does not offer a place. */
export function notSelected(envelope: Envelope): Letter {
  const hub = hubName(envelope.hub);
  return letter(envelope, `Your application: ${programmeOf(envelope)}`, [
    paragraph(
      `Thank you for the application of ${schoolName(envelope)}. We are sorry: ${hub} cannot offer your ` +
        `school a place in ${programmeOf(envelope)}.`,
    ),
    ...steps("What you can do", [
      `Reply to ask ${hub} why, and what else it can offer your school.`,
      "You are welcome to apply again, for another programme or another year.",
    ]),
  ]);
}

/** Another programme suits the school better. `instead`: its title, or null where the hub names none. */
export function redirected(envelope: Envelope, facts: { instead: string | null }): Letter {
  const other = facts.instead ?? "another programme";
  return letter(envelope, "Another programme may suit your school better", [
    paragraph(
      `Thank you for the application of ${schoolName(envelope)} for ${programmeOf(envelope)}. ` +
        `${hubName(envelope.hub)} thinks that ${other} would suit your school better.`,
    ),
    ...steps("What to do", [
      `If you want to go on with ${other}, apply for it. This application is closed.`,
      "If you would like to talk about it first, reply to this e-mail.",
    ]),
  ]);
}

/** Nobody answered the offer in time. */
export function offerLapsed(envelope: Envelope, facts: { respondBy: LocalDate }): Letter {
  return letter(envelope, `The offer of a place has ended: ${programmeOf(envelope)}`, [
    paragraph(
      `We offered ${schoolName(envelope)} a place in ${programmeOf(envelope)} and asked for a reply by ` +
        `${longDate(facts.respondBy)}. We did not receive one, so the offer has ended and the place is free ` +
        `for another school.`,
    ),
    ...steps("What you can do", [
      "If your school still wants to take part, reply as soon as you can. We will tell you whether a place " +
        "is left and how to apply again.",
    ]),
  ]);
}
