import { Module } from "@nestjs/common";
import { Desk } from "./desk.ts";
import { Sessions } from "./session.ts";
import { SignInClient } from "./sign-in/sign-in-client.ts";

/** Who looks at a page, and what came with a form: what every page begins with. */
@Module({ providers: [SignInClient, Sessions, Desk], exports: [SignInClient, Sessions, Desk] })
export class DeskModule {}
