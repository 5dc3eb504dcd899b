import { Module } from "@nestjs/common";
import { Desk } from "./desk.ts";
import { Sessions } from "./session.ts";

/** Who looks at a page, and what came with a form: what every page begins with. */
@Module({ providers: [Sessions, Desk], exports: [Sessions, Desk] })
export class DeskModule {}
