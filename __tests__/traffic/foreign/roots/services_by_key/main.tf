locals {
  services = {
    orders = { port = 8080, priority = 10 }
    carts  = { port = 9000, priority = 20 }
  }
}

module "network" {
  source = "./modules/network"
  prefix = "10.42"
  name   = "by-key"
}

module "alb" {
  source     = "./modules/alb"
  name       = "by-key"
  vpc_id     = module.network.vpc_id
  subnet_ids = module.network.subnets.public
}

resource "aws_ecs_cluster" "this" {
  name = "by-key"
}

module "service" {
  source                = "./modules/service"
  for_each              = local.services
  name                  = each.key
  port                  = each.value.port
  priority              = each.value.priority
  network               = { vpc_id = module.network.vpc_id, subnet_ids = module.network.subnets.private }
  cluster_id            = aws_ecs_cluster.this.id
  listener_arn          = module.alb.listener_arns.http
  alb_security_group_id = module.alb.security_group_id
}
