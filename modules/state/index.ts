// S3 and HCP Terraform belong here: one file each, a function that returns a State.
export { localState } from "./local-state";
export type { State } from "./state";
