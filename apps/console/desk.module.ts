import { Module } from "@nestjs/common";
import { Desk } from "./desk.ts";
import { Sessions } from "./session.ts";
import { SchoolFields } from "./search/school-fields.ts";
import { SignInClient } from "./sign-in/sign-in-client.ts";

const FOR_EVERY_PAGE = [SignInClient, Sessions, Desk, SchoolFields];

/** Who looks at a page, and what came with a form: what every page begins with. */
@Module({ providers: FOR_EVERY_PAGE, exports: FOR_EVERY_PAGE })
export class DeskModule {}
