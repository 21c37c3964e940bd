variable "vpc_id" {
  type    = string
  default = null
}

variable "private_subnet_ids" {
  type    = list(string)
  default = []
}

variable "with_alb" {
  type    = bool
  default = true
}

module "network" {
  source = "./modules/network"
  count  = var.vpc_id == null ? 1 : 0
  prefix = "10.48"
  name   = "conditional"
}

locals {
  vpc_id             = var.vpc_id == null ? module.network[0].vpc_id : var.vpc_id
  private_subnet_ids = var.vpc_id == null ? module.network[0].subnets.private : var.private_subnet_ids
}

module "alb" {
  source     = "./modules/alb"
  count      = var.with_alb ? 1 : 0
  name       = "conditional"
  vpc_id     = local.vpc_id
  subnet_ids = one(module.network[*].subnets.public)
}

resource "aws_ecs_cluster" "this" {
  count = var.with_alb ? 1 : 0
  name  = "conditional"
}

module "service" {
  source                = "./modules/service"
  count                 = var.with_alb ? 1 : 0
  name                  = "only"
  port                  = 8080
  priority              = 10
  network               = { vpc_id = local.vpc_id, subnet_ids = local.private_subnet_ids }
  cluster_id            = one(aws_ecs_cluster.this[*].id)
  listener_arn          = try(module.alb[0].listener_arns["http"], null)
  alb_security_group_id = join("", module.alb[*].security_group_id)
}
