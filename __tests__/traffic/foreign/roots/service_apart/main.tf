variable "platform" {
  type = object({
    vpc_id                = string
    subnet_ids            = list(string)
    cluster               = string
    target_group_arn      = string
    alb_security_group_id = string
  })
  default = {
    vpc_id                = "vpc-0a1b2c3d4e5f60718"
    subnet_ids            = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    cluster               = "arn:aws:ecs:us-east-1:123456789012:cluster/platform"
    target_group_arn      = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/shop/0a1b2c3d4e5f6071"
    alb_security_group_id = "sg-0a1b2c3d4e5f60718"
  }
}

resource "aws_security_group" "tasks" {
  name   = "apart-tasks"
  vpc_id = var.platform.vpc_id
}

resource "aws_security_group_rule" "in" {
  type                     = "ingress"
  security_group_id        = aws_security_group.tasks.id
  source_security_group_id = var.platform.alb_security_group_id
  from_port                = 8080
  to_port                  = 8080
  protocol                 = "tcp"
}

resource "aws_security_group_rule" "out" {
  type              = "egress"
  security_group_id = aws_security_group.tasks.id
  cidr_blocks       = ["0.0.0.0/0"]
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
}

resource "aws_ecs_service" "this" {
  name            = "apart"
  cluster         = var.platform.cluster
  task_definition = aws_ecs_task_definition.this.arn
  desired_count   = 1
  launch_type     = "FARGATE"
  network_configuration {
    subnets         = var.platform.subnet_ids
    security_groups = [aws_security_group.tasks.id]
  }
  load_balancer {
    target_group_arn = var.platform.target_group_arn
    container_name   = "app"
    container_port   = 8080
  }
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}

resource "aws_iam_role" "execution" {
  name_prefix = "apart-"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy_attachment" "execution" {
  role       = aws_iam_role.execution.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_cloudwatch_log_group" "this" {
  name = "/ecs/apart"
}

resource "aws_ecs_task_definition" "this" {
  family                   = "apart"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.execution.arn
  container_definitions = jsonencode([{
    name         = "app"
    image        = "public.ecr.aws/nginx/nginx:1.27"
    essential    = true
    portMappings = [{ containerPort = 8080 }]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.this.name
        awslogs-region        = "us-east-1"
        awslogs-stream-prefix = "app"
      }
    }
  }])
}
