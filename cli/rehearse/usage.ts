import { typed } from "../application/typed";

export const usage = `Usage: ${typed("rehearse", "[STACK... [--keep]]")}

Deploys the stacks (all of them, if none is named) with the real Terraform CLI and the real AWS provider to an AWS
emulated on this machine, checks what the tutorials promise, and destroys them. No account, no cost.

  --keep   keep the emulator and the state instead of destroying, and print how to inspect them
  --end    end every rehearsal that was kept, and remove what a killed command left
  --help   print this

It needs Terraform >= 1.11, and moto's server: moto_server on PATH, or uvx, or a running Docker.
The provider hashicorp/aws comes from a local mirror if there is one, otherwise from the registry.
  FRONTYARD_PROVIDER_MIRROR   the folder of a mirror, as "terraform providers mirror FOLDER" makes it
  NO_COLOR, CI                no colours; plain lines instead of a live list

Exit code: 0 success, 1 a step failed, 2 could not start, 130 interrupted.`;
