// A place is offered: what the programme gives, and what it expects.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import { pounds } from "../journey/sentences.ts";
import type { Prospectus } from "../prospectus/prospectus.ts";
import {
  type Block,
  type Envelope,
  type Letter,
  letter,
  notice,
  paragraph,
  programmeOf,
  schoolName,
  section,
  steps,
} from "./letter.ts";
import { linkBlocks } from "./links.ts";
import { hubName } from "./words.ts";

/** A place, open until the end of `respondBy`; `prospectus` says what is given and expected. */
export function placeOffered(
  envelope: Envelope,
  facts: { respondBy: LocalDate; prospectus: Pick<Prospectus, "texts" | "grant" | "links"> | null; together?: boolean },
): Letter {
  const { prospectus, respondBy } = facts;
  const by = dateWithWeekday(respondBy);
  return letter(envelope, `A place for your school. Please reply by ${by}`, [
    paragraph(
      `${hubName(envelope.hub)} is pleased to offer ${schoolName(envelope)} a place in ${programmeOf(envelope)}.`,
    ),
    ...(facts.together === true
      ? [paragraph("You are offered places together with the schools that you are to be placed with.")]
      : []),
    notice(`Please reply by the end of ${by}. After that day the offer ends, and another school may have the place.`),
    ...steps("What to do", [
      "Read below what the programme gives and what it expects. Talk it over with your headteacher.",
      "Reply to this e-mail: say that your school accepts the place, or that it does not.",
      "If you accept, tell us who will take part. We will write to you once your school has been placed.",
    ]),
    ...(prospectus ? programme(prospectus) : []),
  ]);
}

function programme({ texts, grant, links }: Pick<Prospectus, "texts" | "grant" | "links">): Block[] {
  // What the programme gives says it already, most of the time: `a grant of £1000`.
  const said =
    grant !== null &&
    texts.benefits.some((text) => text.replaceAll(",", "").includes(`£${grant.amountPence.value / 100}`));
  const money = grant && !said ? [`A grant of ${pounds(grant.amountPence.value)}: ${grant.purpose}`] : [];
  return [
    ...section("What your school gets", [...texts.benefits, ...money]),
    ...section("What taking part involves", texts.involves),
    ...section(
      "What is expected of your school",
      texts.expectations.filter((text) => !texts.involves.includes(text)),
    ),
    ...section("Cost", [texts.cost].filter(Boolean)),
    ...section("What comes afterwards", [texts.afterwards].filter(Boolean)),
    ...linkBlocks(links?.value ?? []),
  ];
}
