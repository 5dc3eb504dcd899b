// What a hub decides: its windows, its lists, its contacts, as it is sent and answered.

import { ArrayMaxSize, ArrayMinSize, ArrayUnique } from "class-validator";
import { EMAIL_ADDRESS } from "../../../libs/journey/wire.ts";
import { HUB_CONTACT_ROLES, type HubContactRole } from "../../../libs/people/hub-contacts.ts";
import { ListOf, Moment, Named, Nothing, Text, Urns, Word } from "../../../libs/service/shape/field.ts";
import { WindowBody } from "../../../libs/service/hubs/windows.ts";

const HUB = { example: "great-north" };
const PROSPECTUS = { example: "2020-21/primary-readiness" };

@Named("Window")
export class WindowAnswer extends WindowBody {
  @Text(HUB) hub: string;
  @Text(PROSPECTUS) prospectus: string;
  @Text({ says: "An opaque id", example: "local" }) setBy: string;
  @Moment({ example: "2020-09-18T10:00:00Z" }) setAt: string;
}

@Named("WindowPage")
export class WindowPageAnswer {
  @ListOf(WindowAnswer) items: WindowAnswer[];
  @Nothing() next: null;
}

const MOST_URNS = 5_000;
const URNS = ["100001", "100002"];

@Named("ListOfSchools")
export class ListBody {
  @ArrayMinSize(1, { message: "urns names one school at least; DELETE opens the programme to all." })
  @ArrayMaxSize(MOST_URNS)
  @Urns({ says: "Those that may apply; 5,000 at most", example: URNS })
  urns: string[];
}

@Named("List")
export class ListAnswer {
  @Text(HUB) hub: string;
  @Text(PROSPECTUS) prospectus: string;
  @Urns({ orNull: true, example: URNS }) urns: string[] | null;
  @Text({ says: "An opaque id", example: "hub-lead.great-north" }) setBy: string;
  @Moment({ example: "2020-05-04T08:00:00Z" }) setAt: string;
}

@Named("ListPage")
export class ListPageAnswer {
  @ListOf(ListAnswer) items: ListAnswer[];
  @Nothing() next: null;
}

const MOST_NAME = 254;
const LEAD = { role: "hub-lead", firstName: "Hella", lastName: "Example", email: "hella@hub.example" };
const OFFICE = { role: "hub-coordinator", email: "office@hub.example" };
const PERSON = "0b9f6f0e-6c1a-4d6e-a1b2-0d6a3f4c5e70";

@Named("HubContact")
class HubContactBody {
  @Word(HUB_CONTACT_ROLES, { example: LEAD.role })
  role: HubContactRole;

  @Text({ optional: true, most: MOST_NAME, example: LEAD.firstName })
  firstName?: string | null;

  @Text({ optional: true, most: MOST_NAME, example: LEAD.lastName })
  lastName?: string | null;

  @Text({
    shape: EMAIL_ADDRESS,
    else: "email is an address such as name@hub.example.",
    most: MOST_NAME,
    says: "One e-mail address",
    example: LEAD.email,
  })
  email: string;
}

@Named("HubContacts")
export class HubContactsBody {
  @ArrayUnique((one: HubContactBody) => Object(one).role, { message: "contacts names each role once." })
  @ListOf(HubContactBody, {
    most: HUB_CONTACT_ROLES.length,
    says: "One a role; who is not named is no contact",
    example: [LEAD, OFFICE],
  })
  contacts: HubContactBody[];
}

@Named("KnownHubContact")
class HubContactAnswer {
  @Word(HUB_CONTACT_ROLES, { example: LEAD.role }) role: HubContactRole;
  @Text({ most: MOST_NAME, example: LEAD.firstName }) firstName: string;
  @Text({ most: MOST_NAME, example: LEAD.lastName }) lastName: string;
  @Text({ shape: EMAIL_ADDRESS, most: MOST_NAME, says: "One e-mail address", example: LEAD.email }) email: string;
  @Text({ says: "An opaque id", example: PERSON }) person: string;
}

@Named("HubContactPage")
export class HubContactPageAnswer {
  @ListOf(HubContactAnswer) items: HubContactAnswer[];
  @Nothing() next: null;
}
