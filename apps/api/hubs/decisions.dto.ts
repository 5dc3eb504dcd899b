// What a hub decides: its windows, its lists, its contacts, as it is sent and answered.

import { ArrayMaxSize, ArrayMinSize } from "class-validator";
import { HubContactReached, MOST_NAME } from "../../../libs/service/hubs/contacts.ts";
import { ListOf, Moment, Named, Nothing, Text, Urns } from "../../../libs/service/shape/field.ts";
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

const PERSON = "0b9f6f0e-6c1a-4d6e-a1b2-0d6a3f4c5e70";

@Named("KnownHubContact")
class HubContactAnswer extends HubContactReached {
  @Text({ most: MOST_NAME, example: "Hella" }) firstName: string;
  @Text({ most: MOST_NAME, example: "Example" }) lastName: string;
  @Text({ says: "An opaque id", example: PERSON }) person: string;
}

@Named("HubContactPage")
export class HubContactPageAnswer {
  @ListOf(HubContactAnswer) items: HubContactAnswer[];
  @Nothing() next: null;
}
