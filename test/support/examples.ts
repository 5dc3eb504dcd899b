// What the document shows as an example is what tests send.

import { Application, Interest } from "../../apps/api/applications/intake.dto.ts";
import { ContactBody } from "../../apps/api/people/contact.dto.ts";
import type { Words } from "../../libs/journey/contact.ts";
import type { ApplicationBody } from "../../libs/service/intake/application-body.ts";
import { exampleOf } from "../../libs/service/shape/field.ts";

type Example = ApplicationBody & Record<string, unknown>;

export const APPLICATION_EXAMPLE = exampleOf(Application) as Example;
export const INTEREST_EXAMPLE = exampleOf(Interest) as Example;
export const CONTACT_EXAMPLE = exampleOf(ContactBody) as Words;
