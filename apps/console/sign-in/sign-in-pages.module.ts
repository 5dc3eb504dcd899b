import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { SessionPagesController } from "./session-pages.controller.ts";
import { SignInController } from "./sign-in.controller.ts";

@Module({ imports: [DeskModule], controllers: [SignInController, SessionPagesController] })
export class SignInPagesModule {}
