// Compiles the style of the pages ahead of time, where the service itself may write nothing (docker/Dockerfile).
import { assets } from "./assets.ts";

assets();
