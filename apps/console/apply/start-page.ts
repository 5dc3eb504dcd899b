// Before an application: what the school would get, what it takes on, and what it needs to have at hand.

import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import type { Applying } from "../../../libs/service/intake/programmes.ts";
import { hidden, type FormState } from "../form-page.ts";
import type { Html } from "../html.ts";
import { programmeLinks } from "../programme-links.ts";
import { day, inWords, TO_PERSON } from "../words.ts";

/** A part of what the programme's page says; `text`: one paragraph, `lines`: a list. */
export interface ProgrammePart {
  title: string;
  text: string;
  lines: readonly string[];
}

/** The programme to read, as start.njk and interest.njk show it. */
export interface ProgrammeView {
  school: string;
  programme: string;
  benefits: readonly string[];
  about: string;
  parts: readonly ProgrammePart[];
  project: string | null;
  links: Html | null;
}

/**
 * What template start.njk is filled with. `against`: why nothing can be sent today. `savedOn`: when what waits was
 * kept.
 */
export interface StartView {
  programme: ProgrammeView;
  closesOn: string;
  against: readonly string[];
  instead: { words: string; href: string } | null;
  expects: readonly string[];
  needs: readonly string[];
  savedOn: string | null;
  goOn: string;
  programmes: string;
  address: string;
  hidden: Html;
}

/** For which school and programme it is, what it gives, and what else a school weighs before it applies. */
export function programmeView({
  prospectus,
  school,
  urn,
}: Pick<Applying, "prospectus" | "school" | "urn">): ProgrammeView {
  const { about, involves, benefits, outcomes, whoCanApply, cost, afterwards, disruption } = prospectus.texts;
  const parts: ProgrammePart[] = [
    { title: "What it involves", text: "", lines: involves },
    { title: "What your school works towards", text: "", lines: outcomes },
    { title: "For whom it is", text: "", lines: whoCanApply },
    { title: "Cost", text: cost, lines: [] },
    { title: "What comes afterwards", text: afterwards, lines: [] },
    { title: "If things go otherwise", text: disruption ?? "", lines: [] },
  ];
  return {
    school: school?.name ?? `School ${urn}`,
    programme: `${inWords(prospectus.stage)} ${prospectus.academicYear}, ${prospectus.phase}`,
    benefits,
    about,
    parts: parts.filter(({ text, lines }) => text !== "" || lines.length > 0),
    project: prospectus.projectCode?.value ?? null,
    links: programmeLinks(prospectus),
  };
}

/** The view model. `goOn`: the address of the first page, or of where the form was left. */
export function startView(
  applying: Applying,
  { address, goOn, savedAt }: { address: string; goOn: string; savedAt: string | null },
  state: Pick<FormState, "token" | "key">,
): StartView {
  const { prospectus, closesOn, against, urn } = applying;
  const { reasonsMostWords, criteria, group } = prospectus.application;
  return {
    programme: programmeView(applying),
    closesOn: day(closesOn),
    against: against.map((reason) => sentenceOfRejection(reason, TO_PERSON)),
    instead: insteadOf(applying),
    expects: prospectus.texts.expectations,
    needs: [
      ...(criteria === null ? [] : ["which of the programme’s criteria are true of your school"]),
      ...(reasonsMostWords === null
        ? []
        : [`why your school wishes to take part, in up to ${reasonsMostWords.value} words`]),
      "that your headteacher, or another senior leader, knows of it",
      "the name and e-mail address of whoever is to get the letters, and of the headteacher",
      ...(group.value ? ["if you apply together with other schools: which they are"] : []),
    ],
    savedOn: savedAt === null ? null : day(savedAt),
    goOn,
    programmes: `/apply?urn=${urn}`,
    address,
    hidden: hidden(state),
  };
}

/** Where the rules point to another programme. */
function insteadOf({ against, urn }: Applying): StartView["instead"] {
  for (const reason of against) {
    const id = reason.code === "another-route" && "with" in reason ? reason.with?.["prospectus"] : null;
    if (typeof id === "string")
      return { words: "See the programme that fits your school", href: `/apply/${id}?urn=${urn}` };
  }
  return null;
}
