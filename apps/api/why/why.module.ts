import { Module } from "@nestjs/common";
import { WhyController } from "./why.controller.ts";

@Module({ controllers: [WhyController] })
export class WhyModule {}
