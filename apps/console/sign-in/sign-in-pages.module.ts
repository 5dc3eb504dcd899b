import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { SignInClient } from "./sign-in-client.ts";
import { SignInController } from "./sign-in.controller.ts";

@Module({ imports: [DeskModule], controllers: [SignInController], providers: [SignInClient] })
export class SignInPagesModule {}
