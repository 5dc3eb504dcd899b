// What can be done with a journey now, as somebody looks for it: the first thing, the others by what they are about,
// and apart what ends something or costs it.

import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import { JOURNEY_COMMANDS, slugOf, type RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { ACTION_WORDS } from "./action-words.ts";
import { ofThisYear } from "./year-page.ts";
import { waysOut } from "./task-words.ts";

export interface ActionLink {
  words: string;
  href: string;
  more: string;
}
export interface ActionsView {
  main: { words: string; href: string } | null;
  groups: readonly { title: string; links: readonly ActionLink[] }[];
  ends: readonly ActionLink[];
}

const GROUPS: Readonly<Record<string, string>> = {
  Intake: "Application and place",
  People: "Teachers and headteacher",
  Year: "The year",
  Sessions: "Sessions",
  Trouble: "When it does not go well",
  Reminders: "Reminders",
  Money: "Grant",
};

/** What is to be done before all else, where it can be: by the school itself, then by the hub. */
const FIRST: readonly RoutedCommand[] = [
  "AcceptOffer",
  "ProvideInformation",
  "ConfirmNextStage",
  "NominateParticipant",
  "ChooseTheme",
];
const FIRST_OF_HUB: readonly RoutedCommand[] = [
  "OfferPlace",
  "PlaceInWorkGroup",
  "ConfirmReadiness",
  "ConfirmCompletion",
  "InviteToNextStage",
  "ReviewConcern",
  "NominateParticipant",
];

/** How a year ended: nobody comes to say so while the school still has something to do in it. */
const AT_THE_END: readonly RoutedCommand[] = ["ConfirmReadiness", "ConfirmCompletion"];

/** Nobody wants to have pressed these unawares. */
const ENDS: readonly RoutedCommand[] = [
  "DeclineApplication",
  "WithdrawApplication",
  "DeclineOffer",
  "WaiveCommitment",
  "PauseJourney",
  "WithdrawSchool",
  "MoveToHub",
  "SucceedSchool",
  "WithholdGrant",
  "AdjustGrant",
  "RequestClawback",
];

/** `now`: what the rules and the role of who looks allow. */
export function actionsView(
  journey: Pick<Facts["journey"], "id" | "tasks" | "status" | "workGroup" | "commitments">,
  now: readonly RoutedCommand[],
  role: Role,
): ActionsView {
  const { id } = journey;
  const link = (command: RoutedCommand): ActionLink => ({
    words: ACTION_WORDS[command].title,
    href: `/journeys/${id}/${slugOf(command)}`,
    more: role !== "school-contact" && isOfSchool(command) ? "for the school" : "",
  });
  const others = now.filter((command) => !ENDS.includes(command));
  const groups = Object.entries(GROUPS).flatMap(([group, title]) => {
    const links = others.filter((command) => JOURNEY_COMMANDS[command].group === group).map(link);
    return links.length === 0 ? [] : [{ title, links }];
  });
  return { main: mainOf(journey, now, role, link), groups, ends: now.filter((one) => ENDS.includes(one)).map(link) };
}

/** The school's own word, which its hub may give in its place. */
const isOfSchool = (command: RoutedCommand): boolean =>
  (JOURNEY_COMMANDS[command].roles as readonly Role[]).includes("school-contact");

/** An open task is decided where it stands; without one, the next step of the journey is first. */
function mainOf(
  { tasks, status, workGroup, commitments }: Pick<Facts["journey"], "tasks" | "status" | "workGroup" | "commitments">,
  now: readonly RoutedCommand[],
  role: Role,
  link: (command: RoutedCommand) => ActionLink,
): ActionsView["main"] {
  const open = tasks.some(
    ({ status: task, about }) => task === "open" && waysOut(about).some((way) => now.includes(way.command)),
  );
  if (role !== "school-contact" && open) return null;
  const placed = status === "participating" && workGroup !== null;
  const goesOn = ofThisYear(commitments).some((one) => one.by === "school" && one.status === "open");
  const first = (role === "school-contact" ? FIRST : FIRST_OF_HUB).find(
    (command) =>
      now.includes(command) && !(placed && command === "PlaceInWorkGroup") && !(goesOn && AT_THE_END.includes(command)),
  );
  if (first === undefined) return null;
  const { words, href } = link(first);
  return { words, href };
}
