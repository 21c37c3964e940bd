import { typed } from "../application/typed";

export const usage = `Usage: ${typed("check", "[FILE...] [--format text|json|sarif] [--waivers FILE]")}

Says whether a request from the internet can reach a container, and what stops it: routes, security groups, listeners,
target groups, services and roles. Of each load balancer and service it says whether the internet reaches it, or what of
the way is not known. It reads Terraform JSON of three kinds, and changes nothing:
  cdk.tf.json                   as CDKTF writes it
  terraform show -json PLAN     a plan
  terraform show -json          a state
Without FILE, it synthesizes all stacks of the app that cdktf.json names, and checks each.

  --format FORMAT   text (the default), json, or sarif for code scanning
  --waivers FILE    a JSON list of { "rule", "address", "reason" }: findings to live with. A rule is a code or a name,
                    an address is a Terraform address or construct path, and * in it stands for any text; "got"
                    says, if given, which of the findings there
  --help            print this

  NO_COLOR          no colours

Exit code: 0 no errors or warnings, 1 errors or warnings, 2 something could not be read.`;
