// What the worker runs: every exported function is a workflow under its own name.
export { schoolJourney } from './school-journey.ts';
export { sweep } from './sweep.ts';
export { workGroup } from './work-group.ts';
