import type { TerraformResourceLifecycle } from "cdktf";

/**
 * Of what others refer to and AWS does not destroy while they do. Terraform destroys what leaves a stack before it
 * changes what stays: a subnet before the load balancer has left it, which AWS refuses, and a route before the tasks
 * have, which cuts them off. With this lifecycle it goes last. https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
 */
export const GOES_LAST: TerraformResourceLifecycle = { createBeforeDestroy: true };
