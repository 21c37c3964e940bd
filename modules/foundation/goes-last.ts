import type { TerraformResourceLifecycle } from "cdktf";

/**
 * Of what others refer to and AWS does not destroy while they do. Terraform destroys what leaves a stack before it
 * changes what stays: a subnet before the load balancer has left it, which AWS refuses, and a rule before the tasks
 * have, which cuts them off. With this lifecycle it goes last. Not of what has no identity of its own, such as an
 * association or a bucket's policy, nor of what waits for such a thing: made anew before it is destroyed, it is
 * gone afterwards (docs/decisions/0098). https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
 */
export const GOES_LAST: TerraformResourceLifecycle = { createBeforeDestroy: true };
