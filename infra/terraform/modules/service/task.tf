resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.size.cpu
  memory                   = var.size.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  # keys in one order, so that nothing seems to have changed that hasn't
  container_definitions = jsonencode(concat([local.program], [for sidecar in var.sidecars : merge(local.contained, sidecar)]))

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }

  volume {
    name = "tmp"
  }
}

locals {
  contained = {
    essential              = true
    readonlyRootFilesystem = true
    linuxParameters        = { initProcessEnabled = true, capabilities = { drop = ["ALL"] } }
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.this.name
        awslogs-region        = var.place.region
        awslogs-stream-prefix = var.name
        mode                  = "non-blocking"
        max-buffer-size       = "4m"
      }
    }
  }

  program = merge(local.contained, {
    name         = "program"
    image        = var.image
    command      = var.command
    stopTimeout  = var.stop_seconds
    portMappings = [{ containerPort = var.port, protocol = "tcp" }]
    environment  = [for name, value in var.environment : { name = name, value = value }]
    secrets      = [for name, arn in var.secrets : { name = name, valueFrom = arn }]
    mountPoints  = var.read_only ? [{ sourceVolume = "tmp", containerPath = "/tmp", readOnly = false }] : []

    readonlyRootFilesystem = var.read_only
    healthCheck = {
      command     = concat(["CMD"], var.health_command)
      interval    = 10
      timeout     = 5
      retries     = 3
      startPeriod = 120
    }
  })
}
