import { Module } from "@nestjs/common";
import { FrontController } from "./front.controller.ts";

@Module({ controllers: [FrontController] })
export class FrontModule {}
