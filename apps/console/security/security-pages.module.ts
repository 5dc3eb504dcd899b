import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { SecurityPageController } from "./security-page.controller.ts";

@Module({ imports: [DeskModule], controllers: [SecurityPageController] })
export class SecurityPagesModule {}
