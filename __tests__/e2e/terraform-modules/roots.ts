/** What an HCL team writes to have the voice agent of the walkthrough. */
export const SETTINGS = `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
  default_tags {
    tags = { Stack = "voice-agent" }
  }
}
`;

const SERVICE = `
  service_name                = "Agent"
  service_security_group_name = "Fargate-SG"
  image                       = "public.ecr.aws/docker/library/caddy:2.10.2-alpine"
  command                     = ["caddy", "respond", "--listen", ":6060", "--body", "{\\"status\\":\\"healthy\\"}"]`;

const DOOR = `
  port                              = 6060
  health_check                      = { path = "/health" }
  idle_timeout                      = 3600
  load_balancer_name                = "Fargate-ALB"
  load_balancer_security_group_name = "ALB-SG"
  target_group_name                 = "Fargate-TG"`;

/** By three modules, each of which takes what the others give. */
export const byParts = `${SETTINGS}
module "network" {
  source = "../modules/network"
  name   = "voice-agent"
  zones  = ["us-east-1a", "us-east-1b"]
}

module "front_door" {
  source     = "../modules/front-door"
  name       = "voice-agent"
  vpc_id     = module.network.vpc_id
  subnet_ids = module.network.public_subnet_ids
${DOOR}
}

module "service" {
  source     = "../modules/fargate-service"
  name       = "voice-agent"
  vpc_id     = module.network.vpc_id
  subnet_ids = module.network.private_subnet_ids

  target_group_arn                = module.front_door.target_group_arn
  load_balancer_arn               = module.front_door.load_balancer_arn
  load_balancer_security_group_id = module.front_door.load_balancer_security_group_id

  port = 6060
${SERVICE}
}

output "url" {
  value = module.front_door.url
}
`;

/** By the one that has all. */
export const asAWhole = `${SETTINGS}
module "application" {
  source = "../modules/web-application"
  name   = "voice-agent"
  zones  = ["us-east-1a", "us-east-1b"]
${DOOR}
${SERVICE}
}

output "url" {
  value = module.application.url
}
`;
